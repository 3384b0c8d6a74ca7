import type { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { isOpenOn } from '@zhaoshi/domain/disclosure/voice/comment-period';
import { ADOPTIONS, VOICE_STATUSES } from '@zhaoshi/domain/disclosure/voice/voice-answer';
import { type CivilDate, civilDateAt, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { complaintKindsOf } from '@zhaoshi/domain/oversight/complaint';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import { sql } from 'kysely';
import { pageOf } from '../../db/page.ts';
import { complaintOfVoice } from '../../db/queries/complaints.ts';
import { contentOf, type DocumentIds } from '../../db/queries/documents.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { findPublicEdition } from '../../db/queries/public-editions.ts';
import { commentsOf, findVoice, listVoices, type VoiceRow } from '../../db/queries/public-voices.ts';
import { answerVoice } from '../../use-cases/voice/answer-voice.ts';
import { draftPeriod } from '../../use-cases/voice/draft-period.ts';
import { statePeriodReason } from '../../use-cases/voice/state-period.ts';
import { turnIntoComplaint } from '../../use-cases/voice/turn-into-complaint.ts';
import { openAnswer, openVoice } from '../../use-cases/voice/voice-seal.ts';
import { madeFile } from './file-answer.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';

const presentFacts = (row: VoiceRow, today: CivilDate) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  voiceId: row.voice_id,
  kind: row.kind,
  number: row.receipt_number,
  organName: row.organ_name,
  documentId: row.document_id,
  title: row.document_title,
  page: row.page,
  receivedAt: row.received_at.toISOString(),
  dueOn: row.due_on,
  isOverdue: row.status === 'received' && row.due_on < today,
  status: row.status,
  shows: row.shows,
  adoption: row.adoption,
  fixedEdition: row.fixed_edition,
  answeredAt: row.answered_at?.toISOString() ?? null,
});

async function present({ database, services, abilities, now }: ReadContext, row: VoiceRow) {
  const box = services.secretBox;
  const answer = openAnswer(box, row);
  const { text, name, contact } = openVoice(box, row);
  const made = await complaintOfVoice(database, { regionId: row.region_id, voiceId: row.voice_id });
  return {
    ...presentFacts(row, civilDateAt(now())),
    edition: row.edition,
    editions: row.editions,
    content: { text, name, contact },
    shownText: row.shown_text,
    answer: answer && { by: row.answered_by_name ?? '', reply: answer.reply, refusal: answer.refusal },
    adoptionReason: row.adoption_reason,
    complaint: made === undefined ? null : { number: made.receipt_number, handlerName: made.organ_name },
    complaintKinds:
      made !== undefined || row.kind === 'comment'
        ? []
        : [...complaintKindsOf({ isVillage: row.village_id !== null })],
    version: row.version,
    abilities: abilities(row.organ_path),
  };
}

/** A public draft within reach with its period; `null` looks the same as none. */
async function reachedDraft({ database, reaches }: ReadContext, ids: DocumentIds) {
  const edition = await findPublicEdition(database, ids);
  if (edition === undefined || !reaches(edition.path)) return null;
  const stated = await database
    .selectFrom('comment_period_reason')
    .select('reason')
    .where('region_id', '=', ids.regionId)
    .where('document_id', '=', ids.documentId)
    .executeTakeFirst();
  const reason = stated?.reason ?? '';
  const period = draftPeriod(contentOf(edition), edition.visible_from, reason);
  return period && { edition, period, reason };
}

const COLUMNS = [
  { title: '编号', width: 14 },
  { title: '收到时间', width: 18 },
  { title: '意见', width: 60 },
  { title: '办理', width: 10 },
  { title: '公开展示', width: 10 },
  { title: '采纳情况', width: 12 },
  { title: '理由', width: 40 },
  { title: '答复', width: 40 },
] as const;

const shownWords = (shows: boolean | null): string => (shows === null ? '' : shows ? '展示' : '不展示');

export const publicVoiceHandlers: Handlers<typeof publicVoiceRoutes> = {
  list: async ({ database, caller, permission, now }, { query }) => {
    const today = civilDateAt(now());
    const rows = await listVoices(database, caller.actor, permission, query);
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.received_at.toISOString(), row.voice_id],
        (row) => presentFacts(row, today),
      ),
    );
  },
  read: async (context, { params }) => {
    const row = await findVoice(context.database, params);
    if (row === undefined || !context.reaches(row.organ_path)) return err({ code: 'not-found' });
    return ok(await present(context, row));
  },
  answer: async (context, { params, body }) => {
    const done = await answerVoice(context, { ids: params, answer: body });
    const row = await findVoice(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = await present(context, row);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
  toComplaint: async (context, { params, body }) => {
    const done = await turnIntoComplaint(context, { ids: params, complaint: body });
    const row = await findVoice(context.database, params);
    if (row === undefined) return err({ code: 'not-found' });
    const shown = await present(context, row);
    return done.ok ? ok(shown) : presentStale(done, () => shown);
  },
  period: async (context, { params }) => {
    const found = await reachedDraft(context, params);
    if (found === null) return err({ code: 'not-found' });
    const { edition, period, reason } = found;
    const comments = await commentsOf(context.database, params);
    return ok({
      title: edition.title,
      ...period,
      reason,
      isOpen: isOpenOn(period, civilDateAt(context.now())),
      comments: comments.length,
      undecided: comments.filter(({ adoption }) => adoption === null).length,
      abilities: context.abilities(edition.path),
    });
  },
  statePeriod: (context, { params, body }) => statePeriodReason(context, { ...params, ...body }),
  export: async (context, { params }) => {
    const found = await reachedDraft(context, params);
    if (found === null) return err({ code: 'not-found' });
    const box = context.services.secretBox;
    const rows = await commentsOf(context.database, params);
    const bytes = await writePlainSheet({
      name: '征求意见情况',
      columns: COLUMNS,
      rows: rows.map((row) => [
        row.receipt_number,
        civilMinuteAt(row.received_at),
        openVoice(box, row).text,
        VOICE_STATUSES[row.status],
        shownWords(row.shows),
        row.adoption === null ? '' : ADOPTIONS[row.adoption],
        row.adoption_reason,
        openAnswer(box, row)?.reply ?? '',
      ]),
    });
    return ok(madeFile(`征求意见情况-${civilDateAt(context.now())}`, 'xlsx', bytes));
  },
  subscribers: async ({ database, reaches }, { params }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const counted = await database
      .selectFrom('subscription')
      .select([
        sql<number>`count(*) filter (where query = '')::int`.as('column'),
        sql<number>`count(*) filter (where query <> '')::int`.as('searches'),
      ])
      .where('region_id', '=', params.regionId)
      .where('organ_id', '=', params.organId)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirstOrThrow();
    return ok(counted);
  },
};

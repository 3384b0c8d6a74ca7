import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import {
  COMPLAINT_FINDINGS,
  COMPLAINT_STATUSES,
  type ComplaintFinding,
  type ComplaintKind,
  OTHER_WAYS,
  type OtherWay,
} from '@zhaoshi/domain/oversight/complaint';
import type { OwnComplaint } from '@zhaoshi/portal/complaint-views';
import type { Kysely } from 'kysely';
import {
  type ComplaintEventRow,
  type ComplaintRow,
  complaintEvents,
  complaintPhotos,
  findBoxedByCode,
  findComplaintByCode,
} from '../../db/queries/complaints.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import { complaintClocks, nextDueOf } from '../../use-cases/complaints/complaint-clocks.ts';
import { complaintCodeHash } from '../../use-cases/complaints/complaint-receipt.ts';
import { openBoxed, openText, openWords } from '../../use-cases/complaints/complaint-seal.ts';
import type { ApplicantTools } from './tools.ts';

const DUE_WORDS = { acknowledge: '告知是否受理', result: '告知办理结果' } as const;

/** The next thing that is owed, as the complainant reads it. */
async function dueWords(
  database: Kysely<Schema>,
  path: string,
  complaint: Pick<ComplaintRow, 'received_on' | 'is_extended' | 'status'>,
): Promise<string> {
  const next = nextDueOf(await complaintClocks(database, path), complaint);
  return next === null ? '' : `至迟${chineseDate(next.due.date)}${DUE_WORDS[next.step]}。`;
}

const isWay = (text: string): text is OtherWay => Object.hasOwn(OTHER_WAYS, text);
const isFinding = (text: string): text is ComplaintFinding => Object.hasOwn(COMPLAINT_FINDINGS, text);

/** What the complainant is told of an act; nothing of most, which belong to the house. */
function toldOf(kind: ComplaintKind, event: ComplaintEventRow, words: string): readonly string[] {
  const { type, data } = event;
  const way = data['way'] ?? '';
  if (type === 'accept') return ['已经受理，正在核查。'];
  if (type === 'redirect')
    return [
      `不属于${kind === 'villageAffairs' ? '村务' : '政府信息'}公开投诉，请通过${isWay(way) ? OTHER_WAYS[way] : ''}途径反映。`,
      words,
    ];
  if (type === 'extend') return ['办理期限延长一次。', words];
  if (type === 'tell') return [words];
  return type === 'close' ? ['已经办结。'] : [];
}

function coursesOf(tools: ApplicantTools, row: ComplaintRow, events: readonly ComplaintEventRow[]) {
  const { secretBox } = tools.context.services;
  return events
    .map((event) => {
      const words = toldOf(row.kind, event, openWords(secretBox, event));
      const finding = row.finding ?? '';
      const found =
        event.type === 'tell' && isFinding(finding) ? [`核查结论：${COMPLAINT_FINDINGS[finding]}。`] : [];
      return { on: civilDateAt(event.recorded_at), words: [...found, ...words] };
    })
    .filter(({ words }) => words.length > 0)
    .toReversed();
}

/** What still lies in the box. */
async function boxed(
  { context }: ApplicantTools,
  codeHash: string,
  number: string,
): Promise<OwnComplaint | null> {
  const { database, services } = context;
  const row = await findBoxedByCode(database, { codeHash, number });
  if (row === undefined) return null;
  const { kind, text, unitRegionId, unitId, photos = [] } = openBoxed(services.secretBox, row);
  const handler = await findOrgan(database, { regionId: row.region_id, organId: row.organ_id });
  const unit = await findOrgan(database, { regionId: unitRegionId, organId: unitId });
  const waiting = { received_on: row.received_on, is_extended: false, status: 'received' } as const;
  return {
    number,
    kind,
    text,
    unitName: unit?.name ?? '',
    handlerName: handler?.name ?? '',
    receivedOn: row.received_on,
    status: '在投诉箱中，尚未开箱',
    due: await dueWords(database, handler?.path ?? '', waiting),
    told: [],
    photos: photos.length,
  };
}

/** A complaint as whoever has number and code reads it; `null` when there is none. */
export async function findOwnComplaint(
  tools: ApplicantTools,
  { number, code }: { readonly number: string; readonly code: string },
): Promise<OwnComplaint | null> {
  const { database, services } = tools.context;
  const codeHash = complaintCodeHash(services.secretBox, code);
  const row = await findComplaintByCode(database, codeHash);
  if (row === undefined) return await boxed(tools, codeHash, number);
  if (row.receipt_number !== number) return null;
  const ids = { regionId: row.region_id, complaintId: row.complaint_id };
  const events = await complaintEvents(database, ids);
  return {
    number,
    kind: row.kind,
    unitName: row.unit_name,
    handlerName: row.organ_name,
    receivedOn: row.received_on,
    status: COMPLAINT_STATUSES[row.status],
    due: await dueWords(database, row.organ_path, row),
    told: coursesOf(tools, row, events),
    text: openText(services.secretBox, row),
    photos: (await complaintPhotos(database, ids)).length,
  };
}

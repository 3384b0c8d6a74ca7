import type { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { canonicalJson } from '@zhaoshi/domain/disclosure/document-content';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { askedOf } from '@zhaoshi/domain/work-register/quiz';
import { WORK_KIND_NAMES } from '@zhaoshi/domain/work-register/work-kinds';
import { type WorkFacts, workStateOf, workTotals } from '@zhaoshi/domain/work-register/work-record';
import { pageOf } from '../../db/page.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { attendanceOf, listTrainings, ownAttendance } from '../../db/queries/trainings.ts';
import {
  findWorkRecord,
  listWorkRecords,
  type WorkRecordIds,
  type WorkRecordRow,
  workRecordFiles,
  workRecordHistory,
  workRecordKey,
  workRecordsOfYear,
} from '../../db/queries/work-records.ts';
import { attendTraining } from '../../use-cases/work-records/attend-training.ts';
import { editWorkRecord, removeWorkRecord } from '../../use-cases/work-records/edit-work-record.ts';
import { enterWorkRecord } from '../../use-cases/work-records/enter-work-record.ts';
import { type Handlers, presentStale, type ReadContext, shownAfter } from './handler.ts';

// The contract has checked that these texts are days.
const day = (text: string | null): CivilDate | null => text as CivilDate | null;

const recordOf = ({ kind, title, planned_on, done_on, facts }: WorkRecordRow) => ({
  kind,
  title,
  plannedOn: day(planned_on),
  doneOn: day(done_on),
  facts,
});

const wordsOf = (facts: WorkFacts, name: string): string => {
  const words = facts[name];
  return typeof words === 'string' ? words : '';
};

const presentRow = (row: WorkRecordRow, today: CivilDate) => {
  const record = recordOf(row);
  return {
    regionId: row.region_id,
    organId: row.organ_id,
    recordId: row.record_id,
    organName: row.organ_name,
    ...record,
    state: workStateOf(record, today),
  };
};

const EVENT_WORDS = { enter: '登记', edit: '修改', remove: '注销' } as const;

const KEPT_LABELS = {
  title: '标题',
  plannedOn: '计划日期',
  doneOn: '完成日期',
  facts: '情况',
  files: '证明材料',
} as const;

type Kept = Readonly<Partial<Record<keyof typeof KEPT_LABELS, unknown>>>;

/** What was done, and of a change in what. */
function eventWords(type: keyof typeof EVENT_WORDS, data: unknown): string {
  // Written by `appendWorkEvent` only.
  const { before = {}, after = {} } = data as { readonly before?: Kept; readonly after?: Kept };
  if (type !== 'edit') return EVENT_WORDS[type];
  const names = Object.keys(KEPT_LABELS) as (keyof typeof KEPT_LABELS)[];
  const changed = names.filter(
    (name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null),
  );
  return changed.length === 0 ? '修改' : `修改：${changed.map((name) => KEPT_LABELS[name]).join('、')}`;
}

async function shown(context: ReadContext, ids: WorkRecordIds) {
  const { database, reaches, abilities, now } = context;
  const row = await findWorkRecord(database, ids);
  if (row === undefined || !reaches(row.path)) return undefined;
  const files = await workRecordFiles(database, ids);
  const history = await workRecordHistory(database, ids);
  const attendance = await attendanceOf(database, ids);
  return {
    ...presentRow(row, civilDateAt(now())),
    files: files.map(({ file_id, original_name, media_type, size }) => ({
      fileId: file_id,
      name: original_name ?? '',
      mediaType: media_type,
      size,
    })),
    quiz: row.quiz.map(({ question, options, right }) => ({ question, options: [...options], right })),
    attendance: attendance.map(({ display_name, organ_name, attended_at, right_answers, passed }) => ({
      name: display_name,
      organName: organ_name ?? '',
      at: attended_at.toISOString(),
      rightAnswers: right_answers,
      passed,
    })),
    history: history.map(({ sequence, type, data, reason, display_name, recorded_at }) => ({
      sequence,
      words: eventWords(type, data),
      reason,
      by: display_name,
      at: recorded_at.toISOString(),
    })),
    version: row.version,
    abilities: abilities(row.path),
  };
}

export const workRecordHandlers: Handlers<typeof workRecordRoutes> = {
  list: async ({ database, caller, permission, now }, { query }) => {
    const today = civilDateAt(now());
    const rows = await listWorkRecords(database, caller.actor, permission, query, today);
    return ok(pageOf(rows, query.limit, workRecordKey, (row) => presentRow(row, today)));
  },
  totals: async ({ database, reaches, abilities, now }, { params, query: { year } }) => {
    const organ = await findOrgan(database, params);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const records = (await workRecordsOfYear(database, params, year)).map(recordOf);
    const today = civilDateAt(now());
    const kinds = WORK_KIND_NAMES.map((kind) => ({
      kind,
      ...workTotals(
        records.filter((record) => record.kind === kind),
        today,
      ),
    }));
    return ok({ ...params, organName: organ.name, year, kinds, abilities: abilities(organ.path) });
  },
  read: async (context, { params }) => {
    const found = await shown(context, params);
    return found === undefined ? err({ code: 'not-found' }) : ok(found);
  },
  enter: (context, { params, body }) =>
    enterWorkRecord(context, params, { ...body, plannedOn: day(body.plannedOn), doneOn: day(body.doneOn) }),
  edit: async (context, { params, body }) => {
    const fields = { ...body, plannedOn: day(body.plannedOn), doneOn: day(body.doneOn) };
    return shownAfter(await editWorkRecord(context, params, fields), await shown(context, params));
  },
  remove: async (context, { params, body }) => {
    const done = await removeWorkRecord(context, params, body.reason);
    if (done.ok) return done;
    const now = await shown(context, params);
    return now === undefined ? done : presentStale(done, () => now);
  },
  trainings: async ({ database, caller }) => {
    const own = await ownAttendance(database, caller.accountId);
    const rows = await listTrainings(database, caller.actor.path);
    const items = rows.map((row) => {
      const said = own.get(row.record_id);
      const { hours } = row.facts;
      return {
        regionId: row.region_id,
        recordId: row.record_id,
        organName: row.organ_name,
        title: row.title,
        doneOn: row.done_on,
        content: wordsOf(row.facts, 'content'),
        hours: typeof hours === 'number' ? hours : null,
        material: wordsOf(row.facts, 'material'),
        questions: askedOf(row.quiz).map(({ question, options }) => ({ question, options: [...options] })),
        own:
          said === undefined
            ? null
            : { at: said.attended_at.toISOString(), rightAnswers: said.right_answers, passed: said.passed },
      };
    });
    return ok({ items });
  },
  attend: (context, { params, body }) => attendTraining(context, params, body.answers),
};

import type { Rejection } from '@zhaoshi/contract/problems';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { QuizQuestion } from '@zhaoshi/domain/work-register/quiz';
import { type WorkFault, type WorkRecord, workFaults } from '@zhaoshi/domain/work-register/work-record';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { appendWorkEvent, holdProofs } from './keep-work-record.ts';

/** A record as it is sent. */
export interface WorkRecordFields extends WorkRecord {
  readonly fileIds: readonly string[];
  readonly quiz: readonly QuizQuestion[];
}

/** Everything that keeps what was sent from being kept. */
export const faultsOf = (fields: WorkRecordFields, today: CivilDate): readonly WorkFault[] => [
  ...workFaults(fields, today),
  ...(fields.quiz.length > 0 && fields.kind !== 'training'
    ? [{ pointer: '/quiz', message: '只有培训可以附测试题' }]
    : []),
];

/** The columns that a person fills in. */
export const columnsOf = ({ title, plannedOn, doneOn, facts, quiz }: WorkRecordFields) => ({
  title,
  planned_on: plannedOn,
  done_on: doneOn,
  facts: JSON.stringify(facts),
  quiz: JSON.stringify(quiz),
});

/** What the history keeps of a record. */
export const keptOf = ({ title, plannedOn, doneOn, facts, fileIds }: WorkRecordFields) => ({
  title,
  plannedOn,
  doneOn,
  facts,
  files: fileIds.length,
});

/** Enters a plan, or something that was done. */
export async function enterWorkRecord(
  context: ChangeContext,
  ids: OrganIds,
  fields: WorkRecordFields,
): Promise<Result<{ readonly recordId: string }, Rejection>> {
  const { change, reaches, now, newId } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const errors = faultsOf(fields, civilDateAt(now()));
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const recordId = newId();
    await transaction
      .insertInto('work_record')
      .values({
        region_id: ids.regionId,
        record_id: recordId,
        organ_id: ids.organId,
        kind: fields.kind,
        ...columnsOf(fields),
        entered_at: now(),
        removed_at: null,
      })
      .execute();
    const held = await holdProofs(transaction, { ...ids, recordId }, fields.fileIds);
    if (!held.ok) return held;
    const data = { after: keptOf(fields) };
    await appendWorkEvent(transaction, context, { ...ids, recordId }, { type: 'enter', data, reason: '' });
    return ok({
      value: { recordId },
      subject: `workRecord/${recordId}`,
      organPath: organ.path,
      details: { kind: fields.kind, plannedOn: fields.plannedOn, doneOn: fields.doneOn },
    });
  });
}

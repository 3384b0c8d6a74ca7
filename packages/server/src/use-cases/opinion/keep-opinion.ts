import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { findOpinion, type OpinionIds, type OpinionRow } from '../../db/queries/opinions.ts';
import type { OpinionEventType } from '../../db/schema/opinion.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';

interface OpinionEvent {
  readonly type: OpinionEventType;
  readonly data: object;
  readonly note: string;
  /** `null`: a system for monitoring. */
  readonly by: string | null;
  readonly at: Date;
}

/** Writes down what was done, in its order; the row of the event is locked or was just written. */
export async function appendOpinionEvent(
  transaction: Transaction<Schema>,
  { regionId, opinionId }: OpinionIds,
  { type, data, note, by, at }: OpinionEvent,
): Promise<void> {
  await transaction
    .insertInto('opinion_event')
    .values({
      region_id: regionId,
      opinion_id: opinionId,
      sequence: sql<number>`(select count(*) + 1 from opinion_event
        where region_id = ${regionId}::uuid and opinion_id = ${opinionId}::uuid)`,
      type,
      data: JSON.stringify(data),
      note,
      recorded_by: by,
      recorded_at: at,
    })
    .execute();
}

/** The event in the version that the person saw, locked, of an organ that the right reaches. */
export async function seenOpinion(
  transaction: Transaction<Schema>,
  { reaches, expectedVersion }: ChangeContext,
  ids: OpinionIds,
): Promise<Result<OpinionRow, Rejection>> {
  await sql`select 1 from opinion where region_id = ${ids.regionId}::uuid and opinion_id = ${ids.opinionId}::uuid
    for update`.execute(transaction);
  const found = await findOpinion(transaction, ids);
  if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
  return found.version === expectedVersion ? ok(found) : err({ code: 'stale', current: ids });
}

/** Raises the version of a locked event, with what else changes in its row. */
export async function touchOpinion(
  transaction: Transaction<Schema>,
  { region_id, opinion_id, version }: OpinionRow,
  changed: Partial<
    Pick<
      OpinionRow,
      'title' | 'summary' | 'platform' | 'link' | 'level' | 'occurred_at' | 'found_at' | 'owner_id' | 'step'
    >
  > = {},
): Promise<void> {
  await transaction
    .updateTable('opinion')
    .set({ ...changed, version: version + 1 })
    .where('region_id', '=', region_id)
    .where('opinion_id', '=', opinion_id)
    .execute();
}

import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { ApplicationIds } from './application-case.ts';

/** The last day that the applicant of a case was told, and the other one that a calendar made of it; `null`: none. */
export async function movedDueOf(
  database: Kysely<Schema>,
  { regionId, applicationId }: ApplicationIds,
): Promise<{ readonly toldOn: CivilDate; readonly dueOn: CivilDate } | null> {
  const found = await database
    .selectFrom('application_moved_due')
    .select(['told_on', 'due_on'])
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  // Civil dates as they stand in the row.
  return found === undefined
    ? null
    : { toldOn: found.told_on as CivilDate, dueOn: found.due_on as CivilDate };
}

/** The applicant has been told the day as it is now. */
export async function forgetMovedDue(
  transaction: Transaction<Schema>,
  { regionId, applicationId }: ApplicationIds,
): Promise<void> {
  await transaction
    .deleteFrom('application_moved_due')
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .execute();
}

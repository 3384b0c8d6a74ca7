import type { OwedThing } from '@zhaoshi/domain/disclosure/reminders/duty-stages';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import type { OrganWithDuties } from '../../db/queries/owed-duties.ts';
import type { Schema } from '../../db/schema.ts';
import { villagesDue } from './village-due.ts';

/** What villages that have begun to post here owe, or soon will; those that never did are not told every month. */
export async function owedByVillages(
  database: Kysely<Schema>,
  organs: readonly OrganWithDuties[],
  today: CivilDate,
): Promise<readonly (OwedThing & { readonly organId: string })[]> {
  const villages = organs.filter(({ kind }) => kind === 'village');
  const due = await villagesDue(database, villages, today);
  return [...due].flatMap(([organId, one]) =>
    one.keptSince === null
      ? []
      : one.due
          .filter(({ state }) => state !== 'posted')
          .map(({ item, dueOn }) => ({
            duty: 'villageItem' as const,
            id: item,
            dueOn,
            owedFrom: addDays(dueOn, 1),
            warnsOn: null,
            organId,
          })),
  );
}

import type { OwedThing } from '@zhaoshi/domain/disclosure/reminders/duty-stages';
import { addDays, type CivilDate, firstDayOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { openTurns } from '@zhaoshi/domain/notification/yearly-rhythm';
import type { Kysely } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import { organRhythms } from '../../db/queries/rhythm.ts';
import type { Schema } from '../../db/schema.ts';
import { rhythmItemsOf } from './rhythm-items.ts';

/** What comes round every year and was not done yet; an organ that keeps nothing of it has not begun. */
export async function owedRhythm(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
  today: CivilDate,
): Promise<readonly (OwedThing & { readonly organId: string })[]> {
  const rhythms = await organRhythms(database, organs, firstDayOf(yearOf(today) - 1));
  const items = await rhythmItemsOf(database, organs);
  return rhythms.flatMap(({ organId, begunOn, proofs }) =>
    (begunOn === null ? [] : openTurns(proofs, begunOn, today, items.get(organId))).map(
      ({ item, dueOn, warnsOn }) => ({
        duty: 'rhythm' as const,
        id: item,
        dueOn,
        owedFrom: addDays(dueOn, 1),
        warnsOn,
        organId,
      }),
    ),
  );
}

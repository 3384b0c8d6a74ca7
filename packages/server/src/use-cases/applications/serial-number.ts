import { sql, type Transaction } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';

/** The next number of a series in a year, without gaps: a change that is undone gives its number back. */
export async function nextSerialNumber(
  transaction: Transaction<Schema>,
  { regionId, organId }: OrganIds,
  series: Schema['serial_number']['series'],
  year: number,
): Promise<number> {
  const { last } = await transaction
    .insertInto('serial_number')
    .values({ region_id: regionId, organ_id: organId, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'organ_id', 'series', 'year'])
        .doUpdateSet({ last: sql`serial_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

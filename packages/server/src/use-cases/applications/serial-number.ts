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

/** Year and serial, as numbers of applications are written. */
const registrationNumberOf = (year: number, serial: number): string =>
  `${year}${String(serial).padStart(4, '0')}`;

/** The next registration number of a year; one that came in with an old register is passed over. */
export async function nextRegistrationNumber(
  transaction: Transaction<Schema>,
  ids: OrganIds,
  year: number,
): Promise<string> {
  const number = registrationNumberOf(year, await nextSerialNumber(transaction, ids, 'application', year));
  const taken = await transaction
    .selectFrom('application')
    .select('application_id')
    .where('region_id', '=', ids.regionId)
    .where('organ_id', '=', ids.organId)
    .where('registration_number', '=', number)
    .executeTakeFirst();
  return taken === undefined ? number : await nextRegistrationNumber(transaction, ids, year);
}

/** As the system writes a number itself. A longer one may be anything, and does not move the series. */
const OWN_NUMBER = /^(\d{4})(\d{4})$/;

/** After cases came in with their own numbers: the series goes on above those that are written as its own. */
export async function keepSerialNumbersAbove(
  transaction: Transaction<Schema>,
  { regionId, organId }: OrganIds,
  registrationNumbers: readonly string[],
): Promise<void> {
  const highest = new Map<number, number>();
  for (const number of registrationNumbers) {
    const [, year, serial] = OWN_NUMBER.exec(number) ?? [];
    if (year === undefined || Number(year) < 2008 || Number(year) > 2999) continue;
    highest.set(Number(year), Math.max(highest.get(Number(year)) ?? 1, Number(serial)));
  }
  for (const [year, last] of highest) {
    await transaction
      .insertInto('serial_number')
      .values({ region_id: regionId, organ_id: organId, series: 'application', year, last })
      .onConflict((conflict) =>
        conflict
          .columns(['region_id', 'organ_id', 'series', 'year'])
          .doUpdateSet({ last: sql`greatest(serial_number.last, excluded.last)` }),
      )
      .execute();
  }
}

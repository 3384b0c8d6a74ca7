import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { type TableTwoCell, tableTwoCells } from '@zhaoshi/domain/statistics/table-two';
import type { Kysely } from 'kysely';
import type { OrganIds } from '../../db/queries/organs.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import { type NamedEntry, statisticsOfYear } from '../../db/queries/statistics.ts';
import type { Schema } from '../../db/schema.ts';
import { type OrganRegister, organRegister } from './organ-register.ts';

/** Every cell of table two with the rows that it counts. */
export interface TableTwoFigures {
  readonly cells: readonly TableTwoCell[];
  readonly register: OrganRegister;
  /** The entries of the year by their ids, with who entered and signed them. */
  readonly entries: ReadonlyMap<string, NamedEntry>;
}

/**
 * Table two of an organ's own report for a year (form of 2021, from 2021 on), as it stands now: documents from the
 * register, decisions and fees from what was signed off.
 *
 * @param organ of whose figures these are, and its path, by which its settings hold
 */
export async function tableTwoFigures(
  database: Kysely<Schema>,
  organ: OrganIds & { readonly path: string },
  year: number,
  now: Date,
): Promise<TableTwoFigures> {
  const register = await organRegister(database, organ);
  const entries = await statisticsOfYear(database, organ, year);
  const settings = settingsAt(organ.path, await chosenSettings(database, organ.path));
  return {
    cells: tableTwoCells(register.register, entries, {
      year,
      today: civilDateAt(now),
      countsExpired: settings('statistics.countsExpired'),
    }),
    register,
    entries: new Map(entries.map((entry) => [entry.entryId, entry])),
  };
}

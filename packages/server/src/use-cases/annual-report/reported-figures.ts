import { addTablesTwo, type TableTwoCell } from '@zhaoshi/domain/statistics/table-two';
import type { Kysely } from 'kysely';
import type { ReportedOrgan } from '../../db/queries/reported-organs.ts';
import type { Schema } from '../../db/schema.ts';
import { type TableFourFigures, tableFourFigures } from '../disputes/table-four-figures.ts';
import { tableTwoFigures } from '../statistics/table-two-figures.ts';

/** Table two of a report: the registers of each of its organs by their own settings, added up. */
export async function reportedTableTwo(
  database: Kysely<Schema>,
  organs: readonly ReportedOrgan[],
  year: number,
  now: Date,
): Promise<readonly TableTwoCell[]> {
  const tables: (readonly TableTwoCell[])[] = [];
  for (const organ of organs) tables.push((await tableTwoFigures(database, organ, year, now)).cells);
  return addTablesTwo(tables);
}

type ReportedTableFour = Pick<TableFourFigures, 'cells' | 'coDefendant' | 'directRefusals'>;

/** Table four of a report in the same way. */
export async function reportedTableFour(
  database: Kysely<Schema>,
  organs: readonly ReportedOrgan[],
  year: number,
  now: Date,
): Promise<ReportedTableFour> {
  const all: TableFourFigures[] = [];
  for (const organ of organs) all.push(await tableFourFigures(database, organ, year, now));
  const cells = Map.groupBy(
    all.flatMap((figures) => figures.cells),
    ({ cell }) => cell,
  );
  return {
    cells: [...cells].map(([cell, parts]) => {
      const disputes = parts.flatMap((part) => part.disputes);
      return { cell, value: disputes.length, disputes };
    }),
    coDefendant: all.flatMap(({ coDefendant }) => coDefendant),
    directRefusals: all.flatMap(({ directRefusals }) => directRefusals),
  };
}

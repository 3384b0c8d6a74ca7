import type { CellId } from '../annual-report/ids.ts';
import {
  type RegisterEntry,
  type RegisterRow,
  type TableTwoRow,
  tableTwoRow,
} from '../disclosure/validity/normative-register.ts';
import { type CivilDate, lastDayOf } from '../kernel/civil-date.ts';
import { sumExact } from '../kernel/decimal.ts';
import { cellValue } from './figure.ts';
import type { NormativeRegister } from './recorded-documents.ts';
import type { StatisticEntry } from './statistic-entry.ts';
import { STATISTIC_KINDS } from './statistic-kinds.ts';
import { monthsWords } from './statistic-months.ts';
import { type YearTotal, yearTotals } from './year-totals.ts';

export const REGISTER_ROWS: readonly RegisterRow[] = ['administrativeRule', 'normativeDocument'];

export const REGISTER_COLUMNS = {
  made: '本年制发件数',
  repealed: '本年废止件数',
  inForce: '现行有效件数',
} as const satisfies Readonly<Record<keyof TableTwoRow, string>>;

export type RegisterColumn = keyof typeof REGISTER_COLUMNS;

export const REGISTER_COLUMN_NAMES = Object.keys(REGISTER_COLUMNS) as readonly RegisterColumn[];

/** A cell of table two with everything that it counts, so that the figure opens into its list. */
export interface TableTwoCell {
  readonly cell: CellId;
  /** Documents, decisions, or 万元; `null`: nothing was signed off, which is not 0. */
  readonly value: number | null;
  readonly documents: readonly RegisterEntry[];
  readonly entries: readonly StatisticEntry[];
  /** Why the figure is not final, in words; empty when it is. */
  readonly open: readonly string[];
}

/** The last day that is counted: 31 December, or today in the year that is running (核定时间点12月31日, 30号一(二)). */
export function countedUpTo(year: number, today: CivilDate): CivilDate {
  const last = lastDayOf(year);
  return today < last ? today : last;
}

function openWords({ awaiting, returned, missing }: YearTotal): readonly string[] {
  return [
    ...(awaiting.length > 0 ? [`${awaiting.length} 个数字待签核`] : []),
    ...(returned.length > 0 ? [`${returned.length} 个数字被退回，待修改`] : []),
    ...missing.map(({ unit, months }) => `${unit === '' ? '' : `${unit}：`}${monthsWords(months)}没有填报`),
  ];
}

const entryCell = (total: YearTotal): TableTwoCell => ({
  cell: STATISTIC_KINDS[total.kind].cell,
  value: total.total === null ? null : cellValue(total.kind, total.total),
  documents: [],
  entries: total.counted,
  open: openWords(total),
});

interface Counting {
  readonly year: number;
  readonly today: CivilDate;
  /** Whether 失效 counts as 废止 [U]. */
  readonly countsExpired: boolean;
}

function documentCells(
  row: RegisterRow,
  { documents, relations }: NormativeRegister,
  { year, today, countsExpired }: Counting,
): readonly TableTwoCell[] {
  const upTo = countedUpTo(year, today);
  const counted = tableTwoRow(row, year, documents, relations, { countsExpired, upTo });
  return REGISTER_COLUMN_NAMES.map((column) => ({
    cell: `t2.${row}/${column}` as const,
    value: counted[column].length,
    documents: counted[column],
    entries: [],
    open: [],
  }));
}

/** The ten cells of table two in the order of the form of 2021 (annual-report.md §4.1). */
export const tableTwoCells = (
  register: NormativeRegister,
  entries: readonly StatisticEntry[],
  counting: Counting,
): readonly TableTwoCell[] => [
  ...REGISTER_ROWS.flatMap((row) => documentCells(row, register, counting)),
  ...yearTotals(entries, counting.year, counting.today).map(entryCell),
];

/** The sum of what is known; what one organ has not signed off is no reason to forget what another has. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sumExact(known);
}

/** Tables two of organs that report together, such as a government and its office (30号二(一)), as one. */
export const addTablesTwo = (tables: readonly (readonly TableTwoCell[])[]): readonly TableTwoCell[] =>
  [...Map.groupBy(tables.flat(), ({ cell }) => cell)].map(([cell, parts]) => ({
    cell,
    value: sumKnown(parts.map(({ value }) => value)),
    documents: parts.flatMap(({ documents }) => documents),
    entries: parts.flatMap(({ entries }) => entries),
    open: parts.flatMap(({ open }) => open),
  }));

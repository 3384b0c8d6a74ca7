/** Test-only: table three of many cases against the book kept by hand, cell by cell and list by list. */
import type { FormTable } from '../src/annual-report/forms/form.ts';
import { formTable } from '../src/annual-report/forms/registry.ts';
import type { ApplicantKind, FormVersion } from '../src/annual-report/ids.ts';
import {
  addUpTableThree,
  type CountedCase,
  cellsOf,
  type Flow,
  type FlowCount,
  flowOf,
  meaningOf,
  type Period,
  type RowMeaning,
} from '../src/application/table-three.ts';
import { BEFORE_ALL, type CaseHistory } from './case-histories.ts';
import { day } from './case-lives.ts';
import { type Booked, bookCase, type Rows, rowOn, walkDays } from './ledger-by-hand.ts';

export const FORMS: readonly FormVersion[] = ['2019', '2021'];

/** Whole years, and a year as if it ended on a day in it. */
export const PERIODS: readonly Period[] = [
  { from: day('2023-01-01'), to: day('2023-12-31') },
  { from: day('2024-01-01'), to: day('2024-12-31') },
  { from: day('2025-01-01'), to: day('2025-12-31') },
  { from: day('2025-01-01'), to: day('2025-08-14') },
];

/** A case as the registers know it, and as it was booked by hand. */
export interface Both {
  readonly counted: CountedCase;
  readonly booked: Booked;
}

export const both = (
  { events, state: { receivedOn, result } }: CaseHistory,
  applicantKind: ApplicantKind,
): Both => ({
  counted: { applicantKind, receiptDate: receivedOn, result },
  booked: bookCase(events),
});

/** Cases that flow alike, counted together as the database counts them. */
export function countFlows(cases: readonly CountedCase[], period: Period): readonly FlowCount[] {
  const counts = new Map<string, FlowCount>();
  for (const one of cases) {
    const flow = flowOf(one, period);
    if (flow === null) continue;
    const key = `${flow.inflow} ${flow.outcome} ${one.applicantKind}`;
    counts.set(key, { ...flow, applicantKind: one.applicantKind, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Numbers of the cases in each cell, as they were booked by hand. */
export function cellsByHand(
  rows: Rows,
  kinds: readonly ApplicantKind[],
  form: FormVersion,
): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (const [row, numbers] of rows) {
    for (const number of numbers) {
      for (const column of [kinds[number], 'total']) {
        const cell = `t3.${rowOn(form, row)}/${column}`;
        const list = cells.get(cell);
        if (list === undefined) cells.set(cell, [number]);
        else list.push(number);
      }
    }
  }
  for (const list of cells.values()) list.sort((a, b) => a - b);
  return cells;
}

function fits(flow: Flow | null, { inflow, ending }: RowMeaning): boolean {
  if (flow === null || (inflow !== null && inflow !== flow.inflow)) return false;
  if (ending === 'any') return true;
  if (ending === 'open') return flow.outcome === null;
  return flow.outcome !== null && (ending === 'over' || ending.includes(flow.outcome));
}

/** Numbers of the cases behind each cell, found by what its row means, as the list behind a cell is. */
function listsOf(cases: readonly CountedCase[], period: Period, table: FormTable): Map<string, number[]> {
  const flows = cases.map((one) => flowOf(one, period));
  const lists = new Map<string, number[]>();
  for (const { id, columns } of table.rows) {
    const meaning = meaningOf(id, table.version);
    if (meaning === null) continue;
    const numbers = flows.flatMap((flow, number) => (fits(flow, meaning) ? [number] : []));
    for (const { id: column } of columns) {
      lists.set(
        `${id}/${column}`,
        numbers.filter((number) => column === 'total' || cases[number]!.applicantKind === column),
      );
    }
  }
  return lists;
}

/** Where figures, lists and cells differ from the book, in words. */
export interface Differences {
  readonly figures: string[];
  readonly lists: string[];
  readonly ownCells: string[];
}

/**
 * Every cell of both forms: the figure, the list behind it and the cells of each case against the book.
 *
 * @returns how many cells were compared
 */
export function checkTables(
  cases: readonly Both[],
  period: Period,
  where: string,
  found: Differences,
): number {
  let cells = 0;
  const kinds = cases.map(({ counted }) => counted.applicantKind);
  const counted = cases.map((one) => one.counted);
  const rows = walkDays(
    cases.map(({ booked }) => booked),
    period,
    BEFORE_ALL,
  );
  const flows = countFlows(counted, period);
  for (const form of FORMS) {
    const table = formTable('t3', form);
    const byHand = cellsByHand(rows, kinds, form);
    const figures = addUpTableThree(flows, form);
    const lists = listsOf(counted, period, table);
    for (const { id } of table.cells) {
      const wanted = byHand.get(id) ?? [];
      cells++;
      if (figures[id] !== wanted.length)
        found.figures.push(`${where} ${form} ${id}: ${figures[id]}, ${wanted.length}`);
      if (String(lists.get(id)) !== String(wanted)) found.lists.push(`${where} ${form} ${id}`);
    }
    checkOwnCells(counted, period, { form, byHand, where }, found);
  }
  return cells;
}

interface Book {
  readonly form: FormVersion;
  readonly byHand: ReadonlyMap<string, readonly number[]>;
  readonly where: string;
}

/** The cells that a case says it is counted in are those whose lists name it. */
function checkOwnCells(
  cases: readonly CountedCase[],
  period: Period,
  { form, byHand, where }: Book,
  found: Differences,
): void {
  const own: string[][] = cases.map(() => []);
  for (const [cell, numbers] of byHand) for (const number of numbers) own[number]!.push(cell);
  cases.forEach((one, number) => {
    const told = cellsOf(one, period, form).toSorted().join(' ');
    if (told !== own[number]!.sort().join(' ')) found.ownCells.push(`${where} ${form} case ${number}`);
  });
}

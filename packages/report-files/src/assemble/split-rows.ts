import type { FormTable } from '@zhaoshi/domain/annual-report/forms/form';
import type { RowId } from '@zhaoshi/domain/annual-report/ids';
import { onlySplit, type Split, splitGlued } from './split-glued.ts';

const COLUMNS = 7;
const TYPES = Array.from({ length: COLUMNS }, () => 'count' as const);

/** Combinations of rows with several ways that are tried against the column sums. */
const MOST_COMBINATIONS = 4_096;

type Figures = readonly number[];

interface OpenRow {
  readonly id: RowId;
  readonly splits: readonly Split[];
}

/** The ways to read one row: those in which six figures make the seventh, else the only way to cut it at all. */
function waysOf(run: string): readonly Split[] {
  const summed = splitGlued({ run, types: TYPES, sums: [COLUMNS] });
  if (!summed.complete) return [];
  if (summed.splits.length > 0) return summed.splits;
  const plain = onlySplit({ run, types: TYPES });
  return plain ? [plain] : [];
}

const ZEROS: Figures = Array.from({ length: COLUMNS }, () => 0);

const plus = (a: Figures, b: Figures | undefined): Figures =>
  a.map((figure, index) => figure + (b?.[index] ?? 0));

/** True when result sums and balances hold in every column. */
function columnsHold(table: FormTable, figures: ReadonlyMap<RowId, Figures>): boolean {
  const leaves = table.rows.filter(({ kind }) => kind === 'leaf');
  const sum = leaves.reduce((total, { id }) => plus(total, figures.get(id)), ZEROS);
  const inflow = plus(figures.get('t3.newlyReceived') ?? ZEROS, figures.get('t3.carriedIn'));
  const outflow = plus(figures.get('t3.resultTotal') ?? ZEROS, figures.get('t3.carriedForward'));
  const results = figures.get('t3.resultTotal') ?? ZEROS;
  return (
    sum.every((figure, index) => figure === results[index]) &&
    inflow.every((figure, index) => figure === outflow[index])
  );
}

/** Picks one way a row so that all columns hold; `undefined` unless exactly one choice does. */
function settle(
  table: FormTable,
  known: ReadonlyMap<RowId, Figures>,
  open: readonly OpenRow[],
): ReadonlyMap<RowId, Split> | undefined {
  const combinations = open.reduce((product, { splits }) => product * splits.length, 1);
  if (combinations > MOST_COMBINATIONS) return undefined;
  let found: ReadonlyMap<RowId, Split> | undefined;
  for (let code = 0; code < combinations; code++) {
    const choice = new Map<RowId, Split>();
    let rest = code;
    for (const { id, splits } of open) {
      const split = splits[rest % splits.length];
      if (split) choice.set(id, split);
      rest = Math.floor(rest / splits.length);
    }
    const figures = new Map(known);
    for (const [id, split] of choice) figures.set(id, split.map(Number));
    if (!columnsHold(table, figures)) continue;
    if (found) return undefined;
    found = choice;
  }
  return found;
}

/**
 * Splits the glued rows of table three (annual-report.md §12): a row alone where only one way to cut it makes six
 * figures equal the seventh, several rows together where only one choice makes all columns hold. The result
 * presumes the rules it would be tested by. Rows that stay ambiguous are not in the answer.
 *
 * @param runs digits of each glued row
 * @param known figures of the rows that were printed apart
 */
export function splitTableThree(
  table: FormTable,
  runs: ReadonlyMap<RowId, string>,
  known: ReadonlyMap<RowId, Figures>,
): ReadonlyMap<RowId, Split> {
  const solved = new Map<RowId, Split>();
  const figures = new Map(known);
  const open: OpenRow[] = [];
  let unreadable = false;
  for (const [id, run] of runs) {
    const splits = waysOf(run);
    const [only] = splits;
    if (splits.length === 1 && only) {
      solved.set(id, only);
      figures.set(id, only.map(Number));
    } else if (splits.length === 0) {
      unreadable = true;
    } else {
      open.push({ id, splits });
    }
  }
  const complete = !unreadable && table.rows.every(({ id }) => figures.has(id) || runs.has(id));
  if (open.length === 0 || !complete) return solved;
  return new Map([...solved, ...(settle(table, figures, open) ?? [])]);
}

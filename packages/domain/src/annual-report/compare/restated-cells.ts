import type { CellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { type ComparedSide, compareCells } from './compare-cells.ts';

/** Behind the title of a report that was restated, wherever it is listed or found. */
export const RESTATED_MARK = '（已更正）';

/** A cell that a restatement changed, as its line in the public list of changes says it (annual-report.md AR-PUB-04). */
export interface RestatedCell {
  readonly cell: CellId;
  readonly name: string;
  /** What stood there: the figure, else what was printed; 空白 where nothing was. */
  readonly before: string;
  readonly after: string;
}

export interface RestatedParts {
  readonly cells: readonly RestatedCell[];
  /** Words outside the tables changed too. */
  readonly hasTextChanges: boolean;
}

const NOTHING = '空白';
const NO_SUCH_CELL = '无此栏';

function said(side: ComparedSide | null): string {
  if (side === null) return NO_SUCH_CELL;
  if (side.value !== null) return String(side.value);
  return side.raw.trim() === '' ? NOTHING : side.raw.trim();
}

const wordsOf = ({ title, preamble, sections, signature }: AnnualReport): string =>
  JSON.stringify([title, preamble, sections, signature]);

/** What one published version changed against the version before it, cell by cell in the order of the form. */
export function restatedParts(before: AnnualReport, after: AnnualReport): RestatedParts {
  const cells = compareCells(before, after).flatMap(({ cell, name, change, a, b }) => {
    const line = { cell, name, before: said(a), after: said(b) };
    return change === 'equal' || line.before === line.after ? [] : [line];
  });
  return { cells, hasTextChanges: wordsOf(before) !== wordsOf(after) };
}

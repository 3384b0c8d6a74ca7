import { sumExact } from '../kernel/decimal.ts';
import type { CellId } from './ids.ts';
import type { AnnualReport, CellValue } from './report.ts';

type Cells = Pick<AnnualReport, 'cells'>;

/** The figure of a cell, printed or derived; `null` for a blank, for words, and for a cell that is not there. */
export function figureOf(report: Cells, id: CellId): number | null {
  return report.cells[id]?.value ?? null;
}

/** True when nothing stands in the cell; a cell the source does not have counts as empty too. */
export function isEmpty(cell: CellValue | undefined): boolean {
  return cell === undefined || cell.state === 'blank';
}

/** Exact sum of the cells, or `null` when one of them holds no figure. */
export function sumOf(report: Cells, ids: readonly CellId[]): number | null {
  const figures: number[] = [];
  for (const id of ids) {
    const figure = figureOf(report, id);
    if (figure === null) return null;
    figures.push(figure);
  }
  return sumExact(figures);
}

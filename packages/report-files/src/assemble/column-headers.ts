import type { FormColumn } from '@zhaoshi/domain/annual-report/forms/form';
import { TABLE_THREE_COLUMN_NAMES, TABLE_THREE_COLUMNS } from '@zhaoshi/domain/annual-report/ids';
import { normaliseLabel } from '@zhaoshi/domain/annual-report/labels';
import type { HeaderRange } from './align-figures.ts';
import type { TableGrid, TableRow } from './source-items.ts';

function isIncreasing(ranges: readonly HeaderRange[]): boolean {
  return ranges.every((range, index) => index === 0 || range.from >= (ranges[index - 1]?.to ?? 0));
}

/** Header rows stand at the top; a table that shows none in its first rows has none (second part of a PDF table). */
const HEADER_ROWS = 8;

/**
 * Where table three prints its seven column headers. “其他” counts only beside the other kinds of organisation,
 * because it is a row label too. `undefined` in a ragged table or when one header is missing.
 */
export function tableThreeHeaders(grid: TableGrid): readonly HeaderRange[] | undefined {
  if (grid.ragged) return undefined;
  const found = new Map<string, HeaderRange>();
  for (const row of grid.rows.slice(0, HEADER_ROWS)) {
    const kinds = row.cells.some(({ label }) => label === '商业企业' || label === '法律服务机构');
    for (const { label, from, to } of row.cells) {
      if ((label !== '其他' || kinds) && !found.has(label)) found.set(label, { from, to });
    }
  }
  const ranges = TABLE_THREE_COLUMNS.flatMap((id) => found.get(TABLE_THREE_COLUMN_NAMES[id]) ?? []);
  return ranges.length === TABLE_THREE_COLUMNS.length && isIncreasing(ranges) ? ranges : undefined;
}

/** Where a header row of table two prints the columns of a form row; `undefined` when one of them is missing. */
export function tableTwoHeaders(
  header: TableRow | undefined,
  columns: readonly FormColumn[],
): readonly HeaderRange[] | undefined {
  if (header === undefined || header.grid.ragged) return undefined;
  const ranges = columns.flatMap((column) => {
    const label = normaliseLabel(column.label);
    return header.cells.find((cell) => cell.label.startsWith(label.slice(0, 4)) && cell.label !== '') ?? [];
  });
  return ranges.length === columns.length && isIncreasing(ranges) ? ranges : undefined;
}

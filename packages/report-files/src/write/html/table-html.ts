import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentCell, DocumentTable } from '../document-table.ts';

const headerId = (table: DocumentTable, cell: DocumentCell): string =>
  `${table.table}-r${cell.row + 1}c${cell.column + 1}`;

const covers = (start: number, span: number, slot: number): boolean => start <= slot && slot < start + span;

/** A header right across the table starts a block of its own (table two); what stood above it ends there. */
const startsBlock = (table: DocumentTable, cell: DocumentCell): boolean =>
  cell.scope === 'colgroup' && cell.colSpan === table.columns;

/**
 * The headers a figure belongs to, from the outermost: those above it in its block, then those left of it.
 * Said with ids, because scopes alone cannot tell the groups of the 10- and 15-column tables apart.
 */
function headersOf(table: DocumentTable, figure: DocumentCell): string {
  const cells = table.rows.flat();
  const block = cells.findLast((cell) => cell.row <= figure.row && startsBlock(table, cell))?.row ?? 0;
  const above = cells.filter(
    (cell) =>
      cell.role === 'header' &&
      covers(cell.column, cell.colSpan, figure.column) &&
      cell.row >= block &&
      cell.row < figure.row,
  );
  const left = cells.filter(
    (cell) =>
      cell.role === 'label' && covers(cell.row, cell.rowSpan, figure.row) && cell.column < figure.column,
  );
  return [...above, ...left].map((cell) => headerId(table, cell)).join(' ');
}

function spans(cell: DocumentCell): SafeHtml {
  const columns = cell.colSpan === 1 ? null : html` colspan="${cell.colSpan}"`;
  const rows = cell.rowSpan === 1 ? null : html` rowspan="${cell.rowSpan}"`;
  return html`${columns}${rows}`;
}

function cellHtml(table: DocumentTable, cell: DocumentCell): SafeHtml {
  if (cell.scope !== null) {
    const id = headerId(table, cell);
    return html`<th id="${id}" scope="${cell.scope}"${spans(cell)}>${cell.text}</th>`;
  }
  if (cell.role === 'corner') return html`<td${spans(cell)}>${cell.text}</td>`;
  return html`<td headers="${headersOf(table, cell)}"${spans(cell)}>${cell.text}</td>`;
}

const rowHtml = (table: DocumentTable, row: readonly DocumentCell[]): SafeHtml => html`<tr>${row.map((cell) =>
  cellHtml(table, cell),
)}</tr>
`;

/**
 * The rules behind the classes `w1` to `w99`: widths in percent. Classes, because a page under a strict
 * Content-Security-Policy must not hold style attributes.
 */
export const COLUMN_WIDTHS_CSS: string = Array.from(
  { length: 99 },
  (_, index) => `.w${index + 1}{width:${index + 1}%}`,
).join('');

/**
 * A table with caption, header rows, column widths and, for every figure, the ids of its headers.
 *
 * @param heading of the part, when the table follows it directly: then it is the caption, said once for both
 */
export function tableHtml(table: DocumentTable, heading: SafeHtml | null): SafeHtml {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  // Rounded down: together more than the whole would take it all from the last column.
  const columns = table.widths.map((width) => html`<col class="w${Math.floor((width / total) * 100)}">`);
  const rows = table.rows.map((row) => rowHtml(table, row));
  const head =
    table.headerRows === 0
      ? null
      : html`<thead>
${rows.slice(0, table.headerRows)}</thead>
`;
  return html`<div class="table" role="region" aria-label="${table.caption}" tabindex="0"><table>
<caption>${heading ?? table.caption}</caption>
<colgroup>${columns}</colgroup>
${head}<tbody>
${rows.slice(table.headerRows)}</tbody>
</table></div>
`;
}

import type { ReadNote } from '../../source-document.ts';
import { alignColumns } from './align-columns.ts';
import { beginsNumbered, type FlowCell, type FlowTable, isFigure } from './page-table.ts';

/** A row lower than this (in points) holds no line of text: the empty rest of a row cut by the page break. */
const STRIP_HEIGHT = 9;
/** Headers have at most this many rows. */
const MAX_HEADER_ROWS = 6;

/**
 * Joins the table at the foot of a page with the one at the head of the next, or gives nothing when they are not
 * one table. Every drop and every guess is noted.
 */
export function joinOverPage(
  upper: FlowTable,
  lower: FlowTable,
): { table: FlowTable; notes: ReadNote[] } | undefined {
  const aligned = alignColumns(upper, lower);
  if (!aligned) return undefined;
  const [above, whole] = aligned;
  const headerRows = repeatedHeaderRows(above, whole);
  const below = withoutRows(whole, headerRows);
  const notes: ReadNote[] = [
    note(
      'normalised',
      'pdf.tables-joined',
      lower,
      `第${upper.lastPage}页和第${lower.firstPage}页的表格已接成一张。`,
    ),
  ];
  if (headerRows > 0) {
    notes.push(
      note(
        'normalised',
        'pdf.header-dropped',
        lower,
        `第${lower.firstPage}页重复的${headerRows}行表头已略去。`,
      ),
    );
  }
  if (below.rowHeights.length === 0) return { table: { ...above, lastPage: lower.lastPage }, notes };
  const split = isSplitRow(above, below);
  if (split) {
    notes.push(
      note(
        'guessed',
        'pdf.row-joined',
        lower,
        `第${lower.firstPage}页第一行被当作上一页末行的后半部分，已合并，请核对。`,
      ),
    );
  }
  return { table: stack(above, below, split, notes), notes };
}

function note(kind: ReadNote['kind'], code: string, table: FlowTable, message: string): ReadNote {
  return { kind, code, message, place: { page: table.firstPage } };
}

function rowSignature(table: FlowTable, row: number): string {
  const cells = table.cells.filter((cell) => cell.row === row);
  return JSON.stringify(cells.map((cell) => [cell.column, cell.colSpan, cell.text.replace(/\s/gu, '')]));
}

/** How many rows at the top of the lower table repeat the top of the upper one; rows with figures never do. */
function repeatedHeaderRows(upper: FlowTable, lower: FlowTable): number {
  let repeated = 0;
  for (
    let row = 0;
    row < Math.min(MAX_HEADER_ROWS, lower.rowHeights.length, upper.rowHeights.length);
    row++
  ) {
    const cells = lower.cells.filter((cell) => cell.row === row);
    if (cells.some((cell) => isFigure(cell.text)) || rowSignature(upper, row) !== rowSignature(lower, row))
      break;
    const endsCleanly = lower.cells.every((cell) => cell.row > row || cell.row + cell.rowSpan <= row + 1);
    const hasText = lower.cells.some((cell) => cell.row <= row && cell.text !== '');
    if (endsCleanly && hasText) repeated = row + 1;
  }
  return repeated;
}

function withoutRows(table: FlowTable, count: number): FlowTable {
  return {
    ...table,
    rowHeights: table.rowHeights.slice(count),
    cells: table.cells.flatMap((cell) => (cell.row < count ? [] : [{ ...cell, row: cell.row - count }])),
  };
}

interface Meeting {
  readonly above: FlowCell;
  readonly below: FlowCell;
}

function isSameColumns(one: FlowCell, other: FlowCell): boolean {
  return one.column === other.column && one.colSpan === other.colSpan;
}

function bottomCells(table: FlowTable): FlowCell[] {
  return table.cells.filter((cell) => cell.row + cell.rowSpan === table.rowHeights.length);
}

/**
 * The last row above and the first below are one row cut by the page break: their cells match one to one and
 * either part is only an empty strip, or a full label goes on and the figures stand in one part only.
 */
function isSplitRow(upper: FlowTable, lower: FlowTable): boolean {
  const bottom = bottomCells(upper);
  const top = lower.cells.filter((cell) => cell.row === 0);
  const meetings = top.flatMap((below) => {
    const above = bottom.find((cell) => isSameColumns(cell, below));
    return above ? [{ above, below }] : [];
  });
  if (meetings.length !== top.length || meetings.length !== bottom.length) return false;
  const single = meetings.filter(({ above, below }) => above.rowSpan === 1 && below.rowSpan === 1);
  if (single.length === 0) return false;
  const isStrip = (height = 0) => height < STRIP_HEIGHT;
  if (isStrip(lower.rowHeights[0]) && single.every(({ below }) => below.text === '')) return true;
  if (isStrip(upper.rowHeights.at(-1)) && single.every(({ above }) => above.text === '')) return true;
  return labelGoesOn(single) && figuresInOnePart(single);
}

function labelGoesOn(meetings: readonly Meeting[]): boolean {
  return meetings.some(
    ({ above, below }) =>
      above.isFull &&
      above.text !== '' &&
      below.text !== '' &&
      !isFigure(above.text) &&
      !isFigure(below.text) &&
      !beginsNumbered(below.text),
  );
}

function figuresInOnePart(meetings: readonly Meeting[]): boolean {
  const above = meetings.filter((meeting) => isFigure(meeting.above.text));
  const below = meetings.filter((meeting) => isFigure(meeting.below.text));
  if (above.length > 0) return above.every((meeting) => meeting.below.text === '') && below.length === 0;
  return below.length > 0 && below.every((meeting) => meeting.above.text === '');
}

/** Puts one table under the other; `split` lays the first row below onto the last row above. */
function stack(upper: FlowTable, lower: FlowTable, split: boolean, notes: ReadNote[]): FlowTable {
  const overlap = split ? 1 : 0;
  const offset = upper.rowHeights.length - overlap;
  const bottom = new Set(bottomCells(upper));
  const grown = new Map<FlowCell, FlowCell>();
  const added: FlowCell[] = [];
  for (const below of lower.cells) {
    const above = below.row === 0 ? [...bottom].find((cell) => isSameColumns(cell, below)) : undefined;
    const text = above && mergedText(above, below, split);
    if (!above || text === undefined) {
      added.push({ ...below, row: below.row + offset });
      continue;
    }
    grown.set(above, {
      ...above,
      rowSpan: above.rowSpan + below.rowSpan - overlap,
      text,
      isFull: below.isFull,
    });
    if (!split) notes.push(continuedLabelNote(above, below));
  }
  return {
    ...upper,
    lastPage: lower.lastPage,
    rowHeights: [...upper.rowHeights.slice(0, offset), ...lower.rowHeights],
    cells: [...upper.cells.map((cell) => grown.get(cell) ?? cell), ...added],
  };
}

function continuedLabelNote(above: FlowCell, below: FlowCell): ReadNote {
  const sure = above.text === '' || below.text === '' || above.text === below.text;
  return {
    kind: sure ? 'normalised' : 'guessed',
    code: 'pdf.label-continued',
    message: `第${below.page}页表格首行的合并单元格已接到上一页的标签。`,
    place: { page: below.page },
  };
}

/** Text of the cell that both parts make up, or nothing when they are two cells. */
function mergedText(above: FlowCell, below: FlowCell, split: boolean): string | undefined {
  if (split) return above.text + below.text;
  if (above.rowSpan === 1 && below.rowSpan === 1) return undefined;
  if (isFigure(above.text) || isFigure(below.text)) return undefined;
  if (above.text === '' && below.text === '') return undefined;
  if (below.text === '') return above.text;
  if (above.text === '') return above.rowSpan > 1 && below.rowSpan > 1 ? below.text : undefined;
  if (above.text === below.text) return above.text;
  // “（三）” at the foot of one page and “不予公开” at the head of the next are one label.
  return beginsNumbered(above.text) && !beginsNumbered(below.text) ? above.text + below.text : undefined;
}

import { readPdf } from '../src/read/pdf/read-pdf.ts';
import type { Grid, SourceDocument } from '../src/source-document.ts';
import { cellsOf, type DrawnPage, type DrawnTable, pdfOf } from './make-pdf.ts';

/** Drawn pages as the reader has them. */
export const read = (...pages: DrawnPage[]) => readPdf(pdfOf(pages));

export function gridsOf(document: SourceDocument): Grid[] {
  return document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
}

/** Rows of texts; a merged cell stands once, with its spans behind it (“label 3×1”). */
export function rowsOf(grid: Grid | undefined): string[][] {
  return Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
    (grid?.cells ?? [])
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const spans = cell.rowSpan * cell.colSpan > 1 ? ` ${cell.rowSpan}×${cell.colSpan}` : '';
        return cell.text + spans;
      }),
  );
}

export function paragraphsOf(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

export function codesOf(document: SourceDocument): string[] {
  return document.notes.map((note) => note.code);
}

/** Column widths of the small tables. */
export const WIDTHS = [40, 120, 50, 50, 50];
export const HEADER = cellsOf([['', '', '自然人', '其他', '总计']]).slice(2);
/** Its head, with labels of groups. */
export const HEADED = [{ row: 0, column: 0, colSpan: 2, text: '申请人情况' }, ...HEADER];

/** First page part of a small table three: header, two rows and a group label over two more. */
export const UPPER: DrawnTable = {
  left: 80,
  top: 200,
  widths: WIDTHS,
  heights: [20, 20, 20, 20],
  cells: [
    ...HEADED,
    { row: 1, column: 0, colSpan: 2, text: '一、本年新收' },
    ...cellsOf([['12', '3', '15']], 1, 2),
    { row: 2, column: 0, rowSpan: 2, text: '（三）' },
    ...cellsOf(
      [
        ['1.属于国家秘密', '4', '', '4'],
        ['2.其他法律禁止', '7', '0', '7'],
      ],
      2,
      1,
    ),
  ],
};

/** Second page part: the group goes on under an empty merged cell, then a row of its own. */
export const LOWER: DrawnTable = {
  left: 80,
  top: 780,
  widths: WIDTHS,
  heights: [20, 20, 20],
  cells: [
    { row: 0, column: 0, rowSpan: 2, text: '' },
    ...cellsOf(
      [
        ['3.危及三安全', '0', '1', '1'],
        ['4.第三方权益', '2', '2', '4'],
      ],
      0,
      1,
    ),
    { row: 2, column: 0, colSpan: 2, text: '四、结转' },
    ...cellsOf([['5', '6', '11']], 2, 2),
  ],
};

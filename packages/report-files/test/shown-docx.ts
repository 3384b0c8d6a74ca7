import { readDocx } from '../src/read/docx/read-docx.ts';
import type { SourceDocument } from '../src/source-document.ts';
import { cell, type DocxParts, makeDocx, paragraph, row } from './make-docx.ts';

/** A made document as the reader has it. */
export const read = (parts: string | DocxParts): Promise<SourceDocument> =>
  readDocx(makeDocx(typeof parts === 'string' ? { body: parts } : parts));

/** The document as lines: paragraphs as they are, each table as rows of "row,column(+spans) text". */
export function lines(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return [
      `table ${block.grid.rows}x${block.grid.columns}`,
      ...block.grid.cells.map(
        ({ row, column, rowSpan, colSpan, text }) =>
          `${row},${column}${rowSpan * colSpan > 1 ? ` ${rowSpan}x${colSpan}` : ''} ${text}`,
      ),
    ];
  });
}

/** Its lines. */
export const shown = async (parts: string | DocxParts) => lines(await read(parts));
/** Codes of its notes. */
export const codes = async (parts: string | DocxParts) => (await read(parts)).notes.map((note) => note.code);
export const inRow = (...cells: string[]) => row(cells);
export const text = (value: string, properties = '') => cell(paragraph(value), properties);

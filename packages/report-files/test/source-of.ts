import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import type { Block, Grid, GridCell, SourceDocument } from '../src/source-document.ts';
import type { DocumentTable } from '../src/write/document-table.ts';
import { reportToDocument } from '../src/write/report-to-document.ts';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text, place: {} });

/** A table as a reader of a format with real cells gives it. */
export function gridOf(table: DocumentTable): Grid {
  const cells = table.rows.flat().map(({ text, row, column, rowSpan, colSpan }) => ({
    text,
    row,
    column,
    rowSpan,
    colSpan,
    place: { row: row + 1, column: column + 1 },
  }));
  return { rows: table.rows.length, columns: table.columns, cells, ragged: false };
}

/** A ragged table from its rows, as flattened text gives it; all cells of a row stand on one line. */
export function raggedGrid(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.map(
      (text, column): GridCell => ({
        text,
        row,
        column,
        rowSpan: 1,
        colSpan: 1,
        place: { line: row + 1 },
      }),
    ),
  );
  return { rows: rows.length, columns: Math.max(...rows.map(({ length }) => length)), cells, ragged: true };
}

export const tableBlock = (grid: Grid): Block => ({ kind: 'table', grid, place: {} });

export const sourceOf = (blocks: readonly Block[]): SourceDocument => ({
  format: 'docx',
  blocks,
  notes: [],
  properties: {},
});

/** The paragraphs and tables of a report in reading order, each table put through `change`. */
export function blocksOf(
  report: AnnualReport,
  change: (grid: Grid, section: string) => readonly Block[] = (grid) => [tableBlock(grid)],
): readonly Block[] {
  const document = reportToDocument(report);
  return [
    ...[document.title ?? '', ...document.preamble].map(paragraph),
    ...document.sections.flatMap((section) => [
      paragraph(section.heading ?? ''),
      ...section.paragraphs.map(paragraph),
      ...(section.table ? change(gridOf(section.table), section.id) : []),
    ]),
    ...document.signature.map(paragraph),
  ];
}

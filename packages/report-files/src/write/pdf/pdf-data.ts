import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { cellsHashWords } from '../../cells-hash.ts';
import type { DocumentCell, DocumentTable } from '../document-table.ts';
import { reportToDocument } from '../report-to-document.ts';

/** Rows that belong together: figures (`level` 0) or a header of that depth, for the tags of the file. */
interface PdfTablePart {
  readonly level: number;
  readonly rows: readonly (readonly DocumentCell[])[];
}

/** A row of nothing but headers is a header row: the first of a run is one level above the next. */
function partsOf(table: DocumentTable): readonly PdfTablePart[] {
  if (table.headerRows > 0) {
    return [
      { level: 1, rows: table.rows.slice(0, table.headerRows) },
      { level: 0, rows: table.rows.slice(table.headerRows) },
    ];
  }
  return table.rows.map((row) => {
    if (row.some((cell) => cell.role !== 'header')) return { level: 0, rows: [row] };
    return { level: row.length === 1 ? 1 : 2, rows: [row] };
  });
}

const tableData = (table: DocumentTable): unknown => ({
  columns: table.columns,
  widths: table.widths,
  parts: partsOf(table),
  notes: table.notes,
});

function dateParts(date: string | null): { year: number; month: number; day: number } | null {
  if (date === null) return null;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

/** The data file of report.typ. */
export function pdfData(report: AnnualReport, mark: readonly string[] = []): unknown {
  const document = reportToDocument(report);
  return {
    ...document,
    mark,
    cellsHash: cellsHashWords(report),
    documentTitle: document.title ?? '政府信息公开工作年度报告',
    date: dateParts(document.date),
    sections: document.sections.map(({ heading, paragraphs, table, closing }) => ({
      heading,
      paragraphs,
      table: table && tableData(table),
      closing,
    })),
  };
}

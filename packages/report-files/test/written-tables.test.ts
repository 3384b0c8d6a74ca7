import { describe, expect, it } from 'vitest';
import { readSourceAs } from '../src/read/read-source.ts';
import { reportToDocument } from '../src/write/report-to-document.ts';
import { writeReportFile } from '../src/write/write-file.ts';
import { sampleReport, troubledReport } from './sample-reports.ts';

interface Slot {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

const slot = ({ text, row, column, rowSpan, colSpan }: Slot): string =>
  `${row}/${column} ${rowSpan}×${colSpan} ${text.replaceAll(/\s/g, '')}`;

describe.each(['docx', 'pdf', 'html', 'xlsx'] as const)('tables written as %s', (format) => {
  it.each([
    ['2021 form', troubledReport({ seed: 21, year: 2024 })],
    ['2019 form', troubledReport({ seed: 22, year: 2019 })],
    ['mixed forms', sampleReport({ seed: 23, tableForms: { t2: '2019', t3: '2021', t4: '2019' } })],
  ])('have every cell, span and label of the official layout: %s', async (_, report) => {
    const bytes = await writeReportFile({ format: 'docx', report, provenance: {}, notes: [] }, format);
    const source = await readSourceAs(format, bytes);
    const found = source.blocks.flatMap((block) =>
      block.kind === 'table' ? [block.grid.cells.map(slot).toSorted()] : [],
    );
    const wanted = reportToDocument(report).sections.flatMap(({ table }) =>
      table ? [table.rows.flat().map(slot).toSorted()] : [],
    );
    expect(found).toEqual(wanted);
  });
});

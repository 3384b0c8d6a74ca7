import { readdirSync, readFileSync } from 'node:fs';
import { tablesOf } from '@zhaoshi/domain/annual-report/forms/registry';
import type { AnnualReport, CellValue } from '@zhaoshi/domain/annual-report/report';
import { describe, expect, it } from 'vitest';
import { readReportFile } from '../src/read/read-file.ts';
import type { ReadReport } from '../src/read-report.ts';
import { WRITE_FORMATS, type ReportFormat, writeReportFile } from '../src/write/write-file.ts';
import { sampleReport, troubledReport } from './sample-reports.ts';

const SEEDS = new URL('../../../acceptance/fixtures/seeds/', import.meta.url);

async function readBack(bytes: Uint8Array, name: string): Promise<ReadReport> {
  const result = await readReportFile(bytes, { name });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const seeds = new Map<string, ReadReport>();
async function seed(name: string): Promise<AnnualReport> {
  const known = seeds.get(name);
  if (known) return known.report;
  const read = await readBack(readFileSync(new URL(name, SEEDS)), name);
  seeds.set(name, read);
  return read.report;
}

/** What a printed cell can carry: not its remark, which stands below the table, nor the spaces round a figure. */
function printed(cell: CellValue | undefined): unknown {
  if (cell === undefined || cell.state === 'blank') return 'blank';
  if (cell.state === 'text') return cell.raw.replaceAll(/\s/g, '');
  return { value: cell.value, unit: cell.unit ?? null };
}

function printedCells(report: AnnualReport): Record<string, unknown> {
  return Object.fromEntries(
    tablesOf(report)
      .flatMap((table) => table.cells)
      .map(({ id }) => [id, printed(report.cells[id])]),
  );
}

const withoutSpaces = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/g, '');

async function expectSame(report: AnnualReport, format: ReportFormat): Promise<void> {
  const before: ReadReport = { format: 'docx', report, provenance: {}, notes: [] };
  const after = await readBack(await writeReportFile(before, format), `report.${format}`);
  expect(after.report.tableForms).toEqual(report.tableForms);
  expect(printedCells(after.report)).toEqual(printedCells(report));
  expect(after.report.reportYear).toBe(report.reportYear);
  expect(withoutSpaces([after.report.title ?? ''])).toBe(withoutSpaces([report.title ?? '']));
}

const GENERATED: readonly (readonly [string, AnnualReport])[] = [
  ['2021 form', sampleReport({ seed: 1, year: 2023 })],
  ['2021 form, other figures', sampleReport({ seed: 2, year: 2025 })],
  ['2019 form', sampleReport({ seed: 3, year: 2019 })],
  ['2019 form, other figures', sampleReport({ seed: 4, year: 2020 })],
  ['2021 form with blanks, a unit and a remark', troubledReport({ seed: 5, year: 2022 })],
  ['2019 form with blanks, a unit and a remark', troubledReport({ seed: 6, year: 2020 })],
  ['mixed forms', sampleReport({ seed: 7, year: 2021, tableForms: { t2: '2019', t3: '2021', t4: '2021' } })],
  [
    'mixed forms the other way',
    sampleReport({ seed: 8, year: 2021, tableForms: { t2: '2021', t3: '2019', t4: '2019' } }),
  ],
];

describe.each(WRITE_FORMATS)('written as %s and read again, every cell is equal', (format) => {
  it.each(GENERATED)('%s', async (_, report) => {
    await expectSame(report, format);
  });

  it.each(readdirSync(SEEDS))('%s', async (name) => {
    await expectSame(await seed(name), format);
  });
});

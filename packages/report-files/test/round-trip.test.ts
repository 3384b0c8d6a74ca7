import { readdirSync, readFileSync } from 'node:fs';
import { tablesOf } from '@zhaoshi/domain/annual-report/forms/registry';
import type { AnnualReport, CellValue } from '@zhaoshi/domain/annual-report/report';
import { describe, expect, it } from 'vitest';
import { readReportFile } from '../src/read/read-file.ts';
import type { ReadReport } from '../src/read-report.ts';
import { type ReportFormat, WRITE_FORMATS, writeReportFile } from '../src/write/write-file.ts';
import { figure, sampleReport, troubledReport } from './sample-reports.ts';

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

/** What a printed cell can carry: everything but the spaces round a figure. */
function printed(cell: CellValue | undefined): unknown {
  if (cell === undefined || cell.state === 'blank') return 'blank';
  if (cell.state === 'text') return cell.raw.replaceAll(/\s/g, '');
  return { value: cell.value, unit: cell.unit ?? null, footnote: cell.footnote ?? null };
}

function printedCells(report: AnnualReport): Record<string, unknown> {
  return Object.fromEntries(
    tablesOf(report)
      .flatMap((table) => table.cells)
      .map(({ id }) => [id, printed(report.cells[id])]),
  );
}

const withoutSpaces = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/g, '');

async function writtenAndRead(report: AnnualReport, format: ReportFormat): Promise<ReadReport> {
  const before: ReadReport = { format: 'docx', report, provenance: {}, notes: [] };
  return readBack(await writeReportFile(before, format), `report.${format}`);
}

async function expectSame(report: AnnualReport, format: ReportFormat): Promise<void> {
  const after = await writtenAndRead(report, format);
  expect(after.report.tableForms).toEqual(report.tableForms);
  expect(printedCells(after.report)).toEqual(printedCells(report));
  expect(after.report.reportYear).toBe(report.reportYear);
  expect(withoutSpaces([after.report.title ?? ''])).toBe(withoutSpaces([report.title ?? '']));
}

/** Every cell of the report put through `change`, by its place in reading order. */
function withCells(
  report: AnnualReport,
  change: (cell: CellValue, index: number) => CellValue,
): AnnualReport {
  const cells = tablesOf(report)
    .flatMap((table) => table.cells)
    .flatMap(({ id }, index) => {
      const cell = report.cells[id];
      return cell ? [[id, change(cell, index)] as const] : [];
    });
  return { ...report, cells: Object.fromEntries(cells) };
}

const BLANK: CellValue = { state: 'blank', value: null, raw: '' };

const GENERATED: readonly (readonly [string, AnnualReport])[] = [
  ['2021 form', sampleReport({ seed: 1, year: 2023 })],
  ['2021 form, other figures', sampleReport({ seed: 2, year: 2025 })],
  ['2019 form', sampleReport({ seed: 3, year: 2019 })],
  ['2019 form, other figures', sampleReport({ seed: 4, year: 2020 })],
  ['2021 form with blanks, a unit and a remark', troubledReport({ seed: 5, year: 2022 })],
  ['2019 form with blanks, a unit and a remark', troubledReport({ seed: 6, year: 2020 })],
  ['nothing but zeros', withCells(sampleReport(), () => figure(0))],
  ['nothing but zeros on the old form', withCells(sampleReport({ year: 2019 }), () => figure(0))],
  [
    'every third cell blank',
    withCells(sampleReport({ seed: 9 }), (cell, index) => (index % 3 === 0 ? BLANK : cell)),
  ],
  [
    'figures of six digits',
    withCells(sampleReport({ seed: 10 }), (_, index) => figure(100_000 + index * 37)),
  ],
  ['mixed forms', sampleReport({ seed: 7, year: 2021, tableForms: { t2: '2019', t3: '2021', t4: '2021' } })],
  [
    'mixed forms the other way',
    sampleReport({ seed: 8, year: 2021, tableForms: { t2: '2021', t3: '2019', t4: '2021' } }),
  ],
];

function withTableTexts(report: AnnualReport): AnnualReport {
  const { s2, s3 } = report.sections;
  if (!s2 || !s3) throw new Error('sample without parts');
  return {
    ...report,
    sections: {
      ...report.sections,
      s2: { ...s2, paragraphs: ['主动公开的有关数据如下。', '注：含下属单位。'] },
      s3: { ...s3, paragraphs: ['全年申请办理情况如下。'] },
    },
  };
}

/** Everything that is said outside the tables, part by part. */
function texts(report: AnnualReport): Record<string, string> {
  const sections = Object.entries(report.sections).map(([id, section]) => [
    id,
    withoutSpaces([section.heading, ...section.paragraphs]),
  ]);
  return {
    ...Object.fromEntries(sections),
    preamble: withoutSpaces(report.preamble),
    signature: withoutSpaces([report.signature?.raw ?? '']),
    organ: report.organ ?? '',
  };
}

describe.each(WRITE_FORMATS)('written as %s and read again, every text is equal', (format) => {
  it.each([
    ['2021 form', sampleReport({ year: 2022 })],
    ['2019 form', sampleReport({ year: 2019 })],
    ['text above and notes below the tables', withTableTexts(sampleReport())],
  ])('%s', async (_, report) => {
    expect(texts((await writtenAndRead(report, format)).report)).toEqual(texts(report));
  });

  it.each(readdirSync(SEEDS))('%s', async (name) => {
    const report = await seed(name);
    expect(texts((await writtenAndRead(report, format)).report)).toEqual(texts(report));
  });

  it('keeps a unit and a remark that were moved out of their cells, below the table', async () => {
    const moved: AnnualReport = {
      ...troubledReport(),
      cells: {
        ...sampleReport().cells,
        't2.fees/amountWan': { ...figure(16.877), unit: '万元' },
        't2.normativeDocument/made': { ...figure(64), footnote: '其中修订16件' },
        't3.granted/total': { ...figure(7), footnote: '含上年结转' },
      },
    };
    const { report } = await writtenAndRead(moved, format);
    expect(printedCells(report)).toEqual(printedCells(moved));
    expect(texts(report)).toEqual(texts(moved));
  });
});

describe.each(WRITE_FORMATS)('written as %s and read again, every cell is equal', (format) => {
  it.each(GENERATED)('%s', async (_, report) => {
    await expectSame(report, format);
  });

  it.each(readdirSync(SEEDS))('%s', async (name) => {
    await expectSame(await seed(name), format);
  });
});

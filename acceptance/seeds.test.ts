import { readFileSync } from 'node:fs';
import { tablesOf } from '@zhaoshi/domain/annual-report/forms/registry';
import { type CellId, SECTION_IDS, TABLE_NAMES } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValue } from '@zhaoshi/domain/annual-report/report';
import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { readReportFile } from '@zhaoshi/report-files/read/read-file';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ExpectedRow, readExpectation } from './expectation.ts';

const SEEDS = ['qianwei-2020', 'duandian-2019', 'jindian-2021', 'kengzaikou-2020', 'yilan-2020'];

const seedBytes = (seed: string): Uint8Array =>
  readFileSync(new URL(`fixtures/seeds/${seed}.txt`, import.meta.url));

async function readSeed(seed: string) {
  const result = await readReportFile(seedBytes(seed));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A cell as the reviewer writes it. */
function written(cell: CellValue | undefined): string {
  if (cell === undefined) return '(absent)';
  if (cell.state === 'blank') return '·';
  return cell.state === 'value' ? `${cell.value}${cell.unit ?? ''}` : `(${cell.state})`;
}

function tableRows(report: AnnualReport, name: string): readonly ExpectedRow[] {
  const table = tablesOf(report).find((candidate) => TABLE_NAMES[candidate.table] === name);
  return (table?.rows ?? []).map((row) => ({
    name: row.name,
    figures: row.columns.map(({ id }) => written(report.cells[`${row.id}/${id}`])),
  }));
}

/** The reviewer may add the label's words behind the row's name. */
const nameOnly = (expected: readonly ExpectedRow[], rows: readonly ExpectedRow[]): readonly ExpectedRow[] =>
  expected.map((row, index) => {
    const name = rows[index]?.name ?? row.name;
    return row.name === name || row.name.startsWith(`${name} `) ? { ...row, name } : row;
  });

function blankCells(report: AnnualReport): readonly string[] {
  return Object.entries(report.cells).flatMap(([id, cell]) => (cell?.state === 'blank' ? id : []));
}

const EQUATION = /^AR-T[34]-(?:ROW|SUM|BAL)\//;

describe.each(SEEDS)('%s', (seed) => {
  const expected = readExpectation(seed);
  let read: Awaited<ReturnType<typeof readSeed>>;
  let report: AnnualReport;
  beforeAll(async () => {
    read = await readSeed(seed);
    report = read.report;
  });

  it('has the title, organ, year, form and signature that are printed', () => {
    const { signature, tableForms } = report;
    expect({
      标题: report.title ?? '无',
      单位: report.organ ?? '无',
      年度: String(report.reportYear),
      格式: [tableForms.t2, tableForms.t3, tableForms.t4].join(' '),
      落款: signature ? `${signature.organ} ${signature.date}` : '无',
    }).toEqual(expected.facts);
  });

  it('has its six parts with their text', () => {
    const sections = SECTION_IDS.map((section) => {
      const part = report.sections[section];
      const wanted = expected.sections.find((candidate) => candidate.section === section);
      return {
        section,
        paragraphs: part?.paragraphs.length,
        heading: part?.heading,
        ...(wanted?.begins !== undefined && {
          begins: part?.paragraphs[0]?.slice(0, wanted.begins.length),
        }),
        ...(wanted?.ends !== undefined && { ends: part?.paragraphs.at(-1)?.slice(-wanted.ends.length) }),
      };
    });
    expect(sections).toEqual(expected.sections);
    expect(report.structure?.headings.map(({ text }) => text)).toEqual(
      expected.sections.map(({ heading }) => heading),
    );
    const leftovers = report.structure?.leftovers.map(({ section, text }) => `${section} | ${text}`);
    expect(leftovers).toEqual(expected.leftovers);
  });

  it.each(['表二', '表三', '表四'] as const)('has every figure and every blank of %s', (name) => {
    const rows = tableRows(report, name);
    expect(rows).toEqual(nameOnly(expected.tables[name], rows));
  });

  it('has no cell beyond the three tables and no doubtful row', () => {
    const figures = Object.values(expected.tables).flatMap((rows) => rows.flatMap(({ figures }) => figures));
    expect(Object.keys(report.cells)).toHaveLength(figures.length);
    for (const table of report.structure?.tables ?? []) {
      expect(table).toMatchObject({
        missingRows: [],
        duplicateRows: [],
        extraRows: [],
        deviatingLabels: [],
        flattened: true,
      });
    }
  });

  it('says on which line each figure stands', () => {
    const lines = new TextDecoder().decode(seedBytes(seed)).split('\n');
    for (const [id, cell] of Object.entries(report.cells)) {
      const line = read.provenance[id as CellId]?.line ?? 0;
      if (cell?.state === 'value') expect(lines[line - 1], id).toContain(cell.raw);
    }
  });

  it('notes what was normalised, guessed and not understood', () => {
    const notes = read.notes
      .filter(({ code }) => code !== 'txt.flattened')
      .map(({ code, place }) => ({ code, lines: place?.line === undefined ? [] : [place.line] }));
    const byCode = new Map<string, number[]>();
    for (const { code, lines } of notes) byCode.set(code, [...(byCode.get(code) ?? []), ...lines]);
    expect(Object.fromEntries(byCode)).toEqual(
      Object.fromEntries(expected.notes.map(({ code, lines }) => [code, lines])),
    );
  });

  it('fails the rules that a reviewer sees broken, and no others', () => {
    const failed = evaluateReport({ report, settings: DEFAULT_SETTINGS }).filter(
      ({ status }) => status === 'fail',
    );
    const brief = ({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`;
    expect(failed.map(brief).sort()).toEqual(expected.findings.map(brief).sort());
    for (const { rule, cells } of expected.findings) {
      if (!cells) continue;
      const found = failed.find((finding) => finding.rule === rule);
      const wanted = cells.flatMap((cell) => (cell === '·' ? blankCells(report) : cell));
      expect([...(found?.cells ?? [])].sort(), rule).toEqual(wanted.sort());
    }
  });

  it('leaves the equations untested that a blank keeps from it, and finds that all others hold', () => {
    const equations = evaluateReport({ report, settings: DEFAULT_SETTINGS }).filter(({ rule }) =>
      EQUATION.test(rule),
    );
    const untested = equations.filter(({ status }) => status === 'notEvaluated').map(({ rule }) => rule);
    expect(untested.sort()).toEqual([...expected.notEvaluated].sort());
    expect(equations.every(({ status }) => status === 'pass' || status === 'notEvaluated')).toBe(true);
  });
});

describe('yilan-2020', () => {
  it('keeps figure, unit and print of “16.877万元” apart and proposes the bare figure', async () => {
    const { report } = await readSeed('yilan-2020');
    expect(report.cells['t2.procurement/amount']).toEqual({
      state: 'value',
      value: 16.877,
      raw: '16.877万元',
      unit: '万元',
    });
    const finding = evaluateReport({ report, settings: DEFAULT_SETTINGS }).find(
      ({ rule, status }) => rule === 'AR-CEL-03' && status === 'fail',
    );
    expect(finding?.suggestion?.cells).toEqual([{ cell: 't2.procurement/amount', value: 16.877 }]);
  });
});

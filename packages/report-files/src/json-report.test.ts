import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleReport, troubledReport } from '../test/sample-reports.ts';
import { fromJsonReport, toJsonReport } from './json-report.ts';
import { ReadFailure } from './read-error.ts';
import type { ReadReport } from './read-report.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../schemas/report-read.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const read = (report = troubledReport()): ReadReport => ({
  format: 'docx',
  report: {
    ...report,
    structure: {
      headings: [{ section: 's1', text: '一、总体情况' }],
      tables: [
        {
          table: 't3',
          missingRows: ['t3.granted'],
          duplicateRows: [],
          extraRows: ['（八）别的'],
          deviatingLabels: [],
          flattened: false,
        },
      ],
      leftovers: [{ section: 's5', text: '[bookmark: _GoBack]' }],
    },
  },
  provenance: { 't3.granted/total': { page: 2, table: 2, row: 5, column: 10 } },
  notes: [{ kind: 'guessed', code: 'pdf.rows-joined', message: '跨页行已拼接。', place: { page: 3 } }],
});

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function refusal(value: unknown): string {
  try {
    fromJsonReport(value);
  } catch (error) {
    if (error instanceof ReadFailure) return error.failure.message;
    throw error;
  }
  return 'accepted';
}

describe('toJsonReport and fromJsonReport', () => {
  it.each([
    ['2021 form', troubledReport()],
    ['2019 form', troubledReport({ year: 2020 })],
    ['mixed forms', sampleReport({ tableForms: { t2: '2021', t3: '2019', t4: '2021' } })],
    ['one table only', sampleReport({ tableForms: { t4: '2021' } })],
  ])('loses nothing: %s', (_, report) => {
    const before = read(report);
    expect(fromJsonReport(throughText(toJsonReport(before)))).toEqual(before);
  });

  it('prints the contract first and in its order', () => {
    const json = toJsonReport(read());
    expect(Object.keys(json).slice(0, 7)).toEqual([
      'title',
      'organ',
      'reportYear',
      'formVersion',
      'sections',
      'cells',
      'notes',
    ]);
    expect(json.sections.s5?.text).toBe(
      '存在的主要问题：一是政策解读形式不够丰富；二是基层公开标准化水平有待提高。\n改进措施：一是增加图解、视频等解读方式；二是加强业务培训，按季度开展检查。',
    );
    expect(JSON.stringify(json.cells['t2.fees/amountWan'])).toBe(
      '{"value":16.877,"raw":"16.877万元","state":"value","unit":"万元"}',
    );
  });

  it('names the form of table three, else of table two, else of table four', () => {
    const version = (tableForms: object): unknown =>
      toJsonReport(read(sampleReport({ tableForms }))).formVersion;
    expect(version({ t2: '2021', t3: '2019', t4: '2021' })).toBe('2019');
    expect(version({ t2: '2019', t4: '2021' })).toBe('2019');
    expect(version({ t4: '2021' })).toBe('2021');
    expect(version({})).toBeNull();
  });

  it('reads cells alone and takes the form from the year', () => {
    const { report, format } = fromJsonReport({
      reportYear: 2019,
      cells: { 't3.granted/total': { value: 3, raw: '3', state: 'value' } },
    });
    expect(format).toBe('json');
    expect(report.tableForms).toEqual({ t3: '2019' });
    expect(report.title).toBeNull();
  });
});

describe('malformed JSON is refused by path', () => {
  const cell = (value: unknown): unknown => ({ cells: { 't3.granted/total': value } });
  it.each([
    [[], '（根）'],
    [{}, '“cells”应为对象'],
    [{ cells: [] }, '“cells”应为对象'],
    [cell(3), '“cells.t3.granted/total”应为对象'],
    [cell({ value: '3', raw: '3', state: 'value' }), '“cells.t3.granted/total.value”应为数值'],
    [cell({ value: 3, raw: '', state: 'blank' }), '“cells.t3.granted/total.value”应为 null'],
    [cell({ value: 3, raw: 3, state: 'value' }), '“cells.t3.granted/total.raw”应为文字'],
    [cell({ value: 3, raw: '3', state: 'zero' }), '“cells.t3.granted/total.state”'],
    [cell({ value: 3, raw: '3', state: 'value', unit: 1 }), '“cells.t3.granted/total.unit”应为文字'],
    [{ cells: { 't3.nonsense/total': {} } }, '“cells 第1项”应为统一格式中的单元格'],
    [JSON.parse('{"cells":{"__proto__":{"value":1}}}'), '“cells 第1项”'],
    [{ cells: {}, title: 1 }, '“title”应为文字或 null'],
    [{ cells: {}, reportYear: 2020.5 }, '“reportYear”应为整数'],
    [{ cells: {}, formVersion: '2020' }, '“formVersion”'],
    [{ cells: {}, tableForms: { t3: '2020' } }, '“tableForms.t3”'],
    [{ cells: {}, sections: { s1: { heading: '一、' } } }, '“sections.s1.text”应为文字'],
    [{ cells: {}, sections: { s7: {} } }, '“sections”应为 s1 至 s6'],
    [{ cells: {}, signature: { date: '2024-02-30' } }, '“signature.date”'],
    [{ cells: {}, preamble: '前言' }, '“preamble”应为文字数组'],
    [{ cells: {}, notes: [{ kind: 'x' }] }, '“notes”'],
    [{ cells: {}, provenance: { 't3.granted/total': { page: 'one' } } }, '“provenance.t3.granted/total”'],
    [{ cells: {}, structure: {} }, '“structure”'],
    [{ cells: {}, organKind: 'village' }, '“organKind”'],
    [{ cells: {}, format: 'odt' }, '“format”'],
  ])('%j', (value, expected) => {
    expect(refusal(value)).toContain(expected);
  });

  it('does not repeat what the file says', () => {
    expect(refusal({ cells: { 张三: {} } })).not.toContain('张三');
  });
});

describe('report-read.schema.json', () => {
  it.each([
    ['a report of 2021', toJsonReport(read())],
    ['a report of 2019', toJsonReport(read(troubledReport({ year: 2019 })))],
    [
      'several files',
      [toJsonReport(read()), { file: 'a.doc', error: { code: 'encrypted', message: '已加密' } }],
    ],
  ])('accepts %s', (_, json) => {
    expect(validate(throughText(json)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['a missing key', { ...toJsonReport(read()), notes: undefined }],
    [
      'a blank with a value',
      { ...toJsonReport(read()), cells: { 't3.granted/total': { value: 0, raw: '', state: 'blank' } } },
    ],
    ['an unknown form', { ...toJsonReport(read()), formVersion: '2008' }],
  ])('refuses %s', (_, json) => {
    expect(validate(throughText(json))).toBe(false);
  });
});

describe('file properties', () => {
  it('are not passed on: they may name people', () => {
    const { report, ...rest } = read();
    const structure = { headings: [], tables: [], leftovers: [], properties: { author: '张三' } };
    expect(JSON.stringify(toJsonReport({ ...rest, report: { ...report, structure } }))).not.toContain('张三');
  });
});

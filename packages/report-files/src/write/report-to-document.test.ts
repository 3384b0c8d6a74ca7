import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import { describe, expect, it } from 'vitest';
import { sampleReport, troubledReport } from '../../test/sample-reports.ts';
import { reportToDocument } from './report-to-document.ts';

const tableOf = (report = troubledReport(), id = 's3') => {
  const table = reportToDocument(report).sections.find((section) => section.id === id)?.table;
  if (!table) throw new Error(`no table in ${id}`);
  return table;
};

describe('reportToDocument', () => {
  it('covers every slot of every table exactly once', () => {
    for (const year of [2020, 2023]) {
      for (const { table } of reportToDocument(sampleReport({ year })).sections) {
        if (!table) continue;
        const slots = table.rows.flat().flatMap((cell) =>
          Array.from({ length: cell.rowSpan * cell.colSpan }, (_, index) => {
            const row = cell.row + Math.floor(index / cell.colSpan);
            return `${row}/${cell.column + (index % cell.colSpan)}`;
          }),
        );
        expect(new Set(slots).size).toBe(slots.length);
        expect(slots.length).toBe(table.rows.length * table.columns);
      }
    }
  });

  it('shows figures with their unit, blanks as blanks and remarks below the table', () => {
    const table = tableOf(troubledReport(), 's2');
    const texts = table.rows.flat().map((cell) => cell.text);
    expect(texts).toContain('16.877万元');
    expect(texts).toContain('64');
    expect(texts.filter((text) => text === '')).toHaveLength(1);
    expect(table.notes).toEqual(['注：行政规范性文件“本年制发件数”：其中修订16件。']);
  });

  it('leaves a unit and a remark in the cell where they were printed, and repairs nothing', () => {
    const made: CellValue = {
      state: 'value',
      value: 64,
      raw: '64（其中修订16件）',
      footnote: '其中修订16件',
    };
    const report = sampleReport();
    const table = tableOf({ ...report, cells: { 't2.normativeDocument/made': made } }, 's2');
    expect(table.rows.flat().map((cell) => cell.text)).toContain('64（其中修订16件）');
    expect(table.notes).toEqual([]);
  });

  it('keeps what was printed: 70.80 stays 70.80, "/" stays "/", words stay words', () => {
    const report = sampleReport();
    const texts = tableOf(
      {
        ...report,
        cells: {
          't2.fees/amountWan': { state: 'value', value: 70.8, raw: ' 70.80 ' },
          't2.licensing/decisions': { state: 'blank', value: null, raw: '/' },
          't2.coercion/decisions': { state: 'text', value: null, raw: '详见附件' },
          't2.penalties/decisions': { state: 'value', value: 0.000001, raw: '０.000001' },
          't2.administrativeRule/made': { state: 'value', value: 1234, raw: '1,234' },
        },
      },
      's2',
    )
      .rows.flat()
      .filter((cell) => cell.role === 'figure')
      .map((cell) => cell.text);
    expect(texts).toEqual(['1234', '', '', '', '', '', '/', '0.000001', '详见附件', '70.80']);
  });

  it('prints each table on its own form', () => {
    const report = sampleReport({ tableForms: { t2: '2021', t3: '2019', t4: '2021' } });
    expect(
      tableOf(report, 's2')
        .rows.flat()
        .map((cell) => cell.text),
    ).toContain('现行有效件数');
    expect(tableOf(report, 's3').rows.length).toBe(3 + 23);
  });

  it('leaves out what the report does not have', () => {
    const document = reportToDocument({
      ...sampleReport(),
      title: null,
      tableForms: { t4: '2021' },
      sections: { s1: { heading: '一、总体情况', paragraphs: ['无'] } },
      signature: null,
    });
    expect(document.sections.map(({ id, heading }) => [id, heading])).toEqual([
      ['s1', '一、总体情况'],
      ['s4', null],
    ]);
    expect(document.signature).toEqual([]);
    expect(document.title).toBeNull();
  });

  it("keeps the source's own notes under the table", () => {
    const report = sampleReport();
    const section = reportToDocument({
      ...report,
      sections: { s2: { heading: '二、', paragraphs: ['有关数据如下：', '注：含下属单位。'] } },
    }).sections.find(({ id }) => id === 's2');
    expect(section?.paragraphs).toEqual(['有关数据如下：']);
    expect(section?.closing).toEqual(['注：含下属单位。']);
  });

  it('drops characters that no format can hold', () => {
    const report = sampleReport();
    const document = reportToDocument({
      ...report,
      title: '年\u0000报\uD800',
      preamble: ['一\u0008二\uFFFE𠮷\t三'],
      cells: { 't4.reconsideration/total': { state: 'text', value: null, raw: '零\u001B' } },
    });
    expect(document.title).toBe('年报');
    expect(document.preamble).toEqual(['一二𠮷\t三']);
    expect(JSON.stringify(document.sections)).toContain('"零"');
  });

  it('writes a signature without printed text from its parts', () => {
    const report = sampleReport();
    const { signature } = report;
    if (!signature) throw new Error('sample without signature');
    expect(reportToDocument({ ...report, signature: { ...signature, raw: '' } }).signature).toEqual([
      '昭和县人民政府办公室',
      '2024年1月20日',
    ]);
  });
});

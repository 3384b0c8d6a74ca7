import { expect, test } from 'vitest';
import { cleanReport, withCells } from '../../test/build-report.ts';
import { aggregateReports } from './aggregate.ts';
import { aggregatedReport } from './aggregated-report.ts';

const forms = { t2: '2021', t3: '2021', t4: '2021' } as const;
const head = { organ: '某某县人民政府', reportYear: 2023, version: '2021' } as const;

test('the report of the sums says itself who is missing and which figures are incomplete', () => {
  const members = [
    { unit: '甲镇', report: cleanReport() },
    { unit: '乙镇', report: withCells(cleanReport(), { 't2.licensing/decisions': null }) },
    { unit: '丙镇', report: null },
  ];
  const report = aggregatedReport(aggregateReports(members, forms), head);
  const one = cleanReport().cells['t3.newlyReceived/total']?.value ?? 0;
  expect(report.cells['t3.newlyReceived/total']?.value).toBe(2 * one);
  expect(report.preamble).toEqual([
    '以下数据由2个单位2023年度报告逐格汇总。',
    '本汇总不含以下未报送单位：丙镇。',
    '另有1格因部分单位空白或不是数字，合计不完整，涉及：乙镇。',
  ]);
});

test('a cell in which nobody could be counted stays blank', () => {
  const blank = withCells(cleanReport(), { 't2.licensing/decisions': null });
  const report = aggregatedReport(aggregateReports([{ unit: '甲镇', report: blank }], forms), head);
  expect(report.cells['t2.licensing/decisions']).toEqual({ state: 'blank', value: null, raw: '' });
  expect(report.sections.s1).toEqual({ heading: '一、总体情况', paragraphs: [] });
});

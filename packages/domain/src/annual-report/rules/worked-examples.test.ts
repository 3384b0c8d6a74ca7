/** Published reports of annual-report.md §11, as far as figures, form and dates are concerned. */
import { describe, expect, test } from 'vitest';
import {
  cleanContext,
  cleanReport,
  earlierReport,
  withCell,
  withCells,
  withText,
  zeroed,
} from '../../../test/build-report.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { parseCell } from '../parse-cell.ts';
import type { AnnualReport } from '../report.ts';
import { evaluateReport } from './evaluate.ts';
import type { CheckContext, Finding, RuleClass } from './rule.ts';

function failures(report: AnnualReport, classes: readonly RuleClass[], more: Partial<CheckContext> = {}) {
  const context = { ...cleanContext(), report, ...more };
  return evaluateReport(context).filter(
    ({ rule, status }) => status === 'fail' && classes.some((name) => rule.startsWith(`AR-${name}-`)),
  );
}

const rules = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule);
const zero = (version: '2019' | '2021' = '2021') => zeroed(cleanReport(version));

describe('worked examples', () => {
  test('1: totals of table four left at 0 get the sum proposed', () => {
    const report = withCells(zero(), {
      't4.reconsideration/upheld': 10,
      't4.reconsideration/rectified': 1,
      't4.litigationAfterReconsideration/upheld': 5,
    });
    const found = failures(report, ['T4']);
    expect(rules(found)).toEqual([
      'AR-T4-SUM/t4.reconsideration',
      'AR-T4-SUM/t4.litigationAfterReconsideration',
    ]);
    expect(found.map(({ suggestion }) => suggestion?.cells)).toEqual([
      [{ cell: 't4.reconsideration/total', value: 11 }],
      [{ cell: 't4.litigationAfterReconsideration/total', value: 5 }],
    ]);
  });

  test('2: a row counted twice breaks the sums of two columns and nothing else', () => {
    const figures = { granted: 6, partiallyGranted: 6, a: 4, b: 3, c: 3, d: 4 };
    const rows = {
      't3.granted': figures.granted,
      't3.partiallyGranted': figures.partiallyGranted,
      't3.refused.stateSecret': figures.a,
      't3.refused.internalAffairs': figures.b,
      't3.unavailable.notHeld': figures.c,
      't3.notProcessed.duplicate': figures.d,
      't3.resultTotal': 20,
      't3.newlyReceived': 20,
    };
    const cells = Object.entries(rows).flatMap(([row, figure]) => [
      [`${row}/naturalPerson`, figure],
      [`${row}/total`, figure],
    ]);
    const found = failures(withCells(zero('2019'), Object.fromEntries(cells)), ['T3']);
    expect(rules(found)).toEqual(['AR-T3-SUM/naturalPerson', 'AR-T3-SUM/total']);
    expect(found.map(({ difference }) => difference)).toEqual([6, 6]);
  });

  test('3: one case in two columns breaks two balances, and the total column is silent', () => {
    const report = withCells(zero(), {
      't3.newlyReceived/naturalPerson': 60,
      't3.newlyReceived/otherOrganization': 2,
      't3.newlyReceived/total': 62,
      't3.granted/naturalPerson': 61,
      't3.granted/otherOrganization': 1,
      't3.granted/total': 62,
      't3.resultTotal/naturalPerson': 61,
      't3.resultTotal/otherOrganization': 1,
      't3.resultTotal/total': 62,
    });
    const found = failures(report, ['T3']);
    expect(rules(found)).toEqual(['AR-T3-BAL/naturalPerson', 'AR-T3-BAL/otherOrganization']);
    expect(found.map(({ difference }) => difference)).toEqual([-1, 1]);
  });

  test('4: a blank total is a blank; the tie-outs fix it to 1', () => {
    const report = withCell(cleanReport(), 't3.carriedForward/total', null);
    const context = { ...cleanContext(), report };
    const findings = evaluateReport(context);
    const blank = findings.find(({ rule, status }) => rule === 'AR-CEL-01' && status === 'fail');
    expect(blank?.suggestion).toMatchObject({
      certainty: 'certain',
      cells: [{ cell: 't3.carriedForward/total', value: 1 }],
    });
    expect(findings.find(({ rule }) => rule === 'AR-T3-BAL/total')?.status).toBe('notEvaluated');
  });

  test('5: dozens of blanks are one finding, and with 0 everything holds', () => {
    const empty = Object.keys(cleanReport('2019').cells).filter(
      (id) => id.startsWith('t3') && cleanReport('2019').cells[id as 't3.granted/total']!.value === 0,
    );
    const report = withCells(cleanReport('2019'), Object.fromEntries(empty.map((id) => [id, null])));
    const context = { ...cleanContext('2019'), report };
    expect(rules(evaluateReport(context).filter(({ status }) => status === 'fail'))).toEqual(['AR-CEL-01']);
    const assumed = evaluateReport(context, { treatBlankAsZero: true });
    expect(
      assumed.filter(({ rule }) => rule.startsWith('AR-T3')).every(({ status }) => status === 'pass'),
    ).toBe(true);
  });

  test('6: signed on 31 December of the year itself', () => {
    const signature = { organ: null, date: civilDate(2019, 12, 31)!, raw: '2019年12月31日' };
    const report = { ...cleanReport('2019', 2019), signature };
    const [finding, ...others] = failures(report, ['FRM'], { previous: earlierReport('2019', 2018) });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'AR-FRM-07', left: '2019-12-31', right: '2020-01-01' });
  });

  test('11: a stock that does not follow from last year', () => {
    const report = withCells(zero(), {
      't2.normativeDocument/made': 77,
      't2.normativeDocument/repealed': 132,
      't2.normativeDocument/inForce': 470,
    });
    const previous = withCell(earlierReport(), 't2.normativeDocument/inForce', 698);
    const [finding] = failures(report, ['T2'], { previous });
    expect(finding).toMatchObject({
      rule: 'AR-T2-02',
      message: '表二 行政规范性文件：上年有效698＋制发77－废止132＝643，填报470，相差173。',
    });
  });

  test.each([
    [420, 61, 59, 422],
    [12, 3, 0, 15],
  ])('12: %d + %d − %d = %d passes', (before, made, repealed, inForce) => {
    const report = withCells(zero(), {
      't2.normativeDocument/made': made,
      't2.normativeDocument/repealed': repealed,
      't2.normativeDocument/inForce': inForce,
    });
    const previous = withCell(earlierReport(), 't2.normativeDocument/inForce', before);
    expect(failures(report, ['T2'], { previous })).toEqual([]);
  });

  test.each([
    ['t2.procurement/amount', '16.877万元', ['AR-CEL-03'], 16.877, 'certain'],
    ['t2.procurement/amount', '251000元', ['AR-CEL-03'], 251_000, 'certain'],
    ['t2.normativeDocument/newlyMade', '2（其中修订1件）', ['AR-CEL-03'], 2, 'likely'],
    ['t2.licensing/change', '减4', ['AR-CEL-05'], -4, 'certain'],
  ] as const)('13: %s “%s” → %j', (cell, raw, expected, value, certainty) => {
    const type = cell.endsWith('change')
      ? 'signedCount'
      : cell.endsWith('amount')
        ? 'amountWithUnit'
        : 'count';
    const report = withCell(cleanReport('2019'), cell, parseCell(raw, type));
    const found = failures(report, ['CEL'], cleanContextOf('2019'));
    expect(rules(found)).toEqual(expected);
    expect(found[0]!.suggestion).toMatchObject({ certainty, cells: [{ cell, value }] });
  });

  test('14: a township with 规章 1/1/1', () => {
    const report = withCells(zero(), {
      't2.administrativeRule/made': 1,
      't2.administrativeRule/repealed': 1,
      't2.administrativeRule/inForce': 1,
    });
    expect(failures(report, ['T2']).find(({ rule }) => rule === 'AR-T2-01')).toMatchObject({
      message: '本单位无规章制定权，规章应为0：1、1、1。',
      suggestion: { cells: [{ value: 0 }, { value: 0 }, { value: 0 }] },
    });
  });

  test('15: a township of 2022 on the 2019 form', () => {
    const found = failures(cleanReport('2019', 2022), ['FRM']);
    expect(found.map(({ message, severity }) => [severity, message])).toEqual([
      ['block', '2022年度应使用2021版格式，检测到2019版（表二）。'],
      ['block', '2022年度应使用2021版格式，检测到2019版（表三）。'],
    ]);
  });

  test('21: a jump of licences', () => {
    const report = withCell(cleanReport(), 't2.licensing/decisions', 9487);
    const previous = withCell(earlierReport(), 't2.licensing/decisions', 550);
    expect(failures(report, ['PLS'], { previous })).toMatchObject([
      {
        rule: 'AR-PLS-01',
        message: '表二 行政许可 本年处理决定数量较上年变化较大：上年550，本年9487（为上年的17.25倍）。',
      },
    ]);
  });

  test.each([
    [12, 0, '本年没有'],
    [0, 12, '上年没有'],
    [80, 12, '为上年的15%'],
    [12, 80, '为上年的6.67倍'],
  ])('a jump from %d to %d in words', (before, now, words) => {
    const [previous, report] = [earlierReport(), cleanReport()].map((one, index) =>
      withCell(one, 't2.licensing/decisions', index === 0 ? before : now),
    );
    expect(failures(report!, ['PLS'], { previous: previous! })).toMatchObject([
      {
        rule: 'AR-PLS-01',
        message: `表二 行政许可 本年处理决定数量较上年变化较大：上年${before}，本年${now}（${words}）。`,
      },
    ]);
  });

  test('grounds that the text leaves out are nothing to mark in the table', () => {
    const silent = withText(cleanReport(), 's1', ['无。']);
    const found = failures(silent, ['PLS']).find(({ rule }) => rule === 'AR-PLS-09');
    expect(found).toMatchObject({ cells: [], passage: { section: 's1' } });
  });

  test.each([
    ['township', 3, 26, '2024年1月31日'],
    ['cityGovernment', 3, 12, '2024年3月10日'],
  ] as const)('22: a %s on %d-%d is late', (organKind, month, day, due) => {
    const report = cleanReport();
    const signature = { ...report.signature!, date: civilDate(2024, month, day)! };
    expect(failures({ ...report, organKind, signature }, ['DDL'])).toMatchObject([
      { rule: 'AR-DDL-01', message: `应于${due}前报送并公布。` },
    ]);
  });
});

function cleanContextOf(version: '2019' | '2021'): Partial<CheckContext> {
  const { previous, asOf } = cleanContext(version);
  return { ...(previous && { previous }), ...(asOf && { asOf }) };
}

import { describe, expect, test } from 'vitest';
import { addTo, cleanContext, withCell, withCells, zeroed } from '../../../test/build-report.ts';
import { twoMembers } from '../../../test/mutations/aggregation-mutations.ts';
import { AGGREGATION_RULES } from './aggregation-rules.ts';
import { evaluateReport } from './evaluate.ts';
import type { CheckContext, MemberReport } from './rule.ts';

const clean = cleanContext();
const [first, second] = twoMembers(clean.report);

function findings(members: readonly MemberReport[], context: CheckContext = clean) {
  return evaluateReport({ ...context, members }, { rules: AGGREGATION_RULES });
}

const of = (rule: string, members: readonly MemberReport[], context?: CheckContext) =>
  findings(members, context).filter((finding) => finding.rule === rule);

test('without members nothing is judged', () => {
  expect(evaluateReport(clean, { rules: AGGREGATION_RULES }).map(({ status }) => status)).toEqual(
    Array.from({ length: 4 }, () => 'notEvaluated'),
  );
});

test('the sum of its members passes', () => {
  expect(findings([first, second]).map(({ rule, status }) => [rule, status])).toEqual([
    ['AR-AGG-01', 'pass'],
    ['AR-AGG-02', 'pass'],
    ['AR-AGG-03', 'pass'],
    ['AR-AGG-04', 'pass'],
  ]);
});

describe('AR-AGG-01', () => {
  test('one finding per differing cell, with both sides and the difference', () => {
    const more = withCells(zeroed(clean.report), { 't2.licensing/decisions': 4, 't2.fees/amountWan': 0.1 });
    const found = of('AR-AGG-01', [first, { ...second, report: more }]);
    expect(found).toMatchObject([
      {
        status: 'fail',
        cells: ['t2.licensing/decisions'],
        left: 30,
        right: 34,
        difference: -4,
        message: '表二 行政许可 本年处理决定数量：本级汇总30，成员合计34，相差4。',
      },
      {
        status: 'fail',
        cells: ['t2.fees/amountWan'],
        left: 3.25,
        right: 3.35,
        difference: -0.1,
        message:
          '表二 行政事业性收费 本年收费金额（单位：万元）：本级汇总3.25万元，成员合计3.35万元，相差0.1万元。',
      },
    ]);
  });

  test('a member without a figure makes the cell incomplete, not wrong', () => {
    const blank = withCell(zeroed(clean.report), 't2.licensing/decisions', null);
    const found = of('AR-AGG-01', [first, { ...second, report: blank }]);
    expect(found).toMatchObject([
      {
        status: 'notEvaluated',
        cells: ['t2.licensing/decisions'],
        note: '汇总不完整：清河镇该格为空',
      },
    ]);
  });

  test('while a member is missing no cell is judged, even one that already differs', () => {
    const context = { ...clean, report: addTo(clean.report, 't2.penalties/decisions', -1) };
    const found = of('AR-AGG-01', [first, { unit: '清河镇', report: null }], context);
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['notEvaluated']));
    expect(found.flatMap(({ cells }) => cells)).toHaveLength(200);
    expect(found.map(({ note }) => note)).toEqual(
      Array.from({ length: 3 }, () => '汇总不完整：清河镇未报送'),
    );
  });

  test("the report's own blank is not judged, and shown the sum", () => {
    const context = { ...clean, report: withCell(clean.report, 't4.litigationDirect/total', null) };
    expect(of('AR-AGG-01', [first, second], context)).toMatchObject([
      { status: 'notEvaluated', right: 1, missing: ['t4.litigationDirect/total'] },
    ]);
  });

  test('amounts in 元 and 万元 are one and the same', () => {
    const context = cleanContext('2019');
    const inYuan = withCell(context.report, 't2.procurement/amount', {
      value: 355_000,
      raw: '355000元',
      unit: '元',
    });
    const members = [
      { unit: '柳林镇', report: inYuan },
      { unit: '清河镇', report: zeroed(context.report) },
    ];
    expect(of('AR-AGG-01', members, context)).toMatchObject([{ status: 'pass' }]);
  });
});

test('AR-AGG-02 names every unit that has not reported, each once', () => {
  const missing = ['东关街道', '东关 街道', '西关街道'].map((unit) => ({ unit, report: null }));
  expect(of('AR-AGG-02', [first, ...missing])[0]?.message).toBe('未报送单位：东关街道、西关街道。');
});

test('AR-AGG-02: a unit of the list whose report came is not missing', () => {
  expect(of('AR-AGG-02', [{ unit: first.unit, report: null }, first])[0]?.status).toBe('pass');
  expect(of('AR-AGG-04', [{ unit: first.unit, report: null }, first])[0]?.status).toBe('pass');
});

test('AR-AGG-03 names each vertical-system unit', () => {
  const units = ['县税务局', '县气象局'].map((unit) => ({
    unit,
    report: first.report,
    verticalSystem: true,
  }));
  const messages = of('AR-AGG-03', [first, second, ...units]).map(({ message }) => message);
  expect(messages).toEqual([
    '县税务局为垂直领导单位，不应纳入汇总。',
    '县气象局为垂直领导单位，不应纳入汇总。',
  ]);
});

test('AR-AGG-04 names a unit once however often it is repeated', () => {
  const found = of('AR-AGG-04', [first, second, { ...first, unit: '柳林　镇' }, first]);
  expect(found.map(({ status, message }) => [status, message])).toEqual([['fail', '柳林镇重复汇总。']]);
});

test('AR-AGG-04: two units of one name are two where their organs are known', () => {
  const both = ['organ-1', 'organ-2'].map((key) => ({ ...first, unit: '卫生院', key }));
  expect(of('AR-AGG-04', both).map(({ status }) => status)).toEqual(['pass']);
  expect(of('AR-AGG-04', [...both, ...both.slice(0, 1)]).map(({ message }) => message)).toEqual([
    '卫生院重复汇总。',
  ]);
});

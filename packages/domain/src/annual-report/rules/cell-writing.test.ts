import { describe, expect, test } from 'vitest';
import { cleanContext, withCell } from '../../../test/build-report.ts';
import type { CellId } from '../ids.ts';
import { parseCell } from '../parse-cell.ts';
import { CELL_RULES } from './cell-rules.ts';
import { amountInWan } from './cell-writing.ts';
import { evaluateReport } from './evaluate.ts';

function failing(version: '2019' | '2021', cell: CellId, raw: string, type: Parameters<typeof parseCell>[1]) {
  const context = cleanContext(version);
  const report = withCell(context.report, cell, parseCell(raw, type));
  return evaluateReport({ ...context, report }, { rules: CELL_RULES }).filter(
    ({ status }) => status === 'fail',
  );
}

describe('writing of cells', () => {
  test.each([
    ['12', []],
    [' 12\n', []],
    ['１２', ['AR-CEL-02']],
    ['1,234', ['AR-CEL-02']],
    ['-3', ['AR-CEL-02']],
    ['3.5', ['AR-CEL-02']],
    ['详见附件', ['AR-CEL-02']],
    ['12件', ['AR-CEL-03']],
    ['/', ['AR-CEL-01']],
    ['', ['AR-CEL-01']],
  ])('count %j → %j', (raw, rules) => {
    expect(failing('2021', 't2.licensing/decisions', raw, 'count').map(({ rule }) => rule)).toEqual(rules);
  });

  test.each([
    ['0.000001', []],
    ['0.0000001', ['AR-CEL-04']],
    ['-1', ['AR-CEL-04']],
    ['25.1万元', ['AR-CEL-03']],
    ['251000元', ['AR-CEL-03', 'AR-CEL-04']],
    ['未收费', ['AR-CEL-04']],
  ])('fees %j → %j', (raw, rules) => {
    expect(failing('2021', 't2.fees/amountWan', raw, 'amountWan').map(({ rule }) => rule)).toEqual(rules);
  });

  test('元 in the 万元 cell is converted as a proposal only', () => {
    const [words, unit] = failing('2021', 't2.fees/amountWan', '251000元', 'amountWan');
    expect(words!.suggestion).toBeUndefined();
    expect(unit!.suggestion).toMatchObject({ certainty: 'likely', cells: [{ value: 25.1 }] });
  });

  test.each([
    ['-15', []],
    ['+3', []],
    ['0', []],
    ['减4', ['AR-CEL-05']],
    ['１５', ['AR-CEL-05']],
    ['1.5', ['AR-CEL-05']],
  ])('change %j → %j', (raw, rules) => {
    expect(failing('2019', 't2.licensing/change', raw, 'signedCount').map(({ rule }) => rule)).toEqual(rules);
  });

  test.each([
    ['0', []],
    ['35.5', ['AR-CEL-06']],
    ['35.5万元', ['AR-CEL-03']],
  ])('procurement %j → %j', (raw, rules) => {
    const found = failing('2019', 't2.procurement/amount', raw, 'amountWithUnit');
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });

  test.each([
    [251_000, '元', 25.1],
    [0.01, '元', 0.000001],
    [0.001, '元', undefined],
    [2, '亿元', 20_000],
    [3, '美元', undefined],
  ])('%d %s is %s 万元', (value, unit, amount) => {
    expect(amountInWan(value, unit)).toBe(amount);
  });
});

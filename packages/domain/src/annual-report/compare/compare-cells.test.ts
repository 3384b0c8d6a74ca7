import { describe, expect, test } from 'vitest';
import { cleanReport, withCell, withCells } from '../../../test/build-report.ts';
import type { CellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { type CellComparison, compareCells } from './compare-cells.ts';

const clean = cleanReport('2021');

function compared(a: AnnualReport, b: AnnualReport, cell: CellId): CellComparison | undefined {
  const found = compareCells(a, b).filter((comparison) => comparison.cell === cell);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}

test('a report against itself: every cell once, in form order, all equal', () => {
  const cells = compareCells(clean, clean);
  expect(cells).toHaveLength(200);
  expect(new Set(cells.map(({ change }) => change))).toEqual(new Set(['equal']));
  expect(cells[0]?.cell).toBe('t2.administrativeRule/made');
  expect(cells.at(-1)?.cell).toBe('t4.litigationAfterReconsideration/total');
});

test('a changed figure: both sides, difference and ratio', () => {
  const later = withCell(clean, 't2.licensing/decisions', 45);
  expect(compared(clean, later, 't2.licensing/decisions')).toEqual({
    cell: 't2.licensing/decisions',
    name: '表二 行政许可 本年处理决定数量',
    change: 'changed',
    a: { cells: ['t2.licensing/decisions'], value: 30, state: 'value', raw: '30' },
    b: { cells: ['t2.licensing/decisions'], value: 45, state: 'value', raw: '45' },
    difference: 15,
    ratio: 1.5,
  });
  expect(
    compared(withCell(clean, 't2.licensing/decisions', 0), later, 't2.licensing/decisions')?.ratio,
  ).toBeNull();
});

describe('a blank is not a zero', () => {
  const zero = withCell(clean, 't3.granted/total', 0);
  const blank = withCell(clean, 't3.granted/total', null);
  const words = withCell(clean, 't3.granted/total', { state: 'text', raw: '见附件' });

  test.each([
    ['blank → zero', blank, zero, 'filledIn'],
    ['zero → blank', zero, blank, 'emptied'],
    ['blank → blank', blank, blank, 'noFigures'],
    ['blank → words', blank, words, 'noFigures'],
    ['zero → zero', zero, zero, 'equal'],
  ])('%s', (_, a, b, change) => {
    expect(compared(a, b, 't3.granted/total')).toMatchObject({ change });
  });

  test('no difference is worked out of a blank', () => {
    expect(compared(blank, zero, 't3.granted/total')).toMatchObject({
      a: { value: null, state: 'blank' },
      b: { value: 0, state: 'value' },
      difference: null,
      ratio: null,
    });
  });

  test('a cell the source does not have', () => {
    const { 't3.granted/total': _, ...cells } = clean.cells;
    expect(compared({ ...clean, cells }, clean, 't3.granted/total')).toMatchObject({
      change: 'filledIn',
      a: { state: 'absent' },
    });
  });
});

test('a table that only one report has', () => {
  const { t4: _, ...tableForms } = clean.tableForms;
  const without = { ...clean, tableForms };
  expect(compareCells(clean, without).filter(({ change }) => change === 'onlyInA')).toHaveLength(15);
  expect(compareCells(without, clean).filter(({ change }) => change === 'onlyInB')).toHaveLength(15);
});

describe('across forms', () => {
  const earlier = cleanReport('2019');

  test('cells of one meaning are compared, the others stand alone', () => {
    const cells = compareCells(earlier, clean);
    const onlyIn = (change: string) => cells.filter((cell) => cell.change === change).map(({ cell }) => cell);
    expect(onlyIn('onlyInA')).toHaveLength(19);
    expect(onlyIn('onlyInB')).toEqual([
      't2.administrativeRule/made',
      't2.administrativeRule/repealed',
      't2.administrativeRule/inForce',
      't2.normativeDocument/made',
      't2.normativeDocument/repealed',
      't2.normativeDocument/inForce',
      't2.fees/amountWan',
    ]);
    expect(cells.filter(({ change }) => change === 'equal')).toHaveLength(3 + 161 + 15);
  });

  test('the split （六） of 2021 is added up against the one row of 2019, whichever comes first', () => {
    const later = withCells(clean, { 't3.otherHandling.other/total': 4 });
    const parts = ['correctionLapsed', 'feeUnpaid', 'other'].map((part) => `t3.otherHandling.${part}/total`);
    expect(compared(earlier, later, 't3.otherHandling/total')).toMatchObject({
      name: '表三 第三项（六）其他处理 总计',
      change: 'changed',
      a: { value: 1 },
      b: { cells: parts, value: 5, raw: '1+0+4' },
      difference: 4,
    });
    expect(compared(later, earlier, 't3.otherHandling/total')).toMatchObject({
      a: { cells: parts, value: 5 },
      b: { value: 1 },
      difference: -4,
    });
  });
});

describe('amounts', () => {
  const form2019 = cleanReport('2019');
  const amount = (value: number, unit?: string) =>
    withCell(form2019, 't2.procurement/amount', {
      value,
      raw: `${value}${unit ?? ''}`,
      ...(unit && { unit }),
    });

  test('元 and 万元 are compared in 万元', () => {
    expect(compared(amount(355_000, '元'), amount(35.6, '万元'), 't2.procurement/amount')).toMatchObject({
      a: { value: 35.5, raw: '355000元' },
      difference: 0.1,
    });
  });

  test('an amount without a unit is not compared', () => {
    expect(compared(amount(355_000), amount(35.6, '万元'), 't2.procurement/amount')).toMatchObject({
      change: 'filledIn',
      a: { value: null, state: 'unitUnknown', raw: '355000' },
      difference: null,
    });
  });
});

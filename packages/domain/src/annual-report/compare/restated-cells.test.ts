import { describe, expect, test } from 'vitest';
import { cleanReport, withCell } from '../../../test/build-report.ts';
import type { AnnualReport, CellValue } from '../report.ts';
import { restatedParts } from './restated-cells.ts';

const clean = cleanReport('2021');
const CELL = 't2.licensing/decisions';

const written = (report: AnnualReport, raw: string): AnnualReport => {
  const cell: CellValue = { state: raw === '' ? 'blank' : 'text', value: null, raw };
  return { ...report, cells: { ...report.cells, [CELL]: cell } };
};

describe('what a restatement changed', () => {
  test('nothing against itself', () => {
    expect(restatedParts(clean, clean)).toEqual({ cells: [], hasTextChanges: false });
  });

  test.each([
    ['a figure', clean, withCell(clean, CELL, 45), '30', '45'],
    ['a figure where nothing stood', written(clean, ''), clean, '空白', '30'],
    ['a figure taken away', clean, written(clean, ''), '30', '空白'],
    ['a sign in the place of a blank', written(clean, ''), written(clean, '/'), '空白', '/'],
  ])('%s', (_, before, after, old, now) => {
    expect(restatedParts(before, after).cells).toEqual([
      { cell: CELL, name: '表二 行政许可 本年处理决定数量', before: old, after: now },
    ]);
  });

  test('words outside the tables', () => {
    const after = { ...clean, preamble: [...clean.preamble, '本报告经过更正。'] };
    expect(restatedParts(clean, after)).toEqual({ cells: [], hasTextChanges: true });
  });
});

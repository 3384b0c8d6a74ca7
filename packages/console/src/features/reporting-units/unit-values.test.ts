import { describe, expect, it } from 'vitest';
import { bodyOf, moved, yearsToChoose } from './unit-values.ts';

describe('moving a row', () => {
  it.each([
    [0, 2, ['b', 'c', 'a', 'd']],
    [3, 0, ['d', 'a', 'b', 'c']],
    [1, 2, ['a', 'c', 'b', 'd']],
    [2, 2, ['a', 'b', 'c', 'd']],
    [9, 0, ['a', 'b', 'c', 'd']],
  ])('from %i to %i', (from, to, expected) => {
    expect(moved(['a', 'b', 'c', 'd'], from, to)).toEqual(expected);
  });
});

it('a unit that reports has no reason, one that is left out the one that was typed', () => {
  const row = { regionId: 'r', organId: 'o', name: '甲局', reason: ' 合署办公 ' };
  expect(
    bodyOf({
      units: [
        { ...row, included: true },
        { ...row, included: false },
      ],
    }).units.map(({ reason }) => reason),
  ).toEqual([null, '合署办公']);
});

it('the years with a list, this one and the one before, each once', () => {
  expect(yearsToChoose([2024, 2025], 2026)).toEqual([2026, 2025, 2024]);
  expect(yearsToChoose([], 2026)).toEqual([2026, 2025]);
});

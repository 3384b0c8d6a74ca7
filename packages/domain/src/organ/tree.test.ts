import { expect, test } from 'vitest';
import {
  governmentOf,
  isGovernment,
  isOrganInLaw,
  levelUnder,
  mayLieIn,
  mayStandUnder,
  TREE_KIND_NAMES,
  TREE_KINDS,
} from './tree.ts';

test('who may stand under whom, all pairs', () => {
  const pairs = TREE_KIND_NAMES.flatMap((kind) =>
    TREE_KIND_NAMES.filter((parent) => mayStandUnder(kind, parent)).map(
      (parent) => `${TREE_KINDS[kind]} ← ${TREE_KINDS[parent]}`,
    ),
  );
  expect(pairs).toEqual([
    '政府办公厅（室） ← 省级人民政府',
    '政府办公厅（室） ← 市级人民政府',
    '政府办公厅（室） ← 县级人民政府',
    '部门 ← 省级人民政府',
    '部门 ← 市级人民政府',
    '部门 ← 县级人民政府',
    '部门 ← 部门',
    '乡镇人民政府 ← 市级人民政府',
    '乡镇人民政府 ← 县级人民政府',
    '街道办事处 ← 市级人民政府',
    '街道办事处 ← 县级人民政府',
    '村（居）民委员会 ← 乡镇人民政府',
    '村（居）民委员会 ← 街道办事处',
  ]);
});

test('a village is no organ in law, everything else is (条例2, 村组法2)', () => {
  expect(TREE_KIND_NAMES.filter((kind) => !isOrganInLaw(kind))).toEqual(['village']);
});

test('levels follow from kind and place', () => {
  expect(levelUnder('department', 'city')).toBe('city');
  expect(levelUnder('township', 'city')).toBe('township');
  expect(levelUnder('village', 'township')).toBe('village');
  for (const level of ['province', 'city', 'county'] as const) {
    expect(isGovernment(governmentOf(level))).toBe(true);
  }
});

test('counties lie in cities or right in provinces, nothing lies in a county', () => {
  expect(mayLieIn('county', 'city')).toBe(true);
  expect(mayLieIn('county', 'province')).toBe(true);
  expect(mayLieIn('city', 'city')).toBe(false);
  expect(mayLieIn('county', 'county')).toBe(false);
});

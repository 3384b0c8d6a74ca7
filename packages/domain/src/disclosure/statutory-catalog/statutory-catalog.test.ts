import { describe, expect, test } from 'vitest';
import { LEVELS, type Level, TREE_KIND_NAMES } from '../../organ/tree.ts';
import { MAJOR_PROJECT_CODES, majorProjectCoverage } from './major-projects.ts';
import {
  isStatutoryCode,
  STATUTORY_CATALOG,
  STATUTORY_CODES,
  statutoryCodesFor,
  statutoryColumnsFor,
} from './statutory-catalog.ts';

test('fifteen items of 条例20, seven and eight of 条例21, each naming its own number', () => {
  const parts = ['a20.', 'a21c.', 'a21t.'].map(
    (part) => STATUTORY_CODES.filter((code) => code.startsWith(part)).length,
  );
  expect(parts).toEqual([15, 7, 8]);
  expect(
    (['a20.01', 'a20.10', 'a20.11', 'a20.15', 'a21t.1'] as const).map(
      (code) => STATUTORY_CATALOG[code].source,
    ),
  ).toEqual([
    '条例第二十条第（一）项',
    '条例第二十条第（十）项',
    '条例第二十条第（十一）项',
    '条例第二十条第（十五）项',
    '条例第二十一条',
  ]);
  expect([isStatutoryCode('a20.07'), isStatutoryCode('a20.7'), isStatutoryCode('toString')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('who owes what, every kind at every level', () => {
  const levels = Object.keys(LEVELS) as Level[];
  const matrix = TREE_KIND_NAMES.map((kind) => {
    const cells = levels.map((level) => {
      const codes = statutoryCodesFor(kind, level);
      const count = (part: string) => codes.filter((code) => code.startsWith(part)).length;
      return `${count('a20.')}+${count('a21c.')}+${count('a21t.')}`;
    });
    return `${kind} ${cells.join(' ')}`;
  });
  // province, city, county, township, village; a kind at a level where it never stands follows its kind.
  expect(matrix).toEqual([
    'provinceGovernment 15+0+0 15+7+0 15+7+0 15+0+0 15+0+0',
    'cityGovernment 15+0+0 15+7+0 15+7+0 15+0+0 15+0+0',
    'countyGovernment 15+0+0 15+7+0 15+7+0 15+0+0 15+0+0',
    'governmentOrgan 15+0+0 15+7+0 15+7+0 15+0+0 15+0+0',
    'department 15+0+0 15+7+0 15+7+0 15+0+0 15+0+0',
    'township 15+0+8 15+0+8 15+0+8 15+0+8 15+0+8',
    'subdistrictOffice 15+0+0 15+0+0 15+0+0 15+0+0 15+0+0',
    'village 0+0+0 0+0+0 0+0+0 0+0+0 0+0+0',
  ]);
});

describe('columns', () => {
  test('each stands once, with the codes that it shows', () => {
    for (const kind of TREE_KIND_NAMES) {
      const columns = statutoryColumnsFor(kind, 'county');
      expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
      expect(columns.flatMap(({ codes }) => codes)).toEqual(statutoryCodesFor(kind, 'county'));
    }
  });

  test('of a township end with its eight', () => {
    expect(
      statutoryColumnsFor('township', 'township')
        .slice(-8)
        .map(({ title }) => title),
    ).toEqual([
      '农业农村政策',
      '农田水利',
      '土地流转',
      '宅基地',
      '土地征收',
      '房屋征收',
      '筹资筹劳',
      '社会救助',
    ]);
  });
});

test('a major project shows which of the eight kinds it lacks', () => {
  expect(majorProjectCoverage(['a20.10.1', 'a20.10.3', 'a20.01'])).toMatchObject({
    published: ['a20.10.1', 'a20.10.3'],
    words:
      '已公开2类，缺：批准结果信息、征收土地信息、重大设计变更信息、施工有关信息、质量安全监督信息、竣工有关信息',
  });
  expect(majorProjectCoverage(MAJOR_PROJECT_CODES).words).toBe('8类信息均已公开');
});

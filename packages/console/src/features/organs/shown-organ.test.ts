import { describe, expect, it } from 'vitest';
import { given, stateOf, stateWords } from './shown-organ.ts';

describe('the state of an organ', () => {
  it.each([
    ['2020-01-01', null, 'there', '现存'],
    ['2026-12-01', null, 'coming', '2026年12月1日起设立'],
    ['2026-11-21', null, 'there', '现存'],
    ['2020-01-01', '2027-01-01', 'ending', '将于2027年1月1日撤销'],
    ['2020-01-01', '2026-11-21', 'closed', '2026年11月21日起不再保留'],
    ['2020-01-01', '2026-11-22', 'ending', '将于2026年11月22日撤销'],
  ])('from %s to %s is %s', (validFrom, validTo, state, words) => {
    expect(stateOf({ validFrom, validTo }, '2026-11-21')).toBe(state);
    expect(stateWords({ validFrom, validTo }, '2026-11-21')).toBe(words);
  });
});

it('a line left empty is not given', () => {
  expect([given(' '), given(''), given(null), given(undefined), given(' 甲 ')]).toEqual([
    null,
    null,
    null,
    null,
    '甲',
  ]);
});

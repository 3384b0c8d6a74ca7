import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { SETTINGS } from '../../setting/catalogue.ts';
import {
  FRESHNESS_KINDS,
  type FreshnessKind,
  type FreshnessObject,
  freshnessOn,
  freshnessVetoes,
  nothingProducedWords,
} from './freshness.ts';

const day = (text: string): CivilDate => text as CivilDate;
const PERCENT = SETTINGS['publication.freshnessWarningPercent'].defaultValue;

const one = (kind: FreshnessKind, more: Partial<FreshnessObject> = {}): FreshnessObject => ({
  id: kind,
  kind,
  promisedDays: null,
  lastUpdatedOn: day('2026-03-01'),
  since: day('2025-01-01'),
  items: 3,
  hasStatement: false,
  ...more,
});

describe('the timer of each kind, updated on 1 March 2026', () => {
  test.each([
    ['homePage', null, '2026-03-11', '2026-03-15'],
    ['news', null, '2026-03-11', '2026-03-15'],
    // 184 days to 1 September; 70 % are 129 days.
    ['noticesAndPolicies', null, '2026-07-08', '2026-09-01'],
    ['shouldUpdate', 30, '2026-03-22', '2026-03-31'],
    ['shouldUpdate', null, null, null],
    ['newMedia', null, '2026-03-11', '2026-03-15'],
    ['message', null, '2026-05-05', '2026-06-01'],
    ['static', null, null, null],
  ] as const)(
    '%s (promised %s) warns on %s, is fresh until %s',
    (kind, promisedDays, warnsOn, freshUntil) => {
      const column = one(kind, { promisedDays });
      expect(freshnessOn(column, day('2026-03-02'), PERCENT)).toMatchObject({ warnsOn, freshUntil });
      if (warnsOn === null || freshUntil === null) return;
      const [warns, last] = [day(warnsOn), day(freshUntil)];
      const states = [addDays(warns, -1), warns, last, addDays(last, 1)].map(
        (on) => freshnessOn(column, on, PERCENT).state,
      );
      expect(states).toEqual(['fresh', 'warning', 'warning', 'stale']);
    },
  );

  test('is told in words', () => {
    const words = (on: string) => freshnessOn(one('news'), day(on), PERCENT).words;
    expect(words('2026-03-02')).toBe('2026-03-01更新，2026-03-15以前须再更新');
    expect(words('2026-03-12')).toBe('已11天未更新，2026-03-15以前须更新');
    expect(words('2026-03-20')).toBe('已19天未更新，超过时限5天');
  });
});

test('a column with nothing in it is empty, unless it says that there was nothing; then its time runs', () => {
  const empty = one('noticesAndPolicies', { items: 0, lastUpdatedOn: null, since: day('2026-01-01') });
  expect(freshnessOn(empty, day('2026-01-02'), PERCENT).state).toBe('empty');
  const stated = { ...empty, hasStatement: true };
  expect(freshnessOn(stated, day('2026-01-02'), PERCENT).state).toBe('fresh');
  expect(freshnessOn(stated, day('2026-07-02'), PERCENT).state).toBe('stale');
  expect(nothingProducedWords(2026, '行政强制')).toBe('2026年本机关没有产生“行政强制”信息。');
});

describe('single vetoes', () => {
  const many = (count: number, kind: FreshnessKind, more: Partial<FreshnessObject> = {}) =>
    Array.from({ length: count }, (_, index) => one(kind, { ...more, id: `${kind}${index}` }));
  const today = day('2026-12-01');
  const codes = (objects: readonly FreshnessObject[]) =>
    freshnessVetoes(objects, today, PERCENT).map(({ code, objects: { length } }) => `${code} ${length}`);

  test.each([
    [many(1, 'homePage'), ['V8 1']],
    [many(4, 'news'), []],
    [[...many(4, 'news'), ...many(1, 'noticesAndPolicies')], ['V9 5']],
    [many(9, 'shouldUpdate', { promisedDays: 30 }), []],
    [many(10, 'shouldUpdate', { promisedDays: 30 }), ['V9 10']],
    [many(4, 'static', { items: 0 }), []],
    [many(5, 'static', { items: 0 }), ['V9 5']],
    [many(1, 'message'), ['V10 1']],
    [many(2, 'newMedia'), ['V12 2']],
  ])('%#', (objects, expected) => {
    expect(codes(objects)).toEqual(expected);
  });
});

test('time never makes anything fresher, and an update never makes it staler', () => {
  const RANK = { fresh: 0, untimed: 0, warning: 1, stale: 2, empty: 3 } as const;
  const kinds = fc.constantFrom(...(Object.keys(FRESHNESS_KINDS) as FreshnessKind[]));
  const offset = fc.nat({ max: 800 });
  fc.assert(
    fc.property(
      kinds,
      fc.option(fc.integer({ min: 1, max: 400 })),
      offset,
      offset,
      offset,
      (kind, promisedDays, a, b, c) => {
        const [from, now] = [addDays(day('2024-01-01'), a), addDays(day('2024-01-01'), a + b)];
        const column = one(kind, { promisedDays, lastUpdatedOn: from });
        const rank = (object: FreshnessObject, on: CivilDate) => RANK[freshnessOn(object, on, PERCENT).state];
        expect(rank(column, addDays(now, c))).toBeGreaterThanOrEqual(rank(column, now));
        expect(rank({ ...column, lastUpdatedOn: now }, now)).toBeLessThanOrEqual(rank(column, now));
      },
    ),
    { seed: 20_260_131 },
  );
});

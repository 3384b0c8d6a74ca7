import { expect, it } from 'vitest';
import { COUNTER_NAMES } from './counters.ts';
import { DEFAULT_SET } from './default-set.ts';
import { scoreAssessment } from './score.ts';
import { type StoredSet, setFromStored } from './stored-set.ts';

it('reads a set of before two counters could prove one indicator, and scores by it the same', () => {
  const single = <T extends { readonly counters: readonly unknown[] }>({ counters, ...one }: T) => ({
    ...one,
    counter: counters[0] ?? null,
  });
  const stored: StoredSet = JSON.parse(
    JSON.stringify({
      ...DEFAULT_SET,
      indicators: DEFAULT_SET.indicators.map(single),
      vetoes: DEFAULT_SET.vetoes.map(single),
    }),
  );
  const set = setFromStored(stored);
  const found = [{ counter: 'lateReplies' as const, item: 'application/1' }];
  const facts = { found, counted: COUNTER_NAMES, judged: [], exempt: [] };
  expect(scoreAssessment(set, facts)).toEqual(scoreAssessment(DEFAULT_SET, facts));
  expect(setFromStored(JSON.parse(JSON.stringify(DEFAULT_SET)))).toEqual(DEFAULT_SET);
});

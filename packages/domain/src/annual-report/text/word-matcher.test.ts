import fc from 'fast-check';
import { expect, test } from 'vitest';
import { millisecondsOfWork } from '../../../test/milliseconds-of-work.ts';
import { wordMatcher } from './word-matcher.ts';

/** Every occurrence of every word, found the slow way. */
function slowly(words: readonly string[], text: string): readonly string[] {
  return words.flatMap((word) =>
    Array.from({ length: text.length }, (_, start) => start)
      .filter((start) => text.startsWith(word, start))
      .map((start) => `${start}:${word}`),
  );
}

test('finds what a search word by word finds, overlaps included', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(letters, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 40 }),
      (words, text) => {
        const found = wordMatcher(words)(text).map(({ word, start }) => `${start}:${word}`);
        expect(found.toSorted()).toEqual(slowly(words, text).toSorted());
      },
    ),
    { seed: 20_260_131 },
  );
});

test('an empty word is no word', () => {
  expect(wordMatcher([''])('甲')).toEqual([]);
});

test('ten thousand words cost no more to search than ten', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `禁${index}词`);
  const matcher = wordMatcher(many);
  const start = process.cpuUsage();
  expect(matcher(`${'政府信息公开工作'.repeat(2000)}禁77词`)).toEqual([{ word: '禁77词', start: 16_000 }]);
  expect(millisecondsOfWork(start)).toBeLessThan(1000);
});

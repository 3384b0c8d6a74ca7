import { expect, test } from 'vitest';
import { countWords, dayWords } from './day-words.ts';

test('a day says why it is worked or rested, with the holiday’s name', () => {
  expect(dayWords({ reason: 'publicHoliday', name: '元旦' })).toBe('放假：元旦');
  expect(dayWords({ reason: 'makeUpWorkday', name: null })).toBe('调休上班');
  expect(dayWords({ reason: 'weekday' })).toBe('工作日');
});

test('a day says the how-manieth it is, or that it does not count', () => {
  expect(countWords({ count: 7, excluded: false })).toBe('第7个工作日');
  expect(countWords({ count: null, excluded: false })).toBe('不计入');
  expect(countWords({ count: null, excluded: true })).toBe('不计入（征求意见期间）');
});

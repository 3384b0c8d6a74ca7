import { expect, test } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import { documentNumberOf } from './document-number.ts';

const parts = { word: '昭府办公复', on: day('2026-03-20'), number: 12, withDi: true };

test('numbers of letters have the word, the year and the number', () => {
  expect(documentNumberOf(parts)).toEqual({ ok: true, value: '昭府办公复〔2026〕第12号' });
  expect(documentNumberOf({ ...parts, withDi: false })).toEqual({
    ok: true,
    value: '昭府办公复〔2026〕12号',
  });
});

test.each([
  [{ word: ' ' }, /没有设置发文字号的机关代字/],
  [{ number: 0 }, /大于0的整数/],
  [{ number: 1.5 }, /大于0的整数/],
])('and are refused in words: %j', (wrong, words) => {
  expect(documentNumberOf({ ...parts, ...wrong })).toEqual({
    ok: false,
    error: expect.stringMatching(words),
  });
});

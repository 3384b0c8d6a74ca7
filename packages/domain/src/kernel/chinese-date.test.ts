import { expect, it } from 'vitest';
import { chineseSpan, unstopped } from './chinese-date.ts';

it('names days from one to another, and one day once', () => {
  expect(chineseSpan('2026-11-20', '2026-12-01')).toBe('2026年11月20日至2026年12月1日');
  expect(chineseSpan('2026-11-20', '2026-11-20')).toBe('2026年11月20日');
});

it.each([
  ['人员调整，提前结束。', '人员调整，提前结束'],
  ['已完成；。 ', '已完成'],
  ['（见附件）', '（见附件）'],
  ['', ''],
])('%j goes on in a sentence as %j', (words, goesOn) => {
  expect(unstopped(words)).toBe(goesOn);
});

import { expect, test } from 'vitest';
import { formatNumber } from './number-format.ts';

test.each([
  ['chineseCounting', { 1: '一', 10: '十', 11: '十一', 20: '二十', 21: '二十一' }],
  ['chineseCountingThousand', { 9: '九', 19: '十九', 105: '一百零五', 110: '一百一十', 1003: '一千零三' }],
  ['ideographDigital', { 1: '一', 10: '一〇', 23: '二三' }],
  ['chineseLegalSimplified', { 1: '壹', 10: '壹拾', 25: '贰拾伍' }],
  ['decimal', { 1: '1', 12: '12' }],
  ['decimalZero', { 1: '01', 12: '12' }],
  ['decimalFullWidth', { 12: '１２' }],
  ['decimalEnclosedCircle', { 1: '①', 20: '⑳', 21: '㉑', 35: '㉟', 36: '㊱', 50: '㊿', 51: '51' }],
  ['decimalEnclosedCircleChinese', { 3: '③' }],
  ['decimalEnclosedParen', { 1: '⑴', 20: '⒇', 21: '21' }],
  ['decimalEnclosedFullstop', { 1: '⒈' }],
  ['ideographEnclosedCircle', { 1: '㊀', 10: '㊉' }],
  ['ideographTraditional', { 1: '甲', 10: '癸', 11: '甲' }],
  ['upperLetter', { 1: 'A', 26: 'Z', 27: 'AA', 28: 'BB' }],
  ['lowerLetter', { 3: 'c' }],
  ['upperRoman', { 4: 'IV', 9: 'IX', 14: 'XIV', 2024: 'MMXXIV' }],
  ['lowerRoman', { 6: 'vi' }],
  ['bullet', { 1: '' }],
  ['somethingNew', { 7: '7' }],
])('%s', (format, expected) => {
  for (const [value, text] of Object.entries(expected))
    expect(formatNumber(Number(value), format)).toBe(text);
});

test('numbers outside a format are printed in decimal, whatever they are', () => {
  for (const format of ['upperRoman', 'lowerLetter', 'chineseCounting', 'ideographTraditional']) {
    expect(formatNumber(-5, format)).toBe('-5');
    expect(formatNumber(2 ** 31, format).length).toBeLessThan(20);
  }
});

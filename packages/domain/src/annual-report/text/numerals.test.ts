import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agrees, readNumber, readNumeral } from './numerals.ts';

const DIGITS = '零一二三四五六七八九';

/** Four digits at most, with 零 for inner gaps: 1001 → 一千零一. */
function writeSection(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${DIGITS[digit]}${name}`;
    gap = false;
  }
  return text;
}

/** Chinese numeral of 0 … 10⁸ in the ordinary writing. */
function write(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (const [unit, name] of [
    [100_000_000, '亿'],
    [10_000, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(value / unit) % 10_000;
    if (section === 0) continue;
    const gap = text !== '' && (section < 1000 || value % (unit * 10_000) < unit * 1000);
    text += `${gap ? '零' : ''}${writeSection(section)}${name}`;
  }
  return text.startsWith('一十') ? text.slice(1) : text;
}

describe('reading numerals', () => {
  test('every number from 0 to 10⁸ is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (value) => {
        expect(readNumeral(write(value))).toBe(value);
        expect(readNumeral(String(value))).toBe(value);
        expect(readNumeral(value.toLocaleString('en'))).toBe(value);
      }),
      { numRuns: 5000, seed: 20_260_131 },
    );
    for (let value = 0; value <= 12_000; value++) expect(readNumeral(write(value))).toBe(value);
  });

  test.each([
    ['一百二十三', 123],
    ['十', 10],
    ['二十', 20],
    ['两', 2],
    ['两千', 2000],
    ['两千五', 2500],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['二〇二〇', 2020],
    ['1.2万', 12_000],
    ['3千', 3000],
    ['16.877', 16.877],
    ['16.877万', 168_770],
    ['1,234', 1234],
    ['百', 100],
  ])('%s is %d', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  test.each(['', '二三十', '件', '1.2.3'])('%s is no number', (text) => {
    expect(readNumeral(text)).toBeUndefined();
  });
});

describe('bounds', () => {
  test.each([
    ['', '十', '余件', 'atLeast', 15, 9],
    ['', '500', '余件', 'atLeast', 583, 499],
    ['', '200', '多件', 'atLeast', 201, 150],
    ['近', '百', '件', 'atMost', 97, 101],
    ['约', '200', '件', 'about', 195, 150],
    ['', '30', '件左右', 'about', 32, 40],
    ['', '30', '件以上', 'atLeast', 300, 29],
    ['超过', '30', '件', 'atLeast', 31, 29],
    ['不足', '30', '件', 'atMost', 28, 31],
    ['', '30', '件', 'exact', 30, 31],
  ] as const)('%s%s%s is %s', (before, numeral, after, bound, right, wrong) => {
    const number = readNumber(numeral, before, after);
    expect(number?.bound).toBe(bound);
    expect(agrees(number!, right)).toBe(true);
    expect(agrees(number!, wrong)).toBe(false);
  });

  test('各 does not say whether the number is meant once or for each', () => {
    expect(readNumber('3', '维持、纠正各', '件')?.bound).toBe('ambiguous');
  });
});

/**
 * Numbers as reports write them: 123, 1,234, １２３, 一百二十三, 两千, 〇, 1.2万, 3千, with the bounds 余, 多, 近, 约,
 * 以上 and the ambiguous 各 (AR-TXT-13).
 */

/** How a number is meant. `ambiguous`: “各3件” (each of several), “几件”, “数十件”. */
export type Bound = 'exact' | 'atLeast' | 'atMost' | 'about' | 'ambiguous';

export interface ReadNumber {
  readonly value: number;
  readonly bound: Bound;
  /** Least and greatest figure that agrees with the wording, both included. */
  readonly low: number;
  readonly high: number;
  /** Digits printed after the point, for the rounding of rates. */
  readonly decimals: number;
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Source of a pattern that a numeral fits: half-width digits with an optional 十百千万亿, or Chinese digits. */
export const NUMERAL_SOURCE =
  '(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?[百千万亿]?|[〇○零一二两三四五六七八九十百千万亿]+)';

/** Reads positional digits such as 二〇二〇; `undefined` when there is a unit among them. */
function readPositional(text: string): number | undefined {
  let value = 0;
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Reads a numeral with units. The last digit right after a unit stands one place lower (“两千五” = 2500), unless
 * 零 comes between.
 */
function readWithUnits(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const char of text) {
    const nextDigit = DIGITS[char];
    const unit = UNITS[char];
    const myriad = MYRIADS[char];
    if (nextDigit !== undefined) {
      // Two digits without a unit between them (二三十) are no number but a range.
      if (digit !== undefined && digit !== 0) return undefined;
      if (nextDigit === 0) lastUnit = 1;
      digit = nextDigit;
    } else if (unit !== undefined) {
      // 十二 stands for 一十二; every other unit needs its digit, but 百余 and 千余 are written so.
      section += (digit === undefined || digit === 0 ? 1 : digit) * unit;
      digit = undefined;
      lastUnit = unit;
    } else if (myriad !== undefined) {
      section += digit ?? 0;
      // 一万二千亿: 亿 multiplies all before it, 万 only its own section.
      if (myriad === MYRIADS['亿']) {
        total = (total + section) * myriad;
      } else total += section * myriad;
      section = 0;
      digit = undefined;
      lastUnit = myriad;
    } else return undefined;
  }
  const step = digit !== undefined && digit !== 0 && lastUnit >= 100 ? lastUnit / 10 : 1;
  return total + section + (digit ?? 0) * step;
}

/** The value of a bare numeral, `undefined` when the characters are not one. Digits must be half-width. */
export function readNumeral(text: string): number | undefined {
  const western = /^(\d+(?:,\d{3})*(?:\.\d+)?)([百千万亿]?)$/.exec(text);
  if (western) {
    const unit = western[2] ?? '';
    const value = Number((western[1] ?? '').replaceAll(',', ''));
    // Rounded to 分 of a 万: 16.877 × 10000 must not become 168769.99999999997.
    return Math.round(value * (UNITS[unit] ?? MYRIADS[unit] ?? 1) * 1e6) / 1e6;
  }
  if (text === '') return undefined;
  return readPositional(text) ?? readWithUnits(text);
}

/** The place value of the last digit that is not 0: 500 → 100, 25 → 1. */
function lastPlace(value: number): number {
  if (value === 0 || !Number.isInteger(value)) return 1;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}

const AT_LEAST_BEFORE = /(?:超过|超|逾|至少|不少于|不低于)$/;
const AT_MOST_BEFORE = /(?:近|将近|接近|不足|不到|至多|不超过|不多于)$/;
const ABOUT_BEFORE = /(?:约|大约|约为)$/;

/**
 * A numeral with the words around it: `before` ends at the numeral, `after` begins behind it. How far a bound
 * reaches is not defined anywhere: 余 and 多 stay below the next step of the last printed place, 近 reaches down
 * by a fifth, 约 and 左右 reach a tenth to either side [U].
 */
export function readNumber(numeral: string, before = '', after = ''): ReadNumber | undefined {
  const value = readNumeral(numeral);
  if (value === undefined) return undefined;
  const decimals = /\.(\d+)/.exec(numeral)?.[1]?.length ?? 0;
  const between = (bound: Bound, low: number, high: number): ReadNumber => ({
    value,
    bound,
    low,
    high,
    decimals,
  });
  if (/(?:各|各自|分别各)$/.test(before)) return between('ambiguous', value, value);
  // 数十件 is some tens; 申请数六件 is a number of applications.
  const some = before.endsWith('几') || (before.endsWith('数') && /^[十百千万亿]/.test(numeral));
  if (some) return between('ambiguous', value, value);
  if (/^[余多](?![个次种])/.test(after)) {
    return between('atLeast', value, value + Math.max(lastPlace(value), 10));
  }
  if (/^[^，。；、]{0,3}(?:以上|之多)/.test(after) || AT_LEAST_BEFORE.test(before)) {
    return between('atLeast', value, Infinity);
  }
  if (AT_MOST_BEFORE.test(before)) return between('atMost', value * 0.8, value);
  if (/^[^，。；、]{0,3}(?:以下|以内)/.test(after)) return between('atMost', 0, value);
  if (ABOUT_BEFORE.test(before) || /^[^，。；、]{0,3}左右/.test(after)) {
    return between('about', value * 0.9, value * 1.1);
  }
  return between('exact', value, value);
}

/** Whether a figure agrees with the number as worded. */
export function agrees(number: ReadNumber, figure: number): boolean {
  return figure >= number.low && figure <= number.high;
}

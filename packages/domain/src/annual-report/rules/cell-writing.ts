import { decimalsOf } from '../../kernel/decimal.ts';

const NUMBER = /[+-]?[\d０-９][\d０-９,，.．]*/;
const BARE = /^[+＋－−-]?[\d０-９,，.．]+$/;
const SIGNED = /^[+＋－−-]?\d+$/;

/** Spaces and line breaks inside a narrow cell are layout, not writing. */
const closed = (raw: string): string => raw.replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '');

/** True when the cell holds a number and nothing else, however badly the number is written. */
export function isBareNumber(raw: string): boolean {
  return BARE.test(closed(raw));
}

/** True for a signed integer in half-width digits, as 本年增/减 wants it. */
export function isSignedInteger(raw: string): boolean {
  return SIGNED.test(closed(raw));
}

/** The first number of the cell with its digits and separators as written; `undefined` when there is none. */
export function numberAsWritten(raw: string): string | undefined {
  return NUMBER.exec(closed(raw))?.[0];
}

/** How many of each unit make one 万元. */
const UNITS_IN_WAN: Readonly<Record<string, number>> = { 元: 10_000, 千元: 10, 百元: 100, 万元: 1, 万: 1 };

/** An amount in 万元, `undefined` when the unit is unknown or the result has parts of a 分. */
export function amountInWan(value: number, unit: string): number | undefined {
  const divisor = unit === '亿元' ? 1 / 10_000 : UNITS_IN_WAN[unit];
  if (divisor === undefined) return undefined;
  const amount = Number((value / divisor).toPrecision(15));
  return decimalsOf(amount) <= 6 ? amount : undefined;
}

/**
 * Amounts in 万元 have up to six decimals (= 1 分). Sums are taken in whole millionths, because binary
 * fractions would make 0.1 + 0.2 a finding.
 */
const SCALE = 1_000_000;

/** Exact sum of numbers with at most six decimals, as long as it stays below 9 × 10⁹. */
export function sumExact(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += Math.round(value * SCALE);
  return total / SCALE;
}

/** a − b without binary dust, for numbers with at most six decimals. */
export function differenceExact(a: number, b: number): number {
  return (Math.round(a * SCALE) - Math.round(b * SCALE)) / SCALE;
}

/** How many decimals the shortest decimal writing of the number has. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1] ?? '';
  return Math.max(0, fraction.length - Number(exponent));
}

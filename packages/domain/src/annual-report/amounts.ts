import type { FormCell } from './forms/form.ts';
import type { CellValue } from './report.ts';

/** How many 万元 one unit is, by the ways clerks write it. */
const WAN: Readonly<Record<string, number>> = {
  元: 0.0001,
  十元: 0.001,
  百元: 0.01,
  千元: 0.1,
  万元: 1,
  万: 1,
  十万元: 10,
  百万元: 100,
  千万元: 1000,
  亿元: 10_000,
  亿: 10_000,
};

/** Marks beside a count that make it another number than the one printed. */
const CHANGES_A_COUNT: ReadonlySet<string> = new Set(['万', '亿', '%']);

/** A figure as a number that can be added to others; `wan` when it is money in 万元. */
export interface Quantity {
  readonly value: number;
  readonly wan: boolean;
}

/**
 * What the printed figure amounts to, for adding and comparing: money in 万元, converted by the unit printed with
 * it or, for 收费金额, by the unit of the form's header; counts as they are. `undefined` when the unit is unknown:
 * then only 0 says how much it is.
 */
export function quantityOf(cell: FormCell, { value, unit }: CellValue): Quantity | undefined {
  if (value === null) return undefined;
  const { type } = cell.column;
  if (type !== 'amountWan' && type !== 'amountWithUnit') {
    return unit !== undefined && CHANGES_A_COUNT.has(unit) ? undefined : { value, wan: false };
  }
  const factor = unit === undefined ? (type === 'amountWan' ? 1 : undefined) : WAN[unit];
  if (factor === undefined) return value === 0 ? { value: 0, wan: true } : undefined;
  // 1 分 is a millionth of 万元; finer than that is binary dust of the multiplication.
  return { value: factor === 1 ? value : Math.round(value * factor * 1_000_000) / 1_000_000, wan: true };
}

import type { CivilDate } from '../kernel/civil-date.ts';

/** Money in 分, never binary fractions of 元. */
export type Fen = number & { readonly __brand: 'Fen' };

/** Everything up to and with the n-th costs this much each; `null` for all that follow. */
interface Band {
  readonly upTo: number | null;
  readonly fen: number;
}

/**
 * How much a unit costs by its place in the count: bands, and above the last a rate that rises by `risePerStep` with
 * every `step` units.
 */
export interface Tariff {
  readonly bands: readonly Band[];
  readonly rising: {
    readonly from: number;
    readonly step: number;
    readonly fen: number;
    readonly rise: number;
  } | null;
  readonly validFrom: CivilDate;
  readonly source: string;
}

const SOURCE = '国办函〔2020〕109号 政府信息公开信息处理费管理办法';
const IN_FORCE = '2021-01-01' as CivilDate;

/**
 * By item: the n-th application of the same applicant in a calendar month. 31–40 at 200 元 is the usual reading of
 * “以10件为一档，每增加一档，收费标准提高100元/件” [U].
 */
export const PER_ITEM: Tariff = {
  bands: [
    { upTo: 10, fen: 0 },
    { upTo: 30, fen: 100_00 },
  ],
  rising: { from: 31, step: 10, fen: 200_00, rise: 100_00 },
  validFrom: IN_FORCE,
  source: `${SOURCE} 第四条`,
};

/** By page: the n-th page (A4 or smaller, one side) of one application. */
export const PER_PAGE: Tariff = {
  bands: [
    { upTo: 30, fen: 0 },
    { upTo: 100, fen: 10_00 },
    { upTo: 200, fen: 20_00 },
    { upTo: null, fen: 40_00 },
  ],
  rising: null,
  validFrom: IN_FORCE,
  source: `${SOURCE} 第五条`,
};

function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a count of units: ${count}`);
}

/** What the n-th unit costs, n from 1; the charge of one application by item is that of its place in the month. */
export function chargeOfUnit({ bands, rising }: Tariff, ordinal: number): Fen {
  requireCount(ordinal);
  const band = bands.find(({ upTo }) => upTo === null || ordinal <= upTo);
  if (band !== undefined) return band.fen as Fen;
  if (rising === null) throw new RangeError(`no rate for unit ${ordinal}`);
  const { from, step, fen, rise } = rising;
  return (fen + Math.floor((ordinal - from) / step) * rise) as Fen;
}

/** One stretch of a sum: so many units at the same rate. */
export interface ChargeLine {
  readonly from: number;
  readonly to: number;
  readonly fen: Fen;
  readonly sum: Fen;
}

/** What the first `count` units cost together, band by band (超额累进), so that the notice can show its arithmetic. */
export function chargeLines(tariff: Tariff, count: number): readonly ChargeLine[] {
  requireCount(count);
  const lines: ChargeLine[] = [];
  for (let unit = 1; unit <= count; unit += 1) {
    const fen = chargeOfUnit(tariff, unit);
    const last = lines.at(-1);
    const isSame = last?.fen === fen;
    const from = isSame ? last.from : unit;
    const line = { from, to: unit, fen, sum: ((unit - from + 1) * fen) as Fen };
    if (isSame) lines.pop();
    lines.push(line);
  }
  return lines;
}

export const totalCharge = (tariff: Tariff, count: number): Fen =>
  chargeLines(tariff, count).reduce((sum, line) => sum + line.sum, 0) as Fen;

/** "1,080.00" in 元. */
export const yuanText = (fen: Fen): string =>
  `${Math.floor(fen / 100).toLocaleString('en-US')}.${String(fen % 100).padStart(2, '0')}`;

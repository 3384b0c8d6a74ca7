import { differenceExact, sumExact } from '../../kernel/decimal.ts';
import { figureOf } from '../figures.ts';
import type { CellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { Claim } from '../text/claim.ts';
import { agrees } from '../text/numerals.ts';
import type { Reading } from '../text/readings.ts';
import type { Sentence } from '../text/sentences.ts';
import type { MessageValues, RuleSpec, Verdicts } from './define.ts';
import type { CheckResult } from './rule.ts';

/** What the text rules have in common. Never `block` by machine reading alone (§9.9). */
export const TEXT_RULE = {
  class: 'TXT',
  severity: 'warn',
  blank: 'U',
  waiver: 'author',
  basis: '国办公开办函〔2021〕30号（数据准确）',
} as const satisfies Partial<RuleSpec>;

const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** The figures a cell may mean: one, but a sum of money without its unit may be 元 or 万元. */
function figuresOf(report: AnnualReport, id: CellId, inMoney: boolean): readonly number[] {
  const figure = figureOf(report, id);
  if (figure === null) return [];
  if (!inMoney) return [figure];
  if (id === 't2.fees/amountWan') return [sumExact([figure * 10_000])];
  const unit = report.cells[id]?.unit;
  const factors = unit === undefined ? [1, 10_000] : [YUAN[unit] ?? 1];
  return factors.map((factor) => sumExact([figure * factor]));
}

/** A reading with the figures it leads to; none when a cell is blank. */
interface Worked {
  readonly reading: Reading;
  readonly values: readonly number[];
}

/** The figures a reading leads to; empty when a cell holds none. */
export function valuesOf(report: AnnualReport, reading: Reading, inMoney = false): readonly number[] {
  const { plus, minus = [] } = reading;
  const first = plus[0];
  if (plus.length === 1 && minus.length === 0 && first !== undefined)
    return figuresOf(report, first, inMoney);
  const signed: number[] = [];
  for (const [cells, sign] of [
    [plus, 1],
    [minus, -1],
  ] as const) {
    for (const cell of cells) {
      const figure = figureOf(report, cell);
      if (figure === null) return [];
      signed.push(sign * figure);
    }
  }
  return [sumExact(signed)];
}

const cellsOf = (readings: readonly Reading[]): readonly CellId[] => [
  ...new Set(readings.flatMap(({ plus, minus = [] }) => [...plus, ...minus])),
];

type Passage = NonNullable<CheckResult['passage']>;

export function passageOf(sentence: Sentence): Passage {
  return { section: sentence.place, text: sentence.text };
}

const LONGEST_PASSAGE = 1000;

/** A paragraph as passage of a finding; of an overlong one only the words found. */
export function shortPassage(passage: Passage, words: string): Passage {
  return passage.text.length <= LONGEST_PASSAGE ? passage : { section: passage.section, text: words };
}

/** Tells results of one rule apart by what the text says, so that inserted sentences do not change their ids. */
export class CheckResultKeys {
  private readonly seen = new Map<string, number>();

  next(text: string): string {
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.set(text, times);
    return times === 1 ? text : `${text}/${times}`;
  }
}

/** How the sentence and the table look side by side. */
export interface Compared {
  readonly claim: Claim;
  /** Figure of every reading, in order, money with its unit; `null` where a cell is blank. */
  readonly figures: readonly (number | string | null)[];
}

/** The figure as the clerk is to see it: an amount in the unit of the sentence. */
function shown([figure]: readonly number[], { measure, printed }: Claim): number | string | null {
  if (figure === undefined || measure !== '元') return figure ?? null;
  const unit = ['亿元', '万元'].find((word) => printed.endsWith(word)) ?? '元';
  return `${Number((figure / (YUAN[unit] ?? 1)).toPrecision(15))}${unit}`;
}

/**
 * Compares one claim with every reading of it: the first that agrees makes it right, and is named. Only when all
 * readings could be worked out and none agrees, the text is wrong.
 */
export function compareClaim(
  report: AnnualReport,
  claim: Claim,
  sentence: Sentence,
  key: string,
  verdicts: Verdicts,
  values: (compared: Compared) => MessageValues,
): CheckResult {
  const inMoney = claim.measure === '元';
  const worked: readonly Worked[] = claim.readings.map((reading) => ({
    reading,
    values: valuesOf(report, reading, inMoney),
  }));
  const cells = cellsOf(claim.readings);
  const left = inMoney ? claim.printed : claim.number.value;
  const right = shown(worked[0]?.values ?? [], claim);
  const base = { cells, left, right, passage: passageOf(sentence), key };
  const matching = worked.find((one) => one.values.some((value) => agrees(claim.number, value)));
  const figures = worked.map((one) => shown(one.values, claim));
  const difference = typeof right === 'number' ? differenceExact(claim.number.value, right) : null;
  if (matching && !matching.reading.hint) {
    return verdicts.pass({
      ...base,
      right: shown(matching.values, claim),
      difference: 0,
      note: `按“${matching.reading.name}”相符`,
    });
  }
  if (matching) {
    const note = `按“${matching.reading.name}”相符`;
    return verdicts.fail(values({ claim, figures }), { ...base, difference, note, severity: 'hint' });
  }
  if (worked.some((one) => one.values.length === 0)) {
    const missing = cells.filter((cell) => figureOf(report, cell) === null);
    return verdicts.notEvaluated('所述数据在表中为空', { ...base, missing });
  }
  return verdicts.fail(values({ claim, figures }), {
    ...base,
    difference,
    ...(claim.soft && { severity: 'hint' as const }),
  });
}

import { type CellId, cellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import type { Claim } from '../text/claim.ts';
import { readClaimsOf, sentenceBefore } from '../text/claims.ts';
import { agreesAsPrinted, type Rate, ratesIn } from '../text/rates.ts';
import { handledReadings, type Reading, receivedReadings } from '../text/readings.ts';
import { lastYearsReport, strayNote } from './cross-year.ts';
import { defineRule, type Verdicts } from './define.ts';
import type { CheckResult, CheckRule } from './rule.ts';
import { CheckResultKeys, passageOf, TEXT_RULE, valuesOf } from './text-comparison.ts';

type RateOf<Kind extends Rate['is']> = Extract<Rate, { is: Kind }>;

function ratesOf(report: AnnualReport): readonly Rate[] {
  const sentences = readClaimsOf(report);
  return sentences.flatMap((read, index) => ratesIn(read, sentenceBefore(sentences, index)));
}

const printed = (value: number, decimals: number): string => `${value.toFixed(decimals)}%`;

const DISPUTE_BLOCKS = [
  't4.reconsideration',
  't4.litigationDirect',
  't4.litigationAfterReconsideration',
] as const;

/** What a share of applications or of disputes may be a share of, beside the numbers of the text. */
function wholesInTables(claim: Claim | undefined): readonly Reading[] {
  const first = claim?.readings[0]?.plus[0];
  if (first === undefined) return [];
  if (first.startsWith('t3.')) return [...receivedReadings(), ...handledReadings(false)];
  const block = DISPUTE_BLOCKS.find((row) => first.startsWith(`${row}/`));
  return block === undefined ? [] : [{ name: '总计', plus: [cellId(block, 'total')] }];
}

/** Every percentage the share may rightly be, nearest whole first. */
function possibleShares(report: AnnualReport, { part, wholes }: RateOf<'share'>): readonly number[] {
  if (!part) return [];
  const value = part.lexeme.number.value;
  const inTables = wholesInTables(part.claim).flatMap((reading) => valuesOf(report, reading));
  const all = [...wholes.toReversed().map((whole) => whole.value), ...inTables];
  // A part of 0 in a whole of 0 has no share.
  return all.filter((whole) => whole > 0 && whole >= value).map((whole) => (value / whole) * 100);
}

function possibleHandledRates(report: AnnualReport): readonly number[] {
  const [done] = handledReadings(false).flatMap((reading) => valuesOf(report, reading));
  if (done === undefined) return [];
  const received = receivedReadings().toReversed();
  return received
    .flatMap((reading) => valuesOf(report, reading))
    .filter((whole) => whole > 0)
    .map((whole) => (done / whole) * 100);
}

type Base = Pick<CheckResult, 'cells' | 'left' | 'passage' | 'key'>;

/** Compares a printed percentage with those it may be; `undefined` when nothing is known to compare with. */
function compareRate(
  rate: Rate,
  possible: readonly number[],
  base: Base,
  verdicts: Verdicts,
): CheckResult | undefined {
  const { percent } = rate;
  const first = possible[0];
  if (first === undefined) return undefined;
  const right = printed(first, percent.decimals);
  if (possible.some((value) => agreesAsPrinted(percent, value)))
    return verdicts.pass({ ...base, right, difference: 0 });
  const difference = Math.round((percent.value - first) * 1e6) / 1e6;
  return verdicts.fail({ a: `${percent.value}%`, b: right }, { ...base, right, difference });
}

function evaluatePercentage(
  report: AnnualReport,
  rate: Rate,
  base: Base,
  verdicts: Verdicts,
): CheckResult | undefined {
  if (rate.percent.value > 100) {
    return verdicts.fail(
      { a: `${rate.percent.value}%`, b: '0至100%之间的数' },
      { ...base, right: '0至100%' },
    );
  }
  if (rate.is === 'share') return compareRate(rate, possibleShares(report, rate), base, verdicts);
  if (rate.is === 'handledRate') return compareRate(rate, possibleHandledRates(report), base, verdicts);
  return undefined;
}

/** Shares of one list never pass 100, and make 100 when the parts they are told of make the whole. */
function evaluateShareLists(shares: readonly RateOf<'share'>[], verdicts: Verdicts): readonly CheckResult[] {
  const lists = Map.groupBy(shares, ({ sentence, list }) => `${sentence.place}/${sentence.text}/${list}`);
  return [...lists.values()].flatMap((list): CheckResult[] => {
    const [first] = list;
    if (!first || list.length < 2) return [];
    const parts = list.reduce((sum, { part }) => sum + (part?.lexeme.number.value ?? Number.NaN), 0);
    const isWhole = list.some(({ wholes }) => wholes.some(({ value }) => value === parts));
    const sum = list.reduce((total, { percent }) => total + percent.value, 0);
    // Whole percents may each be off by half of one: 33 + 33 + 33 is right.
    const rounding = list.reduce((total, { percent }) => total + 0.5 * 10 ** -percent.decimals, 0);
    const slack = Math.max(0.1, rounding) + 1e-9;
    const shown = Math.round(sum * 1e6) / 1e6;
    const difference = Math.round((sum - 100) * 1e6) / 1e6;
    const key = `${first.sentence.place}:Σ${list.map(({ percent }) => percent.value).join('+')}`;
    const base = { left: shown, right: 100, difference, passage: passageOf(first.sentence), key };
    const isRight = difference <= slack && (!isWhole || difference >= -slack);
    return [isRight ? verdicts.pass(base) : verdicts.fail({ a: `之和${shown}%`, b: '100%' }, base)];
  });
}

function cellsOfRate(rate: Rate): readonly CellId[] {
  if (rate.is === 'share') return rate.part?.claim?.readings[0]?.plus ?? [];
  if (rate.is === 'growth') return rate.readings[0]?.plus ?? [];
  return rate.is === 'handledRate'
    ? ['t3.newlyReceived/total', 't3.carriedIn/total', 't3.resultTotal/total']
    : [];
}

function baseOf(rate: Rate, keys: CheckResultKeys): Base {
  return {
    cells: cellsOfRate(rate),
    left: `${rate.percent.value}%`,
    passage: passageOf(rate.sentence),
    key: keys.next(`${rate.sentence.place}:${rate.phrase}`),
  };
}

export const PERCENTAGE_RULE: CheckRule = defineRule(
  { ...TEXT_RULE, id: 'AR-TXT-11', message: '占比{a}应为{b}。' },
  ({ report }, verdicts) => {
    const keys = new CheckResultKeys();
    const rates = ratesOf(report).filter(({ is }) => is !== 'growth');
    const single = rates.flatMap(
      (rate) => evaluatePercentage(report, rate, baseOf(rate, keys), verdicts) ?? [],
    );
    return [
      ...single,
      ...evaluateShareLists(
        rates.filter((rate) => rate.is === 'share'),
        verdicts,
      ),
    ];
  },
);

/** Every growth the sentence may rightly state, by both years' tables and by the numbers of the text. */
function possibleGrowth(
  report: AnnualReport,
  lastYear: AnnualReport | undefined,
  rate: RateOf<'growth'>,
): readonly number[] {
  const pairs: (readonly [current: number, previous: number])[] = [];
  const { current, previous: earlier, change } = rate;
  if (current && earlier) pairs.push([current.value, earlier.value]);
  const direction = rate.falling ? -1 : 1;
  if (current && change) pairs.push([current.value, current.value - direction * change.value]);
  for (const reading of rate.readings) {
    const now = valuesOf(report, reading);
    const before = lastYear ? valuesOf(lastYear, reading) : [];
    const [a, b] = [now[0] ?? current?.value, before[0] ?? earlier?.value];
    if (a !== undefined && b !== undefined) pairs.push([a, b]);
  }
  return pairs
    .filter(([, before]) => before > 0)
    .map(([now, before]) => ((now - before) / before) * 100 * direction);
}

export const GROWTH_RULE: CheckRule = defineRule(
  { ...TEXT_RULE, id: 'AR-TXT-12', message: '增长率{a}应为{b}。' },
  (context, verdicts) => {
    const keys = new CheckResultKeys();
    const lastYear = lastYearsReport(context);
    const why = lastYear ? '上年度数据为空或为0' : (strayNote(context) ?? '未提供上年度报告');
    return ratesOf(context.report).flatMap((rate): CheckResult[] => {
      if (rate.is !== 'growth') return [];
      const base = baseOf(rate, keys);
      const possible = possibleGrowth(context.report, lastYear, rate);
      return [compareRate(rate, possible, base, verdicts) ?? verdicts.notEvaluated(why, base)];
    });
  },
);

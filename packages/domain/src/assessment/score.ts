import type { CounterName } from './counters.ts';
import { FULL, type Indicator, type IndicatorSet, type Points, type VetoIndicator } from './indicator.ts';

/** One thing that a counter found; the same item twice is one finding. */
export interface CountedItem {
  readonly counter: CounterName;
  /** `<thing>/<key>`: a case, a document, a column. */
  readonly item: string;
}

/** What an assessor said of an indicator: so many points (0: looked at, nothing found); of a veto whether it is met. */
export type Judged =
  | { readonly code: string; readonly points: Points }
  | { readonly code: string; readonly isMet: boolean };

/** An objection that was upheld: the item does not count for the indicator; `null`: what was judged does not. */
export interface Exemption {
  readonly code: string;
  readonly item: string | null;
}

/** All that a score is made of; in whatever order. */
export interface AssessmentFacts {
  readonly found: readonly CountedItem[];
  /** Counters that could see the unit; what none could see is not assessable, not zero. */
  readonly counted: readonly CounterName[];
  readonly judged: readonly Judged[];
  readonly exempt: readonly Exemption[];
}

/** How an indicator was looked at. */
export type AssessedState = 'assessed' | 'notAssessable';

export interface IndicatorScore {
  readonly code: string;
  readonly section: string;
  readonly state: AssessedState;
  /** Items that count, without those of upheld objections. */
  readonly items: readonly string[];
  readonly judged: Points | null;
  /** What it takes, or gives where it adds; never beyond its cap. */
  readonly points: Points;
}

export interface SectionScore {
  readonly code: string;
  /** `null`: nothing of it could be assessed. */
  readonly points: Points | null;
  readonly lost: Points;
}

export interface VetoScore {
  readonly code: string;
  readonly state: AssessedState;
  readonly items: readonly string[];
  readonly isMet: boolean;
}

export const VERDICTS = { passed: '合格', failed: '不合格', notAssessable: '尚不能评定' } as const;

export type Verdict = keyof typeof VERDICTS;

export interface AssessmentScore {
  readonly indicators: readonly IndicatorScore[];
  readonly sections: readonly SectionScore[];
  readonly vetoes: readonly VetoScore[];
  /** What was added on top; 0 below the score from which additions count. */
  readonly bonus: Points;
  /** Of 100 points; `null`: nothing could be assessed. */
  readonly total: Points | null;
  readonly verdict: Verdict;
}

interface Looked {
  readonly itemsOf: (counters: readonly CounterName[], code: string) => readonly string[];
  /** Whether one of them could see the unit. */
  readonly sees: (counters: readonly CounterName[]) => boolean;
  readonly judgedOf: (code: string) => Judged | undefined;
}

/** The facts by what is asked of them; items in the order of their keys, so that no order of the facts shows. */
function looked({ found, counted, judged, exempt }: AssessmentFacts): Looked {
  const byCounter = Map.groupBy(found, ({ counter }) => counter);
  const exempted = new Set(exempt.map(({ code, item }) => `${code} ${item ?? ''}`));
  const sorted = new Map(
    [...byCounter].map(([counter, items]) => [
      counter,
      [...new Set(items.map(({ item }) => item))].toSorted(),
    ]),
  );
  return {
    itemsOf: (counters, code) =>
      [...new Set(counters.flatMap((counter) => sorted.get(counter) ?? []))].filter(
        (item) => !exempted.has(`${code} ${item}`),
      ),
    sees: (counters) => counters.some((counter) => counted.includes(counter)),
    judgedOf: (code) => {
      const mark = judged.find((one) => one.code === code);
      if (mark === undefined || !exempted.has(`${code} `)) return mark;
      // Who upheld an objection to a veto has looked at it and found nothing: it keeps the unit from passing no longer.
      return 'points' in mark ? undefined : { code, isMet: false };
    },
  };
}

/** The most that an indicator can take or give. */
export function mostOf({ cap, section }: Pick<Indicator, 'cap' | 'section'>, set: IndicatorSet): Points {
  return cap ?? set.sections.find(({ code }) => code === section)?.points ?? 0;
}

function scoreOf(indicator: Indicator, set: IndicatorSet, facts: Looked): IndicatorScore {
  const { code, section, counters, points, unit } = indicator;
  const items = facts.itemsOf(counters, code);
  const mark = facts.judgedOf(code);
  const judged = mark !== undefined && 'points' in mark ? mark.points : null;
  const times = unit === 'once' ? Math.min(items.length, 1) : items.length;
  // Findings of what has no points by itself wait for somebody to say how much.
  const waits = points === 0 && items.length > 0;
  const isAssessed = (facts.sees(counters) && !waits) || judged !== null;
  return {
    code,
    section,
    state: isAssessed ? 'assessed' : 'notAssessable',
    items,
    judged,
    points: Math.min(times * points + (judged ?? 0), mostOf(indicator, set)),
  };
}

function vetoOf({ code, counters }: VetoIndicator, facts: Looked): VetoScore {
  const items = facts.itemsOf(counters, code);
  const mark = facts.judgedOf(code);
  const isJudged = mark !== undefined && 'isMet' in mark;
  return {
    code,
    state: facts.sees(counters) || isJudged ? 'assessed' : 'notAssessable',
    items,
    isMet: items.length > 0 || (isJudged && mark.isMet),
  };
}

/** Sections of which nothing could be assessed are left out, and the rest is taken as the whole; halves go up. */
function baseOf(sections: readonly SectionScore[], set: IndicatorSet): Points | null {
  const assessed = sections.flatMap(({ code, points }) => {
    const whole = set.sections.find((one) => one.code === code)?.points ?? 0;
    return points === null || whole === 0 ? [] : [{ points, whole }];
  });
  const whole = assessed.reduce((sum, one) => sum + one.whole, 0);
  const points = assessed.reduce((sum, one) => sum + one.points, 0);
  return whole === 0 ? null : Math.floor((2 * points * FULL + whole) / (2 * whole));
}

/**
 * The score of a unit out of its facts (oversight.md §2): points are taken from each section, never more than it has;
 * what nobody could see takes nothing and is said; any veto fails the unit. The same facts give the same score in
 * whatever order, and fewer findings never a lower one.
 */
export function scoreAssessment(set: IndicatorSet, given: AssessmentFacts): AssessmentScore {
  const facts = looked(given);
  const indicators = set.indicators.map((indicator) => scoreOf(indicator, set, facts));
  const adding = new Set(set.indicators.filter(({ sign }) => sign === 'add').map(({ code }) => code));
  const sections = set.sections.map(({ code, points }): SectionScore => {
    const own = indicators.filter((one) => one.section === code && !adding.has(one.code));
    const lost = Math.min(
      own.reduce((sum, one) => sum + one.points, 0),
      points,
    );
    return own.some(({ state }) => state === 'assessed')
      ? { code, points: points - lost, lost }
      : { code, points: null, lost: 0 };
  });
  const vetoes = set.vetoes.map((veto) => vetoOf(veto, facts));
  const base = baseOf(sections, set);
  const added = indicators.reduce((sum, one) => (adding.has(one.code) ? sum + one.points : sum), 0);
  const bonus = base !== null && base >= set.bonusFrom ? added : 0;
  const total = base === null ? null : base + bonus;
  return { indicators, sections, vetoes, bonus, total, verdict: verdictOf({ vetoes, sections, total }, set) };
}

/**
 * Any veto fails; who has the points passes only when every veto was looked at and none is met. Where sections were left
 * out, the points say only what they would say whatever those brought: a “fail” needs evidence (oversight.md §2).
 */
function verdictOf(
  { vetoes, sections, total }: Pick<AssessmentScore, 'vetoes' | 'sections' | 'total'>,
  set: IndicatorSet,
): Verdict {
  if (vetoes.some(({ isMet }) => isMet)) return 'failed';
  if (total === null) return 'notAssessable';
  const unseen = set.sections.filter(({ code }) =>
    sections.some((one) => one.code === code && one.points === null),
  );
  const most = unseen.reduce((sum, { points }) => sum + points, 0);
  const least = sections.reduce((sum, { points }) => sum + (points ?? 0), 0);
  if (total < set.passMark) return least + most < set.passMark ? 'failed' : 'notAssessable';
  const isSure = most === 0 || least >= set.passMark;
  return isSure && vetoes.every(({ state }) => state === 'assessed') ? 'passed' : 'notAssessable';
}

interface Ranked {
  readonly total: Points | null;
  readonly vetoes: readonly Pick<VetoScore, 'isMet'>[];
}

/**
 * The place of each unit, in the order given: by points, those with a veto after all others; equal units share a place.
 * `null`: nothing could be assessed.
 */
export function placesOf(scores: readonly Ranked[]): readonly (number | null)[] {
  const isVetoed = ({ vetoes }: Ranked): boolean => vetoes.some(({ isMet }) => isMet);
  const height = (one: Ranked): number | null =>
    one.total === null ? null : one.total + (isVetoed(one) ? 0 : 1_000_000);
  const heights = scores.map(height);
  const sorted = heights.flatMap((one) => one ?? []).toSorted((a, b) => b - a);
  const places = new Map<number, number>();
  for (const [index, one] of sorted.entries()) if (!places.has(one)) places.set(one, index + 1);
  return heights.map((one) => (one === null ? null : (places.get(one) ?? null)));
}

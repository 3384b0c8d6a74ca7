import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { COUNTER_NAMES } from './counters.ts';
import { DEFAULT_SET } from './default-set.ts';
import { type EndingFacts, endingOf, missingForEnding, unratedWords } from './ending.ts';
import { scoreAssessment } from './score.ts';

const day = (text: string): CivilDate => text as CivilDate;

const judged = [
  ...DEFAULT_SET.indicators.map(({ code }) => ({ code, points: 0 })),
  ...DEFAULT_SET.vetoes.map(({ code }) => ({ code, isMet: false })),
];
const rated = scoreAssessment(DEFAULT_SET, { found: [], counted: COUNTER_NAMES, judged, exempt: [] });
const unrated = scoreAssessment(DEFAULT_SET, {
  found: [],
  counted: COUNTER_NAMES,
  judged: judged.filter(({ code }) => code !== 'V2' && code !== 'B04'),
  exempt: [],
});

const facts = (given: Partial<EndingFacts> = {}): EndingFacts => ({
  startsOn: day('2026-01-01'),
  endsOn: day('2026-12-31'),
  today: day('2027-01-04'),
  openObjections: 0,
  units: [{ name: '甲局', score: rated }],
  ...given,
});

const SAID = { earlyReason: '', knowsUnrated: false };

it('ends without a question once the period is over and everything was looked at', () => {
  const ending = endingOf(facts());
  expect(ending).toEqual({ refusal: null, isEarly: false, unrated: [] });
  expect(missingForEnding(ending, SAID)).toBeNull();
  // The last day itself is not early.
  expect(endingOf(facts({ today: day('2026-12-31') })).isEarly).toBe(false);
});

it('does not end before it has begun, nor while an objection waits', () => {
  expect(endingOf(facts({ today: day('2025-12-31') })).refusal).toBe(
    '考核从2026年1月1日开始，还没有可以计分的工作，不能结束。',
  );
  expect(endingOf(facts({ openObjections: 2 })).refusal).toContain('还有 2 项异议没有裁定');
});

it('ends before its last day only with a reason', () => {
  const ending = endingOf(facts({ today: day('2026-12-30') }));
  expect(missingForEnding(ending, SAID)?.field).toBe('earlyReason');
  expect(missingForEnding(ending, { ...SAID, earlyReason: '机构改革' })).toBeNull();
});

it('names what nobody looked at, and ends only with the knowledge of it', () => {
  const units = Array.from({ length: 7 }, (_, index) => ({ name: `单位${index + 1}`, score: unrated }));
  const ending = endingOf(facts({ units: [...units, { name: '甲局', score: rated }] }));
  expect(ending.unrated).toHaveLength(7);
  expect(unratedWords(ending.unrated)).toMatch(
    /^还没有评定的：单位1（否决项V2，1 个指标）、.*单位5（否决项V2，1 个指标）等 7 个单位。$/,
  );
  expect(missingForEnding(ending, SAID)?.field).toBe('knowsUnrated');
  expect(missingForEnding(ending, { ...SAID, knowsUnrated: true })).toBeNull();
});

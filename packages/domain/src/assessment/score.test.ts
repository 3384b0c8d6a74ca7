import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTER_NAMES } from './counters.ts';
import { DEFAULT_SET } from './default-set.ts';
import { FULL, type IndicatorSet, parsePoints, pointsWords } from './indicator.ts';
import { type AssessmentFacts, mostOf, placesOf, scoreAssessment } from './score.ts';
import { verdictWords } from './verdict-words.ts';

const NOTHING: AssessmentFacts = { found: [], counted: [], judged: [], exempt: [] };
const SEEN: AssessmentFacts = { ...NOTHING, counted: [...COUNTER_NAMES] };

const lineOf = (facts: AssessmentFacts, code: string) =>
  scoreAssessment(DEFAULT_SET, facts).indicators.find((one) => one.code === code);

describe('the starting set', () => {
  it('has all rows of the reference, each code once, and shares that make the whole', () => {
    const { indicators, vetoes, sections } = DEFAULT_SET;
    expect(indicators.map(({ code }) => code.slice(0, 1)).join('')).toBe(
      `${'A'.repeat(28)}${'B'.repeat(7)}${'C'.repeat(6)}${'D'.repeat(7)}EEEFF`,
    );
    expect(vetoes).toHaveLength(12);
    expect(new Set([...indicators, ...vetoes].map(({ code }) => code)).size).toBe(65);
    expect(sections.reduce((sum, { points }) => sum + points, 0)).toBe(FULL);
  });

  it('uses every counter, and none for two indicators', () => {
    const used = [...DEFAULT_SET.indicators, ...DEFAULT_SET.vetoes].flatMap(({ counters }) => counters);
    expect(used.toSorted()).toEqual(COUNTER_NAMES.toSorted());
  });
});

describe('a score', () => {
  it('is none where nothing could be assessed, which is not zero', () => {
    expect(scoreAssessment(DEFAULT_SET, NOTHING)).toMatchObject({ total: null, verdict: 'notAssessable' });
  });

  it('takes points for each finding, once for the same item, and not beyond the cap', () => {
    const found = ['application/1', 'application/2', 'application/1'].map((item) => ({
      counter: 'lateReplies' as const,
      item,
    }));
    expect(lineOf({ ...SEEN, found }, 'B03')).toMatchObject({
      points: 1200,
      items: ['application/1', 'application/2'],
    });
    const many = Array.from({ length: 9 }, (_, index) => ({
      counter: 'lateReplies' as const,
      item: `a/${index}`,
    }));
    expect(lineOf({ ...SEEN, found: many }, 'B03')?.points).toBe(2500);
  });

  it('leaves a section out of the whole of which nothing could be assessed', () => {
    const facts = { ...NOTHING, judged: [{ code: 'B01', points: 500 }] };
    // 20 of 25 points of the only section that was looked at.
    expect(scoreAssessment(DEFAULT_SET, facts)).toMatchObject({ total: 8000, verdict: 'notAssessable' });
  });

  it('does not count an item whose objection was upheld, nor a judgement', () => {
    const found = [{ counter: 'lateReplies' as const, item: 'application/1' }];
    const judged = [{ code: 'B04', points: 100 }];
    const exempt = [
      { code: 'B03', item: 'application/1' },
      { code: 'B04', item: null },
    ];
    const { total, indicators } = scoreAssessment(DEFAULT_SET, { ...SEEN, found, judged, exempt });
    expect(total).toBe(FULL);
    expect(indicators.find(({ code }) => code === 'B04')?.state).toBe('notAssessable');
  });

  it('fails with any veto, whatever the points, and stands behind all without', () => {
    const vetoed = scoreAssessment(DEFAULT_SET, { ...SEEN, judged: [{ code: 'V5', isMet: true }] });
    expect(vetoed).toMatchObject({ total: FULL, verdict: 'failed' });
    const poor = scoreAssessment(DEFAULT_SET, { ...SEEN, judged: [{ code: 'A08', points: 4000 }] });
    expect(placesOf([vetoed, poor, scoreAssessment(DEFAULT_SET, NOTHING), poor])).toEqual([3, 1, null, 1]);
  });

  it('does not pass while a veto has not been looked at, and passes once each is not met', () => {
    const codes = DEFAULT_SET.vetoes.filter(({ counters }) => counters.length === 0).map(({ code }) => code);
    const judged = codes.map((code) => ({ code, isMet: false }));
    const verdict = (seen: number) =>
      scoreAssessment(DEFAULT_SET, { ...SEEN, judged: judged.slice(0, seen) }).verdict;
    expect(codes.length).toBeGreaterThan(1);
    expect([verdict(0), verdict(codes.length - 1), verdict(codes.length)]).toEqual([
      'notAssessable',
      'notAssessable',
      'passed',
    ]);
    // One that was judged to be met, and is not, as the ruling on the objection says.
    const [first = '', ...others] = codes;
    const met = [{ code: first, isMet: true }, ...others.map((code) => ({ code, isMet: false }))];
    expect(scoreAssessment(DEFAULT_SET, { ...SEEN, judged: met }).verdict).toBe('failed');
    const exempt = [{ code: first, item: null }];
    expect(scoreAssessment(DEFAULT_SET, { ...SEEN, judged: met, exempt }).verdict).toBe('passed');
    // Too few points fail whatever the vetoes say.
    const poor = ['A08', 'B01', 'C01', 'D01'].map((code) => ({ code, points: 9000 }));
    expect(scoreAssessment(DEFAULT_SET, { ...SEEN, judged: poor }).verdict).toBe('failed');
  });

  it('says of a whole that is not whole only what the rest could not change', () => {
    const verdictOf = (judged: AssessmentFacts['judged']) => {
      const vetoes = DEFAULT_SET.vetoes.map(({ code }) => ({ code, isMet: false }));
      return scoreAssessment(DEFAULT_SET, { ...NOTHING, judged: [...judged, ...vetoes] });
    };
    // Half of A is lost and nobody looked at the other 60 points: those alone could bring 60.
    const half = verdictOf([{ code: 'A08', points: 2000 }]);
    expect(half).toMatchObject({ total: 5000, verdict: 'notAssessable' });
    expect(verdictWords(half, DEFAULT_SET)).toBe(
      '依申请公开、解读回应、平台建设、保密审查和个人信息保护、组织保障没有评定，得分说不准是否达到60分',
    );
    // All of A is there, and 40 points are no pass.
    expect(verdictOf([{ code: 'A08', points: 0 }])).toMatchObject({ total: FULL, verdict: 'notAssessable' });
    const [lost, kept] = [4000, 2500];
    expect(
      verdictOf([
        { code: 'A08', points: lost },
        { code: 'B04', points: 2500 },
      ]).verdict,
    ).toBe('failed');
    const most = verdictOf([
      { code: 'A08', points: 0 },
      { code: 'B04', points: 2500 - kept },
    ]);
    expect(most.verdict).toBe('passed');
    expect(verdictWords(most, DEFAULT_SET)).toBe('');
  });

  it('names every veto that is met, and says which were not looked at', () => {
    const words = (facts: AssessmentFacts) => verdictWords(scoreAssessment(DEFAULT_SET, facts), DEFAULT_SET);
    const met = [
      { code: 'V1', isMet: true },
      { code: 'V5', isMet: true },
    ];
    expect(words({ ...SEEN, judged: met })).toBe('单项否决：严重表述错误；弄虚作假，如伪造发布日期');
    expect(words(SEEN)).toBe(
      '8个否决项没有评定：严重表述错误；泄露国家秘密；反动、暴力、色情内容或者链接等8项',
    );
    const poor = ['A08', 'B01', 'C01', 'D01'].map((code) => ({ code, points: 9000 }));
    expect(words({ ...SEEN, judged: poor })).toBe('得分低于60分');
    expect(words(NOTHING)).toBe('没有一个指标评定过');
  });

  it('waits for somebody to say how much where findings have no points of their own', () => {
    const set: IndicatorSet = {
      ...DEFAULT_SET,
      indicators: DEFAULT_SET.indicators.map((one) => (one.code === 'B03' ? { ...one, points: 0 } : one)),
    };
    const found = [{ counter: 'lateReplies' as const, item: 'application/1' }];
    const line = (facts: AssessmentFacts) =>
      scoreAssessment(set, facts).indicators.find(({ code }) => code === 'B03');
    expect(line({ ...SEEN, found })).toMatchObject({ state: 'notAssessable', points: 0 });
    expect(line(SEEN)).toMatchObject({ state: 'assessed' });
    const judged = [{ code: 'B03', points: 50 }];
    expect(line({ ...SEEN, found, judged })).toMatchObject({ state: 'assessed', points: 50 });
  });

  it('counts one indicator by two counters, once for both where it counts once, and looks where one could', () => {
    const found = [
      { counter: 'reportAlike' as const, item: 'report/1' },
      { counter: 'reportAlikeOwn' as const, item: 'report/1/own' },
    ];
    expect(lineOf({ ...SEEN, found }, 'A06')).toMatchObject({
      items: ['report/1/own', 'report/1'],
      points: 50,
      state: 'assessed',
    });
    expect(lineOf({ ...NOTHING, counted: ['reportAlike'] }, 'A06')).toMatchObject({ state: 'assessed' });
    expect(lineOf(NOTHING, 'A06')).toMatchObject({ state: 'notAssessable' });
  });

  it('adds only from the score on that the scheme names', () => {
    const set: IndicatorSet = {
      ...DEFAULT_SET,
      indicators: DEFAULT_SET.indicators.map((one) =>
        one.code === 'F02' ? { ...one, sign: 'add', cap: 300 } : one,
      ),
    };
    const plus = { code: 'F02', points: 900 };
    expect(scoreAssessment(set, { ...SEEN, judged: [plus] })).toMatchObject({ total: 10_300, bonus: 300 });
    const low = { ...SEEN, judged: [plus, { code: 'A08', points: 4000 }] };
    expect(scoreAssessment(set, low)).toMatchObject({ bonus: 0 });
  });
});

const items = fc.array(
  fc.record({
    counter: fc.constantFrom(...COUNTER_NAMES),
    item: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  }),
  { maxLength: 60 },
);
const marks = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom(...DEFAULT_SET.indicators.map(({ code }) => code)),
    points: fc.integer({ min: 0, max: 900 }),
  }),
  { selector: ({ code }) => code, maxLength: 30 },
);
const facts = fc.record({
  found: items,
  counted: fc.subarray([...COUNTER_NAMES]),
  judged: marks,
  exempt: fc.array(
    fc.record({ code: fc.constantFrom('A01', 'B03', 'D06'), item: fc.constantFrom('a', 'b', null) }),
  ),
});

describe('any facts', () => {
  it('give the same score again, in whatever order and however often a finding stands in them', () => {
    fc.assert(
      fc.property(facts, ({ found, counted, judged, exempt }) => {
        const turned = {
          found: [...found, ...found].toReversed(),
          counted: counted.toReversed(),
          judged: judged.toReversed(),
          exempt: exempt.toReversed(),
        };
        expect(scoreAssessment(DEFAULT_SET, turned)).toEqual(
          scoreAssessment(DEFAULT_SET, { found, counted, judged, exempt }),
        );
      }),
      { seed: 20_260_131 },
    );
  });

  it('take no more than the cap of an indicator nor than the points of a section', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const score = scoreAssessment(DEFAULT_SET, given);
        for (const [index, one] of score.indicators.entries()) {
          const indicator = DEFAULT_SET.indicators[index];
          expect(one.points).toBeLessThanOrEqual(
            indicator === undefined ? 0 : mostOf(indicator, DEFAULT_SET),
          );
        }
        for (const { points } of score.sections) expect(points ?? 0).toBeGreaterThanOrEqual(0);
        expect(score.total ?? 0).toBeLessThanOrEqual(FULL);
      }),
      { seed: 20_260_131 },
    );
  });

  it('never give less when a finding falls away', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (given, which) => {
        const found = given.found.filter((_, index) => index !== which % Math.max(1, given.found.length));
        const before = scoreAssessment(DEFAULT_SET, given);
        const after = scoreAssessment(DEFAULT_SET, { ...given, found });
        expect(after.total ?? 0).toBeGreaterThanOrEqual(before.total ?? 0);
        expect(Number(after.verdict === 'failed')).toBeLessThanOrEqual(Number(before.verdict === 'failed'));
      }),
      { seed: 20_260_131 },
    );
  });
});

it.each([
  ['0.2', 20],
  ['12', 1200],
  ['98.55', 9855],
  ['１.5', 150],
  ['', null],
  ['-1', null],
  ['0.005', null],
])('points as people write them: %s', (text, points) => {
  expect(parsePoints(text)).toBe(points);
  if (points !== null) expect(parsePoints(pointsWords(points))).toBe(points);
});

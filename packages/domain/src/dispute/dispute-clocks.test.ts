import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { DISPUTE_RULES } from './counting-rules.ts';
import type { ClockFacts } from './dispute-clock.ts';
import { disputeClocks } from './dispute-clocks.ts';
import { OPEN_STAGE, type RegisteredStage } from './registered-stage.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const day = (text: string) => text as CivilDate;

type GivenStage = Partial<RegisteredStage> & Pick<RegisteredStage, 'kind'>;

const stage = (given: GivenStage): RegisteredStage => ({
  ...OPEN_STAGE,
  tribunal: '示范县人民政府',
  number: '',
  ...given,
});

/** Side, article, last day and state of every period. */
function clocks(
  given: Partial<ClockFacts>,
  stages: readonly GivenStage[],
  today = '2026-11-22',
): readonly (readonly [string, string, string, string])[] {
  const facts: ClockFacts = {
    kind: 'reconsideration',
    act: 'otherReply',
    actOn: null,
    knownOn: null,
    isUntold: false,
    suedOn: null,
    ...given,
    stages: stages.map(stage),
  };
  const rules = { ...DISPUTE_RULES, calendar, newRepliesOn: [], today: day(today) };
  return disputeClocks(facts, rules).map(({ side, source, due, state }) => [side, source, due.date, state]);
}

const REVIEW = { kind: 'reconsideration' } as const;

describe('until when an act may be contested', () => {
  it('by reconsideration: 60 days from knowing, five years from the act', () => {
    const filed = [{ ...REVIEW, filedOn: day('2025-10-09') }];
    const known = { actOn: day('2025-08-01'), knownOn: day('2025-08-05') };
    expect(clocks(known, filed).slice(0, 2)).toEqual([
      ['otherParty', '行政复议法第二十条第一款', '2025-10-09', 'inTime'],
      ['otherParty', '行政复议法第二十一条', '2030-08-01', 'inTime'],
    ]);
    expect(clocks(known, [{ ...REVIEW, filedOn: day('2025-10-10') }])[0]?.[3]).toBe('late');
  });

  it('who was told no remedy has a year, and before 2024 the law had no such year', () => {
    const untold = { knownOn: day('2025-03-03'), isUntold: true };
    expect(clocks(untold, [{ ...REVIEW, filedOn: day('2026-03-03') }])[0]).toEqual([
      'otherParty',
      '行政复议法第二十条第三款',
      '2026-03-03',
      'inTime',
    ]);
    expect(clocks(untold, [{ ...REVIEW, filedOn: day('2023-12-01') }])[0]?.[1]).toBe(
      '行政复议法第二十条第一款',
    );
  });

  it('by a direct suit: six months from knowing; after a reconsideration only its own period runs', () => {
    const suit = { kind: 'firstInstance', filedOn: day('2026-02-27') } as const;
    const known = { kind: 'litigationDirect', actOn: day('2025-08-29'), knownOn: day('2025-08-31') } as const;
    expect(clocks(known, [suit])).toEqual([
      ['otherParty', '行政诉讼法第四十六条第一款', '2026-02-28', 'inTime'],
      ['otherParty', '行政诉讼法第四十六条第二款', '2030-08-29', 'inTime'],
    ]);
    expect(clocks({ ...known, kind: 'litigationAfterReconsideration' }, [suit])).toEqual([]);
  });
});

describe('the reconsideration organ', () => {
  it('examines within five working days, whose silence is acceptance, and decides from then on', () => {
    expect(clocks({}, [{ ...REVIEW, filedOn: day('2026-02-12') }], '2026-02-26')).toEqual([
      ['reconsiderationOrgan', '行政复议法第三十条', '2026-02-26', 'running'],
    ]);
    expect(clocks({}, [{ ...REVIEW, filedOn: day('2026-02-12') }], '2026-02-27')).toEqual([
      ['reconsiderationOrgan', '行政复议法第三十条', '2026-02-26', 'passed'],
      ['reconsiderationOrgan', '行政复议法第六十二条第一款', '2026-04-27', 'running'],
    ]);
  });

  it.each([
    ['ordinary', {}, '2025-10-09', '行政复议法第六十二条第一款'],
    ['extended', { isExtended: true }, '2025-11-03', '行政复议法第六十二条第一款'],
    ['simplified', { procedure: 'simplified' as const }, '2025-09-04', '行政复议法第六十二条第二款'],
  ])('decides in time: %s', (_, given, due, source) => {
    const accepted = { ...REVIEW, acceptedOn: day('2025-08-05'), ...given };
    expect(clocks({}, [accepted], '2025-08-20')).toEqual([['reconsiderationOrgan', source, due, 'running']]);
    const decided = { ...accepted, result: 'reconsideration.upheld', decidedOn: day(due) } as const;
    expect(clocks({}, [decided])[0]?.[3]).toBe('inTime');
  });

  it('goes by the former law over the turn of 2024', () => {
    const stages = [{ ...REVIEW, filedOn: day('2023-12-28'), acceptedOn: day('2024-01-04') }];
    expect(clocks({}, stages, '2024-01-05')).toEqual([
      // 30 December to 1 January rested.
      ['reconsiderationOrgan', '行政复议法（2017年修正）第十七条、第四十条', '2024-01-05', 'inTime'],
      ['reconsiderationOrgan', '行政复议法（2017年修正）第三十一条第一款', '2024-03-04', 'running'],
    ]);
  });
});

describe('after the decision', () => {
  const decided = {
    ...REVIEW,
    acceptedOn: day('2025-12-10'),
    result: 'reconsideration.upheld',
    decidedOn: day('2026-02-03'),
  } as const;

  it('the suit is brought within 15 days of its receipt', () => {
    expect(clocks({}, [decided])).toHaveLength(1);
    const served = [{ ...decided, decisionServedOn: day('2026-02-05') }];
    expect(clocks({}, served)[1]).toEqual([
      'otherParty',
      '行政复议法第三十四条；行政诉讼法第四十五条',
      '2026-02-24',
      'passed',
    ]);
    expect(clocks({ suedOn: day('2026-02-24') }, served)[1]?.[3]).toBe('inTime');
  });

  it('or within 15 days after the period of a decision that never came', () => {
    const open = [{ ...REVIEW, acceptedOn: day('2025-08-05') }];
    expect(clocks({}, open, '2025-10-09').at(-1)?.[3]).toBe('running');
    expect(clocks({}, open, '2025-10-10').slice(1)).toEqual([
      ['otherParty', '行政复议法第三十四条；行政诉讼法第四十五条', '2025-10-24', 'running'],
    ]);
  });

  it('counts that from the period to decide, also where it was filed and accepted on one day', () => {
    const open = [{ ...REVIEW, filedOn: day('2025-08-05'), acceptedOn: day('2025-08-05') }];
    expect(clocks({}, open, '2025-10-09')).toEqual([
      ['reconsiderationOrgan', '行政复议法第三十条', '2025-08-12', 'inTime'],
      ['reconsiderationOrgan', '行政复议法第六十二条第一款', '2025-10-09', 'running'],
    ]);
    expect(clocks({}, open, '2025-10-10').at(-1)).toEqual([
      'otherParty',
      '行政复议法第三十四条；行政诉讼法第四十五条',
      '2025-10-24',
      'running',
    ]);
  });

  it('a judgment is appealed against within 15 days of its receipt, a ruling within 10', () => {
    const judged = {
      kind: 'firstInstance',
      acceptedOn: day('2026-05-06'),
      result: 'litigation.claimDismissed',
      decidedOn: day('2026-09-10'),
      decisionServedOn: day('2026-09-18'),
    } as const;
    const suit = { kind: 'litigationDirect' } as const;
    expect(clocks(suit, [judged])).toEqual([['otherParty', '行政诉讼法第八十五条', '2026-10-08', 'passed']]);
    expect(clocks(suit, [{ ...judged, result: 'litigation.suitDismissed' }])[0]?.[2]).toBe('2026-09-28');
    expect(clocks(suit, [{ ...judged, effectiveOn: day('2026-10-09') }])[0]?.[3]).toBe('over');
    const appeal = { kind: 'secondInstance', acceptedOn: day('2026-09-30') } as const;
    expect(clocks(suit, [judged, appeal])[0]?.[3]).toBe('inTime');
  });
});

it('what began before the calendar does is not counted, and stops nothing', () => {
  const old = {
    ...REVIEW,
    filedOn: day('2018-03-01'),
    acceptedOn: day('2018-03-05'),
    servedOn: day('2018-03-08'),
    opinionOn: day('2018-06-01'),
  };
  expect(clocks({ actOn: day('2018-01-05'), knownOn: day('2018-01-08') }, [old])).toEqual([]);
});

it('the period to contest begins in the words of what is disputed', () => {
  const sinceOf = (act: ClockFacts['act']) => {
    const facts = { kind: 'reconsideration', act, actOn: null, isUntold: false, suedOn: null } as const;
    const rules = { ...DISPUTE_RULES, calendar, newRepliesOn: [], today: day('2026-11-22') };
    const stages = [stage({ ...REVIEW, acceptedOn: day('2026-11-02') })];
    return disputeClocks({ ...facts, knownOn: day('2026-10-12'), stages }, rules)[0]?.since.words;
  };
  expect([sinceOf('silence'), sinceOf('refusal')]).toEqual(['答复期限届满', '知道（应当知道）行为']);
});

it('of months and years only the end is shown, of days every one', () => {
  const facts: ClockFacts = {
    kind: 'litigationDirect',
    act: 'otherReply',
    actOn: null,
    knownOn: day('2025-08-31'),
    isUntold: false,
    suedOn: null,
    stages: [stage({ kind: 'firstInstance' })],
  };
  const rules = { ...DISPUTE_RULES, calendar, newRepliesOn: [], today: day('2026-01-01') };
  const [suit] = disputeClocks(facts, rules);
  expect(suit?.period).toEqual({ length: 6, unit: 'month' });
  // 28 February 2026 was a Saturday that was worked.
  expect(suit?.due.days.map(({ date }) => date)).toEqual(['2026-02-28']);
});

it('what runs into a year without notice is provisional, and each day of it can be shown', () => {
  const facts: ClockFacts = {
    kind: 'reconsideration',
    act: 'otherReply',
    actOn: null,
    knownOn: null,
    isUntold: false,
    suedOn: null,
    stages: [stage({ ...REVIEW, acceptedOn: day('2026-12-10'), servedOn: day('2026-12-21') })],
  };
  const rules = { ...DISPUTE_RULES, calendar, newRepliesOn: [], today: day('2026-12-21') };
  const [decision, answer] = disputeClocks(facts, rules);
  expect([decision?.due.provisional, decision?.due.days.length]).toEqual([true, 61]);
  expect([answer?.due.date, answer?.due.provisional]).toEqual(['2027-01-05', true]);
  expect(answer?.due.days.at(-1)?.count).toBe(10);
});

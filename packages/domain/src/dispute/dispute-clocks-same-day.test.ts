import { expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { DISPUTE_RULES } from './counting-rules.ts';
import type { ClockFacts } from './dispute-clock.ts';
import { disputeClocks } from './dispute-clocks.ts';
import { OPEN_STAGE, type RegisteredStage } from './registered-stage.ts';
import { stageFaults } from './stage-faults.ts';
import { spanOf } from './standing.ts';

const day = (text: string) => text as CivilDate;
const rules = {
  ...DISPUTE_RULES,
  calendar: createCalendar(OFFICIAL_YEARS),
  newRepliesOn: [],
  today: day('2026-11-22'),
};

const stage = (given: Partial<RegisteredStage> & Pick<RegisteredStage, 'kind'>): RegisteredStage => ({
  ...OPEN_STAGE,
  tribunal: '示范县人民政府',
  number: '',
  ...given,
});

const shown = (given: Partial<ClockFacts> & Pick<ClockFacts, 'kind' | 'stages'>) =>
  disputeClocks(
    { act: 'otherReply', actOn: null, knownOn: null, isUntold: false, suedOn: null, ...given },
    rules,
  ).map(({ source, due, state }) => `${source} ${due.date} ${state}`);

/** Known, filed, accepted, decided and handed over on one day of work. */
const REVIEWED = stage({
  kind: 'reconsideration',
  procedure: 'simplified',
  filedOn: day('2026-03-02'),
  acceptedOn: day('2026-03-02'),
  servedOn: day('2026-03-02'),
  answeredOn: day('2026-03-02'),
  result: 'reconsideration.setAside',
  decidedOn: day('2026-03-02'),
  decisionReceivedOn: day('2026-03-02'),
  decisionServedOn: day('2026-03-02'),
  ordersReply: true,
});

const SUED = stage({
  kind: 'firstInstance',
  filedOn: day('2026-03-02'),
  acceptedOn: day('2026-03-02'),
  result: 'litigation.setAside',
  decidedOn: day('2026-03-02'),
  decisionReceivedOn: day('2026-03-02'),
  decisionServedOn: day('2026-03-02'),
});

it('a reconsideration of one day: every period is counted from the day after, and nothing was late', () => {
  const facts = { kind: 'reconsideration', actOn: day('2026-03-02'), knownOn: day('2026-03-02') } as const;
  expect(shown({ ...facts, stages: [REVIEWED] })).toEqual([
    '行政复议法第二十条第一款 2026-05-06 inTime',
    '行政复议法第二十一条 2031-03-03 inTime',
    '行政复议法第三十条 2026-03-09 inTime',
    '行政复议法第六十二条第二款 2026-04-01 inTime',
    '行政复议法第五十四条 2026-03-09 inTime',
    '行政复议法第七十七条；文书没有写明期限，按设置计 2026-03-30 passed',
    '行政复议法第三十四条；行政诉讼法第四十五条 2026-03-17 passed',
  ]);
  expect(stageFaults('reconsideration', [REVIEWED], rules.today)).toEqual([[]]);
  expect(spanOf([REVIEWED])).toEqual({ openedOn: '2026-03-02', settledOn: '2026-03-02' });
});

it('a suit filed and registered (立案) on one day, judged and appealed on one day', () => {
  const appealed = stage({
    kind: 'secondInstance',
    filedOn: day('2026-03-02'),
    acceptedOn: day('2026-03-02'),
  });
  expect(shown({ kind: 'litigationDirect', knownOn: day('2026-03-02'), stages: [SUED, appealed] })).toEqual([
    '行政诉讼法第四十六条第一款 2026-09-02 inTime',
    '行政诉讼法第八十五条 2026-03-17 inTime',
    '行政诉讼法第八十五条 2026-03-17 inTime',
  ]);
  expect(stageFaults('litigationDirect', [SUED, appealed], rules.today)).toEqual([[], []]);
});

it('what is filed on the first day of the law of 2023 goes by it, and on the day before by the former', () => {
  const on = (filed: string) =>
    shown({
      kind: 'reconsideration',
      stages: [stage({ kind: 'reconsideration', filedOn: day(filed), acceptedOn: day(filed) })],
    });
  expect(on('2024-01-02')[0]).toBe('行政复议法第三十条 2024-01-09 inTime');
  expect(on('2024-01-01')[0]).toBe('行政复议法第三十条 2024-01-08 inTime');
  expect(on('2023-12-31')[0]).toBe('行政复议法（2017年修正）第十七条、第四十条 2024-01-08 inTime');
});

it('whoever was told no period to sue has a year at most, while the organ’s setting says so', () => {
  const facts: ClockFacts = {
    kind: 'litigationDirect',
    act: 'otherReply',
    actOn: null,
    knownOn: day('2025-08-31'),
    isUntold: true,
    suedOn: null,
    stages: [stage({ kind: 'firstInstance', filedOn: day('2026-08-31') })],
  };
  const [untold] = disputeClocks(facts, rules);
  expect([untold?.source, untold?.due.date, untold?.state, untold?.isUnconfirmed]).toEqual([
    '法释〔2018〕1号第六十四条第一款',
    '2026-08-31',
    'inTime',
    true,
  ]);
  const [strict] = disputeClocks(facts, { ...rules, lengthensUntoldSuits: false });
  expect([strict?.source, strict?.due.date, strict?.state, strict?.isUnconfirmed]).toEqual([
    '行政诉讼法第四十六条第一款',
    '2026-02-28',
    'late',
    false,
  ]);
});

it('each side appeals from its own receipt, and what the organ let pass is nothing that it missed', () => {
  const judged = { ...SUED, decisionReceivedOn: day('2026-09-14'), decisionServedOn: day('2026-09-18') };
  const appeals = (today: string) =>
    disputeClocks(
      {
        kind: 'litigationDirect',
        act: 'otherReply',
        actOn: null,
        knownOn: null,
        isUntold: false,
        suedOn: null,
        stages: [judged],
      },
      { ...rules, today: day(today) },
    ).map(({ side, due, state }) => `${side} ${due.date} ${state}`);
  expect(appeals('2026-09-29')).toEqual(['organ 2026-09-29 running', 'otherParty 2026-10-08 running']);
  expect(appeals('2026-09-30')).toEqual(['organ 2026-09-29 over', 'otherParty 2026-10-08 running']);
});

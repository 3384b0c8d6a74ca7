import { expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { DISPUTE_RULES } from './counting-rules.ts';
import { dutiesOf, dutiesOfStages } from './dispute-duties.ts';
import { OPEN_STAGE, type RegisteredStage } from './registered-stage.ts';

const rules = { ...DISPUTE_RULES, calendar: createCalendar(OFFICIAL_YEARS), newRepliesOn: [] };
const day = (text: string) => text as CivilDate;

const stage = (given: Partial<RegisteredStage> & Pick<RegisteredStage, 'kind'>): RegisteredStage => ({
  ...OPEN_STAGE,
  tribunal: '示范县人民政府',
  number: '',
  ...given,
});

const owed = (...given: readonly Parameters<typeof stage>[0][]) =>
  dutiesOfStages(given.map(stage), rules).map(({ source, due, doneOn }) => [source, due.date, doneOn]);

it('an answer is owed 10 or 5 working days after the notice, until it is given or the case is decided', () => {
  const served = { kind: 'reconsideration', servedOn: day('2026-03-02') } as const;
  expect(owed(served)).toEqual([['行政复议法第四十八条', '2026-03-16', null]]);
  expect(owed({ ...served, procedure: 'simplified' })).toEqual([
    ['行政复议法第五十四条', '2026-03-09', null],
  ]);
  expect(owed({ ...served, answeredOn: day('2026-03-10') })[0]?.[2]).toBe('2026-03-10');
  const [late] = dutiesOf([stage({ ...served, decidedOn: day('2026-04-30') })], 0, rules);
  expect([late?.doneOn, late?.isOwed]).toEqual([null, false]);
});

it('what was received before 2024 is answered within ten days of the calendar, whatever the procedure', () => {
  const former = '行政复议法（2017年修正）第二十三条第一款';
  expect(owed({ kind: 'reconsideration', servedOn: day('2023-12-20') })).toEqual([
    // 30 December to 1 January were days of rest.
    [former, '2024-01-02', null],
  ]);
  const over = {
    kind: 'reconsideration',
    acceptedOn: day('2023-12-28'),
    servedOn: day('2024-01-03'),
  } as const;
  expect(owed(over)).toEqual([[former, '2024-01-15', null]]);
  expect(owed({ ...over, acceptedOn: day('2024-01-02') })).toEqual([
    ['行政复议法第四十八条', '2024-01-17', null],
  ]);
  // How the law of 2023 takes over what was open is settled nowhere: an organ may count all by it.
  const [kept] = dutiesOf([stage(over)], 0, rules);
  const [anew] = dutiesOf([stage(over)], 0, { ...rules, keepsFormerLaw: false });
  expect([kept?.isUnconfirmed, anew?.source, anew?.isUnconfirmed]).toEqual([
    true,
    '行政复议法第四十八条',
    false,
  ]);
});

it('a judgment is carried out within 20 working days of its effect', () => {
  const judged = {
    kind: 'firstInstance',
    result: 'litigation.performanceOrdered',
    decidedOn: day('2026-03-02'),
  } as const;
  expect(owed(judged)).toEqual([]);
  expect(owed({ ...judged, effectiveOn: day('2026-03-20') })).toEqual([
    ['法释〔2025〕8号第十一条', '2026-04-20', null],
  ]);
  expect(owed({ ...judged, kind: 'secondInstance' })).toEqual([
    ['法释〔2025〕8号第十一条', '2026-03-30', null],
  ]);
});

it('what a higher instance lets stand binds from its day, and what it takes away binds no more', () => {
  const first = {
    kind: 'firstInstance',
    result: 'litigation.performanceOrdered',
    decidedOn: day('2026-01-05'),
  } as const;
  const second = { kind: 'secondInstance', decidedOn: day('2026-03-02') } as const;
  expect(owed(first, { ...second, result: 'litigation.appealDismissed' })).toEqual([
    ['法释〔2025〕8号第十一条', '2026-03-30', null],
  ]);
  expect(owed(first, { ...second, result: 'litigation.claimDismissed' })).toEqual([]);
  expect(owed(first, { ...second, result: 'litigation.remanded' })).toEqual([]);
});

it('a decision that orders a new reply is followed in its own period, else in that of the setting', () => {
  const decided = {
    kind: 'reconsideration',
    result: 'reconsideration.setAside',
    decidedOn: day('2026-09-24'),
    ordersReply: true,
  } as const;
  expect(owed({ ...decided, ordersReply: false })).toEqual([]);
  const [unnamed] = dutiesOf([stage(decided)], 0, rules);
  expect([unnamed?.due.date, unnamed?.isUnconfirmed]).toEqual(['2026-10-29', true]);
  const [short] = dutiesOf([stage(decided)], 0, { ...rules, newReplyDays: 7 });
  expect(short?.due.date).toBe('2026-10-12');
  const [named] = dutiesOf([stage({ ...decided, performBy: day('2026-10-15') })], 0, rules);
  expect([named?.due.date, named?.isUnconfirmed, named?.isOwed]).toEqual(['2026-10-15', false, true]);
  expect(named?.source).toBe('行政复议法第七十七条；文书写明的期限');
});

it('a decision binds from its receipt, not from its own day, which counts only while no receipt is known', () => {
  const decided = {
    kind: 'reconsideration',
    result: 'reconsideration.setAside',
    decidedOn: day('2026-09-24'),
    ordersReply: true,
  } as const;
  const sinceOf = (...given: readonly Parameters<typeof stage>[0][]) =>
    dutiesOfStages(given.map(stage), rules).map(({ since, due }) => [since.on, since.words, due.date]);
  expect(sinceOf(decided)).toEqual([['2026-09-24', '复议决定作出（没有登记收到的日期）', '2026-10-29']]);
  // Received within the holiday of 1 to 7 October: the first day counted is 8 October; the 10th was worked.
  expect(sinceOf({ ...decided, decisionReceivedOn: day('2026-10-03') })).toEqual([
    ['2026-10-03', '本机关收到复议决定', '2026-11-03'],
  ]);
  // Handed over on the day on which it was made.
  expect(sinceOf({ ...decided, decisionReceivedOn: day('2026-09-24') })[0]?.[2]).toBe('2026-10-29');
  // What the other party received says nothing of the organ.
  expect(sinceOf({ ...decided, decisionServedOn: day('2026-10-09') })[0]?.[0]).toBe('2026-09-24');
});

it('a final judgment binds from its receipt, one of first instance from its effect', () => {
  const judged = {
    kind: 'firstInstance',
    result: 'litigation.performanceOrdered',
    decidedOn: day('2026-03-02'),
    decisionReceivedOn: day('2026-03-09'),
  } as const;
  expect(owed(judged)).toEqual([]);
  expect(owed({ ...judged, effectiveOn: day('2026-03-25') })[0]?.[1]).toBe('2026-04-23');
  expect(owed({ ...judged, kind: 'secondInstance' })[0]?.[1]).toBe('2026-04-07');
  const kept = {
    kind: 'secondInstance',
    result: 'litigation.appealDismissed',
    decidedOn: day('2026-05-06'),
    decisionReceivedOn: day('2026-05-12'),
  } as const;
  expect(dutiesOf([stage(judged), stage(kept)], 0, rules)[0]?.since).toEqual({
    on: '2026-05-12',
    words: '本机关收到裁判文书',
  });
});

it('the new reply closes it, and one of before the decision does not', () => {
  const decided = stage({
    kind: 'reconsideration',
    result: 'reconsideration.performanceOrdered',
    decidedOn: day('2026-09-24'),
  });
  const [early] = dutiesOf([decided], 0, { ...rules, newRepliesOn: [day('2026-09-01')] });
  expect([early?.doneOn, early?.isOwed]).toEqual([null, true]);
  const [done] = dutiesOf([decided], 0, { ...rules, newRepliesOn: [day('2026-10-12')] });
  expect([done?.doneOn, done?.isOwed]).toEqual(['2026-10-12', false]);
});

it('a report on an opinion is owed within 60 days, the last of which is no day of rest', () => {
  expect(owed({ kind: 'reconsideration', opinionOn: day('2026-08-03') })).toEqual([
    ['行政复议法第七十六条', '2026-10-08', null],
  ]);
  expect(owed({ kind: 'reconsideration', opinionOn: day('2023-11-03') })).toEqual([
    ['行政复议法实施条例第五十七条', '2024-01-02', null],
  ]);
});

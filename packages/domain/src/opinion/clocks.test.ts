import { describe, expect, it } from 'vitest';
import { clocksOf, clockWords, nextDueAt, type OpinionRules, standingOf } from './clocks.ts';
import type { OpinionFacts } from './opinion.ts';

const RULES: OpinionRules = { emergencyStart: 'occurrence', otherStart: 'discovery' };
/** A moment in Beijing. */
const at = (text: string): Date => new Date(`${text}+08:00`);

const facts = (given: Partial<OpinionFacts>): OpinionFacts => ({
  level: 'other',
  step: 'collected',
  occurredAt: null,
  foundAt: at('2026-11-20T22:00'),
  firstReleaseAt: null,
  pressConferenceAt: null,
  ...given,
});

const due = (given: Partial<OpinionFacts>, rules = RULES): readonly (readonly [string, string])[] =>
  clocksOf(facts(given), rules, at('2026-01-01T00:00')).map(({ timer, dueAt }) => [
    timer,
    dueAt.toISOString(),
  ]);

const iso = (text: string): string => at(text).toISOString();

describe('hours are hours', () => {
  it.each<[string, Partial<OpinionFacts>, readonly (readonly [string, string])[]]>([
    [
      'over a weekend and a night',
      { foundAt: at('2026-11-20T22:00') },
      [['response', iso('2026-11-22T22:00')]],
    ],
    [
      'over the turn of the year',
      { level: 'gravest', occurredAt: at('2026-12-31T21:30'), foundAt: at('2026-12-31T22:00') },
      [
        ['firstInformation', iso('2027-01-01T02:30')],
        ['pressConference', iso('2027-01-01T21:30')],
      ],
    ],
    [
      'over the holidays of spring, of which the notice may not be there yet',
      { foundAt: at('2031-01-22T09:15') },
      [['response', iso('2031-01-24T09:15')]],
    ],
    ['over 29 February', { foundAt: at('2028-02-28T12:00') }, [['response', iso('2028-03-01T12:00')]]],
    [
      'of an emergency of which nobody knows when it happened from its discovery',
      { level: 'grave', foundAt: at('2026-05-01T03:00') },
      [
        ['firstInformation', iso('2026-05-01T08:00')],
        ['pressConference', iso('2026-05-02T03:00')],
      ],
    ],
    [
      'of anything else from its discovery, whenever it happened',
      { occurredAt: at('2026-11-01T00:00') },
      [['response', iso('2026-11-22T22:00')]],
    ],
  ])('%s', (_words, given, expected) => {
    expect(due(given)).toEqual(expected);
  });

  it('run from what the organ chose', () => {
    const given = {
      level: 'grave',
      occurredAt: at('2026-05-01T00:00'),
      foundAt: at('2026-05-01T04:00'),
    } as const;
    const [first] = due(given, { ...RULES, emergencyStart: 'discovery' });
    expect(first).toEqual(['firstInformation', iso('2026-05-01T09:00')]);
    const [other] = due({ ...given, level: 'other' }, { ...RULES, otherStart: 'occurrence' });
    expect(other).toEqual(['response', iso('2026-05-03T00:00')]);
  });
});

describe('how a clock stands', () => {
  const found = at('2026-11-20T22:00');
  const state = (given: Partial<OpinionFacts>, now: string) => {
    const [clock] = clocksOf(facts({ foundAt: found, ...given }), RULES, at(now));
    return clock === undefined ? null : [clock.state, clockWords(clock, at(now))];
  };

  it.each<[string, Partial<OpinionFacts>, string, readonly [string, string]]>([
    ['runs', {}, '2026-11-21T01:40', ['running', '还剩 44 小时 20 分']],
    ['is near its end with a quarter left', {}, '2026-11-22T10:00', ['soon', '还剩 12 小时']],
    ['is in time on the last instant', {}, '2026-11-22T22:00', ['soon', '还剩 0 分']],
    ['is over an instant later', {}, '2026-11-22T22:00:01', ['overdue', '已超 0 分']],
    ['is over', {}, '2026-11-23T00:05', ['overdue', '已超 2 小时 5 分']],
    [
      'ended on the last instant in time',
      { firstReleaseAt: at('2026-11-22T22:00') },
      '2026-11-30T00:00',
      ['inTime', '用时 48 小时'],
    ],
    ['ended late', { firstReleaseAt: at('2026-11-22T22:31') }, '2026-11-30T00:00', ['late', '超时 31 分']],
    ['owes nothing where none was needed', { step: 'closed' }, '2026-12-01T00:00', ['notOwed', '不需回应']],
  ])('%s', (_words, given, now, expected) => {
    expect(state(given, now)).toEqual(expected);
  });

  it('an event is as bad as its worst clock, and the next instant is that of what is open', () => {
    const given = facts({
      level: 'grave',
      foundAt: found,
      occurredAt: found,
      firstReleaseAt: at('2026-11-21T01:00'),
    });
    const clocks = clocksOf(given, RULES, at('2026-11-21T05:00'));
    expect(clocks.map((clock) => clock.state)).toEqual(['inTime', 'running']);
    expect(standingOf(clocks)).toBe('running');
    expect(nextDueAt(clocks)).toEqual(at('2026-11-21T22:00'));
    expect(standingOf(clocksOf(given, RULES, at('2026-11-22T05:00')))).toBe('overdue');
    const held = { ...given, pressConferenceAt: at('2026-11-21T23:00') };
    expect(standingOf(clocksOf(held, RULES, at('2026-11-22T05:00')))).toBe('late');
    expect(nextDueAt(clocksOf(held, RULES, at('2026-11-22T05:00')))).toBeNull();
  });
});

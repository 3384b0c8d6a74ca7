import { expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { dueDate } from '../calendar/working-days.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { APPLICATION_START } from './application-state.ts';
import { caseDeadlines, REPLY_DEADLINE } from './case-deadlines.ts';
import { projectedDue } from './clock/clock-dates.ts';
import { CLOCK_RULES } from './clock/clock-rules.ts';
import { runClock } from './clock/run-clock.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const day = (text: string): CivilDate => text as CivilDate;

/** X3 of applications.md §8.2 without its end: the third party has the letter and is silent. */
const consulted = runClock(
  [
    { type: 'received', on: day('2025-09-22') },
    {
      type: 'consultationSent',
      on: day('2025-09-26'),
      consultationId: 'a',
      kind: 'thirdPartyConsultation',
    },
    { type: 'consultationReceived', on: day('2025-09-28'), consultationId: 'a' },
  ],
  calendar,
  CLOCK_RULES,
);

it.each(['2025-10-10', '2025-10-24', '2025-10-27', '2026-01-05'])(
  'the register keeps the date that the clock projects, also on %s',
  (today) => {
    if (!consulted.ok) throw new Error(consulted.error.rejection);
    const rules = { calendar, clockRules: CLOCK_RULES, today: day(today) };
    const state = { ...APPLICATION_START, clock: consulted.value };
    const reply = caseDeadlines(state, rules).find(({ kind }) => kind === REPLY_DEADLINE);
    if (reply === undefined) throw new Error('no deadline for the reply');
    const { startsOn, workingDays, excluded } = reply;
    expect(dueDate(calendar, startsOn, workingDays, excluded).date).toBe('2025-11-17');
    expect(projectedDue(consulted.value, calendar, CLOCK_RULES, day(today))?.date).toBe('2025-11-17');
  },
);

it('has a deferred reply among its deadlines, on the day that was told, which no calendar moves (条例35)', () => {
  const deferred = runClock(
    [
      { type: 'received', on: day('2025-12-15') },
      { type: 'deferred', on: day('2026-01-12'), dueOn: day('2026-03-29') },
    ],
    calendar,
    CLOCK_RULES,
  );
  if (!deferred.ok) throw new Error(deferred.error.rejection);
  const state = { ...APPLICATION_START, status: 'processing', clock: deferred.value } as const;
  const rules = { calendar, clockRules: CLOCK_RULES, today: day('2026-01-13') };
  const reply = caseDeadlines(state, rules).find(({ kind }) => kind === REPLY_DEADLINE);
  // A Sunday: the organ told that day.
  expect(reply && dueDate(calendar, reply.startsOn, reply.workingDays, reply.excluded)).toMatchObject({
    date: '2026-03-29',
    provisional: false,
  });
});

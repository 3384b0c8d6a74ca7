import { describe, expect, test } from 'vitest';
import {
  correctionNoticeLimit,
  dueOnFile,
  lapseOf,
  projectedDue,
  strictDue,
  suspensionEnd,
} from '../src/application/clock/clock-dates.ts';
import type { ClockEvent } from '../src/application/clock/clock-event.ts';
import { CLOCK_RULES } from '../src/application/clock/clock-rules.ts';
import { CLOCK_START, type ClockState, evolveClock } from '../src/application/clock/clock-state.ts';
import { isLateCorrectionNotice, refuseClockEvent } from '../src/application/clock/refuse-clock-event.ts';
import { runClock } from '../src/application/clock/run-clock.ts';
import { OFFICIAL_YEARS } from '../src/calendar/official-years.ts';
import { type CalendarDay, createCalendar, type WorkingCalendar } from '../src/calendar/working-calendar.ts';
import { addWorkingDays, type DerivedDate } from '../src/calendar/working-days.ts';
import type { CivilDate } from '../src/kernel/civil-date.ts';
import { drawer } from './balanced-table.ts';
import { actOf, allActs, drawAct } from './clock-histories.ts';
import { type DayNumber, datesAfter, dayNumber, dayText, mayFollow, nthWorked } from './clock-oracle.ts';
import { isLongRun } from './long-run.ts';

const FIRST = dayNumber('2019-01-01');
const LAST = dayNumber('2026-12-31');
const SEED = Number(process.env['ZHAOSHI_ORACLE_SEED'] ?? 20_190_515);
const IS_FULL = process.env['ZHAOSHI_ORACLE'] === 'full';
const LONGEST = 4;
/** The long run draws four times as many. */
const DRAWN_PER_DAY = isLongRun ? 28 : 7;
const MOST_TRIES = 30;

const slow = createCalendar(OFFICIAL_YEARS);
const known = new Map<CivilDate, CalendarDay>();
/** The real calendar; millions of looks at a few thousand days are remembered. */
const calendar: WorkingCalendar = {
  ...slow,
  day: (date) => {
    const found = known.get(date) ?? slow.day(date);
    known.set(date, found);
    return found;
  },
};

const numberOf = (derived: DerivedDate | null): DayNumber | null =>
  derived === null ? null : dayNumber(derived.date);

function datesOf(state: ClockState, today: CivilDate): ReturnType<typeof datesAfter> {
  return {
    due: numberOf(dueOnFile(state, calendar, CLOCK_RULES, today)),
    projected: numberOf(projectedDue(state, calendar, CLOCK_RULES, today)),
    noticeLimit: numberOf(correctionNoticeLimit(state, calendar, CLOCK_RULES)),
    waitEnd: numberOf(suspensionEnd(state, calendar, CLOCK_RULES)),
    lapses: state.open.map((one) => numberOf(lapseOf(one, calendar, CLOCK_RULES))),
    strict: numberOf(strictDue(state, calendar, CLOCK_RULES)),
  };
}

interface Case {
  readonly state: ClockState;
  readonly events: readonly ClockEvent[];
  readonly last: ClockEvent;
}

/** The case with one more act; `null` when both clocks refuse it. Differences are thrown with the whole history. */
function step({ state, events }: Pick<Case, 'state' | 'events'>, event: ClockEvent): Case | null {
  const refused = refuseClockEvent(state, event, calendar, CLOCK_RULES);
  const allowed = mayFollow(events.map(actOf), actOf(event));
  const history = [...events, event];
  if ((refused === null) !== allowed) {
    throw new Error(`oracle: ${allowed}, clock: ${refused ?? 'accepted'} ${JSON.stringify(history)}`);
  }
  if (refused !== null) return null;
  const isLate =
    event.type === 'correctionNoticed' && isLateCorrectionNotice(state, event.on, calendar, CLOCK_RULES);
  return { state: evolveClock(state, event, CLOCK_RULES, isLate), events: history, last: event };
}

/** Compares every date of the case as seen on a day. */
function compare({ state, events }: Case, today: DayNumber): ReturnType<typeof datesAfter> {
  const expected = datesAfter(events.map(actOf), today);
  const actual = datesOf(state, dayText(today) as CivilDate);
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    const words = JSON.stringify({ today: dayText(today), actual, expected, events });
    throw new Error(words.replaceAll(/\b(1[78]|2[01])\d{3}\b/g, (day) => dayText(Number(day))));
  }
  return expected;
}

function received(day: DayNumber): Case {
  const first = step({ state: CLOCK_START, events: [] }, { type: 'received', on: dayText(day) as CivilDate });
  if (first === null) throw new Error('receipt refused');
  return first;
}

/** Draws acts until the case has as many as it may have, or ends; returns how many histories were compared. */
function drawHistory(
  draw: (limit: number) => number,
  start: DayNumber,
  accepted: Map<string, number>,
): number {
  let found = received(start);
  let dates = compare(found, start);
  for (let tries = 0; tries < MOST_TRIES && found.events.length <= LONGEST; tries += 1) {
    const event = drawAct(draw, found.last, dates);
    const next = step(found, event);
    if (next === null) continue;
    found = next;
    const day = dayNumber(event.on);
    compare(found, day + draw(40));
    dates = compare(found, day);
    const kind = event.type === 'consultationEnded' ? event.how : event.type;
    accepted.set(kind, (accepted.get(kind) ?? 0) + 1);
  }
  // Replaying the list gives the same state (§8.1).
  expect(runClock(found.events, calendar, CLOCK_RULES)).toEqual({ ok: true, value: found.state });
  return found.events.length - 1;
}

/** Tries every act after every history; returns how many were accepted. */
function everyHistory(before: Case): number {
  const last = dayNumber(before.last.on);
  const dates = compare(before, last);
  if (before.events.length === LONGEST) return 1;
  let compared = 1;
  for (const event of allActs(last, dates)) {
    const next = step(before, event);
    if (next !== null) compared += everyHistory(next);
  }
  return compared;
}

describe('the clock and a second one written from the text of the law', () => {
  test('count the same working days from every day of 2019–2026', () => {
    for (let day = FIRST; day <= LAST; day += 1) {
      for (const count of [1, 7, 15, 20, 40]) {
        const { date, provisional } = addWorkingDays(calendar, dayText(day) as CivilDate, count);
        expect(date).toBe(dayText(nthWorked(day, count)));
        // The last week of 2026 and all of 2027 hang on a notice that is not out.
        expect(provisional).toBe(date >= '2026-12-25');
      }
    }
  });

  test(`agree on histories of up to ${LONGEST} acts from every day of 2019–2026 (seed ${SEED})`, () => {
    const draw = drawer(SEED);
    const accepted = new Map<string, number>();
    let compared = 0;
    for (let day = FIRST; day <= LAST; day += 1) {
      for (let each = 0; each < DRAWN_PER_DAY; each += 1) compared += drawHistory(draw, day, accepted);
    }
    expect(compared).toBeGreaterThan(isLongRun ? 200_000 : 50_000);
    // Every act but a second receipt was accepted often enough to say something.
    expect([...accepted].filter(([, times]) => times < (isLongRun ? 100 : 25))).toEqual([]);
    expect(accepted.size).toBe(16);
  }, 600_000);

  // About an hour; ZHAOSHI_ORACLE=full asks for it.
  test.runIf(IS_FULL)('agree on every history around the days that matter', { timeout: 86_400_000 }, () => {
    let compared = 0;
    for (let day = FIRST; day <= LAST; day += 1) compared += everyHistory(received(day));
    expect(compared).toBeGreaterThan(1_000_000);
  });
});

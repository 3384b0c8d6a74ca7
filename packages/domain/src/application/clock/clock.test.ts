import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../../calendar/official-years.ts';
import { createCalendar } from '../../calendar/working-calendar.ts';
import { dueDate } from '../../calendar/working-days.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { APPLICATION_START } from '../application-state.ts';
import { caseDeadlines, REPLY_DEADLINE } from '../case-deadlines.ts';
import {
  correctionNoticeLimit,
  dueOnFile,
  isRepliedInTime,
  lapseOf,
  projectedDue,
  strictDue,
  suspensionEnd,
} from './clock-dates.ts';
import type { ClockEvent } from './clock-event.ts';
import { CLOCK_RULES } from './clock-rules.ts';
import type { ClockState } from './clock-state.ts';
import { CLOCK_REJECTIONS } from './refuse-clock-event.ts';
import { runClock } from './run-clock.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const day = (text: string): CivilDate => text as CivilDate;

/** An event in a line: `name date …`. */
function event(line: string): ClockEvent {
  const [type, on, ...rest] = line.split(' ');
  const date = day(on ?? '');
  const [first = '', second = ''] = rest;
  switch (type) {
    case 'correctionNoticeDelivered':
      return { type, on: date, days: Number(first) };
    case 'extended':
      return { type, on: date, days: Number(first) };
    case 'deferred':
      return { type, on: date, dueOn: day(first) };
    case 'consultationSent':
      return { type, on: date, consultationId: first, kind: second as 'organConsultation' };
    case 'consultationReceived':
      return { type, on: date, consultationId: first };
    case 'consultationEnded':
      return { type, on: date, consultationId: first, how: second as 'opinion' };
    default:
      return { type: type as 'received', on: date };
  }
}

function run(...lines: readonly string[]): ClockState {
  const result = runClock(lines.map(event), calendar, CLOCK_RULES);
  if (!result.ok) throw new Error(`${lines[result.error.index]}: ${result.error.rejection}`);
  return result.value;
}

const refusal = (...lines: readonly string[]) => {
  const result = runClock(lines.map(event), calendar, CLOCK_RULES);
  return result.ok ? null : [result.error.index, result.error.rejection];
};

const due = (state: ClockState, today = '2026-11-21') =>
  dueOnFile(state, calendar, CLOCK_RULES, day(today))?.date;

const X3 = [
  'received 2025-09-22',
  'consultationSent 2025-09-26 a thirdPartyConsultation',
  'consultationReceived 2025-09-28 a',
];
const X6 = 'received 2025-12-15';
const X8 = ['received 2026-03-02', 'feeNoticed 2026-03-20', 'feeNoticeDelivered 2026-03-23'];

describe('the worked examples of applications.md §8.2', () => {
  it('X1 National Day with make-up days', () => {
    const state = run('received 2022-09-30');
    expect(correctionNoticeLimit(state, calendar, CLOCK_RULES)?.date).toBe('2022-10-14');
    expect(due(state)).toBe('2022-11-02');
    expect(due(run('received 2022-09-30', 'extended 2022-10-20 20'))).toBe('2022-11-30');
  });

  it('X2 correction', () => {
    const noticed = ['received 2025-04-25', 'correctionNoticed 2025-05-06'];
    expect(due(run('received 2025-04-25'))).toBe('2025-05-27');
    const delivered = [...noticed, 'correctionNoticeDelivered 2025-05-08 15'];
    expect(correctionNoticeLimit(run('received 2025-04-25'), calendar, CLOCK_RULES)?.date).toBe('2025-05-08');
    expect(due(run(...delivered))).toBeUndefined();
    expect(suspensionEnd(run(...delivered), calendar, CLOCK_RULES)?.date).toBe('2025-05-29');
    expect(due(run(...delivered, 'corrected 2025-05-22'))).toBe('2025-06-20');
  });

  it('X3 consultation with an opinion', () => {
    expect(due(run('received 2025-09-22'))).toBe('2025-10-24');
    expect(due(run(...X3, 'consultationEnded 2025-10-15 a opinion'))).toBe('2025-11-06');
  });

  it('X4 consultation without an opinion', () => {
    const [open] = run(...X3).open;
    expect(open && lapseOf(open, calendar, CLOCK_RULES)?.date).toBe('2025-10-24');
    expect(due(run(...X3, 'consultationEnded 2025-10-24 a lapse'))).toBe('2025-11-17');
    expect(projectedDue(run(...X3), calendar, CLOCK_RULES, day('2025-10-10'))?.date).toBe('2025-11-17');
  });

  it('X5 consultations that overlap are united', () => {
    const state = run(
      ...X3,
      'consultationSent 2025-10-09 b organConsultation',
      'consultationEnded 2025-10-15 a opinion',
      'consultationEnded 2025-10-20 b opinion',
    );
    expect(due(state)).toBe('2025-11-11');
  });

  it('X6 extension', () => {
    expect(due(run(X6))).toBe('2026-01-13');
    expect(due(run(X6, 'extended 2026-01-13 10'))).toBe('2026-01-27');
    expect(due(run(X6, 'extended 2026-01-13 20'))).toBe('2026-02-10');
    expect(refusal(X6, 'extended 2026-01-14 20')).toEqual([1, 'past-due']);
  });

  it('X7 extension and consultation', () => {
    const consulted = [
      X6,
      'consultationSent 2025-12-22 a organConsultation',
      'consultationEnded 2026-01-07 a opinion',
    ];
    expect(due(run(...consulted, 'extended 2026-01-13 20'))).toBe('2026-03-03');
  });

  it('X8 fee', () => {
    expect(due(run('received 2026-03-02'))).toBe('2026-03-30');
    expect(suspensionEnd(run(...X8), calendar, CLOCK_RULES)?.date).toBe('2026-04-21');
    expect(due(run(...X8, 'feePaid 2026-04-10'))).toBe('2026-05-12');
    expect(due(run(...X8, 'feePaid 2026-04-21'))).toBe('2026-05-21');
    expect(refusal(...X8, 'feePaid 2026-04-22')).toEqual([3, 'payment-late']);
    expect(run(...X8, 'feeLapsed 2026-04-22').ended).toEqual({ on: '2026-04-22', by: 'feeLapsed' });
  });

  it('X9 a year without a notice is provisional', () => {
    const found = dueOnFile(run('received 2026-12-10'), calendar, CLOCK_RULES, day('2026-12-10'));
    expect([found?.date, found?.provisional]).toEqual(['2027-01-08', true]);
  });

  it.each([
    ['X10', '2026-03-07', '2026-04-03'],
    ['X11', '2026-02-14', '2026-03-20'],
    ['X12', '2018-12-20', '2019-01-18'],
  ])('%s received %s', (_name, received, expected) => {
    expect(due(run(`received ${received}`))).toBe(expected);
  });

  it('X12 seven working days', () => {
    const limit = correctionNoticeLimit(run('received 2018-12-20'), calendar, CLOCK_RULES);
    expect(limit?.date).toBe('2018-12-29');
  });
});

describe('where payment lets the period run on from where it stopped', () => {
  it('only the days of waiting are left out', () => {
    const rules = { ...CLOCK_RULES, restartsAfterPayment: false };
    const paid = runClock([...X8, 'feePaid 2026-04-10'].map(event), calendar, rules);
    if (!paid.ok) throw new Error(paid.error.rejection);
    // Fourteen of the twenty days were counted up to the notice on 03-20; the other six follow 04-10.
    expect(dueOnFile(paid.value, calendar, rules, day('2026-04-10'))?.date).toBe('2026-04-20');
    expect(paid.value.suspension).toBeNull();
  });
});

describe('what the law does not let happen', () => {
  it.each([
    [['extended 2026-01-13 10'], 'not-received'],
    [[X6, 'received 2025-12-16'], 'already-received'],
    [[X6, 'extended 2026-01-05 21'], 'extension-length'],
    [[X6, 'extended 2026-01-05 0'], 'extension-length'],
    [[X6, 'extended 2026-01-05 5', 'extended 2026-01-06 5'], 'extension-used'],
    [[X6, 'extended 2025-12-14 5'], 'before-receipt'],
    [[X6, 'replied 2026-01-05', 'extended 2026-01-06 5'], 'ended'],
    [[X6, 'correctionNoticed 2025-12-18', 'extended 2025-12-19 5'], 'suspended'],
    [[X6, 'corrected 2025-12-18'], 'not-suspended'],
    [[X6, 'correctionNoticed 2025-12-18', 'corrected 2025-12-17'], 'before-notice'],
    [[X6, 'correctionNoticed 2025-12-18', 'correctionLapsed 2026-02-01'], 'not-delivered'],
    [
      [X6, 'correctionNoticed 2025-12-18', 'corrected 2025-12-20', 'correctionNoticed 2025-12-22'],
      'correction-used',
    ],
    [
      [
        X6,
        'correctionNoticed 2025-12-18',
        'correctionNoticeDelivered 2025-12-18 15',
        'correctionLapsed 2026-01-09',
      ],
      'period-not-over',
    ],
    [[...X3, 'consultationEnded 2025-10-23 a lapse'], 'lapse-day'],
    [[...X3, 'consultationEnded 2025-09-25 a opinion'], 'consultation-before-sent'],
    [[...X3, 'consultationEnded 2025-10-10 b opinion'], 'consultation-unknown'],
    [[...X3, 'consultationSent 2025-10-10 a organConsultation'], 'consultation-known'],
    [[...X3, 'consultationEnded 2025-10-25 a opinion'], 'consultation-over'],
    [[X6, 'replied 2025-12-14'], 'before-receipt'],
    [['replied 2025-12-14'], 'not-received'],
    [[X6, 'deferred 2026-01-05 2026-01-13'], 'deferral-not-later'],
    [['received 2026-03-02', 'feeNoticed 2026-03-31'], 'past-due'],
  ])('%j: %s', (lines, rejection) => {
    expect(refusal(...lines)).toEqual([lines.length - 1, rejection]);
    expect(CLOCK_REJECTIONS[rejection as keyof typeof CLOCK_REJECTIONS]).toMatch(/。$/);
  });
});

describe('a late notice of correction', () => {
  it('keeps the date that it missed in sight beside the new one', () => {
    const state = run('received 2025-04-25', 'correctionNoticed 2025-05-09', 'corrected 2025-05-22');
    expect(strictDue(state, calendar, CLOCK_RULES)?.date).toBe('2025-05-27');
    expect(due(state)).toBe('2025-06-20');
    const inTime = run('received 2025-04-25', 'correctionNoticed 2025-05-08', 'corrected 2025-05-22');
    expect(strictDue(inTime, calendar, CLOCK_RULES)).toBeNull();
  });

  it('keeps the date with the extension and the consultation that went before it', () => {
    const late = ['extended 2025-10-24 10', 'correctionNoticed 2025-10-24', 'corrected 2025-11-03'];
    const state = run('received 2025-09-22', ...late);
    expect(strictDue(state, calendar, CLOCK_RULES)?.date).toBe('2025-11-07');
    const consulted = run(...X3, 'consultationEnded 2025-10-15 a opinion', ...late);
    expect(strictDue(consulted, calendar, CLOCK_RULES)?.date).toBe('2025-11-20');
  });
});

describe('a consultation whose period is over and whose end nobody registered', () => {
  it('leaves out no day after its period, whenever the file is looked at', () => {
    for (const today of ['2025-10-24', '2025-10-27', '2025-12-01']) {
      expect(due(run(...X3), today)).toBe('2025-11-17');
      expect(projectedDue(run(...X3), calendar, CLOCK_RULES, day(today))?.date).toBe('2025-11-17');
    }
    expect(refusal(...X3, 'extended 2025-11-18 5')).toEqual([3, 'past-due']);
  });
});

describe('an ended case', () => {
  const timely = (...lines: readonly string[]) => isRepliedInTime(run(...lines), calendar, CLOCK_RULES);

  it('has been answered in time on its last day, and not the day after', () => {
    expect([timely(X6, 'replied 2026-01-13'), timely(X6, 'replied 2026-01-14')]).toEqual([true, false]);
    expect(timely(X6)).toBeNull();
    expect(timely(X6, 'withdrawn 2026-01-20')).toBeNull();
  });

  it('keeps its date although a consultation stayed open', () => {
    const state = run(...X3.slice(0, 2), 'replied 2025-10-15');
    expect([due(state, '2025-10-15'), due(state, '2026-03-01')]).toEqual(['2025-11-06', '2025-11-06']);
    expect(projectedDue(state, calendar, CLOCK_RULES, day('2026-03-01'))?.date).toBe('2025-11-06');
  });

  it('was not overdue when it ended while the clock was suspended', () => {
    const waiting = ['received 2025-04-25', 'correctionNoticed 2025-05-06'];
    const told = [...waiting, 'correctionNoticeDelivered 2025-05-08 15'];
    const lapsed = run(...told, 'correctionLapsed 2025-05-30');
    expect([due(lapsed), suspensionEnd(lapsed, calendar, CLOCK_RULES)]).toEqual([undefined, null]);
    expect(timely(...told, 'replied 2025-06-30')).toBe(true);
  });
});

describe('a deferred reply', () => {
  it('is due on the day that was told', () => {
    const state = run(X6, 'deferred 2026-01-12 2026-03-31');
    expect(due(state)).toBe('2026-03-31');
  });

  it('is not extended: the day was fixed and told, so that added days would change nothing', () => {
    expect(refusal(X6, 'deferred 2026-01-12 2026-03-31', 'extended 2026-01-13 10')).toEqual([
      2,
      'reply-deferred',
    ]);
    // A later day is fixed by deferring again.
    expect(due(run(X6, 'deferred 2026-01-12 2026-03-31', 'deferred 2026-03-02 2026-04-30'))).toBe(
      '2026-04-30',
    );
  });
});

describe('the time in which reasons are waited for (条例35 is silent) [U]', () => {
  const excluding = { ...CLOCK_RULES, excludesReasons: true };
  const asked = [X6, 'reasonsRequested 2025-12-22', 'reasonsGiven 2026-01-07'].map(event);
  const dueBy = (rules: typeof CLOCK_RULES, events: readonly ClockEvent[], today: string) => {
    const state = runClock(events, calendar, rules);
    return state.ok ? dueOnFile(state.value, calendar, rules, day(today))?.date : state.error;
  };

  it('is counted by default, and left out where the organ says so', () => {
    expect(dueBy(CLOCK_RULES, asked, '2026-01-07')).toBe('2026-01-13');
    expect(dueBy(excluding, asked, '2026-01-07')).toBe('2026-01-28');
  });

  it('is left out up to today while nothing has come', () => {
    const waiting = asked.slice(0, 2);
    expect(dueBy(CLOCK_RULES, waiting, '2025-12-24')).toBe('2026-01-13');
    expect(dueBy(excluding, waiting, '2025-12-24')).toBe('2026-01-15');
    const result = runClock(waiting, calendar, excluding);
    if (!result.ok) throw new Error(result.error.rejection);
    const state = { ...APPLICATION_START, clock: result.value };
    const rules = { calendar, clockRules: excluding, today: day('2025-12-24') };
    const reply = caseDeadlines(state, rules).find(({ kind }) => kind === REPLY_DEADLINE);
    expect(reply && dueDate(calendar, reply.startsOn, reply.workingDays, reply.excluded).date).toBe(
      '2026-01-15',
    );
  });

  it('does not end before it began', () => {
    const result = runClock(
      [event(X6), event('reasonsRequested 2025-12-22'), event('reasonsGiven 2025-12-19')],
      calendar,
      excluding,
    );
    expect(result).toMatchObject({ ok: false, error: { rejection: 'before-notice' } });
  });
});

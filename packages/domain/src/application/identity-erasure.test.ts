import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { parseCivilDate } from '../kernel/civil-date.ts';
import type { ApplicationEvent } from './act.ts';
import { identityErasureDay, lastRemedyDay } from './identity-erasure.ts';

const calendar = createCalendar(OFFICIAL_YEARS);

function d(text: string) {
  const date = parseCivilDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}

const delivered = (on: string): ApplicationEvent => ({
  type: 'deliverReply',
  on: d(on),
  letterId: 'a',
  way: 'direct',
});

describe('the last day on which anybody can turn to anyone', () => {
  it('is the end of six months to sue, which ends later than 60 days (行政诉讼法46, 行政复议法20)', () => {
    // 2025-07-14 is a Monday; sixty days end on 2025-03-15.
    expect(lastRemedyDay(calendar, d('2025-01-14'), true)).toBe('2025-07-14');
  });

  it('moves to the first working day when it falls on a day of rest', () => {
    // 2025-07-13 is a Sunday.
    expect(lastRemedyDay(calendar, d('2025-01-13'), true)).toBe('2025-07-14');
  });

  it('is a year on for whoever was not told of the remedies', () => {
    expect(lastRemedyDay(calendar, d('2025-01-14'), false)).toBe('2026-01-14');
  });

  it('of a reply from before all calendars is reckoned from their first day, never earlier', () => {
    expect(lastRemedyDay(calendar, d('2009-03-02'), true) > calendar.firstDay).toBe(true);
  });
});

describe('the day from which identity documents are no longer kept', () => {
  const events = [delivered('2024-05-06'), delivered('2025-01-14')];

  it('is a year after the last remedy period of the last reply', () => {
    const day = identityErasureDay({ status: 'closed', isImported: false, events }, calendar, 365);
    expect(day).toBe('2026-07-15');
  });

  it('is none while the case is open again', () => {
    expect(identityErasureDay({ status: 'processing', isImported: false, events }, calendar, 365)).toBeNull();
  });

  it('runs from the last event where nothing was delivered, as of a withdrawn case', () => {
    const withdrawn: ApplicationEvent = { type: 'takeUp', on: d('2025-01-14') };
    const day = identityErasureDay(
      { status: 'closed', isImported: false, events: [withdrawn] },
      calendar,
      365,
    );
    expect(day).toBe('2026-07-15');
  });
});

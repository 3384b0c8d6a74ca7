import { expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { settingsAt } from '../setting/resolve.ts';
import type { ComplaintStatus } from './complaint.ts';
import { complaintPeriodsFrom, nextDue } from './complaint-clock.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const usual = complaintPeriodsFrom(settingsAt('', []));
const day = (text: string) => text as CivilDate;

const due = (receivedOn: string, status: ComplaintStatus, isExtended = false, periods = usual) => {
  const found = nextDue({ calendar, periods }, { receivedOn: day(receivedOn), status, isExtended });
  return found === null ? null : [found.step, found.due.date];
};

it.each([
  // A Monday: Tuesday and Wednesday.
  ['2026-11-02', 'received', false, ['acknowledge', '2026-11-04']],
  // A Friday: over the weekend.
  ['2026-11-06', 'received', false, ['acknowledge', '2026-11-10']],
  // Before 国庆节 2026 (1 to 7 October; Saturday 10 October is worked).
  ['2026-09-30', 'received', false, ['acknowledge', '2026-10-09']],
  ['2026-11-02', 'accepted', false, ['result', '2026-11-23']],
  ['2026-11-02', 'found', false, ['result', '2026-11-23']],
  ['2026-11-02', 'accepted', true, ['result', '2026-12-07']],
  ['2026-09-30', 'accepted', false, ['result', '2026-10-27']],
  ['2026-11-02', 'told', false, null],
  ['2026-11-02', 'redirected', false, null],
  ['2026-11-02', 'closed', true, null],
] as const)(
  'what came on %s and is %s (extended: %s) is owed %j',
  (receivedOn, status, isExtended, wanted) => {
    expect(due(receivedOn, status, isExtended)).toEqual(wanted);
  },
);

it('counts by the lengths that an organ chose', () => {
  const own = { acknowledgeDays: 5, resultDays: 30, extensionDays: 15 };
  expect(due('2026-11-02', 'received', false, own)).toEqual(['acknowledge', '2026-11-09']);
  expect(due('2026-11-02', 'accepted', false, own)).toEqual(['result', '2026-12-14']);
});

import { describe, expect, it, test } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import {
  endOfRemedyPeriod,
  REMEDY_PERIODS,
  type RemedyPeriod,
  reviewApplicationEnd,
} from './remedy-periods.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const end = (period: RemedyPeriod, start: string): string =>
  endOfRemedyPeriod(calendar, period, day(start)).date;

describe('periods of remedies', () => {
  test.each([
    // The examples of §12.3: a last day of rest moves to the first day after it.
    ['reviewApplication', '2025-08-05', '2025-10-09'],
    ['suitAfterReview', '2026-02-05', '2026-02-24'],
    ['reviewApplication', '2026-08-03', '2026-10-08'],
    // A make-up Saturday ends the period [U].
    ['suitAfterReview', '2026-01-30', '2026-02-14'],
    ['decisionOrdinary', '2025-08-05', '2025-10-09'],
    ['decisionSimplified', '2026-03-02', '2026-04-01'],
    ['reviewOpinion', '2026-03-02', '2026-05-06'],
    // Months end on the day of the same number, or the last of the month; then on a working day.
    ['directSuit', '2025-08-29', '2026-02-28'],
    ['directSuit', '2025-08-31', '2026-02-28'],
    ['directSuit', '2025-12-15', '2026-06-15'],
    ['directSuit', '2025-10-20', '2026-04-20'],
    ['directSuit', '2025-11-04', '2026-05-06'],
    ['directSuit', '2024-08-31', '2025-02-28'],
    ['directSuitAbsolute', '2020-02-29', '2025-02-28'],
    ['reviewApplicationUntold', '2025-03-03', '2026-03-03'],
    // Working days.
    ['answerOrdinary', '2026-02-12', '2026-03-04'],
    ['answerSimplified', '2026-02-12', '2026-02-26'],
    ['reviewExamination', '2026-02-12', '2026-02-26'],
    ['judgment', '2022-09-30', '2022-11-02'],
  ] as const)('%s from %s ends on %s', (period, start, expected) => {
    expect(end(period, start)).toBe(expected);
  });

  it('in working days are those of the calendar', () => {
    expect(end('answerOrdinary', '2026-02-12')).toBe(addWorkingDays(calendar, day('2026-02-12'), 10).date);
  });

  it('name their step and article, all of them', () => {
    for (const { step, source } of Object.values(REMEDY_PERIODS)) {
      expect(step).not.toBe('');
      expect(source).toMatch(/第.+条/);
    }
  });

  it('into a year without notice are provisional', () => {
    expect(endOfRemedyPeriod(calendar, 'reviewApplication', day('2026-12-10')).provisional).toBe(true);
    expect(endOfRemedyPeriod(calendar, 'reviewApplication', day('2026-03-10')).provisional).toBe(false);
  });
});

describe('the last day to apply for review', () => {
  const last = (knownOn: string, toldOn: string | null): string =>
    reviewApplicationEnd(calendar, { knownOn: day(knownOn), toldOn: toldOn === null ? null : day(toldOn) })
      .date;

  it.each([
    ['told with the act', '2025-08-05', '2025-08-05', '2025-10-09'],
    ['told later', '2025-03-03', '2025-08-05', '2025-10-09'],
    ['told before knowing of it', '2025-08-05', '2025-08-01', '2025-10-09'],
    ['told when the year is nearly over', '2025-03-03', '2026-02-10', '2026-03-03'],
    ['never told', '2025-03-03', null, '2026-03-03'],
  ])('%s', (_, knownOn, toldOn, expected) => {
    expect(last(knownOn, toldOn)).toBe(expected);
  });
});

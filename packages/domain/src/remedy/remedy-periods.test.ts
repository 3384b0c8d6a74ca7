import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import {
  endOfRemedyPeriod,
  REMEDY_PERIODS,
  type RemedyPeriod,
  reconsiderationApplicationEnd,
} from './remedy-periods.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const end = (period: RemedyPeriod, start: string): string =>
  endOfRemedyPeriod(calendar, period, day(start)).date;

describe('periods of remedies', () => {
  test.each([
    // The examples of §12.3: a last day of rest moves to the first day after it.
    ['reconsiderationApplication', '2025-08-05', '2025-10-09'],
    ['suitAfterReconsideration', '2026-02-05', '2026-02-24'],
    ['reconsiderationApplication', '2026-08-03', '2026-10-08'],
    // A make-up Saturday ends the period [U].
    ['suitAfterReconsideration', '2026-01-30', '2026-02-14'],
    ['decisionOrdinary', '2025-08-05', '2025-10-09'],
    ['decisionSimplified', '2026-03-02', '2026-04-01'],
    ['reconsiderationOpinion', '2026-03-02', '2026-05-06'],
    // Months end on the day of the same number, or the last of the month; then on a working day.
    ['directSuit', '2025-08-29', '2026-02-28'],
    ['directSuit', '2025-08-31', '2026-02-28'],
    ['directSuit', '2025-12-15', '2026-06-15'],
    ['directSuit', '2025-10-20', '2026-04-20'],
    ['directSuit', '2025-11-04', '2026-05-06'],
    ['directSuit', '2024-08-31', '2025-02-28'],
    ['directSuitAbsolute', '2020-02-29', '2025-02-28'],
    ['reconsiderationApplicationUntold', '2025-03-03', '2026-03-03'],
    ['directSuitUntold', '2025-02-15', '2026-02-24'],
    // Working days.
    ['answerOrdinary', '2026-02-12', '2026-03-04'],
    ['answerSimplified', '2026-02-12', '2026-02-26'],
    ['reconsiderationExamination', '2026-02-12', '2026-02-26'],
    ['judgment', '2022-09-30', '2022-11-02'],
    // Over the turn of the year, when 1 to 3 January rested and Sunday the 4th was worked.
    ['reconsiderationExamination', '2025-12-29', '2026-01-06'],
    ['answerOrdinary', '2025-12-24', '2026-01-08'],
    ['answerSimplified', '2025-12-29', '2026-01-06'],
    ['judgment', '2025-12-15', '2026-01-13'],
    ['reconsiderationApplication', '2025-11-03', '2026-01-04'],
    ['suitAfterReconsideration', '2025-12-18', '2026-01-04'],
    ['decisionSimplified', '2025-12-02', '2026-01-04'],
    ['decisionExtension', '2025-12-02', '2026-01-04'],
    ['reconsiderationOpinion', '2025-11-03', '2026-01-04'],
    ['appealJudgment', '2025-12-18', '2026-01-04'],
    ['appealRuling', '2025-12-23', '2026-01-04'],
    ['reconsiderationApplicationAbsolute', '2021-01-01', '2026-01-04'],
    ['reconsiderationApplicationLand', '2019-01-02', '2039-01-03'],
    ['directSuitLand', '2019-01-07', '2039-01-07'],
    // The law of before 2024: ten days to answer are days of the calendar.
    ['examinationFormer', '2023-12-27', '2024-01-04'],
    ['answerFormer', '2023-12-20', '2024-01-02'],
    ['decisionFormer', '2023-11-02', '2024-01-02'],
    ['opinionFormer', '2023-11-02', '2024-01-02'],
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

  it.each([
    ['reconsiderationApplication', '2026-12-10', '2026-03-10'],
    ['reconsiderationExamination', '2026-12-30', '2026-11-02'],
    ['answerOrdinary', '2026-12-24', '2026-11-02'],
    ['answerSimplified', '2026-12-30', '2026-11-02'],
    ['decisionOrdinary', '2026-11-20', '2026-09-01'],
    ['decisionSimplified', '2026-12-10', '2026-11-02'],
    ['suitAfterReconsideration', '2026-12-20', '2026-11-02'],
    ['directSuit', '2026-11-02', '2026-01-05'],
    ['judgment', '2026-12-14', '2026-11-02'],
    ['reconsiderationOpinion', '2026-11-20', '2026-09-01'],
  ] as const)('%s into a year without notice, from %s, is provisional', (period, into, before) => {
    expect(endOfRemedyPeriod(calendar, period, day(into)).provisional).toBe(true);
    expect(endOfRemedyPeriod(calendar, period, day(before)).provisional).toBe(false);
  });

  it('have a vector each', () => {
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    const named = Object.keys(REMEDY_PERIODS).filter((period) => !source.includes(`['${period}', '`));
    expect(named).toEqual([]);
  });
});

describe('the last day to apply for reconsideration', () => {
  const last = (knownOn: string, toldOn: string | null): string =>
    reconsiderationApplicationEnd(calendar, {
      knownOn: day(knownOn),
      toldOn: toldOn === null ? null : day(toldOn),
    }).date;

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

import { describe, expect, test } from 'vitest';
import { cleanReport } from '../../../test/build-report.ts';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import type { AnnualReport } from '../report.ts';
import { DEADLINE_RULES } from './deadline-rules.ts';
import { deadlineOf } from './deadlines.ts';
import { evaluateReport } from './evaluate.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

describe('deadlines', () => {
  test.each([
    ['department', null, '2024-01-31'],
    ['township', '01-15', '2024-01-15'],
    ['township', '02-15', '2024-01-31'],
    ['township', '02-31', '2024-01-31'],
    ['countyGovernment', null, '2024-02-20'],
    ['cityGovernment', null, '2024-03-10'],
    ['provinceGovernment', null, '2024-03-31'],
  ] as const)('%s with local date %s → %s', (kind, local, date) => {
    expect(deadlineOf(kind, 2023, local)?.date).toBe(date);
  });

  const status = (report: AnnualReport, asOf: string) =>
    evaluateReport(
      { report, settings: DEFAULT_SETTINGS, asOf: parseCivilDate(asOf)! },
      { rules: DEADLINE_RULES },
    ).find(({ rule }) => rule === 'AR-DDL-01')!.status;

  test('a draft of the platform is overdue by the calendar, a file without a signature is not judged', () => {
    const file = { ...cleanReport(), signature: null };
    const { structure: _, ...draft } = file;
    expect(status(draft, '2024-01-31')).toBe('pass');
    expect(status(draft, '2024-02-01')).toBe('fail');
    expect(status(file, '2024-02-01')).toBe('notEvaluated');
  });

  test('a report signed in time is in time whenever it is checked', () => {
    expect(status(cleanReport(), '2026-05-01')).toBe('pass');
  });
});

import { describe, expect, it } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import { OFFICIAL_YEARS } from '../calendar/official-years.ts';
import { createCalendar } from '../calendar/working-calendar.ts';
import { remedyText } from './remedy.ts';
import { remediesTold } from './remedy-told.ts';

const calendar = createCalendar(OFFICIAL_YEARS);
const places = { reviewOrgan: '乙市人民政府', court: '某法院', reviewAddress: null };
const told = (code: Parameters<typeof remedyText>[0], reading: Parameters<typeof remedyText>[2]) =>
  remediesTold({ code, text: remedyText(code, places, reading) }, day('2025-08-05'), calendar);

describe('remedies as the applicant is told', () => {
  it('have their last days, moved from days of rest', () => {
    // §12.3: 60 days from 5 August end on 4 October, in the holidays; six months end on 5 February.
    expect(told('EITHER', 'both')).toEqual([
      '可以申请行政复议：最后一日为2025年10月9日。',
      '或者提起行政诉讼：最后一日为2026年2月5日。',
    ]);
  });

  it('say where reconsideration comes first', () => {
    const [first, second] = told('REVIEW_FIRST', 'both');
    expect(first).toBe('先申请行政复议：最后一日为2025年10月9日。');
    expect(second).toContain('15日内提起行政诉讼');
  });

  it('follow the letter where the court does not take the case on', () => {
    expect(told('COURT_REFUSES', 'both')).toHaveLength(2);
    expect(told('COURT_REFUSES', 'reviewOnly')).toHaveLength(1);
    expect(told('COURT_REFUSES', 'none')).toEqual([]);
    expect(told('NONE', 'both')).toEqual([]);
  });

  it('name no day that nobody knows', () => {
    const text = remedyText('EITHER', places, 'both');
    expect(remediesTold({ code: 'EITHER', text }, null, calendar)).toEqual([
      '可以申请行政复议：自您收到之日起60日内。',
      '或者提起行政诉讼：自您收到之日起6个月内。',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { parseCalendarYear } from './calendar-year.ts';

describe('a calendar data file with faults', () => {
  test('every complaint is told at once, in Chinese', () => {
    const result = parseCalendarYear({
      year: 2028,
      notices: [
        {
          number: '',
          publishedOn: '2027-13-01',
          source: 'x',
          rest: [
            { from: '2028-01-05', to: '2028-01-01', name: '元旦' },
            { from: '2027-11-01', to: '2027-11-01', name: '早' },
          ],
          work: ['2028-01-03', 'soon'],
        },
      ],
    });
    expect(result).toEqual({
      ok: false,
      error: [
        '第1份通知的发布日期应为“年-月-日”形式的日期。',
        '第1份通知的放假第1项“2028-01-05至2028-01-01”先后颠倒或超过16天。',
        '第1份通知的放假第2项“2027-11-01至2027-11-01”不在2028年（含上年12月）。',
        '第1份通知的上班第1项“2028-01-03”应为2028年（含上年12月）的周六或周日。',
        '第1份通知的上班第2项应为“年-月-日”形式的日期。',
        '第1份通知的文号不能为空。',
      ],
    });
  });

  test.each([[null], [{ year: '2028' }], [[]], ['2028']])('%j is refused', (value) => {
    expect(parseCalendarYear(value)).toEqual({ ok: false, error: ['年份应为2008至2100之间的整数。'] });
  });
});

import { describe, expect, it } from 'vitest';
import { daysUntil, shownDate, shownMoment, shownWords, weekdayName } from './moments.ts';

describe('moments and days', () => {
  it('are shown in Beijing time, whatever the zone of the device', () => {
    expect(shownMoment('2026-11-20T16:30:00.000Z')).toBe('2026年11月21日 00:30');
    expect(shownDate('2027-01-31')).toBe('2027年1月31日');
    expect([weekdayName('2026-01-05'), weekdayName('2026-01-11')]).toEqual(['周一', '周日']);
    expect([shownWords('2026-11-06'), shownWords('2026-11-06号文')]).toEqual([
      '2026年11月6日',
      '2026-11-06号文',
    ]);
  });

  it.each([
    ['2026-11-21', 0],
    ['2026-11-22', 1],
    ['2026-11-20', -1],
    ['2027-01-31', 71],
  ])('until %s are %i days from the first minutes of 21 November in Beijing', (date, days) => {
    expect(daysUntil(date, new Date('2026-11-20T16:05:00.000Z'))).toBe(days);
  });
});

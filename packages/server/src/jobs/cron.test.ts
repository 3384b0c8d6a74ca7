import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlot } from './cron.ts';

const china = (text: string): Date => new Date(`${text}+08:00`);

describe('nextSlot', () => {
  it.each([
    ['10 3 * * *', '2026-11-21T03:09:59', '2026-11-21T03:10:00'],
    ['10 3 * * *', '2026-11-21T03:10:00', '2026-11-22T03:10:00'],
    ['*/15 * * * *', '2026-11-21T23:59:00', '2026-11-22T00:00:00'],
    ['5/20 * * * *', '2026-11-21T10:06:00', '2026-11-21T10:25:00'],
    ['0 9-17/4 * * *', '2026-11-21T10:00:00', '2026-11-21T13:00:00'],
    ['0 0 1 1 *', '2026-11-21T10:00:00', '2027-01-01T00:00:00'],
    ['0 0 29 2 *', '2026-11-21T10:00:00', '2028-02-29T00:00:00'],
    ['30 8 * * 1-5', '2026-11-20T09:00:00', '2026-11-23T08:30:00'],
    ['30 8 * * 7', '2026-11-20T09:00:00', '2026-11-22T08:30:00'],
    ['0 0 1 * 1', '2026-11-21T00:00:00', '2026-11-23T00:00:00'],
    ['0,30 1,2 * * *', '2026-11-21T01:30:00', '2026-11-21T02:00:00'],
  ])('%s after %s is %s in China', (cron, after, expected) => {
    expect(nextSlot(cron, china(after))).toEqual(china(expected));
  });

  it.each([
    '',
    '* * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '5-1 * * * *',
    '*/0 * * * *',
    'a b c d e',
  ])('refuses “%s”', (cron) => {
    expect(() => nextSlot(cron, new Date(0))).toThrow(RangeError);
  });

  it('refuses a day that never comes', () => {
    expect(() => nextSlot('0 0 31 2 *', new Date(0))).toThrow('never due');
  });

  it('leaves no slot out and gives none twice', () => {
    const minute = fc.integer({ min: 0, max: 59 });
    const hour = fc.integer({ min: 0, max: 23 });
    const from = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(minute, hour, from, (m, h, after) => {
        const slot = nextSlot(`${m} ${h} * * *`, after);
        const distance = slot.getTime() - after.getTime();
        expect(distance).toBeGreaterThan(0);
        expect(distance).toBeLessThanOrEqual(24 * 3_600_000);
        expect(slot.toISOString().slice(11)).toBe(
          `${String((h + 16) % 24).padStart(2, '0')}:${String(m).padStart(2, '0')}:00.000Z`,
        );
      }),
      { seed: 20_260_131 },
    );
  });
});

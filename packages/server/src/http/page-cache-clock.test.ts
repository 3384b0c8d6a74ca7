import { addDays, type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PublicMoment } from '../db/queries/published-moment.ts';
import { type PublicClock, type TimeSpan, watchPublicClock } from './page-cache-clock.ts';

let turns: string[];
let spans: (TimeSpan | null)[];
let scheduled: readonly Date[];
let clock: PublicClock;
let fault: Error | undefined;
let faults: number;

/** As the database would answer, by the clock of the test. */
async function ask(): Promise<PublicMoment> {
  await Promise.resolve();
  if (fault !== undefined) throw fault;
  const now = new Date();
  const today: CivilDate = civilDateAt(now);
  const tomorrow = new Date(`${addDays(today, 1)}T00:00:00+08:00`);
  return { now, today, tomorrow, next: scheduled.find((moment) => moment > now) ?? null };
}

const start = async (at: string): Promise<void> => {
  vi.setSystemTime(new Date(at));
  clock = watchPublicClock({
    ask,
    onTurn: (span) => {
      turns.push(new Date().toISOString());
      spans.push(span);
    },
    log: { error: () => (faults += 1) },
  });
  await vi.advanceTimersByTimeAsync(0);
  // The first look forgets what was made before it.
  expect(turns).toHaveLength(1);
  expect(spans).toEqual([null]);
  [turns, spans] = [[], []];
};

beforeEach(() => {
  vi.useFakeTimers();
  [turns, spans, scheduled, fault, faults] = [[], [], [], undefined, 0];
});

afterEach(async () => {
  await clock.stop();
  vi.useRealTimers();
});

describe('the clock of what is public', () => {
  it('turns at midnight in China, not in between and not by another zone’s day', async () => {
    await start('2026-11-21T23:00:30+08:00');
    await vi.advanceTimersByTimeAsync(59 * 60_000 + 29_000);
    expect(turns).toEqual([]);
    await vi.advanceTimersByTimeAsync(1100);
    expect(turns).toEqual(['2026-11-21T16:00:00.005Z']);
    await vi.advanceTimersByTimeAsync(23 * 3_600_000);
    expect(turns).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(turns).toHaveLength(2);
  });

  it.each([
    ['slept over midnight', '2026-11-23T09:00:00+08:00'],
    ['was put back a day', '2026-11-20T09:00:00+08:00'],
    ['was put back a minute', '2026-11-21T11:58:00+08:00'],
  ])('turns within a minute when the machine %s', async (_, to) => {
    await start('2026-11-21T12:00:00+08:00');
    vi.setSystemTime(new Date(to));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(turns).toHaveLength(1);
  });

  it('turns in the minute of a scheduled publication, also of one scheduled meanwhile', async () => {
    scheduled = [new Date('2026-11-21T12:00:20+08:00')];
    await start('2026-11-21T12:00:00+08:00');
    await vi.advanceTimersByTimeAsync(19_900);
    expect(turns).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(turns).toEqual(['2026-11-21T04:00:20.005Z']);
    // What had its minute since the last look, and nothing of the days before.
    const [span] = spans;
    expect([span?.after.toISOString(), span?.to.toISOString()]).toEqual([
      '2026-11-21T04:00:00.000Z',
      '2026-11-21T04:00:20.005Z',
    ]);
    scheduled = [new Date('2026-11-21T12:00:40+08:00')];
    clock.look();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(turns).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(turns).toHaveLength(2);
  });

  it('finds out afterwards what turned while the database did not answer', async () => {
    await start('2026-11-21T23:59:00+08:00');
    fault = new Error('no database');
    await vi.advanceTimersByTimeAsync(180_000);
    expect([turns.length, faults > 1]).toEqual([0, true]);
    fault = undefined;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(turns).toHaveLength(1);
  });

  it('is still after its end', async () => {
    await start('2026-11-21T23:59:00+08:00');
    await clock.stop();
    clock.look();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(turns).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

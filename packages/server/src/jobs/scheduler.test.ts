import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { registerSchedules, takeDueSchedules } from './scheduler.ts';
import { SCHEDULES } from './schedules.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

const china = (text: string): Date => new Date(`${text}+08:00`);
const DAILY = { nightly: { cron: '20 3 * * *', kind: 'file.sweep' } } as const;

const register = (at: string, schedules = DAILY as Parameters<typeof registerSchedules>[1]) =>
  registerSchedules(test.server, schedules, china(at));

/** Looks as a server would at some time of the database's clock, with workers that finish at once. */
const look = async (at: string) => {
  const taken = await takeDueSchedules(test.server, DAILY, china(at));
  await sql`update pgboss.job set state = 'completed', completed_on = now()`.execute(test.owner);
  return taken;
};

const nextAt = async () =>
  (await test.server.selectFrom('job_schedule').select('next_at').executeTakeFirstOrThrow()).next_at;

const runs = async () => (await test.server.selectFrom('pgboss.job').select('id').execute()).length;

describe('schedules', () => {
  it('begin at their next slot and take each once', async () => {
    await register('2026-11-21T12:00:00');
    expect(await look('2026-11-22T03:19:59')).toEqual([]);
    expect(await look('2026-11-22T03:20:00')).toEqual(['nightly']);
    expect(await look('2026-11-22T03:20:30')).toEqual([]);
    expect(await look('2026-11-23T03:20:01')).toEqual(['nightly']);
    expect(await runs()).toBe(2);
  });

  it('keep their place when a server starts again', async () => {
    await register('2026-11-21T12:00:00');
    await register('2026-11-22T09:00:00');
    expect(await look('2026-11-22T09:00:00')).toEqual(['nightly']);
  });

  it('make up once for slots that no server was there for', async () => {
    await register('2026-11-21T12:00:00');
    expect(await look('2026-11-29T10:00:00')).toEqual(['nightly']);
    expect(await runs()).toBe(1);
    expect(await nextAt()).toEqual(china('2026-11-30T03:20:00'));
  });

  it('are taken once by many who look at the same moment', async () => {
    await register('2026-11-21T12:00:00');
    const at = china('2026-11-22T03:20:00');
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => takeDueSchedules(test.server, DAILY, at)),
    );
    expect(taken.flat()).toEqual(['nightly']);
    expect(await runs()).toBe(1);
  });

  it('follow a changed cron line from its next slot', async () => {
    await register('2026-11-21T12:00:00');
    await register('2026-11-21T12:00:00', { nightly: { cron: '0 5 * * *', kind: 'file.sweep' } });
    expect(await nextAt()).toEqual(china('2026-11-22T05:00:00'));
  });

  it('do not take a slot twice when the clock is put back a little', async () => {
    await register('2026-11-21T12:00:00');
    expect(await look('2026-11-22T03:20:00')).toEqual(['nightly']);
    expect(await look('2026-11-22T03:19:58')).toEqual([]);
    expect(await look('2026-11-22T03:20:00')).toEqual([]);
    expect(await look('2026-11-23T03:20:00')).toEqual(['nightly']);
  });

  it('do not wait for a year that the clock showed by mistake', async () => {
    await register('2026-11-21T12:00:00');
    expect(await look('2027-11-21T12:00:00')).toEqual(['nightly']);
    expect(await nextAt()).toEqual(china('2027-11-22T03:20:00'));
    expect(await look('2026-11-21T12:01:00')).toEqual([]);
    expect(await nextAt()).toEqual(china('2026-11-22T03:20:00'));
    expect(await look('2026-11-22T03:20:00')).toEqual(['nightly']);
  });

  it('leave alone what another version of the program schedules', async () => {
    await register('2026-11-21T12:00:00', { other: { cron: '0 1 * * *', kind: 'retention.apply' } });
    expect(await look('2026-11-29T10:00:00')).toEqual([]);
  });

  it('of this program can all be read', async () => {
    await register('2026-11-21T12:00:00', SCHEDULES);
    const rows = await test.server.selectFrom('job_schedule').select('name').orderBy('name').execute();
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(SCHEDULES).toSorted());
  });
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, FAST, readRecord, recordingHandlers, until } from '../../test/job-recorder.ts';
import { testServices } from '../../test/test-api.ts';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { createLogger } from '../operations/log.ts';
import { enqueue, type JobRequest } from './enqueue.ts';
import { JobFailure, type JobHandlers } from './job-context.ts';
import { type JobsDependencies, type RunningJobs, startJobs } from './start-jobs.ts';

let test: TestDatabase;
let running: RunningJobs[];
let lines: string[];

beforeEach(async () => {
  test = await createTestDatabase();
  running = [];
  lines = [];
  await createRecord(test.owner);
});

afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  await test.drop();
});

async function startServer(handlers: Partial<JobHandlers>, more: Partial<JobsDependencies> = {}) {
  const jobs = await startJobs({
    login: test.logins.server,
    context: { ...test.context, now: () => new Date(), services: testServices() },
    handlers: { ...recordingHandlers(test.server, 'only'), ...handlers },
    log: createLogger(
      (line) => lines.push(line),
      () => new Date(),
    ),
    timing: FAST,
    schedules: {},
    ...more,
  });
  running.push(jobs);
  return jobs;
}

const delivery = (messageId: string): JobRequest => ({
  kind: 'message.deliver',
  payload: { regionId: randomUUID(), messageId },
});

const put = async (...jobs: readonly JobRequest[]): Promise<void> =>
  await test.server.transaction().execute(async (transaction) => {
    for (const job of jobs) await enqueue(transaction, job);
  });

const jobRows = () => test.owner.selectFrom('pgboss.job').selectAll().execute();

async function isListening(): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and application_name = 'zhaoshi-jobs' and query ilike 'listen%'`.execute(
    test.owner,
  );
  return rows.length > 0;
}

/** Tries follow at once instead of after half a minute. */
const withoutDelay = (): Promise<unknown> =>
  sql`update pgboss.queue set retry_delay = 0, retry_delay_max = 1 where name = 'message.deliver'`.execute(
    test.owner,
  );

describe('enqueue', () => {
  it('wakes a worker at the commit, though it looks by itself only each hour', async () => {
    await startServer({}, { timing: { ...FAST, poll: 3600 } });
    const messageId = randomUUID();
    await test.server.transaction().execute(async (transaction) => {
      await enqueue(transaction, delivery(messageId));
      await new Promise((done) => {
        setTimeout(done, 300);
      });
      expect(await readRecord(test.owner)).toEqual([]);
    });
    await until(async () => (await readRecord(test.server)).length === 1);
  });

  it('leaves nothing behind in a transaction that is rolled back', async () => {
    await startServer({});
    const failing = test.server.transaction().execute(async (transaction) => {
      await enqueue(transaction, delivery(randomUUID()));
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    const later = randomUUID();
    await put(delivery(later));
    await until(async () => (await readRecord(test.server)).length > 0);
    expect(await readRecord(test.server)).toMatchObject([{ key: later }]);
    expect(await jobRows()).toHaveLength(1);
  });

  it('takes nothing but what the kind declares', async () => {
    const job = {
      kind: 'message.deliver',
      payload: { regionId: randomUUID(), messageId: randomUUID(), name: '张三' },
    };
    await expect(put(job as unknown as JobRequest)).rejects.toThrow();
    expect(await jobRows()).toEqual([]);
  });

  it('makes waiting jobs of one singleton key one, and not those of kinds without', async () => {
    await put({ kind: 'file.sweep', payload: {} }, { kind: 'file.sweep', payload: {} });
    await put({ kind: 'file.sweep', payload: {} }, delivery(randomUUID()), delivery(randomUUID()));
    expect((await jobRows()).map(({ name }) => name).toSorted()).toEqual([
      'file.sweep',
      'message.deliver',
      'message.deliver',
    ]);
  });

  it('holds a waiting job back while a transaction that counts on it is open', async () => {
    await put({ kind: 'file.sweep', payload: {} });
    await test.server.transaction().execute(async (transaction) => {
      await enqueue(transaction, { kind: 'file.sweep', payload: {} });
      await startServer({});
      await new Promise((done) => {
        setTimeout(done, 1500);
      });
      expect(await readRecord(test.owner)).toEqual([]);
    });
    await until(async () => (await readRecord(test.server)).length === 1);
  });

  it('begins a job that is put off not before its time', async () => {
    await startServer({});
    const startAfter = new Date(Date.now() + 1500);
    await put({ ...delivery(randomUUID()), startAfter } as JobRequest);
    await until(async () => (await readRecord(test.server)).length === 1);
    expect(Date.now()).toBeGreaterThanOrEqual(startAfter.getTime() - 20);
  });
});

describe('a job that fails', () => {
  it('is tried again until it succeeds', async () => {
    await withoutDelay();
    const attempts: boolean[] = [];
    await startServer({
      'message.deliver': async ({ isLastTry }) => {
        attempts.push(isLastTry);
        if (attempts.length <= 3) throw new Error('smtp: 张三 <zhangsan@example.cn> 不存在');
      },
    });
    await put(delivery(randomUUID()));
    await until(async () => (await jobRows()).every(({ state }) => state === 'completed'));
    expect(attempts).toEqual([false, false, false, false]);
  });

  it('waits longer each time', async () => {
    await sql`update pgboss.queue set retry_delay = 2, retry_delay_max = 60 where name = 'message.deliver'`.execute(
      test.owner,
    );
    await startServer({ 'message.deliver': () => Promise.reject(new JobFailure('gateway-busy', false)) });
    await put(delivery(randomUUID()));
    const waits: number[] = [];
    for (let retry = 0; retry < 4; retry += 1) {
      await until(async () => {
        const [row] = await jobRows();
        return row?.state === 'retry' && row.retry_count === retry;
      });
      const { rows } = await sql<{ wait: string }>`
        select extract(epoch from start_after - started_on) as wait from pgboss.job`.execute(test.owner);
      waits.push(Number(rows[0]?.wait));
      await sql`update pgboss.job set start_after = now()`.execute(test.owner);
    }
    expect(waits[3]).toBeGreaterThan(2 * (waits[0] ?? Infinity));
  });

  it('is kept when its tries are used up, with a code and without a word of the exception', async () => {
    await withoutDelay();
    await startServer({
      'message.deliver': () => Promise.reject(new Error('550 zhangsan@example.cn 13800138000 unknown')),
    });
    await put(delivery(randomUUID()));
    await sql`update pgboss.job set retry_limit = 2`.execute(test.owner);
    await until(async () => (await jobRows())[0]?.state === 'failed');
    const [row] = await jobRows();
    expect(row).toMatchObject({ retry_count: 2, output: { code: 'fault' } });
    expect(lines.filter((line) => line.includes('job failed'))).toHaveLength(3);
    expect(`${JSON.stringify(row)}${lines.join('')}`).not.toMatch(/zhangsan|13800138000/);
    expect(lines.join('')).toContain('jobs.test.ts');
  });

  it('is dead at once when a further try cannot help', async () => {
    await startServer({ 'message.deliver': () => Promise.reject(new JobFailure('address-refused', true)) });
    await put(delivery(randomUUID()));
    await until(async () => (await jobRows())[0]?.state === 'failed');
    expect((await jobRows())[0]).toMatchObject({ retry_count: 0, output: { code: 'address-refused' } });
  });

  it('does not take the others of its batch along', async () => {
    const bad = randomUUID();
    const recorded = recordingHandlers(test.server, 'only')['message.deliver'];
    const keys = [randomUUID(), bad, randomUUID(), randomUUID()];
    await put(...keys.map(delivery));
    await startServer({
      'message.deliver': async (context, payload) => {
        if (payload.messageId === bad) throw new JobFailure('gateway-refused', true);
        await recorded(context, payload);
      },
    });
    await until(async () =>
      (await jobRows()).every(({ state }) => state === 'completed' || state === 'failed'),
    );
    expect((await readRecord(test.server)).map(({ key }) => key)).toEqual(
      keys.filter((key) => key !== bad).toSorted(),
    );
  });
});

describe('stopping', () => {
  it('finishes what is under way and takes nothing more', async () => {
    let finish = (): void => {};
    let begun = 0;
    const jobs = await startServer({
      'message.deliver': async () => {
        begun += 1;
        await new Promise<void>((done) => {
          finish = done;
        });
      },
    });
    await put(delivery(randomUUID()));
    await until(() => Promise.resolve(begun === 1));
    const stopped = jobs.stop();
    await put(delivery(randomUUID()));
    // The workers are told to stop when nobody listens any more; the one that works would take the next only then.
    await until(async () => !(await isListening()));
    setTimeout(() => finish(), 300);
    await stopped;
    expect((await jobRows()).map(({ state }) => state).toSorted()).toEqual(['completed', 'created']);
    expect(begun).toBe(1);
  });

  it('comes to an end also when the database is gone', async () => {
    const lost = await createTestDatabase();
    const jobs = await startServer(
      { 'message.deliver': () => new Promise(() => {}) },
      {
        login: lost.logins.server,
        context: { ...lost.context, services: testServices() },
        timing: { ...FAST, stopMs: 1000 },
      },
    );
    await lost.server.transaction().execute((transaction) => enqueue(transaction, delivery(randomUUID())));
    await until(async () => {
      const rows = await lost.server.selectFrom('pgboss.job').select('state').execute();
      return rows[0]?.state === 'active';
    });
    await lost.drop();
    await jobs.stop();
    expect(lines.join('')).toContain('jobs not given back');
  });

  it('gives back what does not end in time, and tells the handler', async () => {
    let aborted = false;
    const jobs = await startServer(
      {
        'message.deliver': async ({ signal }) => {
          await new Promise<void>((done) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              done();
            });
          });
        },
      },
      { timing: { ...FAST, stopMs: 1000 } },
    );
    await put(delivery(randomUUID()));
    await until(async () => (await jobRows())[0]?.state === 'active');
    await jobs.stop();
    expect((await jobRows())[0]?.state).toBe('retry');
    expect(aborted).toBe(true);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, readRecord, until } from '../../test/job-recorder.ts';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { enqueue } from './enqueue.ts';

const SCRIPT = join(import.meta.dirname, '../../test/job-worker.ts');

interface Server {
  readonly child: ChildProcess;
  readonly said: () => string;
}

let test: TestDatabase;
let servers: Server[];

beforeEach(async () => {
  test = await createTestDatabase();
  servers = [];
  await createRecord(test.owner);
});

afterEach(async () => {
  const ended = servers
    .filter(({ child }) => child.exitCode === null && child.signalCode === null)
    .map(async ({ child }) => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    });
  await Promise.all(ended);
  await test.drop();
});

/** Workers in a process of their own, with a clock that is off by some milliseconds. */
async function startServer(name: string, clockShift = 0, mode = ''): Promise<Server> {
  const args = [SCRIPT, JSON.stringify(test.logins.server), name, String(clockShift), mode];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const server = { child, said: () => said };
  servers.push(server);
  await until(() => {
    if (child.exitCode !== null) throw new Error('the worker ended');
    return Promise.resolve(said.includes('ready'));
  });
  return server;
}

const deliver = async (...messageIds: readonly string[]): Promise<void> =>
  await test.server.transaction().execute(async (transaction) => {
    for (const messageId of messageIds) {
      await enqueue(transaction, { kind: 'message.deliver', payload: { regionId: randomUUID(), messageId } });
    }
  });

const delivered = async () =>
  (await readRecord(test.server)).filter(({ kind }) => kind === 'message.deliver');

const DAY = 24 * 3_600_000;

describe('several servers on one database', () => {
  it('do each of 300 jobs exactly once, and both do some', async () => {
    const both = await Promise.all([startServer('one', 0, 'held'), startServer('two', 0, 'held')]);
    const ids = Array.from({ length: 300 }, () => randomUUID());
    // In transactions of different sizes, some at once.
    await Promise.all([0, 1, 2, 3, 4, 5].map((part) => deliver(...ids.slice(part * 50, part * 50 + 50))));
    // None may do all of them before the other has looked.
    await until(() => Promise.resolve(both.every(({ said }) => said().includes('begun'))));
    for (const { child } of both) child.kill('SIGUSR2');
    await until(async () => (await delivered()).length >= ids.length);
    await until(async () => {
      const { rows } = await sql<{ open: number }>`
        select count(*)::integer as open from pgboss.job where state <> 'completed' and name = 'message.deliver'`.execute(
        test.owner,
      );
      return rows[0]?.open === 0;
    });
    const rows = await delivered();
    expect(rows.map(({ key }) => key)).toEqual(ids.toSorted());
    expect(new Set(rows.map(({ worker }) => worker))).toEqual(new Set(['one', 'two']));
  });

  it('take over the job of one that is killed in the middle of it', async () => {
    await sql`update pgboss.queue set heartbeat_seconds = 10, retry_delay = 0, retry_delay_max = 1`.execute(
      test.owner,
    );
    const slow = await startServer('slow', 0, 'slow');
    const id = randomUUID();
    await deliver(id);
    await until(() => Promise.resolve(slow.said().includes('begun')));
    slow.child.kill('SIGKILL');
    await startServer('other');
    const jobs = test.owner.selectFrom('pgboss.job').selectAll().where('name', '=', 'message.deliver');
    // What a job did can be seen before the job itself is written down as done.
    await until(async () => (await jobs.executeTakeFirst())?.state === 'completed');
    expect(await delivered()).toEqual([{ kind: 'message.deliver', key: id, worker: 'other' }]);
    expect(await jobs.executeTakeFirst()).toMatchObject({ retry_count: 1 });
  });

  it('take a slot of a schedule once, also when their own clocks are a day off', async () => {
    await Promise.all([startServer('one'), startServer('ahead', DAY), startServer('behind', -DAY)]);
    const slots = async () => (await readRecord(test.server)).filter(({ kind }) => kind === 'file.sweep');
    expect(await slots()).toEqual([]);
    const { next_at: newYear } = await test.owner
      .selectFrom('job_schedule')
      .select('next_at')
      .executeTakeFirstOrThrow();
    for (let run = 1; run <= 5; run += 1) {
      await sql`update job_schedule set next_at = now()`.execute(test.owner);
      await until(async () => (await slots()).length === run);
      const { next_at } = await test.owner
        .selectFrom('job_schedule')
        .select('next_at')
        .executeTakeFirstOrThrow();
      expect(next_at).toEqual(newYear);
    }
    // Time for a second run, were there one.
    await new Promise((done) => {
      setTimeout(done, 1000);
    });
    expect(await slots()).toHaveLength(5);
  });

  it('begin a job that is put off by the time of the database, not of a server whose clock is ahead', async () => {
    await startServer('ahead', DAY);
    const messageId = randomUUID();
    const startAfter = new Date(Date.now() + 2000);
    await test.server.transaction().execute(async (transaction) => {
      const payload = { regionId: randomUUID(), messageId };
      await enqueue(transaction, { kind: 'message.deliver', payload, startAfter });
    });
    await until(async () => (await delivered()).length === 1);
    expect(Date.now()).toBeGreaterThanOrEqual(startAfter.getTime() - 20);
  });
});

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/open-database.ts';
import { faultsOf } from './kill-check.ts';
import { kill, startServer, startWriter } from './writer-life.ts';

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-worker-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o711);
});

afterAll(() => rmSync(house, { recursive: true }));

/** Kills the database's worker of a transaction that is writing; PostgreSQL then restarts all of them. */
async function killWritingWorker(data: string): Promise<void> {
  const opened = await openDatabase(readConfig({ data }, {}), false);
  const client = new Client({ ...opened.owner });
  client.on('error', () => {});
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where usename = 'zhaoshi_server' and backend_xid is not null limit 1`,
      );
      const pid = rows[0]?.pid;
      if (pid !== undefined) {
        kill(pid);
        return;
      }
    }
  } finally {
    await client.end().catch(() => {});
    await opened.close();
  }
}

async function isReady(address: string): Promise<boolean> {
  return (await fetch(`${address}/readyz`)).status === 200;
}

it('a server outlives the restart of its database in the middle of transactions', async () => {
  const data = join(house, 'data');
  const { server, address } = await startServer(data);
  for (let round = 0; round < 3; round += 1) {
    const writer = await startWriter(data);
    await sleep(300);
    await killWritingWorker(data);
    await writer.ended;
    expect(writer.acknowledged().length).toBeGreaterThan(0);
    await expect.poll(() => isReady(address), { timeout: 60_000 }).toBe(true);
    expect((await fetch(`${address}/`)).status).toBe(200);
    expect(await faultsOf(data, writer.acknowledged())).toEqual([]);
  }
  expect(server.child.exitCode).toBeNull();
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

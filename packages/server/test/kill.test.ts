import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './kill-check.ts';
import { KINDS, killRounds } from './kill-rounds.ts';
import { databasePid, kill, spawnServer, startServer } from './writer-life.ts';

/** `npm run test:faults` runs 200. */
const ROUNDS = Number(process.env['ZHAOSHI_KILL_ROUNDS'] ?? KINDS.length);
const FIRST_STARTS = Math.max(2, Math.floor(ROUNDS / 10));
const SECONDS_A_ROUND = 120;

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-kill-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o711);
});

afterAll(() => rmSync(house, { recursive: true }));

describe('SIGKILL', () => {
  it(
    `keeps every acknowledged write through ${ROUNDS} kills of server and database, and starts by itself`,
    async () => {
      const { rounds, acknowledged, startMs } = await killRounds(join(house, 'data'), ROUNDS);
      const sorted = startMs.toSorted((one, other) => one - other).map(Math.round);
      process.stdout.write(
        `kills ${JSON.stringify(rounds)}, acknowledged writes ${acknowledged}, starts ${sorted.length}: ` +
          `median ${sorted[sorted.length >> 1]} ms, worst ${sorted.at(-1)} ms\n`,
      );
      expect(acknowledged).toBeGreaterThan(ROUNDS);
    },
    60_000 + ROUNDS * SECONDS_A_ROUND * 1000,
  );

  it(
    `starts by itself after ${FIRST_STARTS} first starts that were killed`,
    async () => {
      for (let round = 0; round < FIRST_STARTS; round += 1) {
        const data = join(house, `first-${round}`);
        const first = spawnServer(data);
        await sleep(randomInt(4000));
        kill(first.child.pid);
        // With or without its database: initdb, if it was running, goes on beside the next start.
        const database = databasePid(data);
        if (database !== null && round % 2 === 0) kill(-database);
        await first.ended;

        const { server, address } = await startServer(data);
        expect((await fetch(`${address}/readyz`)).status).toBe(200);
        expect(await faultsOf(data, [])).toEqual([]);
        server.child.kill('SIGTERM');
        expect(await server.ended).toBe(0);
        rmSync(data, { recursive: true });
      }
    },
    60_000 + FIRST_STARTS * SECONDS_A_ROUND * 1000,
  );
});

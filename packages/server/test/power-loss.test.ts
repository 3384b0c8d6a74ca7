import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cut, powerLossRounds, whyNoPowerLoss } from './power-loss-rounds.ts';

/** `npm run test:faults` runs 20. */
const ROUNDS = Number(process.env['ZHAOSHI_POWER_ROUNDS'] ?? 3);
const FIRST_STARTS = Math.max(1, Math.floor(ROUNDS / 3));
const MINUTE = 60_000;

const why = whyNoPowerLoss();
if (why !== null) process.stdout.write(`SKIPPED, loss of power: ${why}\n`);

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-power-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o711);
});

afterEach(() => rmSync(house, { recursive: true }));

describe.skipIf(why !== null)(`loss of power${why === null ? '' : ` (skipped: ${why})`}`, () => {
  it(
    `keeps every acknowledged write through ${ROUNDS} cuts while writing and ${FIRST_STARTS} at the first start`,
    async () => {
      const { cuts, startMs, acknowledged } = await powerLossRounds(house, {
        firstStarts: FIRST_STARTS,
        writing: ROUNDS,
        fsync: true,
      });
      const sum = (count: keyof Cut): number => cuts.reduce((total, cut) => total + cut[count], 0);
      process.stdout.write(
        `cuts ${cuts.length}, acknowledged writes ${acknowledged}, flushes ${sum('flushes')}, ` +
          `unflushed blocks ${sum('unflushed')}, of them kept ${sum('kept')}, blocks only in memory ${sum('refused')}, ` +
          `worst start ${Math.round(Math.max(...startMs))} ms\n`,
      );
      expect(acknowledged).toBeGreaterThan(ROUNDS);
      // Otherwise nothing was lost that could have been missed.
      expect(sum('unflushed') - sum('kept')).toBeGreaterThan(0);
      expect(sum('refused')).toBeGreaterThan(0);
    },
    2 * MINUTE + ROUNDS * MINUTE,
  );

  it(
    'finds out a database that does not sync',
    async () => {
      await expect(powerLossRounds(house, { firstStarts: 0, writing: 1, fsync: false })).rejects.toThrow(
        /after 1 cuts: .*(lost although acknowledged|the server did not start)/s,
      );
    },
    5 * MINUTE,
  );
});

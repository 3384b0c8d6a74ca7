import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { connectDatabase } from '../src/db/connect.ts';
import { announcePublication } from '../src/db/published-channel.ts';
import type { Schema } from '../src/db/schema.ts';
import { openDatabase } from '../src/open-database.ts';
import { addressOf, start } from './run-serve.ts';

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zhaoshi-clock-'));
  // Root's database account has to pass through.
  chmodSync(house, 0o755);
});

afterAll(() => rmSync(house, { recursive: true }));

const TITLE = '预定公布的年度报告';
/** Long enough to ask for a page first, however busy the machine is. */
const AHEAD_MS = 30_000;

/** Publishes a report that is to be public some seconds from now, and announces it as every change is. */
async function schedule(data: string): Promise<Date> {
  const opened = await openDatabase(readConfig({ data }, {}), false);
  const database = connectDatabase<Schema>(opened.server, 1, () => {});
  try {
    return await database.transaction().execute(async (transaction) => {
      const { region_id, organ_id } = await transaction
        .selectFrom('organ')
        .select(['region_id', 'organ_id'])
        .where('slug', '=', 'education')
        .executeTakeFirstOrThrow();
      const { content } = await transaction
        .selectFrom('report_version')
        .select('content')
        .executeTakeFirstOrThrow();
      const key = { region_id, report_id: randomUUID() };
      const moment = new Date(Date.now() + AHEAD_MS);
      await transaction
        .insertInto('annual_report')
        .values({ ...key, organ_id, report_year: 2023 })
        .execute();
      const version = { version: 1, title: TITLE, content, content_sha256: '0'.repeat(64) };
      await transaction
        .insertInto('report_version')
        .values({ ...key, ...version, published_at: moment })
        .execute();
      await announcePublication(transaction);
      return moment;
    });
  } finally {
    await database.destroy();
    await opened.close();
  }
}

describe('a running server', () => {
  it('forgets pages, and mends the mirror, in the minute in which something becomes public', async () => {
    const data = join(house, 'data');
    const mirror = join(house, 'mirror');
    const server = start(['serve', '--port', '0', '--data', data], { ZHAOSHI_MIRROR: mirror });
    const address = await addressOf(server);
    const page = async (): Promise<string> => await (await fetch(`${address}/zhaoshi/education`)).text();
    const mirrored = () => readFileSync(join(mirror, 'identity/zhaoshi/education/index.html'), 'utf8');
    await page();
    const moment = await schedule(data);
    // Kept from now on, without what is not public yet.
    await wait(1000);
    expect(await page()).not.toContain(TITLE);
    expect(Date.now()).toBeLessThan(moment.getTime());
    await expect.poll(page, { timeout: 100_000 }).toContain(TITLE);
    expect(Date.now()).toBeGreaterThanOrEqual(moment.getTime());
    await expect.poll(mirrored, { timeout: 60_000 }).toContain(TITLE);
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });
});

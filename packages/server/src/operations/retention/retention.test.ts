import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { applyRetention, RETENTION } from './retention.ts';

const NOW = new Date('2026-11-21T04:00:00.000Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

let test: TestDatabase;
let accountId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  accountId = randomUUID();
  await sql`insert into account (account_id, login_name, display_name, created_at)
    values (${accountId}, 'tester', '测试', ${NOW})`.execute(test.owner);
});

afterAll(() => test.drop());

const session = (device: string, ended: Date | null, expires: Date) =>
  test.server
    .insertInto('session')
    .values({
      session_id: randomUUID(),
      token_sha256: randomUUID(),
      account_id: accountId,
      stage: 'full',
      region_id: null,
      organ_id: null,
      device,
      created_at: daysAgo(500),
      last_seen_at: daysAgo(500),
      expires_at: expires,
      ended_at: ended,
    })
    .execute();

const entries = async () =>
  await test.server
    .selectFrom('audit_entry')
    .select(['action', 'details'])
    .where('action', '=', 'retention.remove')
    .execute();

describe('applyRetention', () => {
  it('does nothing, and writes nothing, when nothing is over', async () => {
    await applyRetention(test.server, NOW);
    expect(await entries()).toEqual([]);
  });

  it('takes out what is over, keeps what is not, and says how much in the trail', async () => {
    await session('ended long ago', daysAgo(366), daysAgo(300));
    await session('expired long ago', null, daysAgo(366));
    await session('ended lately', daysAgo(364), daysAgo(364));
    await session('alive', null, daysAgo(-1));
    for (const [key, days] of [
      ['old-key-1', 8],
      ['new-key-1', 6],
    ] as const) {
      await test.server
        .insertInto('idempotency')
        .values({
          account_id: accountId,
          key,
          route: 'r',
          request_sha256: 'x',
          value: '{}',
          created_at: daysAgo(days),
        })
        .execute();
    }
    for (const days of [31, 29]) {
      await test.server
        .insertInto('one_time_link')
        .values({
          token_sha256: randomUUID(),
          purpose: 'setPassword',
          account_id: accountId,
          expires_at: daysAgo(days),
          used_at: null,
        })
        .execute();
    }

    const counts = await applyRetention(test.server, NOW);
    expect(counts).toEqual({ session: 2, oneTimeLink: 1, idempotency: 1, notification: 0 });
    const devices = await test.server.selectFrom('session').select('device').orderBy('device').execute();
    expect(devices.map(({ device }) => device)).toEqual(['', '', 'alive', 'ended lately']);
    expect(await test.server.selectFrom('idempotency').select('key').execute()).toEqual([
      { key: 'new-key-1' },
    ]);
    expect((await entries()).map(({ details }) => JSON.parse(details))).toEqual([counts]);

    expect(await applyRetention(test.server, NOW)).toEqual({
      session: 0,
      oneTimeLink: 0,
      idempotency: 0,
      notification: 0,
    });
    expect(await entries()).toHaveLength(1);
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true });
  });

  it('names a source for every period', () => {
    expect(RETENTION.every(({ source, days }) => source !== '' && days > 0)).toBe(true);
  });
});

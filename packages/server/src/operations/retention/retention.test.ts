import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { applyRetention } from './retention.ts';

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

const NOTHING = {
  session: 0,
  oneTimeLink: 0,
  applicationDraft: 0,
  applicationImport: 0,
  idempotency: 0,
  notification: 0,
  message: 0,
  completedJob: 0,
  failedJob: 0,
};

async function plantTop(regionId: string, organId: string): Promise<void> {
  await test.server
    .insertInto('region')
    .values({
      region_id: regionId,
      parent_id: null,
      slug: 'top',
      name: '测试市',
      level: 'city',
      is_demonstration: false,
    })
    .execute();
  await test.server
    .insertInto('organ')
    .values({
      region_id: regionId,
      organ_id: organId,
      parent_id: null,
      slug: 'top',
      name: '测试市人民政府',
      kind: 'cityGovernment',
      level: 'city',
      valid_from: '2019-05-15',
      valid_to: null,
      path: `${organId}/`,
    })
    .execute();
}

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
    expect(counts).toEqual({ ...NOTHING, session: 2, oneTimeLink: 1, idempotency: 1 });
    const devices = await test.server.selectFrom('session').select('device').orderBy('device').execute();
    expect(devices.map(({ device }) => device)).toEqual(['', '', 'alive', 'ended lately']);
    expect(await test.server.selectFrom('idempotency').select('key').execute()).toEqual([
      { key: 'new-key-1' },
    ]);
    expect((await entries()).map(({ details }) => JSON.parse(details))).toEqual([counts]);

    expect(await applyRetention(test.server, NOW)).toEqual(NOTHING);
    expect(await entries()).toHaveLength(1);
    expect(await verifyAudit(test.server)).toMatchObject({ intact: true });
  });

  it('takes out the words of messages and the jobs that are over, with their counts in the trail', async () => {
    const earlier = (await entries()).length;
    const regionId = randomUUID();
    const organId = randomUUID();
    await plantTop(regionId, organId);
    const message = async (settled: Date | null): Promise<void> => {
      const key = { region_id: regionId, message_id: randomUUID() };
      const facts = { template: 'system.test', recipient: 'account/x', error_code: null };
      const state = settled === null ? 'queued' : 'sent';
      const times = { requested_at: daysAgo(400), settled_at: settled };
      await test.server
        .insertInto('message')
        .values({ ...key, ...facts, ...times, organ_id: organId, channel: 'mail', state })
        .execute();
      await test.server
        .insertInto('message_content')
        .values({ ...key, sealed: 'x' })
        .execute();
    };
    for (const settled of [daysAgo(31), daysAgo(29), null]) await message(settled);
    for (const [state, days] of [
      ['completed', 3],
      ['completed', 1],
      ['failed', 181],
      ['failed', 179],
      ['created', 400],
    ] as const) {
      await sql`insert into pgboss.job (name, state, completed_on)
        values ('file.sweep', ${state}, ${state === 'created' ? null : daysAgo(days)})`.execute(test.owner);
    }
    const expected = { ...NOTHING, message: 1, completedJob: 1, failedJob: 1 };
    expect(await applyRetention(test.server, NOW)).toEqual(expected);
    const trail = await entries();
    expect(trail).toHaveLength(earlier + 1);
    expect(JSON.parse(trail.at(-1)?.details ?? '')).toEqual(expected);
    const messages = await test.server.selectFrom('message').select('message_id').execute();
    expect(messages, 'that it was sent stays').toHaveLength(3);

    const choose = { region_id: regionId, organ_id: organId, key: 'retention.messageDays', value: '20' };
    await test.server
      .insertInto('setting')
      .values({ ...choose, version: 2, changed_at: NOW })
      .execute();
    expect(await applyRetention(test.server, NOW)).toEqual({ ...NOTHING, message: 1 });
  });

  it('takes out the rows of old registers that were uploaded long ago', async () => {
    const { region_id, organ_id } = await test.server
      .selectFrom('organ')
      .select(['region_id', 'organ_id'])
      .executeTakeFirstOrThrow();
    for (const days of [8, 6]) {
      await test.server
        .insertInto('application_import')
        .values({
          region_id,
          organ_id,
          import_id: randomUUID(),
          account_id: accountId,
          created_at: daysAgo(days),
          rows: 1,
          ready: 1,
          imported: null,
          sealed: 'x',
        })
        .execute();
    }
    expect(await applyRetention(test.server, NOW)).toEqual({ ...NOTHING, applicationImport: 1 });
    const left = await test.server.selectFrom('application_import').select('created_at').execute();
    expect(left).toEqual([{ created_at: daysAgo(6) }]);
  });
});

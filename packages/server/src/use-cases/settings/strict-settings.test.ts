import { randomUUID } from 'node:crypto';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { settingRoutes } from '@zhaoshi/contract/routes/settings';
import type { SettingKey } from '@zhaoshi/domain/setting/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';

const START = new Date('2026-11-21T02:03:04.567Z');

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const set = async (
  { regionId, organId }: WorldOrgan,
  key: SettingKey,
  value: number | boolean,
  cookie: string,
) =>
  await world.call(settingRoutes.set, { params: { regionId, organId, key }, body: { value } }, cookie, {
    'if-match': '"1"',
  });

async function choose({ regionId, organId }: WorldOrgan, key: SettingKey, value: number): Promise<void> {
  await world.database.server
    .insertInto('setting')
    .values({ region_id: regionId, organ_id: organId, key, value: JSON.stringify(value), changed_at: START })
    .execute();
}

describe('attack: the administrator of a lower organ loosens what sign-in asks', () => {
  it('of every setting of security, and is told what it may be; the top may', async () => {
    const county = await world.signedIn(world.county, 'administrator');
    const tries = [
      ['security.passwordComposition', false, '不能取消'],
      ['security.passwordMinimumLength', 8, '不能小于 12'],
      ['security.passwordDays', 0, '不能大于 90，也不能为 0'],
      ['security.idleMinutes', 480, '不能大于 15'],
      ['security.sessionHours', 168, '不能大于 12'],
      ['security.failuresBeforeLock', 20, '不能大于 5'],
      ['security.lockMinutes', 1, '不能小于 15'],
    ] as const;
    for (const [key, value, words] of tries) {
      const { status, body } = await set(world.county, key, value, county);
      expect([status, body['errors']]).toEqual([
        422,
        [{ pointer: '/value', message: `安全要求只能比上级机关更严：${words}` }],
      ]);
    }
    const city = await world.signedIn(world.city, 'administrator');
    expect((await set(world.city, 'security.lockMinutes', 10, city)).status).toBe(200);
    expect((await set(world.county, 'security.lockMinutes', 20, county)).status).toBe(200);
  });
});

describe('attack: a role in a lax organ stretches the session of a strict one', () => {
  it('the longest time and the idle time are the shortest of all organs, whichever comes first by name', async () => {
    await choose(world.township, 'security.sessionHours', 2);
    await choose(world.township, 'security.idleMinutes', 5);
    const accountId = await world.newPerson(world.county, ['drafter']);
    await world.database.server
      .insertInto('membership')
      .values({
        region_id: world.township.regionId,
        membership_id: randomUUID(),
        organ_id: world.township.organId,
        account_id: accountId,
        role: 'drafter',
        granted_at: START,
        revoked_at: null,
      })
      .execute();
    const cookie = await world.sessionOf(accountId);
    const { expires_at: end } = await world.database.server
      .selectFrom('session')
      .select('expires_at')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(end).toEqual(new Date(START.getTime() + 2 * 3_600_000));
    const session = await world.call(sessionRoutes.read, {}, cookie);
    expect(session.body['organ']).toMatchObject({ name: 'county' });
    world.setNow(new Date(START.getTime() + 301_000));
    expect((await world.call(sessionRoutes.read, {}, cookie)).status).toBe(401);
  });
});

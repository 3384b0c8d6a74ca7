import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { settingRoutes } from '@zhaoshi/contract/routes/settings';
import { isChosenAt, SETTING_KEYS } from '@zhaoshi/domain/setting/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';

interface Shown {
  readonly key: string;
  readonly value: unknown;
  readonly chosenBy: unknown;
  readonly inherited: unknown;
  readonly version: number;
  readonly abilities: readonly string[];
  readonly confidence: string;
  readonly input: unknown;
}

let world: World;
let cityAdmin: string;
let countyAdmin: string;
beforeAll(async () => {
  world = await createWorld();
  cityAdmin = await world.signedIn(world.city, 'administrator');
  countyAdmin = await world.signedIn(world.county, 'administrator');
});
afterAll(() => world.close());

const KEY = 'security.lockMinutes' as const;
const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

const set = (organ: WorldOrgan, value: unknown, version: number, cookie: string) =>
  world.call(
    settingRoutes.set,
    { params: { ...idsOf(organ), key: KEY }, body: { value: value as never } },
    cookie,
    ifMatch(version),
  );

const clear = (organ: WorldOrgan, version: number, cookie: string) =>
  world.call(settingRoutes.clear, { params: { ...idsOf(organ), key: KEY } }, cookie, ifMatch(version));

async function shown(organ: WorldOrgan, key: string, cookie: string): Promise<Shown | undefined> {
  const { body } = await world.call(settingRoutes.list, { params: idsOf(organ) }, cookie);
  return (body['items'] as unknown as readonly Shown[]).find((item) => item.key === key);
}

describe('settings', () => {
  it('are all listed with value, default, source, and 待确认 where unconfirmed', async () => {
    const drafter = await world.signedIn(world.township, 'drafter');
    const { body } = await world.call(settingRoutes.list, { params: idsOf(world.township) }, drafter);
    const items = body['items'] as unknown as readonly Shown[];
    const keys = SETTING_KEYS.filter((key) => isChosenAt(key, world.township.path));
    expect(keys.length).toBeLessThan(SETTING_KEYS.length);
    expect(items.map(({ key }) => key)).toEqual(keys);
    expect(items.find(({ key }) => key === KEY)).toMatchObject({
      value: 15,
      defaultValue: 15,
      chosenBy: null,
      confidence: 'unconfirmed',
      input: { kind: 'number', least: 1, most: 1440 },
      version: 1,
      abilities: expect.not.arrayContaining(['setting.edit']),
    });
  });

  it('that hold for the whole installation are the top’s only', async () => {
    const call = (organ: WorldOrgan, cookie: string) =>
      world.call(
        settingRoutes.set,
        { params: { ...idsOf(organ), key: 'retention.messageDays' }, body: { value: 20 } },
        cookie,
        ifMatch(1),
      );
    expect((await call(world.county, countyAdmin)).status).toBe(404);
    expect((await call(world.city, cityAdmin)).body).toMatchObject({ value: 20 });
    expect(await shown(world.city, 'retention.messageDays', cityAdmin)).toMatchObject({ value: 20 });
    expect(await shown(world.county, 'retention.messageDays', countyAdmin)).toBeUndefined();
  });

  it('hold for all below until somebody nearer chooses, and again when that is cleared', async () => {
    const first = await set(world.city, 30, 1, cityAdmin);
    expect(first.body).toMatchObject({
      value: 30,
      chosenBy: { isSelf: true },
      abilities: expect.arrayContaining(['setting.edit']),
    });
    expect(await shown(world.county, KEY, countyAdmin)).toMatchObject({
      value: 30,
      chosenBy: { organId: world.city.organId, isSelf: false },
      version: 1,
    });
    const own = await set(world.county, 45, 1, countyAdmin);
    expect(own.body).toMatchObject({ value: 45, inherited: { value: 30 } });
    expect(await shown(world.township, KEY, countyAdmin)).toMatchObject({ value: 45 });
    const cleared = await clear(world.county, Number(own.body['version']), countyAdmin);
    expect(cleared.body).toMatchObject({ value: 30, version: 1 });
    const { details } = await world.database.server
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'setting.edit')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(details)).toMatchObject({ before: '45', after: '（未设定）' });
  });

  it('are checked: what is wrong stands at the field', async () => {
    const { status, body } = await set(world.county, 0, 1, countyAdmin);
    expect(status).toBe(422);
    expect(body['errors']).toEqual([{ pointer: '/value', message: '应为 1 至 1440 的整数' }]);
  });

  it('answer a stale save with what holds now: also when it was cleared and set again meanwhile', async () => {
    const seen = Number((await set(world.county, 50, 1, countyAdmin)).body['version']);
    expect((await set(world.county, 51, 1, countyAdmin)).body).toMatchObject({
      code: 'stale',
      current: { value: 50, version: seen },
    });
    await clear(world.county, seen, countyAdmin);
    await set(world.county, 60, 1, countyAdmin);
    const late = await set(world.county, 55, seen, countyAdmin);
    expect([late.status, late.body['current']]).toMatchObject([412, { value: 60 }]);
    expect((await clear(world.county, seen, countyAdmin)).status).toBe(412);
  });

  it('hold at once for people who are signed in', async () => {
    const drafter = await world.signedIn(world.township, 'drafter');
    const params = { ...idsOf(world.township), key: 'security.idleMinutes' as const };
    await world.call(settingRoutes.set, { params, body: { value: 5 } }, countyAdmin, ifMatch(1));
    world.setNow(new Date('2026-11-21T02:09:00Z'));
    expect((await world.call(sessionRoutes.read, {}, drafter)).status).toBe(401);
  });
});

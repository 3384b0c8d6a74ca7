import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { testApi } from '../../../test/test-api.ts';
import { enrol, newVisitor, OTHER_PASSWORD, PASSWORD, personWithPassword } from '../../../test/visitor.ts';
import { createApp } from '../../http/app.ts';
import { createPageCache } from '../../http/page-cache.ts';
import { loadAssets } from '../../http/routes/assets.ts';
import { totpCode } from './totp.ts';

const START = new Date('2026-11-21T02:03:04.567Z');
const MINUTE = 60_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.setNow(START));

const drafter = async () => await personWithPassword(world, world.county, ['drafter'], START);

/** Somebody who guesses at a named account until it is locked. */
async function lockFromOutside(loginName: string): Promise<void> {
  for (let failure = 0; failure < 5; failure += 1) await newVisitor(world).signIn(loginName, 'wrong');
  expect((await newVisitor(world).signIn(loginName)).status, 'locked for whoever is not known').toBe(401);
}

describe('attack: guessing at a named account to keep its owner out', () => {
  it('does not shut the browser in which they signed in before, and opens the account to nobody else', async () => {
    const { loginName } = await drafter();
    const own = newVisitor(world);
    await own.signIn(loginName);
    await own.call(sessionRoutes.signOut, {});
    await lockFromOutside(loginName);
    expect((await own.signIn(loginName)).body['stage']).toBe('full');
    expect((await newVisitor(world).signIn(loginName)).status, 'the lock stands for others').toBe(401);
  });

  it('nor at the second step', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['leader'], START);
    const own = newVisitor(world);
    await own.signIn(loginName);
    const { key } = await enrol(own, START);
    await own.call(sessionRoutes.signOut, {});
    await lockFromOutside(loginName);
    const at = new Date(START.getTime() + MINUTE);
    world.setNow(at);
    expect((await own.signIn(loginName)).body['stage']).toBe('secondFactor');
    const body = { code: totpCode(key, at) };
    expect((await own.call(sessionRoutes.confirmSecondFactor, { body })).body['stage']).toBe('full');
  });

  it('nor ends what they do in a session with their password', async () => {
    const { loginName } = await drafter();
    const own = newVisitor(world);
    await own.signIn(loginName);
    await lockFromOutside(loginName);
    const body = { current: PASSWORD, next: OTHER_PASSWORD };
    expect((await own.call(accountRoutes.changePassword, { body })).status).toBe(200);
  });

  it('gives a known browser three wrong tries and no more, and none at another account', async () => {
    const [{ loginName }, other] = [await drafter(), await drafter()];
    const own = newVisitor(world);
    await own.signIn(loginName);
    await lockFromOutside(loginName);
    await lockFromOutside(other.loginName);
    expect((await own.signIn(other.loginName)).status).toBe(401);
    for (let failure = 0; failure < 2; failure += 1) await own.signIn(loginName, 'wrong');
    expect((await own.signIn(loginName)).status).toBe(401);
  });

  it('and the tries are those of all servers together, though they are asked in turn', async () => {
    const { loginName } = await drafter();
    const own = newVisitor(world);
    await own.signIn(loginName);
    await lockFromOutside(loginName);
    const other = createApp({
      portal: {
        published: world.database.portal,
        cache: createPageCache(1000),
        origin: 'http://portal.test',
      },
      api: testApi(world.database.context, { secretBox: world.services.secretBox }),
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: null,
    });
    const device = (own.cookies() ?? '').split('; ').find((pair) => pair.startsWith('zhaoshi-device=')) ?? '';
    const there = async (password: string) =>
      await other.inject({
        method: 'POST',
        url: '/api/session',
        headers: { cookie: device, 'zhaoshi-request': 'console' },
        payload: { loginName, password },
      });
    await own.signIn(loginName, 'wrong');
    await there('wrong');
    await own.signIn(loginName, 'wrong');
    expect((await there(PASSWORD)).statusCode).toBe(401);
    expect((await own.signIn(loginName)).status).toBe(401);
    const tries = await world.database.server.selectFrom('device_try').selectAll().execute();
    const [, deviceId = '-'] = device.split('.');
    expect(tries).toContainEqual(expect.objectContaining({ tries: 3 }));
    expect(JSON.stringify(tries)).not.toContain(deviceId);
    await other.close();
  });

  it('a browser that locked the account itself is shut out with the rest', async () => {
    const { loginName } = await drafter();
    const own = newVisitor(world);
    await own.signIn(loginName);
    for (let failure = 0; failure < 5; failure += 1) await own.signIn(loginName, 'wrong');
    expect((await own.signIn(loginName)).status).toBe(401);
  });

  it('a cookie of a known browser that was changed, or is too old, counts for nothing', async () => {
    const [{ loginName, accountId }, other] = [await drafter(), await drafter()];
    const visitor = newVisitor(world);
    const answer = await visitor.signIn(loginName);
    const set = [answer.headers['set-cookie']].flat().map(String);
    const device = set.find((header) => header.startsWith('zhaoshi-device=')) ?? '';
    expect(device).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=15552000$/);
    const [pair = ''] = device.split('; ');
    await lockFromOutside(other.loginName);
    const forged = newVisitor(world, pair.replace(accountId, other.accountId));
    expect((await forged.signIn(other.loginName)).status).toBe(401);
    world.setNow(new Date(START.getTime() + 181 * 24 * 60 * MINUTE));
    await lockFromOutside(loginName);
    expect((await newVisitor(world, pair).signIn(loginName)).status).toBe(401);
  });

  it('uses up the tries of its own address only, and never those of a known browser', async () => {
    const { loginName } = await drafter();
    const app = createApp({
      portal: {
        published: world.database.portal,
        cache: createPageCache(1000),
        origin: 'http://portal.test',
      },
      api: {
        ...testApi(world.database.context, { secretBox: world.services.secretBox }),
        attempts: { perAddress: 1000, perAccount: 20 },
      },
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: null,
      trustedProxies: ['127.0.0.1'],
    });
    const own = newVisitor(world);
    await own.signIn(loginName);
    const tryOnce = async (address: string, password: string, cookie = '') =>
      (
        await app.inject({
          method: 'POST',
          url: '/api/session',
          headers: { 'zhaoshi-request': '1', 'x-forwarded-for': address, cookie },
          payload: { loginName, password },
        })
      ).statusCode;
    for (let failure = 0; failure < 20; failure += 1) await tryOnce('203.0.113.1', 'wrong');
    expect(await tryOnce('203.0.113.1', 'wrong')).toBe(429);
    expect(await tryOnce('203.0.113.2', PASSWORD), 'locked, but not refused unheard').toBe(401);
    for (const cookie of [own.cookies() ?? '']) {
      expect(await tryOnce('203.0.113.1', PASSWORD, cookie), 'even from behind the same address').toBe(200);
    }
    const subnet = async (part: string) => await tryOnce(`2001:db8:0:1::${part}`, 'wrong');
    for (let failure = 0; failure < 20; failure += 1) await subnet(failure.toString(16));
    expect(await subnet('ffff:1'), 'one network of IPv6').toBe(429);
    await app.close();
  });
});

describe('attack: filling the table of sessions', () => {
  it('a person has ten at once; the oldest ends', async () => {
    const { loginName } = await drafter();
    const first = newVisitor(world);
    await first.signIn(loginName);
    const second = newVisitor(world);
    world.setNow(new Date(START.getTime() + 1000));
    await second.signIn(loginName);
    for (let session = 0; session < 9; session += 1) {
      world.setNow(new Date(START.getTime() + 2000 + session));
      expect((await newVisitor(world).signIn(loginName)).status).toBe(200);
    }
    expect((await first.call(sessionRoutes.read, {})).status).toBe(401);
    expect((await second.call(sessionRoutes.read, {})).status).toBe(200);
  });

  it('whoever knows a password but not the second factor ends no session in use', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['leader'], START);
    const own = newVisitor(world);
    await own.signIn(loginName);
    await enrol(own, START);
    for (let session = 0; session < 12; session += 1) await newVisitor(world).signIn(loginName);
    expect((await own.call(sessionRoutes.read, {})).status).toBe(200);
  });
});

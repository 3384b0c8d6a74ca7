import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { testApi } from '../../../test/test-api.ts';
import { newVisitor, PASSWORD, personWithPassword } from '../../../test/visitor.ts';
import { createApp } from '../../http/app.ts';
import { createPageCache } from '../../http/page-cache.ts';
import { loadAssets } from '../../http/routes/assets.ts';

const START = new Date('2026-11-21T02:03:04.567Z');

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => world.setNow(START));

describe('sessions', () => {
  it('end when nobody does anything, and after their longest time even then', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const idle = newVisitor(world);
    await idle.signIn(loginName);
    world.setNow(new Date(START.getTime() + 15 * MINUTE_MS + 1000));
    expect((await idle.call(sessionRoutes.read, {})).status).toBe(401);

    world.setNow(START);
    const busy = newVisitor(world);
    await busy.signIn(loginName);
    for (let minute = 10; minute < 12 * 60; minute += 10) {
      world.setNow(new Date(START.getTime() + minute * MINUTE_MS));
      expect((await busy.call(sessionRoutes.read, {})).status).toBe(200);
    }
    world.setNow(new Date(START.getTime() + 12 * 60 * MINUTE_MS));
    expect((await busy.call(sessionRoutes.read, {})).status).toBe(401);
  });

  it('are listed by device, and end one by one or all others at once; never those of somebody else', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const devices = [newVisitor(world), newVisitor(world), newVisitor(world)] as const;
    for (const device of devices) await device.signIn(loginName);
    const [here, there, elsewhere] = devices;
    const listed = await here.call(accountRoutes.listSessions, {});
    const items = listed.body['items'] as unknown as { sessionId: string; isCurrent: boolean }[];
    expect([items.length, items.filter(({ isCurrent }) => isCurrent).length]).toEqual([3, 1]);

    const sessionId = (await there.call(accountRoutes.listSessions, {})).body[
      'items'
    ] as unknown as typeof items;
    const theirs = sessionId.find(({ isCurrent }) => isCurrent)?.sessionId ?? '';
    const stranger = newVisitor(world);
    await stranger.signIn((await personWithPassword(world, world.township, ['drafter'], START)).loginName);
    const params = { sessionId: theirs };
    expect((await stranger.call(accountRoutes.endSession, { params })).status).toBe(404);
    expect((await here.call(accountRoutes.endSession, { params })).status).toBe(204);
    expect((await there.call(sessionRoutes.read, {})).status).toBe(401);
    expect((await elsewhere.call(sessionRoutes.read, {})).status).toBe(200);
    await here.call(accountRoutes.endOtherSessions, {});
    expect((await elsewhere.call(sessionRoutes.read, {})).status).toBe(401);
    expect((await here.call(sessionRoutes.read, {})).status).toBe(200);
  });

  it('outlive a restart of the server', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(loginName);
    const restarted = createApp({
      portal: {
        published: world.database.portal,
        cache: createPageCache(1000),
        origin: 'http://portal.test',
      },
      api: testApi(world.database.context),
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: null,
    });
    const answer = await restarted.inject({
      url: '/api/session',
      headers: { cookie: visitor.cookies() ?? '' },
    });
    expect(answer.statusCode).toBe(200);
    await restarted.close();
  });

  it('攻击 9（跨站请求）：an anonymous or foreign call primes nothing and changes nothing', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(loginName);
    const cookie = visitor.cookies() ?? '';
    const bare = async (headers: Readonly<Record<string, string>>) =>
      (await world.app.inject({ method: 'DELETE', url: '/api/session', headers })).statusCode;
    expect(await bare({})).toBe(403);
    expect(await bare({ cookie })).toBe(403);
    expect(await bare({ cookie, 'zhaoshi-request': '1', 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await bare({ cookie, 'zhaoshi-request': '1', 'sec-fetch-site': 'same-site' })).toBe(403);
    const form = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `loginName=${loginName}&password=${encodeURIComponent(PASSWORD)}`,
    });
    expect(form.statusCode).toBe(403);
    expect((await visitor.call(sessionRoutes.read, {})).status).toBe(200);
  });
});

import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, createWorld, type World } from '../../../test/api-world.ts';
import { testApi } from '../../../test/test-api.ts';
import { newVisitor, OTHER_PASSWORD, PASSWORD, personWithPassword } from '../../../test/visitor.ts';
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

const drafter = async () => await personWithPassword(world, world.township, ['drafter'], START);
const stageOf = ({ body }: Answer): unknown => body['stage'];

const attemptsOf = async (accountId: string) =>
  (
    await world.database.server
      .selectFrom('audit_entry')
      .select(['actor', 'details'])
      .where('subject', '=', `account/${accountId}`)
      .where('action', '=', 'session.signIn')
      .orderBy('sequence')
      .execute()
  ).map(({ actor, details }) => ({
    actor,
    ...(JSON.parse(details) as { succeeded: boolean; locked?: boolean }),
  }));

describe('signing in', () => {
  it('gives a full session to somebody whose roles need no more, and ends with signing out', async () => {
    const { loginName, accountId } = await drafter();
    const visitor = newVisitor(world);
    expect(stageOf(await visitor.signIn(loginName.toUpperCase()))).toBe('full');
    const cookie = visitor.cookies();
    expect((await visitor.call(sessionRoutes.signOut, {})).status).toBe(204);
    expect((await world.call(sessionRoutes.read, {}, cookie)).status).toBe(401);
    expect(await attemptsOf(accountId)).toMatchObject([{ actor: accountId, succeeded: true }]);
  });

  it('攻击 10（会话固定）：a token from before is never taken over; each stage has a new one', async () => {
    const { loginName } = await drafter();
    const planted = `zhaoshi-session=${'A'.repeat(43)}`;
    const visitor = newVisitor(world, planted);
    await visitor.signIn(loginName);
    expect(visitor.cookies()).not.toContain('A'.repeat(43));
    expect((await world.call(sessionRoutes.read, {}, planted)).status).toBe(401);

    const first = visitor.cookies();
    await visitor.signIn(loginName);
    expect(visitor.cookies()).not.toBe(first);
    expect((await world.call(sessionRoutes.read, {}, first)).status, 'replaced on this device').toBe(401);

    const second = visitor.cookies();
    const body = { current: PASSWORD, next: OTHER_PASSWORD };
    await visitor.call(accountRoutes.changePassword, { body });
    expect(visitor.cookies()).not.toBe(second);
    expect((await world.call(sessionRoutes.read, {}, second)).status).toBe(401);
    expect((await visitor.call(sessionRoutes.read, {})).status).toBe(200);
  });

  it('攻击 26（登录）：unknown name, wrong password, disabled and locked get one answer and the same work', async () => {
    const known = await drafter();
    const disabled = await drafter();
    const locked = await drafter();
    await world.database.server
      .updateTable('account')
      .set({ disabled_at: START })
      .where('account_id', '=', disabled.accountId)
      .execute();
    await world.database.server
      .updateTable('account')
      .set({ locked_until: new Date(START.getTime() + 5 * MINUTE_MS) })
      .where('account_id', '=', locked.accountId)
      .execute();
    const tries = [
      ['nobody.here', PASSWORD],
      [known.loginName, 'wrong'],
      [disabled.loginName, PASSWORD],
      [locked.loginName, PASSWORD],
    ] as const;
    const answers = await Promise.all(
      tries.map(async ([loginName, password]) => {
        const { status, body, headers } = await newVisitor(world).signIn(loginName, password);
        return { status, ...body, requestId: null, cookie: headers['set-cookie'] };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, code: 'not-signed-in' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('takes as long for a name that does not exist', async () => {
    const { loginName } = await drafter();
    await world.database.server
      .insertInto('setting')
      .values({
        region_id: world.city.regionId,
        organ_id: world.city.organId,
        key: 'security.failuresBeforeLock',
        value: '20',
        changed_at: START,
      })
      .execute();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 15; round += 1) {
      for (const [name, tried] of [
        ['known', loginName],
        ['unknown', 'nobody.here'],
      ] as const) {
        const before = process.cpuUsage();
        expect((await newVisitor(world).signIn(tried, 'wrong')).status).toBe(401);
        const { user, system } = process.cpuUsage(before);
        times[name].push(user + system);
      }
    }
    await world.database.server
      .deleteFrom('setting')
      .where('key', '=', 'security.failuresBeforeLock')
      .execute();
    // The processor's time, and the least of each: what other work on the machine adds is no part of it.
    const ratio = Math.min(...times.unknown) / Math.min(...times.known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });
});

describe('wrong passwords', () => {
  it('lock the account at the limit, for the right one too, until the time is over', async () => {
    const { loginName, accountId } = await personWithPassword(world, world.county, ['drafter'], START);
    for (let failure = 0; failure < 5; failure += 1) await newVisitor(world).signIn(loginName, 'wrong');
    expect((await newVisitor(world).signIn(loginName)).status).toBe(401);
    expect((await attemptsOf(accountId)).map(({ locked }) => locked)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    world.setNow(new Date(START.getTime() + 15 * MINUTE_MS + 1));
    expect((await newVisitor(world).signIn(loginName)).status).toBe(200);
  });

  it('are counted one after the other: many at once get no more tries than the limit', async () => {
    const { loginName, accountId } = await personWithPassword(world, world.county, ['drafter'], START);
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => newVisitor(world).signIn(loginName, `wrong${index}`)),
    );
    const locked = (await attemptsOf(accountId)).map((attempt) => attempt.locked);
    expect(locked).toEqual([...Array<boolean>(4).fill(false), ...Array<boolean>(8).fill(true)]);
    const { locked_until } = await world.database.server
      .selectFrom('account')
      .select('locked_until')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(locked_until, 'not lengthened by the rest').toEqual(new Date(START.getTime() + 15 * MINUTE_MS));
    expect((await newVisitor(world).signIn(loginName)).status).toBe(401);
  });

  it('in a session that stands open end it at the limit', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(loginName);
    const body = { current: 'wrong', next: OTHER_PASSWORD };
    for (let failure = 0; failure < 4; failure += 1) {
      const answer = await visitor.call(accountRoutes.changePassword, { body });
      expect(answer.body['errors']).toEqual([{ pointer: '/current', message: '密码不正确' }]);
    }
    expect((await visitor.call(accountRoutes.changePassword, { body })).status).toBe(401);
    expect((await visitor.call(sessionRoutes.read, {})).status).toBe(401);
  });
});

describe('too many tries', () => {
  it('are refused by address, and at an account from an address, before any work is done', async () => {
    const { loginName } = await personWithPassword(world, world.county, ['drafter'], START);
    const { server, portal } = world.database;
    const app = createApp({
      portal: { published: portal, cache: createPageCache(1000), origin: 'http://portal.test' },
      api: { ...testApi(world.database.context), attempts: { perAddress: 4, perAccount: 2 } },
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: null,
      trustedProxies: ['127.0.0.1'],
    });
    const tryOnce = async (name: string, address: string) =>
      await app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'zhaoshi-request': '1', 'x-forwarded-for': address },
        payload: { loginName: name, password: 'wrong' },
      });
    const statuses = async (tries: readonly (readonly [string, string])[]) => {
      const found: number[] = [];
      for (const [name, address] of tries) found.push((await tryOnce(name, address)).statusCode);
      return found;
    };
    expect(
      await statuses([
        [loginName, '203.0.113.1'],
        [loginName, '203.0.113.1'],
        [loginName, '203.0.113.1'],
        [loginName, '203.0.113.2'],
      ]),
      'another address has its own',
    ).toEqual([401, 401, 429, 401]);
    expect(await statuses(['a1', 'a2', 'a3', 'a4', 'a5'].map((name) => [name, '203.0.113.9']))).toEqual([
      401, 401, 401, 401, 429,
    ]);
    const refused = await tryOnce('another', '203.0.113.9');
    expect(refused.json<{ code: string }>().code).toBe('too-many');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const counted = await server
      .selectFrom('account')
      .select('failed_attempts')
      .where('login_name', '=', loginName)
      .executeTakeFirstOrThrow();
    expect(counted.failed_attempts).toBe(3);
    await app.close();
  });
});

describe('what is said before signing in', () => {
  it('is which ways there are, and nothing of accounts', async () => {
    const answer = await newVisitor(world).call(signInRoutes.options, {});
    expect(answer.body).toEqual({ singleSignOn: { title: '统一身份认证' }, needsSetUp: false });
  });

  it('攻击 12（出错信息）：a fault tells neither query nor value nor place', async () => {
    const broken = createApp({
      portal: {
        published: world.database.portal,
        cache: createPageCache(1000),
        origin: 'http://portal.test',
      },
      api: testApi({
        ...world.database.context,
        now: () => {
          throw new Error('secret of /etc/passwd');
        },
      }),
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: null,
    });
    const answer = await broken.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'zhaoshi-request': '1' },
      payload: { loginName: 'somebody', password: PASSWORD },
    });
    expect(answer.statusCode).toBe(500);
    expect(Object.keys(answer.json<object>()).toSorted()).toEqual([
      'advice',
      'code',
      'requestId',
      'status',
      'title',
      'type',
    ]);
    expect(answer.body).not.toMatch(/secret|passwd|select|at \w+ \(/);
    await broken.close();
  });
});

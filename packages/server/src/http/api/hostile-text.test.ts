import { auditRoutes } from '@zhaoshi/contract/routes/audit';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';

let world: World;
/** An auditor and an administrator, who are never one person. */
let cookies: readonly string[];
beforeAll(async () => {
  world = await createWorld();
  cookies = [await world.signedIn(world.city, 'auditor'), await world.signedIn(world.city, 'administrator')];
});
afterAll(() => world.close());

const get = async (url: string, cookie = cookies[0]) => {
  const { statusCode, body } = await world.app.inject({ url, headers: { cookie } });
  return { status: statusCode, body };
};

it.each(['subject=%00', 'actor=a%00b', '%00=1'])(
  'NUL in a query is what the caller sent wrong: %s',
  async (query) => {
    expect((await get(`${auditRoutes.list.path}?${query}`)).status).toBe(422);
  },
);

it('and so it is in a body', async () => {
  const answer = await world.app.inject({
    method: 'POST',
    url: sessionRoutes.signIn.path,
    headers: { 'zhaoshi-request': '1', 'idempotency-key': 'nul-12345678' },
    payload: { loginName: 'a\u0000', password: 'x' },
  });
  expect([answer.statusCode, answer.json<{ errors: unknown }>().errors]).toEqual([
    422,
    [{ pointer: '/loginName', message: '不能含控制字符' }],
  ]);
});

const PATHS = [
  '/api/accounts',
  '/api/audit-entries',
  '/api/audit-checkpoints',
  '/api/messages',
  '/api/failed-jobs',
  '/api/organs',
  '/api/notifications',
];
const SOME_ID = '00000000-0000-4000-8000-000000000000';
const KEYS = [
  ['\u0000'],
  [1.5],
  [1e300],
  ['a'],
  [-1],
  ['0000-01-01'],
  ['9999-99-99', SOME_ID],
  ['0000-01-01T00:00:00Z', SOME_ID],
  ['a', SOME_ID],
  [null],
  {},
];

it.each(PATHS)('no cursor that somebody made up is a fault: %s', async (path) => {
  for (const key of KEYS) {
    const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
    const answers = await Promise.all(cookies.map((cookie) => get(`${path}?cursor=${cursor}`, cookie)));
    const statuses = answers.map(({ status }) => status);
    expect([key, Math.min(...statuses), Math.max(...statuses) < 500]).toEqual([key, 200, true]);
  }
});

it.each([
  '/api/docs/static/%2e%2e/package.json',
  '/api/docs/static/..%2f..%2fpackage.json',
  '/api/docs/static/%00',
])('a path out of the folder finds nothing: %s', async (path) => {
  expect([404, 422]).toContain((await get(path)).status);
});

import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { afterAll, describe, expect, it } from 'vitest';
import { addressOf, type Command, run, start } from './run-serve.ts';
import { OTHER_PASSWORD, PASSWORD } from './visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-set-up-'));
// Root's database account has to pass through.
chmodSync(folder, 0o755);
const DATA = ['--data', join(folder, 'data')];
const running = new Set<Command>();

async function serve(
  env: Readonly<Record<string, string>> = {},
): Promise<{ command: Command; address: string }> {
  const command = start(['serve', '--empty', '--port', '0', ...DATA], env);
  running.add(command);
  return { command, address: await addressOf(command) };
}

async function stop(command: Command): Promise<void> {
  command.child.kill('SIGTERM');
  await command.ended;
  running.delete(command);
}

afterAll(async () => {
  for (const command of running) await stop(command);
  rmSync(folder, { recursive: true, force: true });
});

const tokenIn = (text: string): string => /#([\w-]{43})/.exec(text)?.[1] ?? '';

async function send(
  address: string,
  route: { readonly method: string; readonly path: string },
  body: object,
  key: string = randomUUID(),
) {
  const answer = await fetch(`${address}${route.path}`, {
    method: route.method,
    headers: { 'zhaoshi-request': '1', 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

const SET_UP = {
  region: { name: '临川市', level: 'city', slug: 'linchuan' },
  governmentName: '临川市人民政府',
  loginName: 'chen.first',
  displayName: '陈一',
  password: PASSWORD,
};

const signIn = async (address: string, loginName: string, password: string) =>
  await send(address, sessionRoutes.signIn, { loginName, password });

describe('an empty installation', () => {
  it('is set up once, by whoever has the address that the start printed', async () => {
    const { command, address } = await serve();
    const token = tokenIn(command.said());
    const options = async () =>
      (await (await fetch(`${address}${signInRoutes.options.path}`)).json()) as object;
    expect(await options()).toMatchObject({ needsSetUp: true });
    const guessed = { ...SET_UP, token: randomBytes(32).toString('base64url') };
    expect((await send(address, signInRoutes.setUp, guessed)).body['code']).toBe('state-refuses');
    const weak = await send(address, signInRoutes.setUp, { ...SET_UP, token, password: 'Chenyi123456' });
    expect(weak.status).toBe(422);

    // An answer that got lost on the way is asked for again with the same key.
    const key = randomUUID();
    const setUp = async (changed: object) =>
      await send(address, signInRoutes.setUp, { ...SET_UP, token, ...changed }, key);
    expect([(await setUp({})).status, (await setUp({})).status]).toEqual([204, 204]);
    expect((await setUp({ loginName: 'chen.second' })).body['code']).toBe('key-reused');
    expect(await options()).toMatchObject({ needsSetUp: false });
    const again = await send(address, signInRoutes.setUp, { ...SET_UP, token, loginName: 'chen.second' });
    expect(again.body['code']).toBe('state-refuses');
    const session = await signIn(address, 'chen.first', PASSWORD);
    expect(session.body).toMatchObject({
      stage: 'enrolSecondFactor',
      organ: { name: '临川市人民政府', roles: ['administrator'] },
    });
    expect((await fetch(`${address}/`)).status).toBe(200);
    await stop(command);
  });

  it('prints no address any more, and refuses a key that is not its own', async () => {
    const { command } = await serve();
    expect(tokenIn(command.said())).toBe('');
    await stop(command);
    const other = await run(['serve', '--empty', '--port', '0', ...DATA], {
      ZHAOSHI_SECRET_KEY: randomBytes(32).toString('base64url'),
    });
    expect(other.code).toBe(2);
    expect(other.said).toContain('密钥不是本数据库所用的密钥');
  });
});

describe('zhaoshi account', () => {
  it('makes, lists, resets, disables and gives roles beside a running server, and the trail knows', async () => {
    const { command, address } = await serve({ ZHAOSHI_PUBLIC_URL: 'http://www.example.cn' });
    const account = async (...args: readonly string[]) =>
      await run(['account', ...args, ...DATA], { ZHAOSHI_PUBLIC_URL: 'http://www.example.cn' });
    const post = ['--organ', 'linchuan', '--role', '信息公开专员'];
    const made = await account('create', 'li.er', '--name', '李二', ...post);
    expect(made.said).toContain('http://www.example.cn/console/set-password#');
    const body = { token: tokenIn(made.said), password: PASSWORD };
    expect((await send(address, signInRoutes.setPassword, body)).status).toBe(204);
    expect((await signIn(address, 'li.er', PASSWORD)).body['stage']).toBe('full');

    const taken = await account('create', 'LI.er', '--name', '冒名', ...post);
    expect([taken.code, taken.said]).toEqual([2, expect.stringContaining('账号已被使用')]);
    const nowhere = await account('grant', 'li.er', '--organ', 'linchuan/nowhere', '--role', 'drafter');
    expect(nowhere.said).toContain('没有这个机关');
    const granted = await account('grant', 'li.er', '--organ', 'linchuan/government', '--role', 'leader');
    expect(granted.code).toBe(0);
    expect((await account('list')).said).toContain('li.er  李二  linchuan/government');

    const reset = await account('reset-password', 'li.er', '--second-factor');
    expect((await signIn(address, 'li.er', PASSWORD)).status).toBe(401);
    const renewed = { token: tokenIn(reset.said), password: OTHER_PASSWORD };
    expect((await send(address, signInRoutes.setPassword, renewed)).status).toBe(204);
    expect((await signIn(address, 'li.er', OTHER_PASSWORD)).body['stage']).toBe('enrolSecondFactor');
    await account('disable', 'li.er');
    expect((await signIn(address, 'li.er', OTHER_PASSWORD)).status).toBe(401);
    await account('enable', 'li.er');
    expect((await signIn(address, 'li.er', OTHER_PASSWORD)).status).toBe(200);
    expect((await fetch(`${address}${accountRoutes.read.path}`)).status).toBe(401);

    const verified = await run(['audit', 'verify', ...DATA]);
    expect(verified.code).toBe(0);
    await stop(command);
  });
});

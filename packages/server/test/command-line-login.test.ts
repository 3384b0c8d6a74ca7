import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zhaoshi } from '../../cli/test/run-cli.ts';
import { totpCode } from '../src/use-cases/identity/totp.ts';
import { createWorld, type World } from './api-world.ts';
import { command, type Desk } from './run-command.ts';
import { enrol, newVisitor, PASSWORD, personWithPassword } from './visitor.ts';

const START = new Date('2026-11-21T02:03:04.567Z');

let world: World;
let address: string;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  address = await world.app.listen({ host: '127.0.0.1', port: 0 });
  folder = mkdtempSync(join(tmpdir(), 'zhaoshi-command-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

let desks = 0;
const newDesk = (): Desk => ({ cwd: folder, config: join(folder, `config-${desks++}`) });
const fileOf = ({ config }: Desk): string => join(config, 'zhaoshi', 'session.json');

/** The same in this process, which starts faster. */
const here = async (desk: Desk, args: readonly string[], typed: readonly string[] = []) =>
  await zhaoshi(args, {
    cwd: desk.cwd,
    configFolder: join(desk.config, 'zhaoshi'),
    stdin: Buffer.from(typed.map((line) => `${line}\n`).join('')),
  });

const officer = () => personWithPassword(world, world.township, ['disclosureOfficer'], START);

describe('zhaoshi login', () => {
  it('asks for account and password, says who and which organ, and keeps a session that only the person can read', async () => {
    const desk = newDesk();
    const { loginName } = await officer();
    const { code, out, err } = await command(desk, ['login', address], [loginName, PASSWORD]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      `已登录 ${address}：测试人员（${loginName}）\n任职机关：township（信息公开专员）\n没有用动态口令登录，需要动态口令的角色暂不起作用。\n`,
    );
    expect(statSync(fileOf(desk)).mode & 0o777).toBe(0o600);
    expect(readFileSync(fileOf(desk), 'utf8')).not.toContain(PASSWORD);
    const device = await world.database.server
      .selectFrom('session')
      .select('device')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    expect(device.device).toMatch(/^命令行，/);
    const shown = await command(desk, ['login']);
    expect(shown).toMatchObject({ code: 0, out });
  });

  it('asks for the code where the account has a second factor', async () => {
    const desk = newDesk();
    const { loginName } = await personWithPassword(world, world.township, ['disclosureOfficer'], START);
    const visitor = newVisitor(world);
    await visitor.signIn(loginName);
    const { key } = await enrol(visitor, START, PASSWORD);
    const later = new Date(START.getTime() + 60_000);
    world.setNow(later);
    const wrong = await here(desk, ['login', address, '--account', loginName], [PASSWORD, '000000']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/动态口令/);
    const right = await here(
      desk,
      ['login', address, '--account', loginName],
      [PASSWORD, totpCode(key, later)],
    );
    expect(right).toMatchObject({ code: 0, err: '' });
    expect(right.out).not.toContain('没有用动态口令');
    world.setNow(START);
  });

  it('refuses a wrong password, a password that has to be changed, and what is not there, each in words', async () => {
    const desk = newDesk();
    const { loginName } = await officer();
    const wrong = await here(desk, ['login', address], [loginName, 'not-the-password']);
    expect(wrong).toEqual({
      code: 2,
      out: '',
      err: '账号或密码不正确，或账号已停用、因连续输错暂时锁定。锁定的请稍后再试，或请管理员解除。\n',
    });
    const leader = await personWithPassword(world, world.township, ['leader'], START);
    const bare = await here(desk, ['login', address], [leader.loginName, PASSWORD]);
    expect(bare.code).toBe(2);
    expect(bare.err).toContain('动态口令还没有设置：请先用浏览器登录');
    const nowhere = await here(desk, ['login', 'http://127.0.0.1:1'], ['a', 'b']);
    expect(nowhere).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有连上平台 http://127.0.0.1:1'),
    });
    const cut = await here(desk, ['login', address], [loginName]);
    expect(cut).toMatchObject({ code: 2, err: '标准输入里没有要填的内容，没有做任何改动。\n' });
    expect(() => statSync(fileOf(desk))).toThrow('ENOENT');
  });

  it('changes to another organ of the person, by its name or its public address, and to no other', async () => {
    const desk = newDesk();
    const { loginName, accountId } = await officer();
    const { regionId, organId } = world.office;
    await world.database.server
      .insertInto('membership')
      .values({
        region_id: regionId,
        membership_id: crypto.randomUUID(),
        organ_id: organId,
        account_id: accountId,
        role: 'drafter',
        granted_at: START,
      })
      .execute();
    const first = await here(desk, ['login', address, '--organ', 'east/office'], [loginName, PASSWORD]);
    expect(first.out).toContain('任职机关：office（经办人）\n可以换到：township');
    const second = await here(desk, ['login', '--organ', 'township']);
    expect(second.out).toContain('任职机关：township');
    const third = await here(desk, ['login', '--organ', 'east/county']);
    expect(third).toMatchObject({ code: 2, err: expect.stringContaining('您在county没有任职，没有更换') });
  });
});

describe('zhaoshi logout', () => {
  it('ends the session on the platform and on this machine', async () => {
    const desk = newDesk();
    const { loginName, accountId } = await officer();
    await command(desk, ['login', address], [loginName, PASSWORD]);
    expect(await command(desk, ['logout'])).toEqual({ code: 0, out: '已退出登录。\n', err: '' });
    expect(() => statSync(fileOf(desk))).toThrow('ENOENT');
    const left = await world.database.server
      .selectFrom('session')
      .select('session_id')
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .execute();
    expect(left).toEqual([]);
    expect(await command(desk, ['login'])).toMatchObject({
      code: 2,
      err: '还没有登录平台。请先登录：zhaoshi login 网址\n',
    });
    expect(await command(desk, ['logout'])).toMatchObject({ code: 0, out: '没有登录。\n' });
  });

  it('a session that was ended elsewhere says so', async () => {
    const desk = newDesk();
    const { loginName, accountId } = await officer();
    await here(desk, ['login', address], [loginName, PASSWORD]);
    await world.database.server
      .updateTable('session')
      .set({ ended_at: START })
      .where('account_id', '=', accountId)
      .execute();
    expect(await here(desk, ['report', 'pull', 'township', '2024'])).toMatchObject({
      code: 2,
      err: '登录已失效或者已在别处退出，没有做任何改动。请重新登录：zhaoshi login 网址。\n',
    });
  });
});

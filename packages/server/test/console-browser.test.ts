import type { Role } from '@zhaoshi/domain/permission/roles';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLink } from '../src/use-cases/identity/one-time-links.ts';
import { hashPassword } from '../src/use-cases/identity/password.ts';
import { totpCode } from '../src/use-cases/identity/totp.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';

const PASSWORD = '清风-明月-2026';
/** When the world’s clock begins. */
const START = new Date('2026-11-21T02:03:04.567Z');
const PAGES = ['/', '/account'];

describe.skipIf(!hasChromium)('the console in Chromium (skipped where there is none)', () => {
  let desk: ConsoleDesk;
  let world: World;
  let address: string;

  beforeAll(async () => {
    desk = await openDesk();
    ({ world, address } = desk);
  });

  afterAll(async () => {
    await desk?.close();
  });

  type Post = readonly [organ: WorldOrgan, role: Role];

  const personWithPassword = async (
    posts: readonly Post[],
    also: { readonly must_change_password?: boolean } = {},
  ): Promise<string> => {
    const accountId = await world.newPerson(null, []);
    const { server } = world.database;
    for (const [{ regionId, organId }, role] of posts) {
      await server
        .insertInto('membership')
        .values({
          region_id: regionId,
          organ_id: organId,
          membership_id: crypto.randomUUID(),
          account_id: accountId,
          role,
          granted_at: START,
        })
        .execute();
    }
    const account = await server
      .updateTable('account')
      .set({ password_hash: await hashPassword(PASSWORD), must_change_password: false, ...also })
      .where('account_id', '=', accountId)
      .returning('login_name')
      .executeTakeFirstOrThrow();
    return account.login_name;
  };

  const signIn = async (page: Page, loginName: string, password = PASSWORD): Promise<void> => {
    await page.getByLabel('账号', { exact: true }).fill(loginName);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };

  const expectClean = async (context: BrowserContext, path: string, name: string): Promise<void> => {
    const page = await desk.open(context, path);
    await lookEverywhere(page, name);
    expect(await page.getByRole('alert').allTextContents(), name).toEqual([]);
    await page.close();
  };

  it('has no violation that axe knows and no sideways scrolling in every display', async () => {
    const stranger = await desk.contextFor(null);
    await expectClean(stranger, '/sign-in', 'sign-in');
    await stranger.close();
    const cookie = await world.signedIn(world.county, 'disclosureOfficeHead', 'administrator');
    const signedIn = await desk.contextFor(cookie);
    for (const path of PAGES) {
      await expectClean(signedIn, path, path === '/' ? 'home' : path.slice(1));
    }
    await signedIn.close();
  });

  it('breaks none of its own policy and loads nothing from elsewhere', async () => {
    const context = await desk.contextFor(null, undefined, {
      bypassCSP: false,
      reducedMotion: 'no-preference',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) complaints.push(request.url());
    });
    const loginName = await personWithPassword([
      [world.township, 'drafter'],
      [world.county, 'unitHead'],
    ]);
    await page.goto(`${address}/console/account`);
    await signIn(page, loginName);
    await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
    await page.getByRole('button', { name: '帮助' }).click();
    await page.getByText('本页依据').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '通知' }).click();
    await page.getByText('没有通知。').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByLabel(/检索申请、机关/).fill('t');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^(?:township|county)$/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /切换机关/ }).click();
    await page.getByRole('menuitem').first().waitFor();
    // That nobody is signed in yet is asked before the page is shown, and the browser notes the answer.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
    await context.close();
  });

  it('signs in by keyboard alone, says why not, and comes back to the page that was asked for', async () => {
    const context = await desk.contextFor(null);
    const page = await context.newPage();
    const loginName = await personWithPassword([[world.township, 'drafter']]);
    await page.goto(`${address}/console/account`);
    await page.getByLabel('账号').waitFor();
    await page.keyboard.type(loginName);
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('账号或密码不正确');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${address}/console/account`);
    await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
    await expect.poll(() => page.title()).toBe('我的账号 · 昭示工作台');
    await context.close();
  });

  it('leads through the first steps: a password of one’s own, then the second factor, then in by both', async () => {
    const loginName = await personWithPassword([[world.county, 'leader']], { must_change_password: true });
    const context = await desk.contextFor(null);
    const page = await context.newPage();
    await page.goto(`${address}/console/`);
    await signIn(page, loginName);
    await page.getByRole('heading', { name: '修改密码' }).waitFor();
    await look(page, 'change-password');
    await page.getByLabel('当前密码').fill(PASSWORD);
    await page.getByLabel('新密码', { exact: true }).fill('Qingfeng-Mingyue-2027');
    await page.getByLabel('再填写一次新密码').fill('不一样');
    await page.getByText('两次填写的密码不一致').waitFor();
    await page.getByLabel('再填写一次新密码').fill('Qingfeng-Mingyue-2027');
    await page.getByRole('button', { name: '修改密码' }).click();

    await page.getByRole('heading', { name: '设置动态口令' }).waitFor();
    const keyText = (await page.locator('.key code').textContent()) ?? '';
    await look(page, 'enrol');
    const key = keyText.replaceAll(' ', '');
    await page.getByLabel('动态口令', { exact: true }).fill(totpCode(key, START));
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('恢复码只显示这一次').waitFor();
    await look(page, 'recovery-codes');
    const recoveryCode = (await page.locator('.recovery-codes li').first().textContent()) ?? '';
    await page.getByRole('button', { name: '我已妥善保管' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();

    for (const code of ['000000', recoveryCode]) {
      await context.clearCookies();
      await page.goto(`${address}/console/account`);
      await signIn(page, loginName, 'Qingfeng-Mingyue-2027');
      await page.getByLabel('动态口令或恢复码').fill(code);
      await look(page, 'second-factor');
      await page.getByRole('button', { name: '核验' }).click();
      if (code === '000000') await page.getByRole('alert').waitFor();
    }
    await page.getByRole('heading', { name: '登录的设备' }).waitFor();
    await page.getByText('还有 9 个恢复码').waitFor();
    await look(page, 'account-enrolled');
    await context.close();
  });

  it.each([{ high: false }, { high: true }])(
    'has no violation in menus, drawers and the search: %o',
    async ({ high }) => {
      const loginName = await personWithPassword([
        [world.township, 'drafter'],
        [world.county, 'unitHead'],
      ]);
      const context = await desk.contextFor(null, { width: 1280, high });
      const page = await context.newPage();
      const suffix = high ? '-high' : '';
      await page.goto(`${address}/console/`);
      await signIn(page, loginName);
      await page.getByRole('heading', { name: '待办事项' }).waitFor();
      await page.getByRole('button', { name: /切换机关/ }).click();
      await page.getByRole('menuitem').first().waitFor();
      await look(page, `organs${suffix}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /账号菜单/ }).click();
      await page.getByRole('menuitem', { name: '我的账号' }).waitFor();
      await look(page, `account-menu${suffix}`);
      await page.keyboard.press('Escape');
      for (const [button, sign] of [
        ['通知', '没有通知。'],
        ['帮助', '本页依据'],
      ] as const) {
        await page.getByRole('button', { name: button }).click();
        await page.getByText(sign).waitFor();
        await look(page, `${button}${suffix}`);
        await page.keyboard.press('Escape');
        await page.getByText(sign).waitFor({ state: 'hidden' });
      }
      await page.keyboard.press('/');
      await page.getByLabel(/检索申请、机关/).fill('没有这个机关');
      await page.getByText('没有找到。').waitFor();
      await look(page, `search${suffix}`);
      await context.close();
    },
  );

  it('sets a password by a one-time link, whose secret leaves the address at once, and only once', async () => {
    const loginName = await personWithPassword([[world.township, 'drafter']]);
    const { server } = world.database;
    const { account_id: accountId } = await server
      .selectFrom('account')
      .select('account_id')
      .where('login_name', '=', loginName)
      .executeTakeFirstOrThrow();
    const { token } = await server
      .transaction()
      .execute((transaction) => makeLink(transaction, accountId, START));
    const context = await desk.contextFor(null);
    const page = await context.newPage();
    for (const attempt of ['first', 'second']) {
      await page.goto('about:blank');
      await page.goto(`${address}/console/set-password#${token}`);
      await page.getByLabel('新密码', { exact: true }).fill('Qingfeng-Mingyue-2027');
      await page.waitForURL(`${address}/console/set-password`);
      await page.getByLabel('再填写一次新密码').fill('Qingfeng-Mingyue-2027');
      if (attempt === 'first') await look(page, 'set-password');
      await page.getByRole('button', { name: '设置密码' }).click();
      if (attempt === 'first') await page.getByText('密码已设置，链接随之失效。').waitFor();
      else await page.getByRole('alert').waitFor();
    }
    await page.goto(`${address}/console/set-up`);
    await page.getByRole('heading', { name: '首次设置' }).waitFor();
    await look(page, 'set-up');
    await page.goto(`${address}/console/sign-in`);
    await signIn(page, loginName, 'Qingfeng-Mingyue-2027');
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await context.close();
  });

  it('keeps nothing secret in the browser’s store', async () => {
    const context = await desk.contextFor(null);
    const page = await context.newPage();
    await page.goto(`${address}/console/`);
    await signIn(page, await personWithPassword([[world.township, 'drafter']]));
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    const kept = await page.evaluate<string>(
      'JSON.stringify([localStorage, sessionStorage, document.cookie])',
    );
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain('zhaoshi-session');
    await context.close();
  });

  it('switches to another organ and shows what is left of it', async () => {
    const context = await desk.contextFor(null);
    const page = await context.newPage();
    await page.goto(`${address}/console/`);
    await signIn(
      page,
      await personWithPassword([
        [world.township, 'drafter'],
        [world.county, 'unitHead'],
      ]),
    );
    const switcher = page.getByRole('button', { name: /切换机关/ });
    const before = await switcher.textContent();
    await switcher.click();
    const name = before?.includes('township') === true ? 'county' : 'township';
    await page.getByRole('menuitem', { name }).click();
    await page.getByText(`已切换到${name}`).waitFor();
    await expect.poll(() => switcher.textContent()).toContain(name);
    await context.close();
  });

  it('asks to sign in again when the session has ended, and signs out for good', async () => {
    const cookie = await world.signedIn(world.county, 'drafter');
    const context = await desk.contextFor(cookie);
    const page = await context.newPage();
    await page.goto(`${address}/console/`);
    await page.getByRole('button', { name: /账号菜单/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL('**/console/sign-in');
    await page.goto(`${address}/console/account`);
    await page.waitForURL('**/console/sign-in?back=*');
    await context.close();
  });

  it('works where the newest functions of the language are missing', async () => {
    const context = await desk.contextFor(await world.signedIn(world.county, 'administrator'));
    await context.addInitScript(
      'delete Array.prototype.toSorted; delete Array.prototype.toReversed; delete Map.groupBy; delete Object.groupBy;',
    );
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${address}/console/`);
    await page.getByRole('heading', { name: '待办事项' }).waitFor();
    expect(await page.evaluate('[3, 1, 2].toSorted().join()')).toBe('1,2,3');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('leads back to the same page when the session ends under the hands', async () => {
    const context = await desk.contextFor(null);
    const page = await context.newPage();
    const loginName = await personWithPassword([[world.township, 'drafter']]);
    await page.goto(`${address}/console/account`);
    await signIn(page, loginName);
    await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
    await context.clearCookies();
    await page.getByRole('button', { name: '通知' }).click();
    await page.waitForURL('**/console/sign-in?back=*');
    await signIn(page, loginName);
    await page.waitForURL(`${address}/console/account`);
    await page.getByRole('heading', { name: '登录的设备' }).waitFor();
    await context.close();
  });

  it('says that there is no such page', async () => {
    const context = await desk.contextFor(await world.signedIn(world.county, 'drafter'));
    const page = await context.newPage();
    await page.goto(`${address}/console/nowhere`);
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
    await look(page, 'nowhere');
    await context.close();
  });
});

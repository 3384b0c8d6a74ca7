import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunChange } from '../src/db/run-change.ts';
import { makeLink } from '../src/use-cases/identity/one-time-links.ts';
import { offerSetUp } from '../src/use-cases/identity/set-up-installation.ts';
import { totpCode } from '../src/use-cases/identity/totp.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { OTHER_PASSWORD, PASSWORD, personWithPassword } from './visitor.ts';

const NOW = new Date('2026-11-21T02:03:04.567Z');

const typeNewPassword = async (page: Page, next: string): Promise<void> => {
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再填写一次新密码').fill(next);
};

const signIn = async (page: Page, loginName: string, password: string): Promise<void> => {
  await page.getByLabel('账号', { exact: true }).fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
};

describe.skipIf(!hasChromium)('the way in, in Chromium (skipped where there is none)', () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
  });

  it('first steps have no violation that axe knows in every display', async () => {
    const { world } = desk;
    const { loginName, accountId } = await personWithPassword(world, world.county, ['leader'], NOW);
    await world.database.server
      .updateTable('account')
      .set({ must_change_password: true })
      .where('account_id', '=', accountId)
      .execute();
    const context = await desk.contextFor(null);
    const page = await desk.open(context, '/');
    await signIn(page, loginName, 'wrong');
    await page.getByRole('alert').waitFor();
    await lookEverywhere(page, 'sign-in-refused');
    await signIn(page, loginName, PASSWORD);
    await page.getByRole('heading', { name: '修改密码' }).waitFor();
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('请填写新密码').waitFor();
    await lookEverywhere(page, 'change-password');
    await page.getByLabel('当前密码').fill(PASSWORD);
    await typeNewPassword(page, OTHER_PASSWORD);
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('heading', { name: '设置动态口令' }).waitFor();
    const key = ((await page.locator('.key code').textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('动态口令', { exact: true }).fill('000000');
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('动态口令不正确').first().waitFor();
    await lookEverywhere(page, 'enrol');
    await page.getByLabel('动态口令', { exact: true }).fill(totpCode(key, NOW));
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('恢复码只显示这一次').waitFor();
    await lookEverywhere(page, 'recovery-codes');
    const recoveryCode = (await page.locator('.recovery-codes li').first().textContent()) ?? '';
    await page.getByRole('button', { name: '我已妥善保管' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await context.clearCookies();
    await page.goto(new URL('/console/account', page.url()).href);
    await signIn(page, loginName, OTHER_PASSWORD);
    await page.getByLabel('动态口令或恢复码').waitFor();
    await lookEverywhere(page, 'second-factor');
    await page.getByLabel('动态口令或恢复码').fill(recoveryCode);
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
    await context.close();
  });

  it('a one-time link sets a password once in every display', async () => {
    const { world } = desk;
    const { loginName, accountId } = await personWithPassword(world, world.township, ['drafter'], NOW);
    const { token } = await world.database.server
      .transaction()
      .execute((transaction) => makeLink(transaction, accountId, NOW));
    const context = await desk.contextFor(null);
    const page = await desk.open(context, `/set-password#${token}`);
    await page.getByRole('button', { name: '设置密码' }).click();
    await page.getByText('请填写新密码').waitFor();
    await lookEverywhere(page, 'set-password');
    await typeNewPassword(page, '123456');
    await page.getByRole('button', { name: '设置密码' }).click();
    await page.getByRole('alert').filter({ hasText: '太容易被猜到' }).first().waitFor();
    await lookEverywhere(page, 'set-password-weak');
    await typeNewPassword(page, OTHER_PASSWORD);
    await page.getByRole('button', { name: '设置密码' }).click();
    await page.getByText('密码已设置，链接随之失效。').waitFor();
    await lookEverywhere(page, 'set-password-done');
    const again = await desk.open(context, `/set-password#${token}`);
    await typeNewPassword(again, PASSWORD);
    await again.getByRole('button', { name: '设置密码' }).click();
    await again.getByRole('alert').waitFor();
    await page.getByRole('link', { name: '前往登录' }).click();
    await signIn(page, loginName, OTHER_PASSWORD);
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await context.close();
  });
});

describe.skipIf(!hasChromium)('an installation without accounts, in Chromium', () => {
  let desk: ConsoleDesk;
  let token: string;
  beforeAll(async () => {
    desk = await openDesk();
    const { database } = desk.world;
    await database.owner.deleteFrom('organ').execute();
    await database.owner.deleteFrom('region').execute();
    const change = createRunChange(
      { ...database.context, now: () => NOW },
      { actor: 'system:serve', event: 'installation.setUp', actingFor: null, sessionId: null, call: null },
    );
    const link = await offerSetUp({ now: () => NOW, change });
    if (!link.ok) throw new Error('no link');
    ({ token } = link.value);
  });
  afterAll(async () => {
    await desk.close();
  });

  it('says what to do and what is missing in every display', async () => {
    const context = await desk.contextFor(null);
    const entrance = await desk.open(context, '/sign-in');
    await entrance.getByText('系统还没有账号').waitFor();
    await lookEverywhere(entrance, 'sign-in-empty');
    const page = await desk.open(context, `/set-up#${token}`);
    await page.waitForURL((address) => address.hash === '');
    await lookEverywhere(page, 'set-up');
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('请填写行政区划名称').waitFor();
    await lookEverywhere(page, 'set-up-missing');
    await context.close();
  });

  it('is set up with its form, once, and the administrator signs in', async () => {
    const context = await desk.contextFor(null);
    const page = await desk.open(context, `/set-up#${token}`);
    const fill = async (shown: Page, slug: string, password: string): Promise<void> => {
      await shown.getByLabel('行政区划名称').fill('临川市');
      await shown.getByLabel('市级').check();
      await shown.getByLabel('网址简称').fill(slug);
      await shown.getByLabel('政府全称').fill('临川市人民政府');
      await shown.getByLabel('系统管理员姓名').fill('陈一');
      await shown.getByLabel('系统管理员账号').fill('chen.first');
      await typeNewPassword(shown, password);
      await shown.getByRole('button', { name: '完成设置' }).click();
    };
    await fill(page, '9 Linchuan', PASSWORD);
    await page.getByRole('alert').filter({ hasText: '网址简称为小写字母' }).first().waitFor();
    await look(page, 'set-up-wrong');
    await fill(page, 'linchuan', 'Chenyi123456');
    await page
      .getByRole('alert')
      .filter({ hasText: /不能含有账号或姓名|太容易被猜到/ })
      .first()
      .waitFor();
    await look(page, 'set-up-weak');
    await fill(page, 'linchuan', PASSWORD);
    await page.getByRole('heading', { level: 1, name: '设置完成' }).waitFor();
    await look(page, 'set-up-done');
    await page.setViewportSize({ width: 390, height: 900 });
    await look(page, 'set-up-done');

    const again = await desk.open(context, `/set-up#${token}`);
    await fill(again, 'other', PASSWORD);
    await again.getByRole('alert').first().waitFor();
    await page.getByRole('link', { name: '前往登录' }).click();
    await signIn(page, 'chen.first', PASSWORD);
    await page.getByRole('heading', { name: '设置动态口令' }).waitFor();
    const regions = await desk.world.database.owner.selectFrom('region').select(['name', 'slug']).execute();
    expect(regions).toEqual([{ name: '临川市', slug: 'linchuan' }]);
    await context.close();
  });
});

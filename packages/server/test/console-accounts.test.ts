import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';

describe.skipIf(!hasChromium)('accounts in Chromium (skipped where there is none)', () => {
  let desk: ConsoleDesk;
  let cookie: string;
  let context: BrowserContext;

  beforeAll(async () => {
    desk = await openDesk();
    cookie = await desk.world.signedIn(desk.world.county, 'administrator');
    context = await desk.contextFor(cookie);
  });

  afterAll(async () => {
    await desk.close();
  });

  const openAccount = async (accountId: string, name = '测试人员'): Promise<Page> => {
    const page = await desk.open(context, `/accounts/${accountId}`);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    return page;
  };

  const read = async (accountId: string) =>
    (await desk.world.call(accountsRoutes.read, { params: { accountId } }, cookie)).body as unknown as {
      readonly state: string;
      readonly displayName: string;
      readonly hasPassword: boolean;
      readonly version: number;
      readonly memberships: readonly { readonly role: string; readonly organName: string }[];
    };

  it('no violation that axe knows and no sideways scrolling in every display', async () => {
    const { world } = desk;
    const drafter = await world.newPerson(world.township, ['drafter', 'disclosureOfficeHead']);
    const seen = await desk.contextFor(cookie);
    const list = await desk.open(seen, '/accounts');
    await list.getByRole('cell', { name: '测试人员' }).first().waitFor();
    await lookEverywhere(list, 'accounts');
    const fresh = await desk.open(seen, '/accounts/new');
    await lookEverywhere(fresh, 'account-new');
    await fresh.getByLabel('角色', { exact: true }).click();
    await fresh.getByText('起草公文和答复').waitFor();
    await lookEverywhere(fresh, 'account-roles');
    const page = await desk.open(seen, `/accounts/${drafter}`);
    await page.getByRole('heading', { name: '登录凭证' }).waitFor();
    await lookEverywhere(page, 'account');
    await page.getByRole('button', { name: '授予角色' }).click();
    await page.getByRole('dialog', { name: '授予测试人员任职角色' }).waitFor();
    await lookEverywhere(page, 'account-grant');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '停用账号' }).click();
    await page.getByText('在所有设备上的登录立即失效，此后不能登录').waitFor();
    await lookEverywhere(page, 'account-disable');
    await seen.close();
  });

  it('makes an account with its roles and shows the link once, by keyboard as far as the form goes', async () => {
    const page = await desk.open(context, '/accounts/new');
    await page.getByLabel('姓名', { exact: true }).fill('新同事');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Xin');
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByText('请选择角色').waitFor();
    await page.getByLabel('角色', { exact: true }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '审核本科室' }).waitFor();
    await page.getByRole('button', { name: '再加一个任职' }).click();
    const second = page.getByRole('group', { name: '任职 2' });
    await second.getByLabel('任职机关').fill('town');
    await page.getByText('East · 乡级').click();
    await second.getByLabel('角色', { exact: true }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByRole('heading', { name: '账号已建立' }).waitFor();
    await page.getByRole('button', { name: '生成设置密码的链接' }).click();
    const link = await page.getByLabel('一次性链接', { exact: true }).inputValue();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/set-password#[\w-]{43}$/);
    await look(page, 'account-created');
    // What is on the screen once is nowhere else.
    const kept = await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage, location.href])');
    expect(kept).not.toContain(link.slice(-43));
    await page.getByRole('link', { name: '查看这个账号' }).click();
    await page.getByRole('heading', { level: 1, name: '新同事' }).waitFor();
    expect(await page.getByText('一次性链接').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('township：经办人');
    expect(await page.locator('main').innerText()).toContain('county：科室（站所）负责人');
    await page.close();
  });

  it('keeps what was typed over a reload, and says who has the name already', async () => {
    const accountId = await desk.world.newPerson(desk.world.county, ['drafter']);
    const { login_name: taken } = await desk.world.database.server
      .selectFrom('account')
      .select('login_name')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    const page = await desk.open(context, '/accounts/new');
    await page.getByLabel('姓名', { exact: true }).fill('重名的人');
    await page.getByLabel('账号', { exact: true }).fill(taken);
    await page.reload();
    await page.getByText('已恢复未保存的内容').waitFor();
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('重名的人');
    await page.getByLabel('角色', { exact: true }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '建立账号' }).click();
    await page.getByRole('alert').filter({ hasText: '账号已被使用' }).waitFor();
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('重名的人');
    await page.getByRole('button', { name: '放弃这些内容' }).click();
    await page.close();
  });

  it('grants and takes away roles with their consequences, and never administrator and auditor to one', async () => {
    const accountId = await desk.world.newPerson(desk.world.county, ['administrator']);
    const page = await openAccount(accountId);
    const grant = async (role: string): Promise<void> => {
      await page.getByRole('button', { name: '授予角色' }).click();
      await page.getByLabel('任职机关').fill('county');
      await page.getByRole('option', { name: /county/ }).waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
      await page.getByLabel('角色', { exact: true }).fill(role);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: '授予' }).click();
    };
    await grant('审计员');
    await page.getByRole('alert').filter({ hasText: '系统管理员和审计员不能是同一人' }).waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await grant('分管领导');
    await page.getByText('已授予：county，分管领导').waitFor();
    expect((await read(accountId)).memberships.map(({ role }) => role).toSorted()).toEqual([
      'administrator',
      'leader',
    ]);

    await page.getByRole('button', { name: '收回county的系统管理员' }).click();
    const dialog = page.getByRole('dialog', { name: '收回系统管理员' });
    await dialog.getByText('管理账号和任职（本机关及下级机关）').waitFor();
    expect(await dialog.getByText('这是最后一个任职').count()).toBe(0);
    await dialog.getByRole('button', { name: '收回' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await read(accountId)).memberships.map(({ role }) => role)).toEqual(['leader']);
    await page.close();
  });

  it('picks by a quick Enter no organ but one that has what is typed, however late the answer comes', async () => {
    const page = await openAccount(await desk.world.newPerson(desk.world.county, ['drafter']));
    await page.getByRole('button', { name: '授予角色' }).click();
    await page.getByLabel('任职机关').click();
    await page.locator('.ant-select-item-option', { hasText: 'township' }).waitFor();
    const answered = Promise.withResolvers<void>();
    await page.route(/\/api\/organs\?.*name=township/, async (route) => {
      await answered.promise;
      await route.continue();
    });
    await page.getByLabel('任职机关').fill('township');
    await page.keyboard.press('Enter');
    answered.resolve();
    const picker = page.getByRole('dialog').locator('.picker', { has: page.getByLabel('任职机关') });
    await expect.poll(() => picker.innerText()).toContain('township');
    await page.close();
  });

  it('shuts out and lets in, over what is newest only', async () => {
    const { world } = desk;
    const accountId = await world.newPerson(world.township, ['drafter']);
    const page = await openAccount(accountId);
    const edit = { params: { accountId }, body: { displayName: '刚改的名' } };
    await world.call(accountsRoutes.edit, edit, cookie, { 'if-match': '"1"' });
    await page.getByRole('button', { name: '停用账号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await dialog.getByText('刚才有人改动了这个账号，没有办理').waitFor();
    await dialog.getByText('刚改的名').waitFor();
    expect((await read(accountId)).state).toBe('active');
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await page.getByText('已停用', { exact: true }).waitFor();
    expect((await read(accountId)).state).toBe('disabled');
    await page.getByRole('button', { name: '恢复账号' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复账号' }).click();
    await page.getByText('账号已恢复').waitFor();
    expect((await read(accountId)).state).toBe('active');
    await page.close();
  });

  it('lets choose between two names when somebody else saved meanwhile', async () => {
    const { world } = desk;
    const accountId = await world.newPerson(world.township, ['drafter']);
    const page = await openAccount(accountId);
    await page.getByRole('button', { name: '修改姓名' }).click();
    await page.getByLabel('姓名', { exact: true }).fill('我填的名');
    const edit = { params: { accountId }, body: { displayName: '别人填的名' } };
    await world.call(accountsRoutes.edit, edit, cookie, { 'if-match': '"1"' });
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '别人已经修改过' });
    expect(await dialog.getByRole('row', { name: /姓名/ }).innerText()).toMatch(/我填的名[\s\S]*别人填的名/);
    await look(page, 'account-stale');
    await dialog.getByRole('button', { name: '按以下选择保存' }).click();
    await page.getByRole('heading', { level: 1, name: '我填的名' }).waitFor();
    expect(await read(accountId)).toMatchObject({ displayName: '我填的名', version: 3 });
    await page.close();
  });

  it('unlocks, resets password and second factor, each told before', async () => {
    const { world } = desk;
    const accountId = await world.newPerson(world.county, ['leader']);
    await world.database.server
      .updateTable('account')
      .set({
        password_hash: 'x',
        totp_confirmed_at: new Date('2026-11-01T00:00:00Z'),
        locked_until: new Date('2026-11-21T09:00:00Z'),
      })
      .where('account_id', '=', accountId)
      .execute();
    const page = await openAccount(accountId);
    const act = async (name: string, consequence: string): Promise<void> => {
      await page.getByRole('button', { name }).click();
      const dialog = page.getByRole('dialog', { name });
      await dialog.getByText(consequence).waitFor();
      await dialog.getByRole('button', { name }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await act('解除锁定', '原定2026年11月21日 17:00自动解除');
    expect((await read(accountId)).state).toBe('active');
    await act('清除动态口令', '下次登录时须先重新设置');
    await page.getByText('其角色要求，登录时须设置').waitFor();
    await act('重置密码', '原密码立即作废');
    await page.getByRole('dialog', { name: '设置密码的一次性链接' }).waitFor();
    expect(await page.getByLabel('一次性链接', { exact: true }).inputValue()).toContain(
      '/console/set-password#',
    );
    await look(page, 'account-link');
    // Not lost by a slip of the hand.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '已交给本人，关闭' }).click();
    await page.getByText('还没有设置').waitFor();
    expect((await read(accountId)).hasPassword).toBe(false);
    await page.close();
  });

  it('greys what one may not do: one’s own account, people who also work elsewhere, an auditor', async () => {
    const { world } = desk;
    const elsewhere = await world.newPerson(world.township, ['drafter']);
    const { regionId, organId } = world.otherCounty;
    await world.database.server
      .insertInto('membership')
      .values({
        region_id: regionId,
        organ_id: organId,
        membership_id: crypto.randomUUID(),
        account_id: elsewhere,
        role: 'drafter',
        granted_at: new Date('2026-11-01T00:00:00Z'),
      })
      .execute();
    const theirs = await openAccount(elsewhere);
    await theirs.getByText('该人员还在您的权限范围之外任职', { exact: true }).waitFor();
    const grey = async (page: Page, name: string): Promise<string | null> =>
      await page.getByRole('button', { name }).getAttribute('aria-disabled');
    expect(await grey(theirs, '停用账号')).toBe('true');
    expect(await grey(theirs, '收回township的经办人')).toBeNull();
    await theirs.close();

    const auditor = await desk.contextFor(await world.signedIn(world.county, 'auditor'));
    const asAuditor = await desk.open(auditor, `/accounts/${elsewhere}`);
    await asAuditor.getByRole('heading', { name: '登录凭证' }).waitFor();
    for (const name of ['停用账号', '授予角色', '收回township的经办人', '修改姓名'])
      expect(await grey(asAuditor, name), name).toBe('true');
    await auditor.close();

    const self = await world.newPerson(world.county, ['administrator']);
    const own = await desk.contextFor(await world.sessionOf(self));
    const ownPage = await desk.open(own, `/accounts/${self}`);
    await ownPage.getByText('这是您自己的账号').waitFor();
    expect(await grey(ownPage, '停用账号')).toBe('true');
    expect(await grey(ownPage, '收回county的系统管理员')).toBe('true');
    await own.close();
  });

  it('finds by name, role and state', async () => {
    const { world } = desk;
    const accountId = await world.newPerson(world.office, ['assessor']);
    await world.database.server
      .updateTable('account')
      .set({ display_name: '查得到的人', disabled_at: new Date('2026-11-20T00:00:00Z') })
      .where('account_id', '=', accountId)
      .execute();
    const page = await desk.open(context, '/accounts');
    await page.getByLabel('姓名或账号').fill('查得到');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: /查得到的人/ });
    await row.waitFor();
    await expect.poll(async () => await page.locator('tbody tr.ant-table-row').count()).toBe(1);
    expect(await row.innerText()).toMatch(/office[\s\S]*考核评议人员[\s\S]*已停用[\s\S]*2026年11月20日/);
    await page.getByLabel('状态').click();
    await page.locator('.ant-select-item-option').getByText('正常', { exact: true }).click();
    await page.getByText('没有符合条件的账号。').waitFor();
    await page.close();
  });
});

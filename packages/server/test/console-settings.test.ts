import { settingRoutes } from '@zhaoshi/contract/routes/settings';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOB_HANDLERS } from '../src/jobs/handlers.ts';
import { startJobs } from '../src/jobs/start-jobs.ts';
import { createLogger } from '../src/operations/log.ts';
import type { WorldOrgan } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, holdReads, look, lookEverywhere } from './console-screens.ts';
import { FAST } from './job-recorder.ts';

describe.skipIf(!hasChromium)('settings and messages in Chromium (skipped where there is none)', () => {
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

  const keyOf = ({ regionId, organId }: WorldOrgan, key: 'security.lockMinutes' | 'site.icpNumber') => ({
    regionId,
    organId,
    key,
  });

  const openSettings = async (context: BrowserContext): Promise<Page> => {
    const page = await desk.open(context, '/settings');
    await page.getByRole('button', { name: '全部展开' }).click();
    return page;
  };

  const rowOf = (page: Page, title: string) => page.locator('.setting').filter({ hasText: title });

  const versionOf = async (key: string): Promise<number> => {
    const { regionId, organId } = desk.world.county;
    const { body } = await desk.world.call(settingRoutes.list, { params: { regionId, organId } }, cookie);
    const { items } = body as unknown as { readonly items: readonly { key: string; version: number }[] };
    return items.find((item) => item.key === key)?.version ?? 0;
  };

  it('no violation that axe knows and no sideways scrolling in every display', async () => {
    const seen = await desk.contextFor(cookie);
    const page = await desk.open(seen, '/settings');
    await page.getByText('county共 ').waitFor();
    await lookEverywhere(page, 'settings');
    await page.getByRole('button', { name: /^账号与安全/ }).click();
    await lookEverywhere(page, 'settings-open');
    await page.getByRole('button', { name: '修改密码须含三类字符' }).click();
    await page.getByRole('radio', { name: '是' }).waitFor();
    await lookEverywhere(page, 'setting-edit');
    const messages = await desk.open(seen, '/messages');
    await messages.getByRole('button', { name: '发送测试通知' }).click();
    await messages.getByLabel('电子邮箱').waitFor();
    await lookEverywhere(messages, 'message-test');
    await seen.close();
  });

  it('tells where a value comes from, sets it, and gives it up again', async () => {
    const { world } = desk;
    const above = await world.signedIn(world.city, 'administrator');
    await world.call(
      settingRoutes.set,
      { params: keyOf(world.city, 'security.lockMinutes'), body: { value: 40 } },
      above,
      { 'if-match': '"1"' },
    );
    const page = await openSettings(context);
    const row = rowOf(page, '锁定时长（分钟）');
    await expect
      .poll(() => row.innerText())
      .toMatch(/待确认[\s\S]*GB\/T 22239[\s\S]*40[\s\S]*沿用city的设定/);
    await page.getByRole('button', { name: '修改锁定时长（分钟）' }).click();
    const dialog = page.getByRole('dialog', { name: '修改设置' });
    await dialog.getByLabel('锁定时长（分钟）').fill('5000');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByRole('alert').filter({ hasText: '应为 1 至 1440 的整数' }).first().waitFor();
    await dialog.getByLabel('锁定时长（分钟）').fill('60');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await row.getByText('本机关设定').waitFor();
    expect(await row.innerText()).toMatch(/60[\s\S]*不设定时：40（city的设定）/);
    await page.getByRole('button', { name: '锁定时长（分钟）改回沿用' }).click();
    const question = page.getByRole('dialog', { name: '“锁定时长（分钟）”改回沿用' });
    expect(await question.innerText()).toContain('改用city的设定“40”');
    await question.getByRole('button', { name: '改回沿用' }).click();
    await row.getByText('沿用city的设定').waitFor();
    await page.close();
  });

  it('sets the same twice and gives it up, whatever is still being read again', async () => {
    const page = await openSettings(context);
    const row = rowOf(page, '主办单位');
    await row.getByRole('button', { name: '修改主办单位' }).waitFor();
    const release = await holdReads(page, '**/api/organs/*/*/settings');
    for (const words of ['示范县人民政府', '示范县人民政府办公室']) {
      await page.getByRole('button', { name: '修改主办单位' }).click();
      const dialog = page.getByRole('dialog', { name: '修改设置' });
      await dialog.getByLabel('主办单位').fill(words);
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await row.getByText(words, { exact: true }).waitFor();
    }
    await page.getByRole('button', { name: '主办单位改回沿用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '改回沿用' }).click();
    await page.getByText('已改回沿用').waitFor();
    release();
    await page.close();
  });

  it('loses nothing when somebody else set the same meanwhile', async () => {
    const { world } = desk;
    const page = await openSettings(context);
    await page.getByRole('button', { name: '修改ICP备案号' }).click();
    await page.getByLabel('ICP备案号', { exact: true }).fill('我填的号');
    const params = keyOf(world.county, 'site.icpNumber');
    const version = await versionOf('site.icpNumber');
    const other = await world.call(settingRoutes.set, { params, body: { value: '别人填的号' } }, cookie, {
      'if-match': `"${version}"`,
    });
    expect(other.status).toBe(200);
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '别人已经修改过' });
    expect(await dialog.getByRole('row', { name: /ICP/ }).innerText()).toMatch(/我填的号[\s\S]*别人填的号/);
    await dialog.getByRole('radio', { name: '最新的' }).check();
    await dialog.getByRole('button', { name: '按以下选择保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await rowOf(page, 'ICP备案号').getByText('别人填的号').waitFor();
    await page.close();
  });

  it('is as long as its areas, which tell what is in them and open one by one or all at once', async () => {
    const page = await desk.open(context, '/settings');
    const area = page.getByRole('button', { name: /^账号与安全/ });
    await area.waitFor();
    expect(await page.locator('.setting').count()).toBe(0);
    // A line or two for each of some twenty areas.
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(2200);
    await page.getByText('密码须含三类字符').waitFor();
    await area.click();
    await rowOf(page, '密码须含三类字符').waitFor();
    expect(await rowOf(page, '主办单位').count()).toBe(0);
    await page.getByRole('button', { name: '全部展开' }).click();
    await rowOf(page, '主办单位').waitFor();
    await page.getByRole('button', { name: '全部收起' }).click();
    await page.locator('.setting').first().waitFor({ state: 'detached' });
    await page.close();
  });

  it('finds settings by a word and by what is unconfirmed', async () => {
    const page = await desk.open(context, '/settings');
    await page.getByRole('searchbox').fill('密码 天');
    await page.getByText('符合条件的 1 项').waitFor();
    await expect.poll(() => page.locator('.setting h3').allTextContents()).toEqual(['密码有效天数待确认']);
    await page.getByRole('searchbox').fill('没有这个词');
    await page.getByText('没有符合条件的').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByText('待确认的', { exact: true }).click();
    await page.locator('.setting').first().waitFor();
    expect(await page.locator('.setting').count()).toBe(
      await page.locator('.setting').getByText('待确认', { exact: true }).count(),
    );
    await page.close();
  });

  it('greys settings for who may only read them', async () => {
    const { world } = desk;
    const seen = await desk.contextFor(await world.signedIn(world.township, 'drafter'));
    const page = await openSettings(seen);
    const edit = page.getByRole('button', { name: '修改主办单位' });
    await edit.waitFor();
    expect(await edit.getAttribute('aria-disabled')).toBe('true');
    await seen.close();
  });

  it('sends a test message that can be read where no gateway is set up, and shows no address in the list', async () => {
    const { world } = desk;
    const jobs = await startJobs({
      login: world.database.logins.server,
      context: { ...world.database.context, services: world.services },
      handlers: JOB_HANDLERS,
      log: createLogger(
        () => {},
        () => new Date(),
      ),
      timing: FAST,
      schedules: {},
    });
    try {
      const page = await desk.open(context, '/messages');
      await page.getByText('还没有发出过通知。').waitFor();
      await page.getByRole('button', { name: '发送测试通知' }).click();
      const form = page.getByRole('dialog', { name: '发送测试通知' });
      await form.getByRole('button', { name: '发送' }).click();
      await form.getByText('请填写收件地址').waitFor();
      await form.getByLabel('电子邮箱').fill('有汉字@example.cn');
      await form.getByRole('button', { name: '发送' }).click();
      await form.getByText('不能含空格、汉字或控制字符').first().waitFor();
      await form.getByLabel('电子邮箱').fill('officer@example.cn');
      await page.keyboard.press('Enter');
      await form.waitFor({ state: 'hidden' });
      const captured = page.getByRole('row', { name: /留存未发/ });
      await expect
        .poll(async () => {
          await page.reload();
          await page.getByRole('row', { name: /测试通知/ }).waitFor();
          return await captured.count();
        })
        .toBe(1);
      expect(await page.locator('main').innerText()).not.toContain('officer@');
      await look(page, 'messages');
      await captured.getByRole('button', { name: /^阅读/ }).click();
      const letter = page.getByRole('dialog', { name: '测试通知' });
      await letter.getByText('officer@example.cn').waitFor();
      expect(await letter.innerText()).toContain('这是county的系统管理员发出的测试通知');
      await look(page, 'message-captured');
      await page.close();
    } finally {
      await jobs.stop();
    }
  });
});

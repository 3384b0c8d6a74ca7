import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const CHROMIUM = process.env['ZHAOSHI_CHROMIUM'] ?? '/usr/bin/chromium';
const ADDRESS = 'http://console.test/console/';
const CONSOLE = join(import.meta.dirname, '..');

describe.skipIf(!existsSync(CHROMIUM))('the shared parts in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let page: Page;
  let built: string;

  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), 'console-ui-'));
    await build({
      configFile: join(CONSOLE, 'vite.config.ts'),
      root: join(CONSOLE, 'test/fixture'),
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true },
    });
    // Chromium's own sandbox cannot be had by root.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await rm(built, { recursive: true, force: true });
  });

  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
    await context.route(`${ADDRESS}**`, async (route) => {
      const path = new URL(route.request().url()).pathname.replace('/console/', '');
      const isFile = path.startsWith('assets/');
      await route.fulfill({
        body: await readFile(join(built, isFile ? path : 'index.html')),
        contentType: path.endsWith('.css') ? 'text/css' : isFile ? 'text/javascript' : 'text/html',
      });
    });
    page = await context.newPage();
    await page.goto(ADDRESS);
    return () => context.close();
  });

  const expectClean = async (): Promise<void> => {
    await page.evaluate(axe.source);
    const violations = await page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
    );
    expect(violations).toEqual([]);
  };

  it('restores what was typed after the page was closed, says so, and gives it up when asked', async () => {
    expect(await page.getByText('已恢复未保存的内容').count()).toBe(0);
    await page.getByLabel('电话').fill('0371-9');
    await page.goto('about:blank');
    await page.goto(ADDRESS);
    await page.getByText('已恢复未保存的内容').waitFor();
    expect(await page.getByLabel('电话').inputValue()).toBe('0371-9');
    await expectClean();
    await page.getByRole('button', { name: '放弃这些内容' }).click();
    await expect.poll(() => page.getByLabel('电话').inputValue()).toBe('0371-1');
    await page.reload();
    expect(await page.getByText('已恢复未保存的内容').count()).toBe(0);
  });

  it('asks before a page with something unsaved is left, and keeps it either way', async () => {
    await page.getByLabel('电话').fill('0371-9');
    await page.getByRole('link', { name: '另一页' }).click();
    await page.getByRole('dialog', { name: '还有未保存的内容' }).waitFor();
    await expectClean();
    await page.getByRole('button', { name: '留在本页' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(page.url()).toBe(ADDRESS);
    await page.getByRole('link', { name: '另一页' }).click();
    await page.getByRole('button', { name: '离开本页' }).click();
    await page.waitForURL('**/account');
    await page.goBack();
    await page.getByText('已恢复未保存的内容').waitFor();
    expect(await page.getByLabel('电话').inputValue()).toBe('0371-9');
  });

  it('lets a page go that has nothing unsaved, and gives the focus to the next one’s heading', async () => {
    await page.getByRole('link', { name: '另一页' }).click();
    await page.waitForURL('**/account');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('列表');
    await expect.poll(() => page.title()).toBe('列表 · 昭示工作台');
  });

  it('shows both versions of a stale save and saves what was chosen over the newer one', async () => {
    await page.getByLabel('名称').fill('段店乡政府');
    await page.getByLabel('电话').fill('0371-9');
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '别人已经修改过' });
    const row = dialog.getByRole('row', { name: /电话/ });
    expect(await row.textContent()).toContain('0371-9');
    expect(await row.textContent()).toContain('0371-2');
    await expectClean();
    await dialog.getByRole('button', { name: '先不保存，回到表单' }).click();
    expect(await page.getByLabel('电话').inputValue()).toBe('0371-9');
    await page.getByRole('button', { name: '保存' }).click();
    await row.getByRole('radio', { name: '最新的' }).check();
    await dialog.getByRole('button', { name: '按以下选择保存' }).click();
    const sent = { values: { name: '段店乡政府', phone: '0371-2' }, version: 5 };
    await expect.poll(() => page.locator('output').textContent()).toBe(JSON.stringify(sent));
  });

  it('keeps the version a form was opened over when the thing is read again, also in the draft', async () => {
    const restsOn = async (): Promise<unknown> => {
      await page.getByRole('button', { name: '依据的版本' }).click();
      return JSON.parse((await page.locator('output').textContent()) ?? '');
    };
    await page.getByRole('button', { name: '在后台再读' }).click();
    await expect.poll(restsOn).toEqual({ phone: '0371-1', version: 4 });
    await page.getByLabel('电话').fill('0371-9');
    await expect.poll(restsOn).toEqual({ phone: '0371-1', version: 4 });
    const kept = await page.evaluate<string>("localStorage.getItem('zhaoshi.draft/a/o/organ.edit/o')");
    expect(JSON.parse(kept)).toMatchObject({ values: { phone: '0371-9' }, version: 4 });
    await page.reload();
    await page.getByText('已恢复未保存的内容').waitFor();
    await page.getByRole('button', { name: '在后台再读' }).click();
    await expect.poll(restsOn).toEqual({ phone: '0371-1', version: 4 });
    await page.getByRole('button', { name: '放弃这些内容' }).click();
    await expect.poll(restsOn).toEqual({ phone: '0371-1', version: 4 });
    await page.getByRole('button', { name: '重新打开' }).click();
    await expect.poll(restsOn).toEqual({ phone: '0371-2', version: 5 });
  });

  it('greys a button without the ability, says why, and does nothing by mouse or keyboard', async () => {
    const unable = page.getByRole('button', { name: '撤销机关' });
    expect(await unable.getAttribute('aria-disabled')).toBe('true');
    await unable.focus();
    await page.keyboard.press('Enter');
    // Playwright would wait for it to become able.
    await unable.click({ force: true });
    expect(await page.locator('output').textContent()).toBe('');
    expect(await page.getByRole('tooltip').textContent()).toContain('设立、撤销机关，维护隶属关系');
    await page.getByRole('button', { name: '修改' }).click();
    await expect.poll(() => page.locator('output').textContent()).toBe('edited');
  });

  it('turns the pages of a table', async () => {
    await page.goto(`${ADDRESS}account`);
    const next = page.getByRole('button', { name: '下一页' });
    await next.click();
    await page.getByText('第 2 页的一行').waitFor();
    await expect.poll(() => next.isDisabled()).toBe(true);
    await expectClean();
    await page.getByRole('button', { name: '上一页' }).click();
    await page.getByText('第 1 页的一行').waitFor();
  });
});

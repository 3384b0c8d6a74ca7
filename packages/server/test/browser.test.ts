import { existsSync } from 'node:fs';
import axe from 'axe-core';
import type { FastifyInstance } from 'fastify';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/http/app.ts';
import { createPageCache } from '../src/http/page-cache.ts';
import { loadAssets } from '../src/http/routes/assets.ts';
import { loadDemonstration } from '../src/use-cases/demonstration/load-demonstration.ts';
import { PORTAL_DISPLAYS } from './portal-displays.ts';
import { testApi } from './test-api.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const CHROMIUM = process.env['ZHAOSHI_CHROMIUM'] ?? '/usr/bin/chromium';
const PAGES = [
  '/',
  '/accessibility',
  '/site-map',
  '/zhaoshi',
  '/hedong',
  '/hedong/organs',
  '/hedong/organs?group=township&level=township',
  '/search',
  '/search?q=%E5%85%AC%E5%BC%80',
  '/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E7%A7%8D%E5%86%85%E5%AE%B9',
  '/zhaoshi/education',
  '/hedong/duandian',
  '/hedong/duandian/guide',
  '/hedong/duandian/rules',
  '/hedong/duandian/proactive',
  '/hedong/duandian/application',
  '/hedong/duandian/annual-reports',
  '/hedong/duandian/annual-reports/2019',
  '/hedong/duandian/annual-reports/figures',
  // Published documents, one of them withdrawn, with the column, the lists and the open data around them.
  '/hedong/finance',
  '/hedong/finance/proactive',
  '/hedong/finance/proactive/all',
  '/hedong/finance/documents/2026-00001',
  '/hedong/jindian/rules',
  '/hedong/jindian/documents/2026-00001',
  '/hedong/rural-affairs/proactive/normative',
  '/hedong/rural-affairs/documents/2026-00001',
  '/hedong/duandian/documents/2026-00001',
  '/hedong/duandian/open-data',
  '/hedong/organs/open-data',
  '/hedong/jindian/annual-reports/2021',
  '/hedong/kengzaikou/annual-reports/2020',
  '/hexi/qianwei/annual-reports/2020',
  '/hexi/yilan/annual-reports/2020',
  // Ended in 2019; its powers went to the next one.
  '/hedong/agriculture',
  '/hedong/agriculture/application',
  '/hedong/agriculture/annual-reports',
  '/hedong/rural-affairs',
  '/hedong/government/annual-reports',
  '/hedong/government/reporting-units',
  '/hedong/government/reporting-units/2025',
  '/hedong/government/reporting-units/2025/levels/township',
  '/hedong/government/reporting-units/2025/figures',
  '/nothing',
];

describe.skipIf(!existsSync(CHROMIUM))('the portal in Chromium (skipped where there is none)', () => {
  let test: TestDatabase;
  let app: FastifyInstance;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    await loadDemonstration(test.context);
    app = createApp({
      portal: { published: test.portal, cache: createPageCache(10_000_000) },
      api: testApi(test.context),
      assets: await loadAssets(),
      consoleFiles: { page: null, bodies: new Map() },
      isReady: () => Promise.resolve(true),
      log: null,
    });
    address = await app.listen({ host: '127.0.0.1', port: 0 });
    // Chromium's own sandbox cannot be had by root.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
    await test.drop();
  });

  const open = async (display: string, width: number, javaScriptEnabled: boolean) => {
    // axe is put in by the test, which the pages' own policy rightly forbids.
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled,
      bypassCSP: javaScriptEnabled,
    });
    await context.addCookies([{ name: 'display', value: display, url: address }]);
    return await context.newPage();
  };

  it.each(PORTAL_DISPLAYS)(
    'has no violation that axe knows, on a desk and on a phone: %s',
    async (display) => {
      for (const width of [1280, 390]) {
        const page = await open(display, width, true);
        for (const path of PAGES) {
          await page.goto(address + path);
          await page.evaluate(axe.source);
          const violations = await page.evaluate<string[]>(
            `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
          );
          expect(violations, `${path} at ${width}`).toEqual([]);
          const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          expect(overflow, `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
        }
        await page.context().close();
      }
    },
  );

  it('loads nothing that its policy refuses and nothing from elsewhere', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) complaints.push(request.url());
    });
    for (const path of PAGES.slice(0, -1)) await page.goto(address + path);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leads from the home page to a report and back without JavaScript, by keyboard alone', async () => {
    const page = await open('standard-standard', 1280, false);
    await page.goto(`${address}/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#main');
    await page.getByRole('link', { name: '河东县', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/hedong');
    await page.getByRole('link', { name: '段店乡人民政府', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/hedong/duandian');
    await page.getByRole('link', { name: '段店乡2019年度政府信息公开年度报告' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/annual-reports/2019');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF 文档' }).click();
    expect((await download).suggestedFilename()).toBe('duandian-2019.pdf');
    await page.getByRole('link', { name: '高对比度' }).click();
    await page.locator('html.high-contrast').waitFor();
    expect(page.url()).toMatch(/\/annual-reports\/2019$/);
    await page.getByRole('link', { name: '首页' }).first().click();
    await page.waitForURL(`${address}/`);
    await page.locator('html.high-contrast').waitFor();
    await page.context().close();
  });

  it('shows every page whole, finds and filters without JavaScript', async () => {
    const page = await open('standard-standard', 1280, false);
    for (const path of PAGES) {
      await page.goto(address + path);
      expect(await page.locator('h1').count(), path).toBe(1);
      expect(await page.locator('main').innerText(), path).not.toBe('');
    }
    await page.goto(`${address}/`);
    await page.getByRole('searchbox', { name: '搜索' }).fill('金殿镇');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=*');
    expect(await page.locator('.hits a').first().innerText()).toContain('金殿镇');
    await page.locator('.hits a').filter({ hasText: '2021年政府信息公开' }).first().click();
    await page.waitForURL('**/jindian/annual-reports/2021');
    await page.goto(`${address}/hedong/organs`);
    await page.getByLabel('机关类别').selectOption({ label: '乡镇、街道' });
    await page.getByRole('button', { name: '筛选' }).click();
    await page.waitForURL('**/hedong/organs?group=township*');
    const found = await page.locator('main .organs a').allInnerTexts();
    expect(found).toContain('段店乡人民政府');
    expect(found).not.toContain('河东县人民政府');
    expect(await page.getByLabel('机关类别').inputValue()).toBe('township');
    await page.context().close();
  });

  it('prints reports with their charts, without the frame', async () => {
    const page = await open('standard-high', 1280, false);
    await page.goto(`${address}/hedong/jindian/annual-reports/2021`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.masthead').isVisible()).toBe(false);
    expect(await page.locator('svg.chart').first().isVisible()).toBe(true);
    await page.context().close();
  });
});

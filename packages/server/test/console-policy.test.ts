import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium } from './console-screens.ts';
import { plantDocument } from './document-samples.ts';

const ADMINISTERED = [
  '/accounts',
  '/accounts/new',
  '/organs',
  '/reporting-units',
  '/settings',
  '/calendar',
  '/calendar/edit',
  '/jobs',
  '/messages',
  '/account',
];

describe.skipIf(!hasChromium)('the console under its own policy (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;

  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('writes a long title without a style that the policy refuses, and nothing strays below the page', async () => {
    const { regionId, documentId } = await plantDocument(world, world.township, {
      title: '很长的标题'.repeat(40),
    });
    const drafter = await world.signedIn(world.township, 'drafter');
    const context = await desk.contextFor(drafter, undefined, { bypassCSP: false });
    const refused: string[] = [];
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    const page = await desk.open(context, `/documents/${regionId}/${documentId}/edit`);
    const title = page.getByLabel('标题', { exact: true });
    await title.waitFor();
    await page.getByText('没有未保存的改动').waitFor();
    expect(refused).toEqual([]);
    expect(await page.locator('body > textarea').count()).toBe(0);
    // 200 characters in one column: several lines, all of them shown.
    await expect.poll(async () => (await title.boundingBox())?.height ?? 0).toBeGreaterThan(100);
    await context.close();
  });

  it('administers and audits under it: every page, its pickers and its dialogs', async () => {
    const refused: string[] = [];
    const contextOf = async (role: 'administrator' | 'auditor'): Promise<BrowserContext> => {
      const cookie = await world.signedIn(world.city, role);
      const context = await desk.contextFor(cookie, undefined, { bypassCSP: false });
      context.on('console', (message) => {
        if (/Content Security Policy|Uncaught/.test(message.text())) refused.push(message.text());
      });
      context.on('weberror', (error) => refused.push(error.error().message));
      return context;
    };
    const administrator = await contextOf('administrator');
    for (const path of ADMINISTERED) {
      const page = await desk.open(administrator, path);
      await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
      await page.close();
    }
    const settings = await desk.open(administrator, '/settings');
    await settings.getByRole('searchbox').fill('主办单位');
    await settings.getByRole('button', { name: '修改主办单位' }).click();
    await settings.getByRole('dialog').getByLabel('主办单位').fill('示范市人民政府');
    await settings.keyboard.press('Escape');
    const auditor = await contextOf('auditor');
    const trail = await desk.open(auditor, '/audit');
    await trail.getByLabel('机关', { exact: true }).fill('township');
    await trail.locator('.ant-select-item-option', { hasText: 'township' }).first().click();
    await trail.getByRole('button', { name: '逐条核验' }).click();
    await trail.getByText('审计记录完整').waitFor();
    expect(refused).toEqual([]);
    await administrator.close();
    await auditor.close();
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';

const CHROMIUM = process.env['ZHAOSHI_CHROMIUM'] ?? '/usr/bin/chromium';
/** A folder in which pictures of every screen are left, for people to look at. */
const PICTURES = process.env['ZHAOSHI_PICTURES'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const hasChromium = existsSync(CHROMIUM);

export async function launchChromium(): Promise<Browser> {
  // Chromium's own sandbox cannot be had by root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await chromium.launch({ executablePath: CHROMIUM, args });
}

/** How a page is shown. */
export interface Display {
  readonly width: number;
  readonly high: boolean;
}

export const DISPLAYS: readonly Display[] = [
  { width: 1280, high: false },
  { width: 390, high: false },
  { width: 1280, high: true },
  { width: 390, high: true },
];

/**
 * A browser window. Its clock begins where the application’s stands and runs on, so that both have the same day
 * whenever the test is run.
 */
export async function openContext(
  browser: Browser,
  now: Date,
  { width, high }: Display = { width: 1280, high: false },
  also: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    contrast: high ? 'more' : 'no-preference',
    // axe is put in by the test, which the pages' own policy rightly forbids.
    bypassCSP: true,
    ...also,
  });
  await context.clock.install({ time: now });
  return context;
}

/** axe, a picture, and whether the page scrolls sideways. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  // An answer that has come is not yet shown.
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  const width = page.viewportSize()?.width ?? 0;
  const file = `${name}-${width}`;
  if (PICTURES !== undefined) {
    await page.screenshot({ path: join(PICTURES, `${file}.png`), fullPage: true });
  }
  // What a bar that stays above the page covers for the moment is not too small to touch.
  await page.evaluate('scrollTo(0, 0)');
  await page.evaluate(axe.source);
  const violations = await page.evaluate<string[]>(
    `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
  );
  expect(violations, file).toEqual([]);
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(overflow, `${file} scrolls sideways`).toBeLessThanOrEqual(0);
}

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

const TWO_DISPLAYS: readonly Display[] = [
  { width: 1280, high: false },
  { width: 390, high: true },
];

/**
 * Width and contrast do not depend on each other, so that two displays show all of both; for pictures, and with
 * `ZHAOSHI_ALL_DISPLAYS` set, all four are looked at.
 */
const DISPLAYS: readonly Display[] =
  PICTURES === undefined && process.env['ZHAOSHI_ALL_DISPLAYS'] === undefined
    ? TWO_DISPLAYS
    : [...TWO_DISPLAYS, { width: 390, high: false }, { width: 1280, high: true }];

/** That of a phone. */
export const PHONE: Display = { width: 390, high: false };

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
  // Nothing is expected sooner on a busy machine; a test has longer than that.
  context.setDefaultTimeout(60_000);
  await context.clock.install({ time: now });
  return context;
}

/** From now on keeps answers that are read again back until they are let through. */
export async function holdReads(page: Page, address: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') await promise;
    await route.continue();
  });
  return resolve;
}

/** Waits until the page was drawn twice: what a new width changes by a script is on the screen by then. */
async function drawn(page: Page): Promise<void> {
  // Observers are told when the page is drawn; the frames that scripts ask for run by the test's own clock.
  const once = 'new Promise((done) => { new IntersectionObserver(() => done()).observe(document.body); })';
  await page.evaluate(once);
  await page.evaluate(once);
}

/** axe, a picture, and whether the page scrolls sideways. */
export async function look(page: Page, name: string): Promise<void> {
  // A frame in which nothing may run never tells that it is at rest.
  if (page.frames().length === 1) await page.waitForLoadState('networkidle');
  // An answer that has come is not yet shown.
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  await drawn(page);
  const width = page.viewportSize()?.width ?? 0;
  const file = `${name}-${width}`;
  if (PICTURES !== undefined) {
    await page.screenshot({ path: join(PICTURES, `${file}.png`), fullPage: true });
  }
  // What a bar that stays above the page covers for the moment is not too small to touch.
  await page.evaluate('scrollTo(0, 0)');
  if ((await page.evaluate<string>('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  const violations = await page.evaluate<string[]>(
    `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
  );
  expect(violations, file).toEqual([]);
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(overflow, `${file} scrolls sideways`).toBeLessThanOrEqual(0);
  // Where scrollbars take room (on Windows), half a line too much shows one beside every table; those of a set height are
  // meant to scroll.
  const barred = await page.evaluate<number>(
    `[...document.querySelectorAll('.table-scroll')].filter((table) =>
      getComputedStyle(table).overflowY !== 'hidden' && getComputedStyle(table).maxHeight === 'none'
        && table.scrollHeight > table.clientHeight).length`,
  );
  expect(barred, `tables of ${file} that scroll up and down`).toBe(0);
}

async function show(page: Page, { width, high }: Display): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ contrast: high ? 'more' : 'no-preference' });
}

/**
 * Looks at the page in every display. It is opened and filled in once: a window that is made narrow, or strong contrast
 * that is switched on, takes nothing away.
 *
 * @param before done in each display, where something is to be seen that goes when the window changes
 */
export async function lookEverywhere(
  page: Page,
  name: string,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const display of DISPLAYS) {
    await show(page, display);
    await before();
    await look(page, `${name}${display.high ? '-high' : ''}`);
  }
  await show(page, { width: 1280, high: false });
}

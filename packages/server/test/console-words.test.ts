import type { Role } from '@zhaoshi/domain/permission/roles';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium } from './console-screens.ts';

/** Lists that say, while they are empty, how to begin. */
const LISTS = [
  '/applications',
  '/channels/media',
  '/complaints',
  '/disputes',
  '/documents',
  '/inspections',
  '/opinions',
  '/surveys',
  '/work-records',
] as const;

/** What the page tells people to press. */
async function toldToPress(page: Page): Promise<readonly string[]> {
  const words = await page.locator('main').innerText();
  return [...words.matchAll(/点“([^”]+)”/gu)].map(([, name = '']) => name);
}

/** What of it cannot be pressed. */
async function inVain(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await toldToPress(page)) {
    const buttons = page.getByRole('button', { name, exact: true });
    const links = page.getByRole('link', { name, exact: true });
    const isGrey = (await buttons.and(page.locator('[aria-disabled="true"]')).count()) > 0;
    if (isGrey || (await buttons.count()) + (await links.count()) === 0) found.push(name);
  }
  return found;
}

describe.skipIf(!hasChromium)('what empty lists say (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk?.close();
  });

  it.each<Role>(['leader', 'auditor', 'supervisor', 'disclosureOfficer'])(
    'tells nobody to press what is grey: %s',
    async (role) => {
      const { world } = desk;
      const context = await desk.contextFor(await world.signedIn(world.office, role));
      const told: string[] = [];
      for (const path of LISTS) {
        const page = await desk.open(context, path);
        await page
          .locator('main')
          .getByText(/^(还没有|没有|台账里还没有|登记簿还是空的)|需要.*权限|没有找到/)
          .first()
          .waitFor();
        expect(await inVain(page), path).toEqual([]);
        told.push(...(await toldToPress(page)));
        await page.close();
      }
      // Whoever may do most of it is told how.
      if (role === 'disclosureOfficer') expect(told.length).toBeGreaterThan(3);
      await context.close();
    },
  );
});

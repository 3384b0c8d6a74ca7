import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium } from './console-screens.ts';
import { plantDocument } from './document-samples.ts';

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
    expect((await title.boundingBox())?.height).toBeGreaterThan(100);
    await context.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { type Display, hasChromium, look, PHONE } from './console-screens.ts';
import { plantUnits } from './report-way.ts';

const DISPLAYS: readonly Display[] = [{ width: 1280, high: false }, PHONE];

describe.skipIf(!hasChromium)(
  'a region’s report before the year is over (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;

    beforeAll(async () => {
      desk = await openDesk();
      const { world } = desk;
      await plantUnits(world, world.county, 2026, [world.office, world.township]);
      await plantCase(world, world.office);
      await plantCase(world, world.township);
    });

    afterAll(async () => {
      await desk?.close();
    });

    it.each(DISPLAYS)(
      'adds up today what its units’ registers say, each figure opening them ($width px)',
      async (display) => {
        const { world } = desk;
        const { regionId, organId } = world.county;
        const inside = await desk.contextFor(await world.signedIn(world.office, 'supervisor'), display);
        const page = await desk.open(inside, `/annual-reports/${regionId}/${organId}/2026`);
        await page.getByRole('heading', { name: '如果今天截止' }).waitFor();
        await page.getByRole('button', { name: '算一算' }).click();
        await page.getByText('2 个单位按现在台账和填报的数字计').waitFor();
        await look(page, 'report-outlook');
        const tables = page.getByRole('region', { name: /（预计）$/ });
        await expect.poll(() => tables.count()).toBe(3);
        const caption = await tables.first().locator('caption').boundingBox();
        expect(caption?.height, 'which table it is can be seen').toBeGreaterThan(10);
        await tables
          .nth(1)
          .getByRole('button', { name: /新收.*总计.*：2/ })
          .click();
        const drawer = page.getByRole('dialog');
        await drawer.getByRole('link', { name: 'township' }).waitFor();
        await expect.poll(() => drawer.getByText('按现在的数字').count()).toBe(2);
        await look(page, 'report-outlook-units');
        await inside.close();
      },
    );
  },
);

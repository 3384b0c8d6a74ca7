import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRADICTING_DRAFT, plantReport } from './annual-report-desk.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look } from './console-screens.ts';

describe.skipIf(!hasChromium)('findings of a report (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk?.close();
  });

  it('a person says what a sentence means, takes it back, and types what others publish', async () => {
    const { world } = desk;
    const { township } = world;
    await plantReport(world, township, 'drafting', {
      reportYear: 2025,
      draft: {
        ...CONTRADICTING_DRAFT,
        typed: { ...CONTRADICTING_DRAFT.typed, 't2.penalties/decisions': '1' },
      },
    });
    const inside = await desk.contextFor(await world.signedIn(township, 'disclosureOfficer'));
    const page = await desk.open(inside, `/annual-reports/${township.regionId}/${township.organId}/2025`);
    const part = page.getByRole('list', { name: /总体情况的校验结果/ });
    const sentence = part.getByRole('group').filter({ hasText: '正文称收到5件' });
    await sentence.getByText('正文称收到5件').click();
    await sentence.getByRole('button', { name: '确认正文有误' }).click();
    await sentence.getByText('已确认正文是这个意思，须改正').waitFor();
    await look(page, 'annual-report-confirmed');
    await sentence.getByRole('button', { name: '收回确认' }).click();
    await sentence.getByRole('button', { name: '确认正文有误' }).waitFor();

    await page.getByText('与公示平台、财政公开数核对').click();
    await page.getByLabel('执法、信用公示平台公开的行政处罚决定数').fill('2');
    await page.getByText('表二 行政处罚1件少于公示平台2件。').first().waitFor();
    await look(page, 'annual-report-elsewhere');
    await expect.poll(() => page.getByText('与公示平台、财政公开数核对（1）').count()).toBe(1);
    await inside.close();
  });
});

import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantReport } from './annual-report-desk.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, lookEverywhere } from './console-screens.ts';

describe.skipIf(!hasChromium)('downloads of a report (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk?.close();
  });

  const pageOf = async (year: number, cookie: string): Promise<Page> => {
    const { regionId, organId } = desk.world.township;
    return await desk.open(await desk.contextFor(cookie), `/annual-reports/${regionId}/${organId}/${year}`);
  };

  /** Presses what leads to a file, and says under which name it would be saved. */
  async function nameOf(page: Page, press: () => Promise<void>): Promise<string> {
    const download = page.waitForEvent('download');
    await press();
    return (await download).suggestedFilename();
  }

  it('the draft in each format, by a name that says what it is; a file may be put into it', async () => {
    const { world } = desk;
    await plantReport(world, world.township, 'drafting', { reportYear: 2024, draft: EMPTY_DRAFT });
    const page = await pageOf(2024, await world.signedIn(world.township, 'disclosureOfficer'));
    const card = page.getByRole('region', { name: '下载', exact: true });
    const formats = card.getByRole('group', { name: '下载工作稿' });
    for (const [format, ending] of [
      ['Word', 'docx'],
      ['JSON', 'json'],
    ] as const) {
      const name = await nameOf(page, () => formats.getByRole('button', { name: format }).click());
      expect(name).toMatch(/^township2024年政府信息公开工作年度报告（工作稿\d{4}-\d\d-\d\d）\.\w+$/);
      expect(name.endsWith(`.${ending}`)).toBe(true);
    }
    await lookEverywhere(page, 'annual-report-downloads');
    await card.getByRole('link', { name: '读入并填入草稿' }).click();
    await page.getByRole('heading', { level: 1, name: '录入以往报告' }).waitFor();
    await page.context().close();
  });

  it('the leader takes the paper about what waits for the signature, and the text that was frozen', async () => {
    const { world } = desk;
    await plantReport(world, world.township, 'inSignature', { reportYear: 2023, draft: EMPTY_DRAFT });
    const page = await pageOf(2023, await world.signedIn(world.township, 'leader'));
    const card = page.getByRole('region', { name: '下载', exact: true });
    expect(await nameOf(page, () => card.getByRole('button', { name: '下载送签说明' }).click())).toMatch(
      /^township2023年政府信息公开工作年度报告送签说明（\d{4}-\d\d-\d\d）\.docx$/,
    );
    const frozen = card.getByRole('group', { name: '下载待签发稿' });
    expect(await nameOf(page, () => frozen.getByRole('button', { name: '网页' }).click())).toBe(
      'township2023年政府信息公开工作年度报告（待签发稿，第1次封存）.html',
    );
    // Who only signs puts no file into the draft.
    expect(await card.getByRole('link').count()).toBe(0);
    await page.context().close();
  });
});

import { readFile } from 'node:fs/promises';
import { SHEET_COLUMNS } from '@zhaoshi/domain/application/register-sheet/columns';
import { readList } from '@zhaoshi/report-files/read/xlsx/read-rows';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { plantCase, SAMPLE_FORM } from './application-samples.ts';
import { sheetFile, sheetRow } from './application-transfer-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, lookEverywhere } from './console-screens.ts';

const DESCRIPTION = '示范镇危房改造补助名单';

describe.skipIf(!hasChromium)('figures, import and export (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;
  let officer: string;

  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
    officer = await world.signedIn(world.county, 'disclosureOfficer');
    await plantCase(world, world.county, { form: { ...SAMPLE_FORM, description: DESCRIPTION } });
    const { applicationId } = await plantCase(world, world.county);
    await world.database.server
      .updateTable('application')
      .set({ result_on: '2026-11-10', result_outcome: 'granted.provided', status: 'closed' })
      .where('application_id', '=', applicationId)
      .execute();
    await plantCase(world, world.township);
  });
  afterAll(async () => {
    await desk?.close();
  });

  const open = async (
    path: string,
    cookie = officer,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const context = await desk.contextFor(cookie);
    return { context, page: await desk.open(context, path) };
  };

  const upload = async (page: Page, buffer: Buffer): Promise<void> => {
    await page.getByLabel('选择登记簿文件').setInputFiles({ name: '旧.xlsx', mimeType: '', buffer });
  };

  it('has no violation that axe knows and no sideways scrolling in every display', async () => {
    const { context, page } = await open('/applications/statistics');
    await page.getByRole('table', { name: '收到和处理政府信息公开申请情况' }).waitFor();
    await lookEverywhere(page, 'statistics');
    await page.getByRole('link', { name: '表三 第一项 本年新收 自然人：2件，查看案件' }).click();
    await page.getByText(DESCRIPTION).waitFor();
    await lookEverywhere(page, 'statistics-cell');
    await page.goto(`${desk.address}/console/applications/import`);
    await page.getByRole('heading', { name: '二、上传，逐行检查' }).waitFor();
    await lookEverywhere(page, 'import');
    await upload(page, await sheetFile([sheetRow(), sheetRow({ channel: '托人', receiptDate: '' })]));
    await page.getByRole('heading', { name: '三、确认，导入' }).waitFor();
    await lookEverywhere(page, 'import-checked');
    await context.close();
  });

  it('opens a figure down to its cases and one of them, and comes back to them', async () => {
    const { context, page } = await open('/applications/statistics');
    await page
      .getByRole('link', { name: '表三 四、结转下年度继续办理 总计' })
      .or(page.getByRole('link', { name: /第四项.*总计：1件/ }))
      .click();
    await page.getByText(DESCRIPTION).waitFor();
    expect(await page.locator('tbody tr[data-row-key]').count()).toBe(1);
    await page.getByRole('link', { name: /办理\d+号申请/ }).click();
    await page.waitForURL(/\/applications\/[\da-f-]{36}\/[\da-f-]{36}$/);
    await page.goBack();
    await page.getByText(DESCRIPTION).waitFor();
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByText(DESCRIPTION).waitFor({ state: 'detached' });
    await context.close();
  });

  it('counts another year, and days of one’s own', async () => {
    const { context, page } = await open('/applications/statistics?year=2025');
    await page.getByText('2025-01-01 至 2025-12-31').waitFor();
    expect(await page.getByRole('link', { name: /查看案件/ }).count()).toBe(0);
    await page.goto(`${desk.address}/console/applications/statistics?from=2026-11-10&to=2026-11-10`);
    await page.getByRole('link', { name: /第二项 上年结转 总计：2件/ }).waitFor();
    await context.close();
  });

  it('with those below counts for the competent department what lies below', async () => {
    const supervisor = await world.signedIn(world.office, 'supervisor');
    const { regionId, organId } = world.county;
    const { context, page } = await open(
      `/applications/statistics?regionId=${regionId}&organId=${organId}`,
      supervisor,
    );
    await page.getByRole('link', { name: /第一项 本年新收 总计：2件/ }).waitFor();
    await page.getByRole('checkbox', { name: '包括下级机关' }).check();
    await page.getByRole('link', { name: /第一项 本年新收 总计：3件/ }).waitFor();
    await context.close();
  });

  it('takes the table home', async () => {
    const { context, page } = await open('/applications/statistics');
    await page.getByRole('table', { name: '收到和处理政府信息公开申请情况' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载表三' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/2026-01-01至2026-12-31.*\.xlsx$/);
    await context.close();
  });

  it('imports what is right, gives the rest back with reasons, and takes it when it is mended', async () => {
    const { context, page } = await open('/applications/import');
    const bad = sheetRow({ registrationNumber: '旧二', channel: '托人' });
    await upload(page, await sheetFile([sheetRow({ registrationNumber: '旧一' }), bad]));
    await page.getByText('可以导入 1 件').waitFor();
    await page.getByRole('row', { name: /第 3 行.*提交方式“托人”不认识/ }).waitFor();
    await page.getByRole('button', { name: '导入 1 件' }).click();
    await page.getByText('已导入 1 件').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载错误文件' }).click(),
    ]);
    const failed = await readList(await readFile(await download.path()), ['错误原因']);
    if (!failed.ok) throw new Error(failed.error.message);
    expect(failed.value.rows.map(({ cells }) => cells.get(SHEET_COLUMNS.registrationNumber.title))).toEqual([
      '旧二',
    ]);
    await upload(page, await sheetFile([{ ...bad, channel: '当面提交' }]));
    await page.getByRole('button', { name: '导入 1 件' }).click();
    await page.getByText('已导入 1 件').waitFor();
    await page.goto(`${desk.address}/console/applications?stage=all`);
    await page.getByRole('link', { name: '办理旧二号申请' }).waitFor();
    await context.close();
  });

  it('says what is wrong with a file that is no register', async () => {
    const { context, page } = await open('/applications/import');
    await upload(page, Buffer.from('%PDF-1.4'));
    await page.getByRole('alert').getByText('这不是电子表格').waitFor();
    await context.close();
  });

  it('takes the register out after saying that applicants are in it', async () => {
    const { context, page } = await open('/applications');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByText('文件里有申请人的姓名').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('dialog')
        .getByRole('button', { name: /^导\s*出$/ })
        .click(),
    ]);
    const list = await readList(await readFile(await download.path()), ['登记号']);
    expect(list.ok && list.value.rows.length).toBeGreaterThan(0);
    await context.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, PHONE } from './console-screens.ts';
import { plantOrgan } from './organ-samples.ts';
import { plantUnits, reportWay } from './report-way.ts';

const YEAR = 2025;

describe.skipIf(!hasChromium)('the board of annual reports (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let supervisor: string;

  beforeAll(async () => {
    desk = await openDesk();
    const { world } = desk;
    const department = await plantOrgan(world, world.county, 'department');
    await plantUnits(world, world.county, YEAR, [world.office, world.township, department]);
    supervisor = await world.signedIn(world.office, 'supervisor');
    for (const organ of [world.office, world.township]) {
      const way = await reportWay(world, organ, YEAR);
      await way.prepare();
      await way.act('askSignature');
      await way.sign();
    }
    await world.newPerson(department, ['disclosureOfficer']);
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('a supervisor sees who is missing, reminds them, sends a report back with marks and accepts another', async () => {
    const context = await desk.contextFor(supervisor);
    const page = await desk.open(context, '/annual-reports/board');
    await page.getByText('还有 1 个单位没有报送').waitFor();
    await look(page, 'report-board');
    await page.getByRole('button', { name: '提醒没有报送的单位' }).click();
    await page.getByText('已提醒 1 个单位').waitFor();

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载表格' }).click();
    expect((await saved).suggestedFilename()).toBe('county2025年度报告报送情况.csv');

    await page.getByRole('link', { name: /^文字相近/ }).click();
    await page.getByRole('button', { name: '审核township' }).click();
    const dialog = page.getByRole('dialog', { name: /审核：township/ });
    await dialog.getByRole('combobox', { name: '另外标明的单元格和文字' }).fill('形式单一');
    await page
      .getByTitle(/形式单一/)
      .first()
      .click();
    await dialog.getByLabel(/需要修改的问题/).fill('文字与县政府办公室的报告相同，请写本镇的工作。');
    await look(page, 'report-board-review');
    await dialog.getByRole('button', { name: '退回更正（标明 1 处）' }).click();
    await page.getByText('township：已退回更正').waitFor();

    await page.getByRole('link', { name: /^全部/ }).click();
    await page.getByRole('button', { name: '审核office' }).click();
    await page.getByRole('button', { name: '审核接收' }).click();
    await page.getByText('office：已审核接收').waitFor();
    await page.getByRole('cell', { name: '已接收' }).waitFor();
    await page.getByRole('cell', { name: '已退回' }).waitFor();
    await context.close();
  });

  it('the board is read on a phone', async () => {
    const context = await desk.contextFor(supervisor, PHONE);
    const page = await desk.open(context, '/annual-reports/board');
    await page.getByRole('list', { name: '各单位状态' }).waitFor();
    // Nothing scrolls sideways.
    await look(page, 'report-board');
    await context.close();
  });
});

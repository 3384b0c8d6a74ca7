import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, PHONE } from './console-screens.ts';

const SHEETS = 5;

describe.skipIf(!hasChromium)('a survey (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('is written, started, answered on a telephone and on paper, ended, and published', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
    const page = await desk.open(inside, '/surveys');
    await page.getByText('还没有问卷').waitFor();
    await page.getByRole('button', { name: '起草问卷' }).click();
    await page.getByLabel('标题').fill('2026年社会评议');
    await page.getByLabel('开始日期').fill('2026-11-01');
    await page.getByLabel('结束日期').fill('2026-12-31');
    // No year of six digits fits into the box.
    expect(await page.getByLabel('结束日期').getAttribute('max')).toBe('9999-12-31');
    await look(page, 'survey-new');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('heading', { name: '2026年社会评议' }).waitFor();
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '开始', exact: true }).click();
    await page.getByText('结束以后才显示结果').waitFor();

    const outside = await desk.contextFor(null, PHONE);
    const portal = await outside.newPage();
    await portal.goto(`${desk.address}/voice/survey`);
    await portal.getByRole('link', { name: '2026年社会评议' }).click();
    await portal.getByLabel('公示栏').waitFor();
    await look(portal, 'survey-form');
    await outside.close();

    await page.getByRole('button', { name: '录入纸质答卷' }).click();
    const dialog = page.getByRole('dialog');
    for (let sheet = 1; sheet <= SHEETS; sheet += 1) {
      await dialog.getByLabel('公示栏').check();
      await dialog.getByLabel('4 分').check();
      await dialog.getByRole('button', { name: '计入，录下一张' }).click();
      await page.getByText(`已计入，共 ${sheet} 份`).waitFor();
    }
    await look(page, 'survey-paper');
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('button', { name: '结束', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click();
    await page.getByText('平均 4.00 分').waitFor();
    await page.getByRole('button', { name: '公布结果' }).click();
    await page.getByLabel('对评议意见的回应').fill('公示栏改为每周更换。');
    await page.getByRole('dialog').getByRole('button', { name: '公布结果' }).click();
    await page.getByText('公示栏改为每周更换。').waitFor();
    await look(page, 'survey-results');
    await inside.close();
  });
});

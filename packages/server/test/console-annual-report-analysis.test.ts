import { readFile } from 'node:fs/promises';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantReport } from './annual-report-desk.ts';
import { plantTownships, typedDraft } from './annual-report-typed.ts';
import { plantCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { plantUnits } from './report-way.ts';

const YEAR = 2025;

const draftOf = (received: number) =>
  typedDraft({
    't3.newlyReceived/naturalPerson': String(received),
    't3.newlyReceived/commercialEnterprise': '4',
    't3.granted/naturalPerson': String(received - 5),
    't3.refused.internalAffairs/naturalPerson': '5',
    't3.unavailable.notHeld/commercialEnterprise': '4',
    't4.reconsideration/upheld': '3',
    't4.reconsideration/rectified': '1',
  });

const day = (text: string): CivilDate => text as CivilDate;

describe.skipIf(!hasChromium)('the analysis of annual reports (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
    const { world } = desk;
    const more = await plantTownships(world, world.county, ['第1镇', '第2镇', '第3镇', '第4镇']);
    const units = [world.township, ...more];
    await plantUnits(world, world.county, YEAR, [world.office, ...units]);
    for (const [index, unit] of units.entries()) {
      await plantReport(world, unit, 'submitted', { reportYear: YEAR, draft: draftOf(10 * (index + 1)) });
    }
    await plantReport(world, world.township, 'submitted', { reportYear: YEAR - 2, draft: draftOf(7) });
    await plantCase(world, world.township, { arrivedOn: day('2026-03-03'), receiptDate: day('2026-03-03') });
  });

  afterAll(async () => {
    await desk?.close();
  });

  const card = (page: Page, title: string) =>
    page.locator('section', { has: page.getByRole('heading', { level: 2, name: title, exact: true }) });

  const saved = async (page: Page, title: string, button: string): Promise<Download> => {
    const download = page.waitForEvent('download');
    await card(page, title).getByRole('button', { name: button }).click();
    return await download;
  };

  it('a clerk reads the pictures and their tables, and a figure opens the report at its cell', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
    const page = await desk.open(inside, '/annual-reports/analysis');
    await page.getByText('2025年新收 14 件；办理 14 件；结转下年度 0 件。').waitFor();
    await page.getByText('2025年行政复议纠错率 25.0%（审结 4 件，纠正 1 件）。').waitFor();
    await card(page, '申请的收到、办理和结转')
      .getByRole('link', { name: /本年新收，2026年（至今）：1/ })
      .waitFor();
    await card(page, '与同类单位比较')
      .getByText('低于四分之三的同类单位', { exact: false })
      .first()
      .waitFor();
    await lookEverywhere(page, 'report-analysis');
    // Nobody else’s name or figure is on the page.
    expect(await page.getByText('各单位的数字').count()).toBe(0);

    const flows = card(page, '办理结果');
    await flows.getByRole('button', { name: '看表格：办理结果' }).click();
    const row = flows.getByRole('row', { name: /^不予公开/ });
    await row.waitFor();
    expect((await row.getByRole('cell').allInnerTexts()).join(' ')).toBe(
      '45.5%（5/11） — 35.7%（5/14） —（0/0）',
    );
    await look(page, 'report-analysis-table');
    await flows.getByRole('button', { name: '看图：办理结果' }).click();

    const link = flows.getByRole('link', { name: /^不予公开，2025年：35\.7%/ });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /2025年政府信息公开工作年度报告/ }).waitFor();
    await expect
      .poll(() => page.evaluate<string>('document.activeElement?.id ?? ""'))
      .toBe('cell-t3.refused.internalAffairs/total');
    await look(page, 'report-analysis-cell');
    await inside.close();
  });

  it('takes home the pictures with title and finding, and their tables with the same figures', async () => {
    const { world } = desk;
    // The page’s own policy holds, under which files are made.
    const inside = await desk.contextFor(
      await world.signedIn(world.township, 'disclosureOfficer'),
      { width: 390, high: true },
      { bypassCSP: false },
    );
    const page = await desk.open(inside, '/annual-reports/analysis');
    await page.getByText('2025年新收 14 件；办理 14 件', { exact: false }).waitFor();
    await card(page, '申请的收到、办理和结转').locator('svg').first().waitFor();
    const svg = await saved(page, '申请的收到、办理和结转', '图片 svg');
    expect(svg.suggestedFilename()).toBe('township申请的收到、办理和结转.svg');
    const drawing = await readFile(await svg.path(), 'utf8');
    expect(drawing).toContain('2025年新收 14 件');
    expect(drawing).not.toMatch(/class=|<a |href=/);
    const png = await saved(page, '申请的收到、办理和结转', '图片 png');
    const dots = await readFile(await png.path());
    expect(dots.subarray(1, 4).toString()).toBe('PNG');
    expect(dots.length).toBeGreaterThan(5000);
    const csv = await saved(page, '纠错率', '表格 csv');
    expect(await readFile(await csv.path(), 'utf8')).toContain(
      '"行政复议","1","4","25","","","","1","4","25"',
    );
    const sheet = await saved(page, '纠错率', '表格 xlsx');
    expect(sheet.suggestedFilename()).toBe('township纠错率.xlsx');
    const peers = await saved(page, '与同类单位比较', '表格 csv');
    expect(await readFile(await peers.path(), 'utf8')).toContain(
      '"本年新收申请（件）","14","24","34","44","5/5"',
    );
    await inside.close();
  });

  it('a supervisor sees the region, where its units stand, and the units of a kind by name', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.office, 'supervisor'));
    const page = await desk.open(inside, '/annual-reports/analysis');
    // The office is the only one of its kind.
    await card(page, '与同类单位比较').getByText('共 1 个。有数字的不足 4 个，不作比较。').waitFor();
    await page.getByRole('link', { name: 'county（汇总）' }).click();
    await page.getByRole('heading', { level: 2, name: 'county', exact: true }).waitFor();
    await page.getByText('2025年（汇总中）新收', { exact: false }).first().waitFor();
    await page
      .getByRole('list', { name: '各状态的单位数' })
      .getByRole('link', { name: /^5\s*已报送/ })
      .waitFor();
    await look(page, 'report-analysis-region');
    await page.getByRole('link', { name: /^5\s*已报送/ }).click();
    await page.getByRole('heading', { level: 1, name: '年报报送情况' }).waitFor();

    const { regionId, organId } = world.township;
    await page.goto(
      `${desk.address}/console/annual-reports/analysis?regionId=${regionId}&organId=${organId}`,
    );
    await page.getByText('各单位的数字（5 个', { exact: false }).click();
    const table = page.getByRole('region', { name: '各单位的数字' });
    await table.getByRole('row').nth(5).waitFor();
    expect(await table.getByRole('row').nth(1).getByRole('cell').first().innerText()).toBe('14');
    await look(page, 'report-analysis-units');
    await inside.close();
  });
});

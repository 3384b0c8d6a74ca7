import { readFile } from 'node:fs/promises';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { verifyCaseFile } from '@zhaoshi/report-files/case-file/verify-case-file';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../redaction/test/outside-reader.ts';
import { typstPdf } from '../../redaction/test/typst-pdf.ts';
import type { World } from './api-world.ts';
import { plantCaseFile, setStatus } from './application-file-samples.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';

const SOURCE = Buffer.from(
  typstPdf(`
#align(center)[= 示范乡农村公路养护资金分配方案]
各村分配金额见下表。领取人王小明，身份证号 11010519491231002X，联系电话 13912345678。
#table(columns: 3, [村名], [金额（万元）], [领取人], [前进村], [12.5], [王小明], [胜利村], [8.0], [李小红])
#pagebreak()
== 第二部分
本方案自印发之日起施行。经办人王小明。
`),
);

const pathOf = ({ regionId, applicationId }: PlantedCase): string =>
  `/applications/${regionId}/${applicationId}`;

describe.skipIf(!hasChromium)('the files of a case (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;
  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
  });
  afterAll(async () => {
    await desk?.close();
  });

  const open = async (path: string, role: Role): Promise<Page> => {
    const context = await desk.contextFor(await world.signedIn(world.county, role));
    return await desk.open(context, path);
  };
  const card = (page: Page): Locator => page.getByRole('region', { name: '材料' });
  const section = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
  const pageIsShown = async (page: Page, number: number): Promise<void> => {
    const picture = page.getByRole('img', { name: `第 ${number} 页的图像` });
    await picture.waitFor();
    await page.getByText('正在打开这一页').waitFor({ state: 'hidden' });
  };

  it('an original is uploaded, redacted by mouse, keyboard and proposals, looked through and released', async () => {
    const planted = await plantCase(world, world.county);
    const page = await open(`${pathOf(planted)}?view=files`, 'disclosureOfficer');
    await card(page).getByText('还没有材料').waitFor();
    await card(page).getByLabel('用途').selectOption('source');
    await card(page)
      .getByLabel('要上传的文件')
      .setInputFiles({ name: '分配方案.pdf', mimeType: 'application/pdf', buffer: SOURCE });
    await card(page).getByRole('link', { name: '分配方案.pdf', exact: true }).waitFor();
    await look(page, 'case-files');
    await card(page).getByRole('link', { name: '遮盖 分配方案.pdf' }).click();
    await page.getByRole('heading', { level: 1, name: '分配方案.pdf' }).waitFor();
    await pageIsShown(page, 1);

    await page.getByLabel('另外查找的词').fill('王小明');
    await page.getByRole('button', { name: '查找建议' }).click();
    await page.getByText(/找到 5 处，其中 5 处还没有遮盖/).waitFor();
    await section(page, '新画的遮盖框').getByLabel('理由').fill('领取人的姓名和证件、联系方式');
    await page.getByRole('button', { name: /遮盖这1处\s*身份证号/ }).click();
    await page.getByRole('button', { name: /遮盖这1处\s*手机号码/ }).click();
    await page.getByRole('button', { name: /遮盖这3处\s*查找的词/ }).click();
    await page.getByText('找到 5 处，其中 0 处还没有遮盖').waitFor();

    // A box drawn with the mouse, then moved and resized by keyboard, then taken away.
    const surface = page.getByRole('img', { name: '第 1 页的图像' });
    const box = await surface.boundingBox();
    if (box === null) throw new Error('the page is not on the screen');
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 4 });
    await page.mouse.up();
    await section(page, '遮盖框（6）').waitFor();
    const drawn = page.getByRole('button', { name: /^遮盖框\d$/, pressed: true });
    const before = await drawn.boundingBox();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    const grown = async (side: 'x' | 'height') =>
      ((await drawn.boundingBox())?.[side] ?? 0) - (before?.[side] ?? 0);
    await expect.poll(() => grown('x')).toBeGreaterThan(1);
    await expect.poll(() => grown('height')).toBeGreaterThan(1);
    await look(page, 'redaction');
    await page.keyboard.press('Delete');
    await section(page, '遮盖框（5）').waitFor();

    await page.getByLabel('提供给申请人的文件名').fill('资金分配方案');
    await page.getByRole('button', { name: '生成遮盖件' }).click();
    await page.getByRole('heading', { level: 1, name: '资金分配方案.pdf' }).waitFor();
    await pageIsShown(page, 1);
    const release = page.getByRole('button', { name: '确认提供给申请人' });
    expect(await release.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: '下一页' }).click();
    await pageIsShown(page, 2);
    await look(page, 'redaction-review');
    await release.click();
    await card(page)
      .getByText(/向申请人提供的文件.*遮盖5处/)
      .waitFor();

    const download = page.waitForEvent('download');
    await card(page).getByRole('link', { name: '资金分配方案.pdf', exact: true }).click();
    const released = everything(await readFile(await (await download).path()));
    for (const secret of ['11010519491231002X', '13912345678', '王小明']) {
      expect(released.includes(secret)).toBe(false);
    }
    await page.context().close();
  });

  it('what is drawn stays in the window when the page is left, and is there again', async () => {
    const planted = await plantCase(world, world.county);
    const fileId = await plantCaseFile(world, world.county, planted, { content: SOURCE, name: '方案.pdf' });
    const page = await open(`${pathOf(planted)}/files/${fileId}`, 'disclosureOfficer');
    await pageIsShown(page, 1);
    await page.getByRole('button', { name: '添加遮盖框' }).click();
    await section(page, '遮盖框（1）').waitFor();
    await page.getByRole('link', { name: '返回案件' }).click();
    await page.getByRole('button', { name: '离开本页' }).click();
    await card(page).getByRole('link', { name: '遮盖 方案.pdf' }).click();
    await page.getByText('已恢复未保存的内容').waitFor();
    await section(page, '遮盖框（1）').waitFor();
    await page.context().close();
  });

  it('removal asks first; what must stay says why', async () => {
    const planted = await plantCase(world, world.county);
    await plantCaseFile(world, world.county, planted, { name: '截图.pdf', use: 'search' });
    await plantCaseFile(world, world.county, planted, {
      name: '身份证.pdf',
      use: 'identity',
      uploadedBy: 'applicant/1',
    });
    const page = await open(`${pathOf(planted)}?view=files`, 'disclosureOfficer');
    const stays = card(page).getByRole('button', { name: '移除身份证.pdf' });
    await stays.waitFor();
    expect(await stays.getAttribute('aria-disabled')).toBe('true');
    await card(page).getByText('这是申请人自己提交的材料').first().waitFor({ state: 'attached' });
    await card(page).getByRole('button', { name: '移除截图.pdf' }).click();
    const dialog = page.getByRole('dialog', { name: '移除这份文件？' });
    await dialog
      .getByRole('button', { name: '移 除' })
      .or(dialog.getByRole('button', { name: '移除' }))
      .click();
    await card(page).getByRole('link', { name: '截图.pdf', exact: true }).waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('the file of a closed case is downloaded and verified; before that the button says why not', async () => {
    const planted = await plantCase(world, world.county);
    await plantCaseFile(world, world.county, planted, { use: 'search', name: '检索截图.pdf' });
    const early = await open(`${pathOf(planted)}?view=files`, 'disclosureOfficer');
    const button = card(early).getByRole('button', { name: '导出案卷' });
    await button.waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await early.context().close();
    await setStatus(world, planted.applicationId, 'closed');
    const page = await open(`${pathOf(planted)}?view=files`, 'disclosureOfficer');
    const download = page.waitForEvent('download');
    await card(page).getByRole('button', { name: '导出案卷' }).click();
    const got = await download;
    expect(got.suggestedFilename()).toBe(`${planted.registrationNumber}案卷.zip`);
    const { manifest, problems } = await verifyCaseFile(await got.path());
    expect([manifest?.registrationNumber, problems]).toEqual([planted.registrationNumber, []]);
    await page.context().close();
  });

  it('every screen in every display', async () => {
    const planted = await plantCase(world, world.county);
    const fileId = await plantCaseFile(world, world.county, planted, { content: SOURCE, name: '方案.pdf' });
    const page = await open(`${pathOf(planted)}/files/${fileId}`, 'disclosureOfficer');
    await pageIsShown(page, 1);
    await page.getByRole('button', { name: '添加遮盖框' }).click();
    await lookEverywhere(page, 'redaction-one');
    await page.getByRole('link', { name: '返回案件' }).click();
    await page.getByRole('button', { name: '离开本页' }).click();
    await card(page).getByRole('link', { name: '方案.pdf', exact: true }).waitFor();
    await lookEverywhere(page, 'case-with-file');
    await page.context().close();
  });

  it('who may not see the applicant sees no files', async () => {
    const planted = await plantCase(world, world.county);
    const fileId = await plantCaseFile(world, world.county, planted);
    const page = await open(`${pathOf(planted)}?view=files`, 'auditor');
    await card(page).getByText('您没有查看材料的权限').waitFor();
    const answer = await page.request.get(
      `${desk.address}${applicationFileRoutes.download.path
        .replace(':regionId', planted.regionId)
        .replace(':applicationId', planted.applicationId)
        .replace(':fileId', fileId)}`,
    );
    expect(answer.status()).toBe(403);
    await page.context().close();
  });
});

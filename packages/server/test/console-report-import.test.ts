import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantReport } from './annual-report-desk.ts';
import { reportFile } from './annual-report-file-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere, PHONE } from './console-screens.ts';

describe.skipIf(!hasChromium)('entering report files (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let supervisor: string;
  beforeAll(async () => {
    desk = await openDesk();
    supervisor = await desk.world.signedIn(desk.world.office, 'supervisor');
  });
  afterAll(async () => {
    await desk?.close();
  });

  it('several files are read, what is doubtful is said, and the sure ones are entered by one press', async () => {
    const context = await desk.contextFor(supervisor);
    const page = await desk.open(context, '/annual-reports/import');
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await page.getByLabel('选择年度报告文件').setInputFiles([
      { name: '镇报告.docx', mimeType, buffer: await reportFile('township', 2023) },
      { name: '另一份.docx', mimeType, buffer: await reportFile('没有这个单位', 2023) },
    ]);
    await page
      .getByText(
        '您可以录入报告的单位里没有名称为“没有这个单位”的，请选择；下级单位的报告由主管部门人员录入。',
      )
      .waitFor();
    const card = page.getByRole('region', { name: /镇报告/ });
    await card.getByText(/对照原件：读出 \d+ 格/).click();
    await card
      .getByText(/第\d+个表第\d+行/)
      .first()
      .waitFor();
    await card.getByText(/对照原件/).click();
    await look(page, 'report-import');
    await page.getByRole('button', { name: '录入全部有把握的（1 个，作为报送的报告）' }).click();
    await card.getByText('已录入').waitFor();
    const { status } = await desk.world.database.server
      .selectFrom('report_work')
      .select('status')
      .where('organ_id', '=', desk.world.township.organId)
      .executeTakeFirstOrThrow();
    expect(status).toBe('submitted');
    await context.close();
  });

  it('a file is put into the own draft piece by piece, after what it replaces was said; its report is a press away', async () => {
    const { world } = desk;
    const { township } = world;
    const texts = {
      ...EMPTY_DRAFT.texts,
      s1: '收到申请{newlyReceived.total}件。',
      s6: '本年度没有其他事项。',
    };
    await plantReport(world, township, 'drafting', { reportYear: 2020, draft: { ...EMPTY_DRAFT, texts } });
    const officer = await world.signedIn(township, 'disclosureOfficer');
    const context = await desk.contextFor(officer);
    const page = await desk.open(context, '/annual-reports/import');
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const buffer = await reportFile('township', 2020);
    await page.getByLabel('选择年度报告文件').setInputFiles([{ name: '改好的报告.docx', mimeType, buffer }]);
    const card = page.getByRole('region', { name: /改好的报告/ });
    await card.getByRole('button', { name: '作为草稿' }).click();
    const dialog = page.getByRole('dialog', { name: '填入草稿' });
    const overview = dialog.getByRole('region', { name: '一、总体情况' });
    await overview.getByText('收到申请{newlyReceived.total}件。').waitFor();
    await overview
      .getByText('现在的文字里有随台账变化的数字，填入以后成为固定的文字，不再跟着台账变。')
      .waitFor();
    await dialog.getByText('这张表现在由台账统计，填入以后改为自行填报，不再跟着台账变。').first().waitFor();
    await dialog.getByText(/草稿里已经有内容：填入会替换其中 \d+ 处/).waitFor();
    await lookEverywhere(page, 'report-beside-draft');
    // What is left is not touched.
    await overview.getByRole('checkbox', { name: '填入一、总体情况' }).uncheck();
    const kept = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '先下载现在的工作稿' }).click();
    expect((await kept).suggestedFilename()).toMatch(/^township2020年.*（工作稿.*）\.docx$/);
    await dialog.getByRole('button', { name: /^填入草稿，替换 \d+ 处$/ }).click();
    await card.getByText('已填入草稿').waitFor();
    await card.getByRole('link', { name: '打开township2020年的报告' }).click();
    await page.getByRole('heading', { level: 1, name: 'township2020年政府信息公开工作年度报告' }).waitFor();
    await expect
      .poll(() => page.getByRole('textbox', { name: '六、其他需要报告的事项' }).inputValue())
      .not.toBe(texts.s6);
    expect(await page.getByRole('textbox', { name: '一、总体情况' }).inputValue()).toBe(texts.s1);
    await context.close();
  });

  it('what was entered is listed with its original, here and on the page of the report', async () => {
    const context = await desk.contextFor(supervisor);
    const page = await desk.open(context, '/annual-reports/import');
    const list = page.getByRole('region', { name: '录入过的文件' });
    const original = page.waitForEvent('download');
    await list.getByRole('button', { name: '下载原件：township2023年，镇报告.docx' }).click();
    expect((await original).suggestedFilename()).toBe(
      'township2023年政府信息公开工作年度报告（第1次封存的原件）.docx',
    );
    await lookEverywhere(page, 'report-entered-files');
    await list.getByRole('link', { name: 'township2023年' }).click();
    const downloads = page.getByRole('region', { name: '下载', exact: true });
    await downloads.getByRole('button', { name: '录入的原件' }).waitFor();
    const text = page.waitForEvent('download');
    await downloads.getByRole('group', { name: '下载已报送稿' }).getByRole('button', { name: 'PDF' }).click();
    expect((await text).suggestedFilename()).toBe(
      'township2023年政府信息公开工作年度报告（已报送稿，第1次封存）.pdf',
    );
    await context.close();
  });

  it('is used on a phone', async () => {
    const context = await desk.contextFor(supervisor, PHONE);
    const page = await desk.open(context, '/annual-reports/import');
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const buffer = await reportFile('township', 2022);
    await page.getByLabel('选择年度报告文件').setInputFiles([{ name: '镇报告.docx', mimeType, buffer }]);
    await page
      .getByRole('region', { name: /镇报告/ })
      .getByText(/对照原件/)
      .click();
    await look(page, 'report-import');
    await context.close();
  });
});

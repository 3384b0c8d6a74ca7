import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look } from './console-screens.ts';
import { plantPublished } from './document-desk.ts';
import { plantOrgan } from './organ-samples.ts';
import { figureSheet, plantFigure, plantRecord } from './statistics-samples.ts';

const WIDTHS = [
  { width: 1280, high: false },
  { width: 390, high: false },
] as const;

describe.skipIf(!hasChromium)('what table two counts (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('a clerk enters a figure, says where it comes from, and fills the empty months with 0', async () => {
    const { world } = desk;
    const { regionId, organId } = world.county;
    const inside = await desk.contextFor(await world.signedIn(world.county, 'drafter'));
    const page = await desk.open(inside, '/statistics');
    await page.getByRole('link', { name: 'county', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'county2026年统计数据' }).waitFor();
    await page.getByRole('button', { name: /^填报\s*：1月行政处罚$/ }).click();
    await page.getByLabel('件数').fill('12件');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('请填写整数件数').waitFor();
    await look(page, 'statistics-enter');
    await page.getByLabel('件数').fill('12');
    await page.getByLabel('数据来源（签核前须写明）').fill('行政处罚台账');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: /^12 件.*1月行政处罚，待签核/ }).waitFor();
    await page.getByText('没有填报：2月至10月').waitFor();
    await page.getByRole('button', { name: /^缺月填 0.*行政强制$/ }).click();
    await page.getByRole('dialog').getByText('以下月份都填 0：1月至10月').waitFor();
    await page.getByRole('dialog').getByLabel('数据来源').fill('行政强制台账');
    await page.getByRole('button', { name: '填 0', exact: true }).click();
    await page.getByRole('heading', { name: '待签核 11 个' }).waitFor();
    await look(page, 'statistics-entered');
    await inside.close();

    const head = await desk.contextFor(await world.signedIn(world.county, 'unitHead'));
    const signing = await desk.open(head, `/statistics/${regionId}/${organId}`);
    await signing.getByRole('checkbox', { name: '全选' }).check();
    await signing.getByRole('button', { name: '签核所选 11 个' }).click();
    await signing.getByRole('button', { name: /^12 件.*1月行政处罚，已签核/ }).waitFor();
    const summary = signing.getByText('行政处罚　本年处理决定数量');
    await summary.click();
    await signing.getByText('来源：行政处罚台账').waitFor();
    await look(signing, 'statistics-signed');
    await head.close();
  });

  it.each(WIDTHS)(
    'a figure is sent back with a reason, changed and signed off ($width px)',
    async (display) => {
      const { world } = desk;
      const organ = await plantOrgan(world, world.county, 'department');
      const clerk = await world.newPerson(organ, ['drafter']);
      await plantFigure(world, organ, { unit: '', month: 1, enteredBy: clerk, figure: 5, source: '' });
      const place = `/statistics/${organ.regionId}/${organ.organId}?year=2026`;
      const inside = await desk.contextFor(await world.signedIn(organ, 'unitHead'), display);
      const signing = await desk.open(inside, place);
      await signing.getByRole('checkbox', { name: /1月行政处罚/ }).check();
      await signing.getByRole('button', { name: '退回所选 1 个' }).click();
      await signing.getByLabel('理由').fill('请写明来源，与台账核对');
      await look(signing, 'statistics-return');
      await signing
        .getByRole('button', { name: '退 回' })
        .or(signing.getByRole('button', { name: '退回', exact: true }))
        .click();
      await signing.getByRole('heading', { name: '被退回 1 个' }).waitFor();
      await inside.close();

      const writing = await desk.contextFor(await world.signedIn(organ, 'drafter'), display);
      const page = await desk.open(writing, '/');
      await page.getByText('修改被退回的 1 个统计数字').waitFor();
      await page.goto(`${new URL(page.url()).origin}/console${place}`);
      await page.getByText('退回：请写明来源，与台账核对').waitFor();
      await look(page, 'statistics-returned');
      await page.getByRole('button', { name: /^修\s?改/ }).click();
      await page.getByRole('dialog').getByText('退回：请写明来源，与台账核对').first().waitFor();
      await page.getByLabel('件数').fill('6');
      await page.getByLabel('数据来源（签核前须写明）').fill('行政处罚台账');
      await look(page, 'statistics-returned-entry');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('button', { name: /^6 件.*1月行政处罚，待签核/ }).waitFor();
      await writing.close();
    },
  );

  it.each(WIDTHS)('a clerk enters figures with a sheet ($width px)', async (display) => {
    const { world } = desk;
    const organ = world.office;
    const { regionId, organId } = organ;
    const inside = await desk.contextFor(await world.signedIn(organ, 'drafter'), display);
    const page = await desk.open(inside, `/statistics/${regionId}/${organId}?year=2026`);
    await page.getByRole('button', { name: '用表格填报' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载填报表' }).click();
    expect((await saved).suggestedFilename()).toBe('office2026年统计数据填报表.xlsx');
    const unit = `窗口${display.width}`;
    const buffer = await figureSheet(
      { month: '1', kind: '行政许可', unit, figure: '5', source: '行政审批系统' },
      { month: '2', kind: '行政许可', unit, figure: '五' },
    );
    const name = '数据.xlsx';
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel('选择填报表').setInputFiles({ name, mimeType, buffer });
    await page.getByText('可以导入 1 个数字，不能导入 1 行').waitFor();
    await page.getByText('第 3 行：请填写整数件数').waitFor();
    await look(page, 'statistics-import');
    const failures = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载错误文件' }).click();
    expect((await failures).suggestedFilename()).toBe('未能导入的统计数据.xlsx');
    await page.getByRole('button', { name: '导入 1 个数字' }).click();
    await page.getByText('已填报 1 个数字，待另一人签核').waitFor();
    await page.getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.getByRole('button', { name: new RegExp(`^${unit} 5 件`) }).waitFor();
    await inside.close();
  });

  it.each(WIDTHS)('figures by offices, their history, the board ($width px)', async (display) => {
    const { world } = desk;
    const organ = world.township;
    const clerk = await world.newPerson(organ, ['drafter']);
    const signer = await world.newPerson(organ, ['leader']);
    const unit = `执法队${display.width}`;
    await plantFigure(world, organ, { unit, month: 1, enteredBy: clerk, signedBy: signer, figure: 3 });
    await plantFigure(world, organ, { unit, month: 2, enteredBy: clerk, figure: 5, source: '' });
    await plantFigure(world, organ, { unit, kind: 'fees', month: 2, enteredBy: clerk, figure: 123_450 });
    const { regionId, organId } = organ;
    const inside = await desk.contextFor(await world.signedIn(organ, 'disclosureOfficeHead'), display);
    const page = await desk.open(inside, `/statistics/${regionId}/${organId}?year=2026`);
    await page.getByText('没有写明数据来源，请填报人补充。').first().waitFor();
    await page.getByRole('button', { name: `${unit} 1234.50 元` }).waitFor();
    await look(page, 'statistics-offices');
    await page.getByRole('button', { name: `${unit} 3 件` }).click();
    await page.getByRole('dialog').getByText('填报、签核和退回经过').waitFor();
    await look(page, 'statistics-history');
    await inside.close();

    const supervisor = await desk.contextFor(await world.signedIn(world.office, 'supervisor'), display);
    const board = await desk.open(supervisor, '/statistics?year=2026');
    await board.getByRole('link', { name: 'township' }).waitFor();
    await look(board, 'statistics-board');
    await supervisor.close();
  });

  it.each(WIDTHS)(
    'the register on a day, and a document that was ended elsewhere ($width px)',
    async (display) => {
      const { world } = desk;
      const organ = display.width === 1280 ? world.county : world.township;
      await plantRecord(world, organ, { documentNumber: '示政规〔2015〕3号' });
      await plantPublished(world, organ, {
        kind: 'normativeDocument',
        title: '示范县农村公路养护办法',
        documentNumber: '示政规〔2026〕1号',
        issuingOrgan: '示范县人民政府',
        dateOfDocument: '2026-11-02' as CivilDate,
        validFrom: '2026-11-10' as CivilDate,
        catalogCode: 'a20.01',
        relations: [
          { relation: 'repeals', documentId: null, documentNumber: '示政规〔2015〕3号', title: '旧办法' },
        ],
      });
      const inside = await desk.contextFor(await world.signedIn(organ, 'disclosureOfficer'), display);
      const page = await desk.open(inside, '/normative-documents');
      await page.getByText('已被废止：《示范县农村公路养护办法》（示政规〔2026〕1号）').waitFor();
      await look(page, 'normative-register');
      await page.getByRole('link', { name: '行政规范性文件本年废止件数 1' }).click();
      await page.getByText('已被废止：').waitFor();
      const list = page.getByRole('region', {
        name: `${display.width === 1280 ? 'county' : 'township'}台账`,
      });
      await list.getByRole('link', { name: '示范县农村公路养护办法' }).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: /^全部/ }).click();
      await page.getByLabel('截至日期').fill('2026-11-09');
      await page.getByText('尚未施行', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: '登记废止、失效' }).click();
      await page.getByLabel('从哪一天起不再有效').fill('2026-11-15');
      await page.getByLabel('依据').fill('示政发〔2026〕9号，清理结果');
      await look(page, 'normative-record');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已登记', { exact: true }).waitFor();
      await page.getByLabel('截至日期').fill('2026-11-20');
      await page.getByText('示政发〔2026〕9号，清理结果').waitFor();
      await inside.close();
    },
  );
});

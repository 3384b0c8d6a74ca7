import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogFile, catalogItem, plantItem, plantRefused } from './catalog-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { plantPublished } from './document-desk.ts';

describe.skipIf(!hasChromium)(
  'what is owed: catalogue, coverage, guide, re-evaluation (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;

    beforeAll(async () => {
      desk = await openDesk();
    });

    afterAll(async () => {
      await desk?.close();
    });

    it('a catalogue is checked, imported, given its organs, and shows what the township owes', async () => {
      const { world } = desk;
      const file = join(mkdtempSync(join(tmpdir(), 'catalog-')), '目录.xlsx');
      writeFileSync(
        file,
        await catalogFile([
          catalogItem({ code: '1', responsibleOrgan: '乡镇人民政府' }),
          catalogItem({
            code: '2',
            level2: '办事指南',
            publicationPeriod: '按进度公开',
            responsibleOrgan: '征收部门',
          }),
        ]),
      );
      const inside = await desk.contextFor(await world.signedIn(world.office, 'supervisor'));
      const page = await desk.open(inside, '/catalog');
      await page.getByRole('link', { name: '导入目录' }).click();
      await page.getByLabel('生效日期').fill('2026-01-01');
      const empty = {
        name: '空表.xlsx',
        mimeType: 'application/octet-stream',
        buffer: await catalogFile([]),
      };
      await page.getByLabel('选择目录文件').setInputFiles(empty);
      await page.getByText('请把目录的内容填好后上传').first().waitFor();
      expect(await page.getByText('请把目录的内容填好后上传').count()).toBe(1);
      await page.getByLabel('选择目录文件').setInputFiles(file);
      await page.getByText('可以导入 2 项').waitFor();
      await page.getByText('征收部门').first().waitFor();
      await look(page, 'catalog-import');
      await page.getByRole('button', { name: '导入 2 项' }).click();
      await page.getByText('已导入 2 项').waitFor();
      await page.getByRole('link', { name: '返回标准目录' }).click();
      await page.getByRole('link', { name: '最低生活保障 / 办事指南' }).click();
      await page.getByText('没有对应的机关').waitFor();
      await page.getByRole('button', { name: '确定公开主体' }).click();
      await page.getByRole('combobox', { name: '增加机关' }).fill('township');
      await page.getByTitle('township').first().click();
      await page.getByRole('button', { name: '保存公开主体' }).click();
      await page.getByRole('button', { name: '确定公开主体' }).waitFor();
      await look(page, 'catalog-item');
      await page.getByRole('link', { name: '标准目录', exact: true }).first().click();
      await page.getByRole('link', { name: '最低生活保障 / 审批结果' }).waitFor();
      await look(page, 'catalog');

      await page.getByRole('link', { name: '公开情况' }).click();
      await page.getByRole('link', { name: 'township逾期 1 项' }).waitFor();
      await look(page, 'coverage-board');
      await page.setViewportSize({ width: 390, height: 844 });
      const card = page.getByRole('listitem').filter({ hasText: 'township' }).first();
      await card.getByText('逾期未公开的文件').waitFor();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole('link', { name: 'township逾期 1 项' }).click();
      await page.getByRole('heading', { level: 1, name: 'township公开情况' }).waitFor();
      await inside.close();
    });

    it('the township says what it did not make, and the column says so', async () => {
      const { world } = desk;
      await plantItem(world, world.county, { level1: '临时救助', level2: '' }, [world.township]);
      const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
      const { regionId, organId } = world.township;
      const page = await desk.open(inside, `/coverage/${regionId}/${organId}`);
      await page.getByRole('button', { name: '说明没有产生：临时救助' }).click();
      await page.getByRole('dialog').getByText('网站栏目里将显示').waitFor();
      await page.getByLabel('理由（内部留存，不公开）').fill('本年没有临时救助。');
      await page.getByRole('button', { name: '作出说明' }).click();
      await page.getByText('说明本年度没有产生。理由：本年没有临时救助。').waitFor();
      await look(page, 'coverage');
      await inside.close();
    });

    it('the guide is written, warned of, made a document', async () => {
      const { world } = desk;
      await plantPublished(world, world.township, { kind: 'rules', title: '示范镇政府信息公开工作制度' });
      const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
      const page = await desk.open(inside, '/guide');
      await page.getByText('没有填写工作机构的联系电话').waitFor();
      await page.getByRole('button', { name: '修改本机关填写的内容' }).click();
      await page.getByLabel('政府信息查阅场所').fill('示范镇便民服务中心，中心街1号');
      await page.getByLabel('依申请公开的补充说明').fill('自收到申请之日起15个工作日内答复。');
      await look(page, 'guide-edit');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('“15个工作日”').waitFor();
      await look(page, 'guide');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载汇编' }).click();
      await download;
      await page.getByRole('button', { name: '生成指南文件草稿' }).click();
      await page.getByText('township政府信息公开指南').first().waitFor();
      await inside.close();
    });

    it('what was refused is looked at again', async () => {
      const { world } = desk;
      await plantRefused(world, world.township);
      const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficeHead'));
      const page = await desk.open(inside, '/reevaluations');
      await page.getByRole('button', { name: '登记情势变化' }).click();
      await page.getByLabel('第三方同意公开').check();
      await page.getByLabel('说明和依据').fill('某公司2026年11月20日来函，同意公开。');
      await look(page, 'reevaluation-trigger');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByText('某公司2026年11月20日来函，同意公开。').waitFor();
      await look(page, 'reevaluation-changed');
      await page.setViewportSize({ width: 390, height: 844 });
      await look(page, 'reevaluation-changed');
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole('button', { name: '记录评估' }).click();
      await page.getByLabel('理由').fill('仍属内部事务信息。');
      await look(page, 'reevaluation-record');
      await page.getByRole('button', { name: '记录评估' }).last().click();
      await page.getByText('没有到期需要评估的信息').waitFor();
      await inside.close();
    });

    it('every screen is clean in every display', async () => {
      const { world } = desk;
      await plantRefused(world, world.township);
      const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficeHead'));
      const { regionId, organId } = world.township;
      for (const [path, name] of [
        [`/coverage/${regionId}/${organId}`, 'coverage'],
        ['/coverage', 'coverage-board'],
        ['/catalog', 'catalog-empty'],
        ['/catalog/import', 'catalog-import-empty'],
        ['/guide', 'guide'],
        ['/reevaluations', 'reevaluations'],
      ] as const) {
        const page = await desk.open(inside, path);
        await page.locator('.card').first().waitFor();
        await lookEverywhere(page, name);
        await page.close();
      }
      await inside.close();
    });
  },
);

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { WorldOrgan } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look } from './console-screens.ts';
import { plantUnits, quietDraft } from './report-way.ts';

const YEAR = 2025;
const { texts } = quietDraft(YEAR);
/** Of the platform nothing is said, for which there is a reason. */
const written: Readonly<Record<string, string>> = {
  ...texts,
  s1: texts.s1.replace('平台建设方面，更新政务公开专区。', ''),
};

const NAMES = {
  preamble: '前言',
  s1: '一、总体情况',
  s5: '五、存在的主要问题及改进情况',
  s6: '六、其他需要报告的事项',
} as const;

const DECISIONS = {
  '行政许可 本年处理决定数量': '3',
  '行政处罚 本年处理决定数量': '1',
  '行政强制 本年处理决定数量': '0',
  '行政事业性收费 本年收费金额（单位：万元）': '0',
} as const;

describe.skipIf(!hasChromium)(
  'an annual report from its first word to its restatement (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;
    let clerk: Page;
    let head: Page;
    let leader: Page;
    let supervisor: Page;
    let address: string;

    const openFor = async (organ: WorldOrgan, ...roles: Parameters<ConsoleDesk['world']['signedIn']>[1][]) =>
      await desk.open(await desk.contextFor(await desk.world.signedIn(organ, ...roles)), address);

    beforeAll(async () => {
      desk = await openDesk();
      const { world } = desk;
      const { regionId, organId } = world.township;
      address = `/annual-reports/${regionId}/${organId}/${YEAR}`;
      await plantUnits(world, world.county, YEAR, [world.office, world.township]);
      [clerk, head, leader, supervisor] = await Promise.all([
        openFor(world.township, 'disclosureOfficer'),
        openFor(world.township, 'disclosureOfficeHead'),
        openFor(world.township, 'leader'),
        openFor(world.office, 'supervisor'),
      ]);
    });

    afterAll(async () => {
      await desk?.close();
    });

    /** Opens the form of an act, fills it in and does it. */
    async function act(
      page: Page,
      title: string,
      words: Readonly<Record<string, string>> = {},
    ): Promise<void> {
      await page.reload();
      const panel = page.getByRole('region', { name: '可以办理' });
      await panel.getByRole('button', { name: title, exact: true }).click();
      const form = panel.getByRole('region', { name: title });
      for (const [label, text] of Object.entries(words)) await form.getByLabel(label).fill(text);
      await form.getByRole('button', { name: title, exact: true }).click();
      await page.getByText(`已办理：${title}`).waitFor();
    }

    const isNow = async (page: Page, status: string) =>
      await page.getByLabel('现在的状态').getByText(status, { exact: true }).waitFor();

    const save = async (page: Page) => {
      await page.getByRole('button', { name: '保存草稿' }).click();
      await page.getByText('没有未保存的改动').waitFor();
    };

    /** Gives the reason for a finding that names it. */
    const explain = async (page: Page, message: string) => {
      await page.reload();
      const card = page.locator('section', { has: page.getByRole('heading', { name: '校验结果' }) });
      await card.getByText(/^须改正或者说明 \d+$/).click();
      const finding = card.locator('details').filter({ hasText: message });
      await finding.locator('summary').click();
      await finding.getByRole('button', { name: '说明理由' }).click();
      await page.getByLabel('理由（写明核对了什么、情况怎样）').fill('本镇没有自建平台，由县里统一建设。');
      await page.getByRole('button', { name: '保存理由' }).click();
      await card.getByText('已说明 1').waitFor();
    };

    it('is written, rehearsed, reviewed and frozen by the clerk', async () => {
      for (const [part, name] of Object.entries(NAMES)) {
        await clerk.getByRole('textbox', { name, exact: true }).fill(written[part] ?? '');
      }
      for (const [name, figure] of Object.entries(DECISIONS)) {
        await clerk.getByLabel(`表二 ${name}`).fill(figure);
      }
      await save(clerk);
      await explain(clerk, '总体情况缺少：政府信息公开平台建设');
      await act(clerk, '登记保密审查', { 审查意见和依据: '没有涉密和敏感内容。' });
      await clerk.getByRole('button', { name: '预演提请签发' }).click();
      const rehearsal = clerk.getByRole('dialog', { name: '预演提请签发' });
      await rehearsal.getByText('没有发现会拦住的问题，可以提请签发。').waitFor();
      await clerk.keyboard.press('Escape');
      await act(clerk, '提请签发');
      await isNow(clerk, '待签发');
    });

    it('is signed by the leader, sent back with marks, mended and received', async () => {
      await act(leader, '签发并报送');
      await isNow(leader, '已报送');
      await supervisor.reload();
      const panel = supervisor.getByRole('region', { name: '可以办理' });
      await panel.getByRole('button', { name: '退回更正', exact: true }).click();
      await panel.getByRole('combobox', { name: '另外标明的单元格和文字' }).fill('行政许可 本年处理');
      await supervisor.getByTitle('表二 行政许可 本年处理决定数量', { exact: true }).first().click();
      await panel.getByLabel('需要修改的问题').fill('行政许可漏计一件，请核对。');
      await look(supervisor, 'annual-report-return');
      await panel.getByRole('region', { name: '退回更正' }).getByRole('button', { name: '退回更正' }).click();
      await supervisor.getByText('已办理：退回更正').waitFor();

      await clerk.reload();
      await clerk.getByText('主管部门退回更正').first().waitFor();
      await clerk.getByText('单元格：表二 行政许可 本年处理决定数量').waitFor();
      await look(clerk, 'annual-report-returned');
      await clerk.getByLabel('表二 行政许可 本年处理决定数量').fill('4');
      await save(clerk);
      await act(clerk, '提请签发');
      await act(leader, '签发并报送');
      await act(supervisor, '审核接收');
      await isNow(supervisor, '已接收');
    });

    it('is published, restated and published again; the public sees both', async () => {
      await act(head, '公布');
      await isNow(head, '已公布');
      await act(head, '更正已公布的报告', { '更正的原因（公众可见）': '漏计行政处罚一件。' });
      await isNow(head, '编写中');
      await head.getByLabel('表二 行政处罚 本年处理决定数量').fill('2');
      await save(head);
      await act(head, '登记保密审查', { 审查意见和依据: '没有涉密和敏感内容。' });
      await act(head, '提请签发');
      await act(leader, '签发并报送');
      await act(supervisor, '审核接收');
      await act(head, '公布');
      await isNow(head, '已公布');
      await look(head, 'annual-report-restated');
      const citizen = await (await desk.contextFor(null)).newPage();
      await citizen.goto(`${desk.address}/east/township/annual-reports/${YEAR}`);
      await citizen.getByText('漏计行政处罚一件。').first().waitFor();
      await citizen.goto(`${desk.address}/east/township/annual-reports/${YEAR}/versions/1`);
      await citizen.getByText('更正前的版本').waitFor();
    });
  },
);

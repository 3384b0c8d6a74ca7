import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { EMPTY_DRAFT, type ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantReport } from './annual-report-desk.ts';
import type { WorldOrgan } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look } from './console-screens.ts';

const YEAR = 2025;

const LAST_YEAR: ReportDraft = {
  ...EMPTY_DRAFT,
  texts: {
    preamble: '',
    s1: '主动公开方面，及时发布涉农补贴信息。依申请公开方面，健全登记、办理制度。',
    s5: '存在的主要问题：一是部分站所主动公开不够及时；二是政策解读形式单一。改进措施：建立月度提醒，每月通报。',
    s6: '本年度未收取政府信息公开信息处理费。',
  },
};

const WRITTEN: ReportDraft = {
  ...EMPTY_DRAFT,
  texts: {
    preamble: '本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自2025年1月1日起至12月31日止。',
    s1: '主动公开方面，及时发布涉农补贴、乡村建设信息。依申请公开方面，全年新收申请{newlyReceived.total}件。政府信息管理方面，逐件确定公开属性。平台建设方面，更新政务公开专区。监督保障方面，工作考核纳入年度考核，社会评议结果为满意，没有发生责任追究情况。',
    s5: '存在的主要问题：一是部分站所主动公开不够及时；二是政策解读形式单一。改进措施：建立月度提醒，每月通报各站所公开情况；对惠民政策采用图解、问答等形式解读，组织一次专题培训。',
    s6: '{processingFee.sentence}',
  },
  typed: {
    't2.licensing/decisions': '3',
    't2.penalties/decisions': '1',
    't2.coercion/decisions': '0',
    't2.fees/amountWan': '0',
  },
};

const day = (text: string): CivilDate => text as CivilDate;

describe.skipIf(!hasChromium)(
  'the workbench of the annual report (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;

    beforeAll(async () => {
      desk = await openDesk();
      const { world } = desk;
      await plantReport(world, world.township, 'submitted', { reportYear: YEAR - 1, draft: LAST_YEAR });
      await plantReport(world, world.township, 'drafting', { reportYear: YEAR });
      for (const on of ['2025-03-03', '2025-06-09']) {
        await plantCase(world, world.township, { arrivedOn: day(on), receiptDate: day(on) });
      }
    });

    afterAll(async () => {
      await desk?.close();
    });

    const address = ({ regionId, organId }: WorldOrgan, year = YEAR): string =>
      `/annual-reports/${regionId}/${organId}/${year}`;

    const textOf = (page: Page, part: string) => page.getByRole('textbox', { name: part });

    it('a clerk finds the year, writes with live figures, types what no register knows, and saves by the keys', async () => {
      const { world } = desk;
      const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
      const list = await desk.open(inside, '/annual-reports');
      await list.getByRole('heading', { name: 'township' }).waitFor();
      await list.getByRole('link', { name: '2026年（如果今天年终）' }).waitFor();
      await look(list, 'annual-reports');
      await list.getByRole('link', { name: '2025年', exact: true }).click();
      await list.getByRole('heading', { level: 1, name: 'township2025年政府信息公开工作年度报告' }).waitFor();
      const page = list;
      const part = textOf(page, '一、总体情况');
      await part.fill('依申请公开方面，全年新收申请件。');
      await part.press('Home');
      for (let step = 0; step < 14; step++) await part.press('ArrowRight');
      await page.getByRole('combobox', { name: '在一、总体情况插入数字' }).fill('本年新收 总计');
      await page.getByTitle('表三 第一项 本年新收 总计：2', { exact: true }).click();
      await expect
        .poll(() => part.inputValue())
        .toBe('依申请公开方面，全年新收申请{newlyReceived.total}件。');
      await page.getByText('依申请公开方面，全年新收申请2件。', { exact: true }).waitFor();
      const topics = page.getByRole('region', { name: '应写到的方面' });
      await expect.poll(() => topics.getByText('没有写到').count()).toBe(4);
      await page.getByLabel('表二 行政许可 本年处理决定数量').fill('3');
      await page.getByText('有未保存的改动').waitFor();
      await page.keyboard.press('Control+s');
      await page.getByText('已保存', { exact: true }).waitFor();
      await page.getByText('没有未保存的改动').waitFor();
      await look(page, 'annual-report-written');
      await page.reload();
      await page.getByText('依申请公开方面，全年新收申请2件。', { exact: true }).waitFor();
      expect(await page.getByLabel('表二 行政许可 本年处理决定数量').inputValue()).toBe('3');
      await inside.close();
    });

    it('each figure opens what it counts; a typed table is held against the register', async () => {
      const { world } = desk;
      const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
      const page = await desk.open(inside, address(world.township));
      await page.getByRole('button', { name: /^表三 第一项 本年新收 总计：2/ }).click();
      const drawer = page.getByRole('dialog', { name: '表三 第一项 本年新收 总计' });
      await drawer.getByRole('link').first().waitFor();
      expect(await drawer.getByRole('link').count()).toBe(2);
      await look(page, 'annual-report-cell');
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      const source = page.getByRole('radiogroup', { name: '三、收到和处理政府信息公开申请情况的数字来源' });
      await source.getByText('自行填报').click();
      await page.getByRole('button', { name: '以台账数字填入' }).click();
      const cell = page.getByRole('textbox', { name: '表三 第一项 本年新收 自然人' });
      await expect.poll(() => cell.inputValue()).toBe('2');
      await cell.fill('5');
      await page.getByRole('button', { name: /本年新收 自然人与台账不一致：台账2，填报5/ }).waitFor();
      // The total follows what is typed.
      const row = page.getByRole('row', { name: /一、本年新收政府信息公开申请数量/ });
      await expect.poll(() => row.getByRole('cell').last().innerText()).toContain('5');
      await page.getByText('正在校验……').first().waitFor({ state: 'detached' });
      await look(page, 'annual-report-typed');
      await page.getByRole('button', { name: '显示全部 25 行' }).click();
      await page.getByRole('textbox', { name: /^表三 第三项（五）1 自然人/ }).waitFor();
      // A blank is no zero; whoever has looked says so of all that are left at once.
      const fourth = page.getByRole('radiogroup', {
        name: '四、政府信息公开行政复议、行政诉讼情况的数字来源',
      });
      await fourth.getByText('自行填报').click();
      const zeros = page.getByRole('button', { name: '空着的 12 格都填 0' });
      await zeros.click();
      await zeros.waitFor({ state: 'detached' });
      expect(await page.getByRole('textbox', { name: /^表四 行政复议 结果维持/ }).inputValue()).toBe('0');
      // Nothing of this is saved; the page asks before it is left.
      await page.getByRole('link', { name: '各年度' }).click();
      await page.getByText('还有未保存的内容').waitFor();
      await page.getByRole('button', { name: '离开本页' }).click();
      await page.getByRole('heading', { name: 'township' }).waitFor();
      await inside.close();
    });

    it.each([1280, 390])(
      'rehearses the signature, records the secrecy review, and writes on over it (%i px)',
      async (width) => {
        const { world } = desk;
        const organ = width === 1280 ? world.office : world.otherCounty;
        const year = YEAR;
        await plantReport(world, organ, 'drafting', { reportYear: year, draft: WRITTEN });
        const inside = await desk.contextFor(await world.signedIn(organ, 'disclosureOfficeHead'), {
          width,
          high: false,
        });
        const page = await desk.open(inside, address(organ, year));
        await page.getByRole('button', { name: '预演提请签发' }).click();
        const rehearsal = page.getByRole('dialog', { name: '预演提请签发' });
        await rehearsal.getByText(/会被以下 \d+ 处拦住/).waitFor();
        await rehearsal.getByText('未完成保密审查').first().waitFor();
        await look(page, 'annual-report-rehearsal');
        await page.keyboard.press('Escape');
        await rehearsal.waitFor({ state: 'detached' });
        await page.getByRole('button', { name: '登记保密审查', exact: true }).first().click();
        await page.getByLabel('审查意见和依据').fill('没有涉密和敏感内容。');
        await look(page, 'annual-report-act');
        await page.getByRole('button', { name: '登记保密审查', exact: true }).last().click();
        await page.getByText('已办理：登记保密审查').waitFor();
        await page.getByText('没有涉密和敏感内容。').waitFor();
        // The next save rests on the version that the act answered.
        await textOf(page, '六、其他需要报告的事项').fill('本年度未收取政府信息公开信息处理费。');
        await page.getByRole('button', { name: '保存草稿' }).click();
        await page.getByText('已保存', { exact: true }).waitFor();
        await look(page, 'annual-report-page');
        await inside.close();
      },
    );

    it('a finding is explained where it stands, and the reason can be taken back', async () => {
      const { world } = desk;
      const s1 = WRITTEN.texts.s1.replace('平台建设方面，更新政务公开专区。', '');
      const draft = { ...WRITTEN, texts: { ...WRITTEN.texts, s1 } };
      await plantReport(world, world.county, 'drafting', { reportYear: 2023, draft });
      const inside = await desk.contextFor(await world.signedIn(world.office, 'disclosureOfficeHead'));
      const page = await desk.open(inside, address(world.county, 2023));
      await page.getByRole('heading', { name: '报送单位', exact: true }).waitFor();
      await look(page, 'annual-report-region');
      const card = page.locator('section', { has: page.getByRole('heading', { name: '校验结果' }) });
      await card.getByText('须改正或者说明', { exact: false }).first().click();
      // A missed deadline stands among them and takes no reason.
      const reason = page.getByRole('button', { name: '说明理由', includeHidden: true });
      const finding = card.locator('details').filter({ has: reason }).first();
      await finding.locator('summary').click();
      await finding.getByRole('button', { name: '说明理由' }).click();
      await page.getByLabel('理由（写明核对了什么、情况怎样）').fill('已核对原始记录，情况属实。');
      await page.getByRole('button', { name: '保存理由' }).click();
      await card.getByText(/^已说明 1$/).waitFor();
      await card.getByText(/^已说明 1$/).click();
      await card.locator('summary').first().click();
      await card.getByText('已核对原始记录，情况属实。').waitFor();
      await look(page, 'annual-report-explained');
      await card.getByRole('button', { name: '收回理由' }).click();
      await card.getByText(/^已说明 1$/).waitFor({ state: 'detached' });
      await inside.close();
    });

    it.each([1280, 390])(
      'a frozen report is read, with its hash and what has changed since (%i px)',
      async (width) => {
        const { world } = desk;
        const year = width === 1280 ? 2022 : 2021;
        const { key } = await plantReport(world, world.township, 'inSignature', {
          reportYear: year,
          draft: WRITTEN,
        });
        await plantCase(world, world.township, {
          arrivedOn: day(`${year}-12-20`),
          receiptDate: day(`${year}-12-20`),
        });
        const inside = await desk.contextFor(await world.signedIn(world.township, 'leader'), {
          width,
          high: false,
        });
        const page = await desk.open(inside, address(world.township, year));
        await page.getByRole('heading', { name: '封存的数据' }).waitFor();
        const differing = page.getByRole('region', { name: '封存的数字与现在的台账的不同' });
        const row = differing.getByRole('row', { name: /表三 第一项 本年新收 自然人/ });
        await expect.poll(async () => (await row.getByRole('cell').allInnerTexts()).join(' ')).toBe('0 1 -1');
        expect(await page.getByRole('textbox').count()).toBe(0);
        await look(page, 'annual-report-frozen');
        const read = await world.call(
          annualReportRoutes.read,
          { params: key },
          await world.signedIn(world.township, 'leader'),
        );
        await page.getByText(String(read.body['frozenSha256'])).first().waitFor();
        await inside.close();
      },
    );

    it('two write at once: nothing is lost, each piece is chosen', async () => {
      const { world } = desk;
      const cookie = await world.signedIn(world.township, 'disclosureOfficer');
      const inside = await desk.contextFor(cookie);
      const page = await desk.open(inside, address(world.township, 2020));
      await textOf(page, '一、总体情况').fill('我写的总体情况。');
      const params = { regionId: world.township.regionId, organId: world.township.organId, reportYear: 2020 };
      const texts = { ...EMPTY_DRAFT.texts, s1: '别人写的总体情况。', s5: '别人写的问题。' };
      const other = await world.call(
        annualReportRoutes.save,
        { params, body: { draft: { ...EMPTY_DRAFT, texts } } },
        cookie,
        { 'if-match': '"1"' },
      );
      expect(other.status).toBe(200);
      await page.getByRole('button', { name: '保存草稿' }).click();
      const dialog = page.getByRole('dialog', { name: '别人已经修改过' });
      await dialog.getByRole('row', { name: /一、总体情况/ }).waitFor();
      await look(page, 'annual-report-stale');
      await dialog
        .getByRole('radiogroup', { name: '五、存在的主要问题及改进情况保留哪一个' })
        .getByText('最新的')
        .click();
      await dialog.getByRole('button', { name: '按以下选择保存' }).click();
      await page.getByText('没有未保存的改动').waitFor();
      expect(await textOf(page, '一、总体情况').inputValue()).toBe('我写的总体情况。');
      await expect
        .poll(() => textOf(page, '五、存在的主要问题及改进情况').inputValue())
        .toBe('别人写的问题。');
      await inside.close();
    });
  },
);

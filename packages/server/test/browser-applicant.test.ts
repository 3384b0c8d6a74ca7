import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowOfEntry } from '../src/db/write-search-entry.ts';
import { createWorld, type World } from './api-world.ts';
import { answerTo } from './applicant-browser.ts';
import { type PlantedCase, plantCase, readyForLetters } from './application-samples.ts';
import { letterIn, type OfficerAct, officersOf } from './officer-acts.ts';
import { PORTAL_DISPLAYS } from './portal-displays.ts';
import { pdf } from './sample-files.ts';
import { searchEntry } from './search-samples.ts';

const CHROMIUM = process.env['ZHAOSHI_CHROMIUM'] ?? '/usr/bin/chromium';
/** Folder for pictures of every page, for people to look at. */
const PICTURES = process.env['ZHAOSHI_PICTURES'];
const WIDTHS = [1280, 390];

describe.skipIf(!existsSync(CHROMIUM))('applicants in Chromium (skipped where there is none)', () => {
  let world: World;
  let act: OfficerAct;
  let browser: Browser;
  let address: string;
  let proof: string;

  beforeAll(async () => {
    world = await createWorld();
    act = await officersOf(world, world.office);
    await readyForLetters(world, world.office);
    await world.database.server
      .insertInto('disclosure_office')
      .values({
        region_id: world.office.regionId,
        organ_id: world.office.organId,
        name: '政务公开股',
        phone: '0531-88881234',
        address: '示范县示范路1号',
        office_hours: '工作日9:00至17:00',
        duties: [],
        version: 2,
      })
      .execute();
    address = await world.app.listen({ host: '127.0.0.1', port: 0 });
    proof = join(await mkdtemp(join(tmpdir(), 'zhaoshi-proof-')), '身份证.pdf');
    await writeFile(proof, pdf());
    // Chromium's own sandbox cannot be had by root.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const withoutScripts = async (): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    return await context.newPage();
  };

  const answerQuestion = async (page: Page): Promise<void> => {
    await page.getByLabel('请回答：').fill(answerTo(await page.content()));
  };

  /** Fills the form up to its last page. */
  const fillForm = async (page: Page): Promise<void> => {
    await page.goto(`${address}/apply/east/office`);
    await page.getByRole('button', { name: '不查找，直接申请' }).click();
    await page.getByLabel('自然人（公民）').check();
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await page.getByLabel('姓名').fill('赵测试甲');
    await page.getByLabel('证件类型').selectOption({ label: '居民身份证' });
    await page.getByLabel('证件号码').fill('11010519491231002X');
    await page.getByLabel('联系电话').fill('13912345678');
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await page.getByLabel('所需信息的内容描述').fill('2025年农村公路养护资金的分配方案\n按乡镇列明');
    await page.getByLabel('电子文件').check();
    await page.getByLabel('网上下载').check();
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await answerQuestion(page);
    await page.getByLabel('申请人的身份证件').setInputFiles(proof);
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await page.waitForURL('**/apply/confirm');
  };

  const enter = async (page: Page, { registrationNumber, queryCode }: PlantedCase): Promise<void> => {
    await page.goto(`${address}/follow`);
    await page.getByLabel('登记号').fill(registrationNumber);
    await page.getByLabel('查询码').fill(queryCode);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.waitForURL('**/follow/case');
  };

  const replied = async (planted: PlantedCase, on = '2026-11-20'): Promise<void> => {
    const texts = { 'letter.suppliedAs': '电子文件', 'letter.enclosures': '养护资金分配表（3页）' };
    await act(planted, 'drafter', { on, type: 'draftReply', outcome: 'granted.provided' }, texts);
    await act(planted, 'drafter', { on, type: 'submitReply' });
    await act(planted, 'disclosureOfficer', { on, type: 'reviewReply', review: 'legal' });
    await act(planted, 'unitHead', { on, type: 'reviewReply', review: 'secrecy' });
    const approved = await act(planted, 'leader', { on, type: 'approveReply' });
    const letterId = letterIn(approved, 'replyLetter.granted.provided');
    await act(
      planted,
      'drafter',
      { on, type: 'deliverReply', letterId, way: 'electronic' },
      { evidence: '网站' },
    );
  };

  const correctionAsked = async (planted: PlantedCase): Promise<void> => {
    const texts = { matters: '请写明年度', guidance: '分配方案按年度制定', 'letter.grounds': 'description' };
    const noticed = await act(
      planted,
      'drafter',
      { type: 'noticeCorrection', on: '2026-11-04', days: 15 },
      texts,
    );
    const letterId = letterIn(noticed, 'correctionNotice');
    await act(
      planted,
      'drafter',
      { type: 'deliverLetter', on: '2026-11-05', letterId, way: 'post' },
      { evidence: 'EMS' },
    );
  };

  it('apply, correct and read the reply without JavaScript', async () => {
    const page = await withoutScripts();
    await fillForm(page);
    expect(await page.locator('main').innerText()).toContain('按乡镇列明');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL('**/apply/receipt');
    const number = (await page.locator('.receipt strong').first().innerText()).trim();
    const code = (await page.locator('.receipt strong').last().innerText()).trim();
    const { application_id: applicationId } = await world.database.server
      .selectFrom('application')
      .select('application_id')
      .where('registration_number', '=', number)
      .where('organ_id', '=', world.office.organId)
      .executeTakeFirstOrThrow();
    const planted = {
      regionId: world.office.regionId,
      applicationId,
      registrationNumber: number,
      queryCode: code,
    };

    await act(planted, 'drafter', { type: 'logContact', reached: true }, { way: '电话', result: '请其确认' });
    await enter(page, planted);
    await page.getByRole('link', { name: '确认收到申请之日' }).click();
    await page.getByRole('button', { name: '确认今天为收到申请之日' }).click();
    await page.waitForURL('**/follow/case');
    await page.getByRole('heading', { name: '现在：已登记' }).waitFor();
    await page.locator('summary').click();
    expect(await page.getByRole('row', { name: '第20个工作日' }).innerText()).toContain('2026-12-18');

    const texts = { matters: '请写明年度', guidance: '分配方案按年度制定', 'letter.grounds': 'description' };
    const noticed = await act(
      planted,
      'drafter',
      { type: 'noticeCorrection', on: '2026-11-21', days: 15 },
      texts,
    );
    const notice = { letterId: letterIn(noticed, 'correctionNotice'), way: 'electronic' };
    await act(
      planted,
      'drafter',
      { type: 'deliverLetter', on: '2026-11-21', ...notice },
      { evidence: '网站' },
    );
    await page.reload();
    await page.getByRole('link', { name: '提交补正' }).click();
    await page.getByRole('button', { name: '提交补正' }).click();
    await page.locator('.summary').waitFor();
    expect(await page.title()).toMatch(/^错误：提交补正/);
    await page.getByRole('link', { name: '请填写补正的内容。' }).click();
    await page.getByLabel('补正的内容').fill('2025年度');
    await page.getByRole('button', { name: '提交补正' }).click();
    await page.waitForURL('**/follow/case');

    await replied(planted, '2026-11-21');
    await page.reload();
    await page.getByRole('link', { name: '政府信息公开告知书', exact: true }).click();
    await page.locator('main').getByText('养护资金分配表（3页）').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载 PDF' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    await page.getByRole('link', { name: '返回我的申请' }).click();
    await page.getByRole('button', { name: '结束查询' }).click();
    await page.waitForURL('**/follow');
    await page.goto(`${address}/follow/case`);
    await page.getByRole('heading', { name: '查询已经结束' }).waitFor();
    await page.context().close();
  });

  it('goes through the first steps by keyboard alone', async () => {
    const page = await withoutScripts();
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.goto(`${address}/apply/east/office`);
    await page.getByRole('button', { name: '不查找，直接申请' }).focus();
    await press('Enter');
    await page.waitForURL('**/apply/kind');
    await page.getByRole('link', { name: '跳到正文' }).focus();
    await press('Enter');
    // The step itself is no link; the first thing in the form is the first radio button.
    await press('Tab', 'Space', 'Tab', 'Tab', 'Enter');
    await page.waitForURL('**/apply/applicant');
    await page.getByRole('link', { name: '跳到正文' }).focus();
    await press('Enter', 'Tab', 'Tab');
    await page.keyboard.type('赵测试甲');
    expect(await page.getByLabel('姓名').inputValue()).toBe('赵测试甲');
    await page.getByRole('button', { name: '保存，下一步' }).focus();
    await press('Enter');
    await page.locator('.summary').waitFor();
    expect(await page.title()).toMatch(/^错误：第2步，共5步：申请人信息/);
    await page.locator('.summary a').first().focus();
    await press('Enter');
    await page.waitForURL(/#.+$/);
    await page.context().close();
  });

  it('suggests what is public while one types, by its own script alone', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await world.database.server
      .insertInto('search_entry')
      .values(
        rowOfEntry(
          searchEntry({
            regionId: world.office.regionId,
            organId: world.office.organId,
            entryId: '00000000-0000-4000-8000-00000000000a',
            title: '公路养护<资金>公开',
            path: '/east/office/annual-reports/2025',
          }),
        ),
      )
      .execute();
    await page.goto(`${address}/apply/east/office`);
    await page.getByLabel('想要什么信息').pressSequentially('公路养护');
    const link = page.locator('#suggestions a');
    await link.waitFor();
    expect(await link.innerText()).toBe('公路养护<资金>公开');
    expect(await link.getAttribute('href')).toBe('/east/office/annual-reports/2025');
    expect(asked.every((url) => url.startsWith(address) && !decodeURIComponent(url).includes('养护'))).toBe(
      true,
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  /** Every page, and some with errors, in one context. */
  async function eachPage(
    context: BrowserContext,
    look: (page: Page, name: string) => Promise<void>,
  ): Promise<void> {
    const page = await context.newPage();
    const at = async (path: string, name: string): Promise<void> => {
      await page.goto(address + path);
      await look(page, name);
    };
    await at('/apply?region=east', 'choose');
    await at('/east/office/application', 'block');
    await at('/apply/east/office?q=%E5%85%AC%E8%B7%AF', 'check');
    await at('/apply/nowhere/none', 'no-organ');
    await at('/apply/confirm', 'no-draft');
    await fillForm(page);
    for (const step of ['kind', 'applicant', 'request', 'identity', 'confirm'])
      await at(`/apply/${step}`, `step-${step}`);
    await page.goto(`${address}/apply/applicant`);
    await page.getByLabel('姓名').fill('');
    await page.getByLabel('联系电话').fill('');
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await page.locator('.summary').waitFor();
    await look(page, 'errors');
    await page.getByLabel('姓名').fill('赵测试甲');
    await page.getByLabel('联系电话').fill('1391234567');
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await page.goto(`${address}/apply/confirm`);
    await look(page, 'doubts');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL('**/apply/receipt');
    await look(page, 'receipt');
    await at('/follow', 'follow');
    await page.getByLabel('登记号').fill('1');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.locator('.summary').waitFor();
    await look(page, 'follow-wrong');
    const correcting = await plantCase(world, world.office);
    await correctionAsked(correcting);
    await enter(page, correcting);
    await look(page, 'case-correction');
    await at('/follow/act/acceptCorrection', 'act-correction');
    await at('/follow/act/withdraw', 'act-withdraw');
    await at('/follow/act/note', 'nothing');
    await enter(page, await plantCase(world, world.office));
    await page.locator('summary').click();
    await look(page, 'case-running');
    const finished = await plantCase(world, world.office);
    await replied(finished);
    await enter(page, finished);
    await look(page, 'case-replied');
    await page.locator('#letters ~ .reports a').first().click();
    await page.waitForURL('**/follow/letters/**');
    await look(page, 'letter');
    await at('/follow/act/rate', 'act-rate');
    await at('/amend/east/office', 'amend');
    await page.close();
  }

  const LOOKS = PORTAL_DISPLAYS.flatMap((display) => WIDTHS.map((width) => [display, width] as const));

  it.each(LOOKS)('has no violation that axe knows: %s at %i', async (display, width) => {
    // axe is put in by the test, which the pages' own policy rightly forbids.
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    await context.addCookies([{ name: 'display', value: display, url: address }]);
    await eachPage(context, async (page, name) => {
      await page.evaluate(axe.source);
      const violations = await page.evaluate<string[]>(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
      );
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (PICTURES !== undefined) {
        await page.screenshot({ path: join(PICTURES, `${name}-${width}-${display}.png`), fullPage: true });
      }
      expect(violations, name).toEqual([]);
      expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
    });
    await context.close();
  });
});

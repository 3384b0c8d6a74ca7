import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { plantCase, SAMPLE_FORM } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { pdf } from './sample-files.ts';

describe.skipIf(!hasChromium)('entering an application (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;
  let officer: string;

  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
    await world.database.server
      .updateTable('organ')
      .set({ name: '段店乡人民政府' })
      .where('organ_id', '=', world.township.organId)
      .execute();
    officer = await world.signedIn(world.township, 'drafter');
  });

  afterAll(async () => {
    await desk?.close();
  });

  const open = async (): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const context = await desk.contextFor(officer);
    return { context, page: await desk.open(context, '/applications/new') };
  };

  const choose = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('radio', { name, exact: true }).check();
  };

  /** What the application itself says. */
  const fillContent = async (page: Page, description: string): Promise<void> => {
    await page.getByLabel('申请公开的信息').fill(description);
    await choose(page, '纸质');
    await choose(page, '当面领取');
  };

  const register = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: /^已登记，登记号/ }).waitFor();
  };

  const caseOf = async (page: Page) => {
    const link = await page.getByRole('link', { name: '办理这件申请' }).getAttribute('href');
    const [regionId = '', applicationId = ''] = (link ?? '').split('/').slice(-2);
    const { body } = await world.call(
      applicationRoutes.read,
      { params: { regionId, applicationId } },
      officer,
    );
    return body;
  };

  it('has no violation that axe knows and no sideways scrolling in every display', async () => {
    const { context, page } = await open();
    await lookEverywhere(page, 'intake');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText(/处需要修改/).waitFor();
    await lookEverywhere(page, 'intake-errors');
    await choose(page, '平常信函');
    await page.getByLabel('实际收到日期').fill('2026-11-20');
    await page.getByText('应于2026年11月20日以前与申请人确认，已经超过').waitFor();
    await page.getByLabel('由代理人提出').check();
    await lookEverywhere(page, 'intake-mail');
    await choose(page, '法律服务机构');
    await page.getByLabel('由代理人提出').uncheck();
    await page.getByLabel('名称', { exact: true }).fill('示例律师事务所');
    await page.getByLabel('统一社会信用代码').fill('123');
    await fillContent(page, '示范乡2025年农村公路养护资金分配方案');
    await lookEverywhere(page, 'intake-filled');
    await register(page);
    await page.getByText('政府信息公开申请接收回执').waitFor();
    await lookEverywhere(page, 'intake-done');
    await context.close();
  });

  it('enters what was handed in at the counter: the day of receipt is shown before, a receipt after', async () => {
    const { context, page } = await open();
    await choose(page, '当面提交');
    expect(await page.getByLabel('寄出日期').count()).toBe(0);
    expect(await page.getByLabel('与申请人确认日期').count()).toBe(0);
    await page.getByLabel('提交日期').fill('2026-11-20');
    const preview = page.locator('.receipt-preview');
    await preview.getByText('2026年11月20日', { exact: true }).waitFor();
    expect(await preview.innerText()).toContain('（条例第三十一条第（一）项）');
    await preview.getByRole('button', { name: '答复的最后一日2026年12月18日，查看推算' }).click();
    await page.getByRole('dialog').getByText('2026年11月20日为起算日').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('姓名').fill('冯测试庚');
    await page.getByLabel('证件号码').fill('123');
    await page.getByText('身份证号的位数、出生日期或者校验码不对').waitFor();
    await page.getByText('缺少联系方式').waitFor();
    await page.getByLabel('联系电话').fill('13700001111');
    await page.getByText('缺少联系方式').waitFor({ state: 'detached' });
    await page.getByLabel('证件号码').fill('370102198001011237');
    await fillContent(page, '段店乡2025年度“三公”经费决算');
    await page.locator('input[type=file]').first().setInputFiles({
      name: '冯测试庚的申请.pdf',
      mimeType: 'application/pdf',
      buffer: pdf(),
    });
    await page.getByText('申请书1.pdf').waitFor();
    await register(page);
    await page.getByText('政府信息公开申请接收回执').waitFor();
    const receipt = await page.locator('.acknowledgement').innerText();
    expect(receipt).toContain('冯测试庚');
    expect(receipt).toContain('2026年12月18日');
    expect(receipt).toMatch(/查询码\s+[2-9A-HJ-NP-Z]{10}/);
    expect(page.url()).toMatch(/\/console\/applications\/new$/);
    const entered = await caseOf(page);
    expect(entered).toMatchObject({
      status: 'registered',
      receiptDate: '2026-11-20',
      dueOn: '2026-12-18',
      form: { applicant: { identityType: 'residentCard', phone: '13700001111' }, supplyWay: 'collect' },
      files: [{ use: 'form', name: '申请书1.pdf' }],
    });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印回执' }).isVisible()).toBe(false);
    expect(await page.locator('.acknowledgement').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '登记下一件' }).click();
    await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('');
    expect(await page.getByText('申请书1.pdf').count()).toBe(0);
    await context.close();
  });

  it('enters a letter that is not confirmed yet: it waits, and no day is counted', async () => {
    const { context, page } = await open();
    await choose(page, '平常信函');
    await page.getByLabel('寄出日期（邮戳）').fill('2026-11-17');
    await page.getByLabel('实际收到日期').fill('2026-11-20');
    await page.getByText('待与申请人确认').waitFor();
    await page.getByText('确定收到申请之日后起算').waitFor();
    await page.getByLabel('与申请人确认日期').fill('2026-11-19');
    await page.getByText('确认日期（2026-11-19）不能早于实际收到日期（2026-11-20）。').waitFor();
    await page.getByLabel('与申请人确认日期').fill('');
    await page.getByLabel('姓名').fill('陈测试辛');
    await fillContent(page, '段店乡敬老院建设项目批复');
    await register(page);
    await page.getByText('收到申请之日还没有确认').waitFor();
    expect(await caseOf(page)).toMatchObject({
      status: 'awaitingConfirmation',
      sentOn: '2026-11-17',
      arrivedOn: '2026-11-20',
      receiptDate: null,
      dueOn: null,
    });
    await context.close();
  });

  it('says all that is missing in one place, leads to each field, and keeps what was typed', async () => {
    const { context, page } = await open();
    await page.getByLabel('申请公开的信息').fill('防汛预案');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('有 4 处需要修改，还没有登记').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.className')).toContain('error-summary');
    await page.getByRole('link', { name: '请填写姓名' }).click();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('intake_form_applicant_name');
    expect(await page.getByLabel('申请公开的信息').inputValue()).toBe('防汛预案');
    await context.close();
  });

  it('keeps a half-filled form in the window, and nothing of it in the browser’s store', async () => {
    const { context, page } = await open();
    await page.getByLabel('姓名').fill('褚测试壬');
    await page.getByRole('link', { name: '返回登记簿' }).click();
    const dialog = page.getByRole('dialog', { name: '还有未保存的内容' });
    await dialog.getByText('回到本页会自动恢复').waitFor();
    await dialog.getByRole('button', { name: '离开本页' }).click();
    await page.getByRole('heading', { level: 1, name: '申请登记簿' }).waitFor();
    const stores = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])';
    expect(await page.evaluate(stores)).not.toContain('褚测试壬');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '登记申请' }).click();
    await page.getByText('已恢复未保存的内容').waitFor();
    expect(await page.getByLabel('姓名').inputValue()).toBe('褚测试壬');
    await page.getByRole('button', { name: '放弃这些内容' }).click();
    await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('');
    await context.close();
  });

  it('tells that the applicant has been there before, masked, with the last case', async () => {
    const { registrationNumber } = await plantCase(world, world.township);
    await plantCase(world, world.otherCounty);
    const { context, page } = await open();
    const { name, identityNumber, phone } = SAMPLE_FORM.applicant;
    await page.getByLabel('姓名').fill(name);
    await page.getByLabel('联系电话').fill('13700009999');
    await page.getByLabel('证件号码').fill(identityNumber ?? '');
    await page.getByText('赵***在本机关已有 1 件申请，其中 1 件在办').waitFor();
    await page.getByRole('link', { name: registrationNumber }).waitFor();
    await look(page, 'intake-earlier');
    await page.getByLabel('证件号码').fill('');
    await page.getByText('在本机关已有').waitFor({ state: 'detached' });
    await page.getByLabel('联系电话').fill(phone ?? '');
    expect(await page.getByText('在本机关已有').count()).toBe(0);
    await context.close();
  });

  it('shows what the server says of a field beside it', async () => {
    const { context, page } = await open();
    await choose(page, '当面提交');
    await page.getByLabel('提交日期').fill('2026-11-20');
    await page.getByLabel('姓名').fill('卫测试\u200B癸');
    await fillContent(page, '乡镇应急预案');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('.ant-form-item-explain-error', { hasText: '看不见的字符' }).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('intake_form_applicant_name');
    await context.close();
  });
});

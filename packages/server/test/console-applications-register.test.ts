import { applicationAssignmentRoutes } from '@zhaoshi/contract/routes/application-assignment';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { formOf, plantRegister, REGISTER_CASES } from './register-desk.ts';

const paramsOf = ({ regionId, applicationId }: PlantedCase) => ({ regionId, applicationId });

describe.skipIf(!hasChromium)('the register of applications (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;
  let officer: string;
  let cases: Awaited<ReturnType<typeof plantRegister>>;

  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
    await world.database.server
      .updateTable('organ')
      .set({ name: '段店乡人民政府' })
      .where('organ_id', '=', world.township.organId)
      .execute();
    officer = await world.signedIn(world.township, 'disclosureOfficer');
    cases = await plantRegister(world, world.township);
    const withdrawn = await plantCase(world, world.township, {
      form: formOf('郑测试己', '已撤回的申请'),
    });
    await act(withdrawn, { type: 'withdraw', on: '2026-11-20' }, { reason: '申请人来电撤回' });
  });

  afterAll(async () => {
    await desk?.close();
  });

  const act = async (planted: PlantedCase, sent: object, texts: object = {}): Promise<void> => {
    const { body } = await world.call(applicationRoutes.read, { params: paramsOf(planted) }, officer);
    const answer = await world.call(
      applicationRoutes.act,
      { params: paramsOf(planted), body: { act: sent, texts } as never },
      officer,
      { 'if-match': `"${String(body['version'])}"` },
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };

  const open = async (
    cookie: string,
    path: string,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const context = await desk.contextFor(cookie);
    return { context, page: await desk.open(context, path) };
  };

  const rows = async (page: Page): Promise<readonly string[]> => {
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    return await page.locator('tbody tr[data-row-key]').allInnerTexts();
  };

  const seen = async (page: Page, words: string): Promise<void> => {
    await page.locator('tbody tr[data-row-key]', { hasText: words }).first().waitFor();
  };

  it('has no violation that axe knows and no sideways scrolling in every display', async () => {
    const { context, page } = await open(officer, '/applications');
    await page.getByText('示范村村庄规划').waitFor();
    await lookEverywhere(page, 'register');
    await page.getByRole('button', { name: '更多条件' }).click();
    await lookEverywhere(page, 'register-filters');
    await page.getByRole('checkbox', { name: `选择${cases.far.registrationNumber}号申请` }).check();
    await page.getByRole('button', { name: '指定经办人' }).click();
    await page.getByRole('dialog').waitFor();
    await lookEverywhere(page, 'register-assign');
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: new RegExp(`${cases.far.registrationNumber}号的期限`) }).click();
    await page.getByRole('region', { name: '逐日推算' }).waitFor();
    await lookEverywhere(page, 'register-derivation');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '已办结' }).click();
    await page.getByText('已撤回的申请').waitFor();
    await lookEverywhere(page, 'register-concluded');
    await page.getByLabel('关键词').fill('没有这样的词');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的申请').waitFor();
    await lookEverywhere(page, 'register-empty');
    await context.close();
  });

  it('lists open cases from the nearest last day on, each with how near it is in words', async () => {
    const { context, page } = await open(officer, '/applications');
    await seen(page, '示范村村庄规划');
    const shown = await rows(page);
    const inOrder = [...Object.values(REGISTER_CASES).map(([, what]) => what), '征地补偿安置公告'];
    expect(shown.map((row) => inOrder.findIndex((what) => row.includes(what)))).toEqual([0, 1, 2, 3, 4]);
    const words = ['已逾期9个工作日', '还剩1个工作日', '还剩5个工作日', '还剩14个工作日', '期限未起算'];
    for (const [index, word] of words.entries()) expect(shown[index]).toContain(word);
    expect(shown[0]).toContain('孙***');
    expect(shown.join('')).not.toContain('孙测试甲');
    await page.getByRole('link', { name: '已逾期' }).click();
    await page.waitForURL('**/applications?stage=overdue');
    await page.getByText('2025年度部门预算').waitFor({ state: 'detached' });
    await expect.poll(() => rows(page)).toHaveLength(1);
    await page.getByRole('link', { name: '即将到期' }).click();
    await seen(page, '2025年度部门预算');
    await expect.poll(() => rows(page)).toHaveLength(2);
    await page.getByRole('link', { name: '已办结' }).click();
    await seen(page, '申请人撤回');
    await expect.poll(() => rows(page)).toHaveLength(1);
    await context.close();
  });

  it('tells how a last day was counted', async () => {
    const { context, page } = await open(officer, '/applications');
    await page.getByRole('button', { name: /2026年11月27日，查看推算/ }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2026年10月30日为起算日，当日不计入；其后第 20 个工作日是').waitFor();
    const saturday = dialog.getByRole('row', { name: /2026年10月31日（周六）/ });
    expect(await saturday.innerText()).toMatch(/周末休息\s+不计入/);
    expect(await dialog.getByRole('row', { name: /2026年11月27日/ }).innerText()).toContain('第20个工作日');
    await context.close();
  });

  it('finds an applicant by the whole name only, and writes the name into no address', async () => {
    const { context, page } = await open(officer, '/applications');
    await seen(page, '征地补偿');
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
    await page.getByLabel('申请人', { exact: true }).fill('李测试丙');
    await page.keyboard.press('Enter');
    await page.getByText('征地补偿').waitFor({ state: 'detached' });
    await expect.poll(() => rows(page)).toHaveLength(1);
    await page.getByLabel('申请人', { exact: true }).fill('李测试');
    await page.keyboard.press('Enter');
    await page.getByText('没有找到这位申请人的申请').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('register-applicant');
    addresses.push(decodeURIComponent(page.url()));
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((address) => address.includes('李测试'))).toEqual([]);
    await page.getByRole('button', { name: '清除条件' }).click();
    await seen(page, '征地补偿');
    // A number of a person that is typed as a word is looked for as an applicant's all the same.
    await page.getByLabel('关键词').fill('13900000000');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '清除条件' }).waitFor();
    expect(await page.getByLabel('申请人', { exact: true }).inputValue()).toBe('13900000000');
    await expect.poll(() => rows(page)).toHaveLength(5);
    const { pathname, search, hash } = new URL(page.url());
    expect(`${pathname}${search}${hash}`).not.toContain('139');
    await context.close();
  });

  it('does not let somebody try names on a register that shows them none', async () => {
    const supervisor = await world.signedIn(world.office, 'supervisor');
    const ask = async (cookie: string) =>
      await world.call(applicationRoutes.search, { body: { applicant: '李测试丙' } }, cookie);
    expect((await ask(officer)).body['items']).toHaveLength(1);
    expect((await ask(supervisor)).body['items']).toEqual([]);
    const all = await world.call(applicationRoutes.search, { body: { stage: 'open' } }, supervisor);
    expect(all.body['items']).toHaveLength(5);
  });

  it('narrows by what stands in the address, and keeps a view of it under a name', async () => {
    const { context, page } = await open(officer, '/applications?q=规划&unassigned=true');
    await seen(page, '示范村村庄规划');
    await expect.poll(() => rows(page)).toHaveLength(1);
    await page.getByRole('button', { name: '保存当前条件为视图' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').getByText('请填写视图名称').waitFor();
    await page.getByLabel('视图名称').fill('未分派的规划');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('视图已保存').waitFor();
    await look(page, 'register-view');
    await page.getByRole('button', { name: '清除条件' }).click();
    await seen(page, '征地补偿');
    await page.getByRole('navigation', { name: '我的视图' }).getByRole('link').click();
    await page.waitForURL('**/applications?q=*');
    await page.getByText('征地补偿').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('关键词').inputValue()).toBe('规划');
    await page.getByRole('button', { name: '删除视图“未分派的规划”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await page.getByRole('navigation', { name: '我的视图' }).waitFor({ state: 'detached' });
    await context.close();
  });

  it('gives ticked cases to one officer, and says which somebody else was at meanwhile', async () => {
    const clerk = await world.newPerson(world.township, ['drafter']);
    const name = '王经办';
    await world.database.server
      .updateTable('account')
      .set({ display_name: name })
      .where('account_id', '=', clerk)
      .execute();
    const { context, page } = await open(officer, '/applications');
    for (const { registrationNumber } of [cases.far, cases.soon]) {
      await page.getByRole('checkbox', { name: `选择${registrationNumber}号申请` }).check();
    }
    await page.getByText('已选 2 件').waitFor();
    await act(cases.soon, { type: 'note', on: '2026-11-20' }, { text: '与科室沟通' });
    await page.getByRole('button', { name: '指定经办人' }).click();
    const dialog = page.getByRole('dialog', { name: '为 2 件申请指定经办人' });
    await dialog.getByRole('button', { name: '指定' }).click();
    await dialog.getByText('请选择经办人').waitFor();
    await dialog.getByRole('combobox', { name: '经办人' }).fill(name);
    await page.locator('.ant-select-item-option', { hasText: name }).click();
    await dialog.getByRole('button', { name: '指定' }).click();
    await page.getByText('已指定王经办经办 1 件申请').waitFor();
    await page
      .getByText(`${cases.soon.registrationNumber}：别人刚刚办理过这件申请，请核对最新情况后再指定。`)
      .waitFor();
    await look(page, 'register-assigned');
    await page
      .getByRole('row', { name: /公路养护/ })
      .getByText(name)
      .waitFor();
    expect(await page.getByRole('row', { name: /村庄规划/ }).innerText()).toContain('未指定');
    await context.close();
  });

  it('assigns nobody who has no work on applications in the organ', async () => {
    const { regionId, organId } = world.township;
    const stranger = await world.newPerson(world.otherCounty, ['drafter']);
    const answer = await world.call(
      applicationAssignmentRoutes.assignMany,
      {
        params: { regionId, organId },
        body: {
          officerId: stranger,
          cases: [{ applicationId: cases.overdue.applicationId, version: 1 }],
        },
      },
      officer,
    );
    expect(answer.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/officerId' }] });
  });

  it('greys what the person may not do and says why', async () => {
    const { context, page } = await open(await world.signedIn(world.township, 'leader'), '/applications');
    await seen(page, '征地补偿');
    for (const name of ['登记申请', '指定经办人']) {
      expect(await page.getByRole('button', { name }).getAttribute('aria-disabled'), name).toBe('true');
    }
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.getByRole('button', { name: '登记申请' }).focus();
    await page.getByRole('tooltip').filter({ hasText: '“登记申请”的权限' }).waitFor();
    await look(page, 'register-grey');
    await page.goto(`${desk.address}/console/applications/new`);
    await page.getByRole('heading', { name: '没有这个页面的权限' }).waitFor();
    await context.close();
  });

  it('shows the competent department whose case it is, and no name', async () => {
    const supervisor = await world.signedIn(world.office, 'supervisor');
    const { context, page } = await open(supervisor, '/applications');
    await seen(page, '段店乡人民政府');
    expect(await page.getByLabel('申请人', { exact: true }).count()).toBe(0);
    await look(page, 'register-supervisor');
    await page.getByRole('combobox', { name: '机关' }).fill('段店');
    await page.locator('.ant-select-item-option', { hasText: '段店乡人民政府' }).click();
    await page.waitForURL('**/applications?organId=*');
    await expect.poll(() => rows(page)).toHaveLength(5);
    await context.close();
  });
});

import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import {
  begin,
  day,
  doAct,
  facts,
  type OpenCase,
  openCase,
  openCountyDesk,
  pick,
  send,
  stands,
} from './console-case-screen.ts';
import type { ConsoleDesk } from './console-desk.ts';
import { DISPLAYS, hasChromium, look } from './console-screens.ts';

describe.skipIf(!hasChromium)('the screen of an application (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;

  beforeAll(async () => {
    ({ desk, world } = await openCountyDesk());
  });

  afterAll(async () => {
    await desk?.close();
  });

  const open = async (
    planted: PlantedCase,
    name: string,
    roles: readonly Role[],
    display = DISPLAYS[0],
  ): Promise<OpenCase> => await openCase(desk, planted, name, roles, display);

  const read = async ({ regionId, applicationId }: PlantedCase, cookie: string) =>
    (await world.call(applicationRoutes.read, { params: { regionId, applicationId } }, cookie)).body;

  it('tells who was first, keeps what was typed, and sends again over the new state', async () => {
    const planted = await plantCase(world, world.county);
    const one = await open(planted, '王专员', ['disclosureOfficer']);
    const other = await open(planted, '李经办', ['drafter']);
    const form = await begin(one.page, '记事');
    await form.getByLabel('内容').fill('已与档案室联系');
    await doAct(other.page, '开始办理');
    await form.getByRole('button', { name: '记事' }).click();
    const told = form.getByRole('alert');
    await told.getByText('李经办办理了“开始办理”').waitFor();
    await stands(one.page, '办理中');
    expect(await form.getByLabel('内容').inputValue()).toBe('已与档案室联系');
    await look(one.page, 'case-stale');
    await send(one.page, '记事');
    const { events } = await read(planted, one.cookie);
    expect(events).toMatchObject([
      { type: 'register' },
      { type: 'takeUp' },
      { type: 'note', texts: { text: '已与档案室联系' } },
    ]);
    await one.context.close();
    await other.context.close();
  });

  it('keeps what was typed while other pages are looked at, in memory only', async () => {
    const planted = await plantCase(world, world.county);
    const { context, page } = await open(planted, '王专员', ['disclosureOfficer']);
    const form = await begin(page, '记事');
    await form.getByLabel('内容').fill('与申请人赵测试甲通话');
    await page.getByRole('link', { name: '待办', exact: true }).click();
    await page.getByRole('button', { name: '离开本页' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await page.goBack();
    const back = await begin(page, '记事');
    await back.getByText(/只留在这个窗口里/).waitFor();
    expect(await back.getByLabel('内容').inputValue()).toBe('与申请人赵测试甲通话');
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(
      '赵测试甲',
    );
    await context.close();
  });

  it('greys what the role or the status does not allow, with the reason', async () => {
    const planted = await plantCase(world, world.county);
    const { context, page } = await open(planted, '李经办', ['drafter']);
    const extend = page.getByRole('button', { name: '同意延期', exact: true });
    expect(await extend.getAttribute('aria-disabled')).toBe('true');
    await extend.focus();
    await page.getByRole('tooltip').getByText('这一步由政府信息公开工作机构负责人办理。').waitFor();
    const scope = page.getByRole('region', { name: '怎么给' });
    await scope.getByText(/现在不能办理的步骤/).click();
    await scope.getByText('案件现在是“已登记”；“办理中”的案件才能办理这一步。').waitFor();
    await context.close();
  });

  it('shows the applicant only on request, and to an assessor not at all', async () => {
    const planted = await plantCase(world, world.county);
    const officer = await open(planted, '王专员', ['disclosureOfficer']);
    expect(await officer.page.getByText('赵测试甲').count()).toBe(0);
    await officer.page.getByRole('button', { name: '显示申请人信息' }).click();
    await officer.page.getByText('赵测试甲').waitFor();
    await officer.page.getByText('11010519491231002X').waitFor();
    await officer.context.close();
    const assessor = await open(planted, '孙评议', ['assessor']);
    await assessor.page.getByText('您没有查看申请人信息的权限。').waitFor();
    await look(assessor.page, 'case-assessor');
    await assessor.context.close();
  });

  it('links an earlier application found in the register, and hints at others of the applicant', async () => {
    const earlier = await plantCase(world, world.county, { receiptDate: day('2026-10-12') });
    const planted = await plantCase(world, world.county);
    const { context, page } = await open(planted, '王专员', ['disclosureOfficer']);
    const related = page.getByRole('region', { name: '相关申请' });
    await related.getByRole('heading', { name: '同一申请人的其他申请' }).waitFor();
    await doAct(page, '关联其他申请', async (form) => {
      await form.getByRole('radio', { name: /本件重复了那件申请/ }).check();
      await form.getByRole('combobox', { name: '另一件申请' }).fill(earlier.registrationNumber);
      await page
        .locator('.ant-select-item-option')
        .filter({ hasText: earlier.registrationNumber })
        .first()
        .click();
    });
    await related.getByText('本件与它重复').waitFor();
    await related.getByRole('link', { name: earlier.registrationNumber }).first().click();
    await page.getByRole('heading', { level: 1, name: earlier.registrationNumber }).waitFor();
    await context.close();
  });

  it.each(DISPLAYS)('has no violation that axe knows and no sideways scrolling: %o', async (display) => {
    const suffix = display.high ? '-high' : '';
    const planted = await plantCase(world, world.county);
    const { context, page } = await open(planted, '王专员', ['disclosureOfficer'], display);
    await look(page, `case${suffix}`);
    await page.getByRole('button', { name: '显示申请人信息' }).click();
    await facts(page)
      .getByRole('button', { name: /答复的最后一日.*查看推算/ })
      .click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await doAct(page, '开始办理');
    for (const [name, file] of [
      ['告知补正', 'correction'],
      ['征求意见', 'consultation'],
      ['登记检索', 'search'],
      ['提请延期', 'extension'],
    ] as const) {
      const form = await begin(page, name);
      await look(page, `case-${file}${suffix}`);
      await form.getByRole('button', { name: '取消' }).click();
    }
    const draft = await begin(page, '拟写答复');
    await pick(draft, '办理结果', '保护第三方合法权益');
    await draft.getByText('4.保护第三方合法权益').waitFor();
    await look(page, `case-reply${suffix}`);
    await context.close();
  });
});

import { describe, expect, it } from 'vitest';
import { plantCase } from './application-samples.ts';
import {
  begin,
  countyDesk,
  day,
  doAct,
  explain,
  facts,
  pick,
  send,
  stands,
  turnTo,
} from './console-case-screen.ts';
import { hasChromium, holdReads, look, lookEverywhere } from './console-screens.ts';

describe.skipIf(!hasChromium)('the screen of an application (skipped where there is no Chromium)', () => {
  const desk = countyDesk();

  it('tells who was first, keeps what was typed, and sends again over the new state', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const one = await desk.open(planted, '王专员', ['disclosureOfficer']);
    const other = await desk.open(planted, '李经办', ['drafter']);
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
    const { events } = await desk.read(planted, one.cookie);
    expect(events).toMatchObject([
      { type: 'register' },
      { type: 'takeUp' },
      { type: 'note', texts: { text: '已与档案室联系' } },
    ]);
    await one.context.close();
    await other.context.close();
  });

  it('does two acts in a row, whatever is still being read again', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
    const release = await holdReads(page, `**/api/applications/${planted.regionId}/${planted.applicationId}`);
    await doAct(page, '开始办理');
    await stands(page, '办理中');
    const form = await begin(page, '记事');
    await form.getByLabel('内容').fill('已与档案室联系');
    await send(page, '记事');
    const alerts = page.getByRole('alert').filter({ hasNotText: '已办理' });
    expect(await alerts.allTextContents()).toEqual([]);
    release();
    await context.close();
  });

  it('keeps what was typed while other pages are looked at, in memory only', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
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
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page } = await desk.open(planted, '李经办', ['drafter']);
    const extend = page.getByRole('button', { name: '同意延期', exact: true });
    expect(await extend.getAttribute('aria-disabled')).toBe('true');
    await extend.focus();
    await page.getByRole('tooltip').getByText('这一步由政府信息公开工作机构负责人办理。').waitFor();
    const scope = await explain(page, '怎么给');
    await scope.getByText('案件现在是“已登记”；“办理中”的案件才能办理这一步。').waitFor();
    await context.close();
  });

  it('shows the applicant only on request, and to an assessor not at all', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const officer = await desk.open(planted, '王专员', ['disclosureOfficer']);
    await turnTo(officer.page, '申请内容');
    expect(await officer.page.getByText('赵测试甲').count()).toBe(0);
    await officer.page.getByRole('button', { name: '显示申请人信息' }).click();
    await officer.page.getByText('赵测试甲').waitFor();
    await officer.page.getByText('11010519491231002X').waitFor();
    await officer.context.close();
    const assessor = await desk.open(planted, '孙评议', ['assessor']);
    await turnTo(assessor.page, '申请内容');
    await assessor.page.getByText('您没有查看申请人信息的权限。').waitFor();
    await look(assessor.page, 'case-assessor');
    await assessor.context.close();
  });

  it('links an earlier application found in the register, and hints at others of the applicant', async () => {
    const earlier = await plantCase(desk.world, desk.world.county, { receiptDate: day('2026-10-12') });
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
    const related = page.getByRole('region', { name: '相关申请' });
    await turnTo(page, '相关申请');
    await related.getByRole('heading', { name: '同一申请人的其他申请' }).waitFor();
    await turnTo(page, '办理');
    await doAct(page, '关联其他申请', async (form) => {
      await form.getByRole('radio', { name: /本件重复了那件申请/ }).check();
      await form.getByRole('combobox', { name: '另一件申请' }).fill(earlier.registrationNumber);
      await page
        .locator('.ant-select-item-option')
        .filter({ hasText: earlier.registrationNumber })
        .first()
        .click();
    });
    await turnTo(page, '相关申请');
    await related.getByText('本件与它重复').waitFor();
    await related.getByRole('link', { name: earlier.registrationNumber }).first().click();
    await page.getByRole('heading', { level: 1, name: earlier.registrationNumber }).waitFor();
    await context.close();
  });

  it('holds the seven questions and every act that can be done on one screen, the rest a press away', async () => {
    const planted = await plantCase(desk.world, desk.world.county, { receiptDate: day('2026-11-02') });
    const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
    await page.setViewportSize({ width: 1440, height: 900 });
    await doAct(page, '开始办理');
    await page.getByText('已办理：开始办理').waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(900);
    const last = await page.getByRole('button', { name: '记事', exact: true }).boundingBox();
    expect((last?.y ?? 900) + (last?.height ?? 0)).toBeLessThan(900);
    const sheets = page.getByRole('navigation', { name: '案件的各部分' });
    await expect
      .poll(() => sheets.getByRole('link').allTextContents())
      .toEqual([
        '办理',
        '申请内容',
        '材料0',
        '文书1',
        expect.stringMatching(/^相关申请\d+$/),
        '联系记录0',
        '办理经过2',
      ]);
    await doAct(page, '登记联系情况', async (form) => {
      await form.getByRole('radio', { name: '没有联系上' }).check();
      await form.getByLabel('联系方式').fill('电话');
      await form.getByLabel('联系结果').fill('无人接听');
    });
    await turnTo(page, '联系记录');
    await page.getByText('无人接听').waitFor();
    await page.reload();
    await page.getByRole('region', { name: '联系记录' }).getByText('无人接听').waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('contacts');
    await context.close();
  });

  it('keeps a form as it is while something is looked up on another sheet', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
    const form = await begin(page, '记事');
    await form.getByLabel('内容').fill('核对材料后再写');
    await turnTo(page, '材料');
    await form.waitFor({ state: 'hidden' });
    await turnTo(page, '办理');
    expect(await form.getByLabel('内容').inputValue()).toBe('核对材料后再写');
    await context.close();
  });

  it('has no violation that axe knows and no sideways scrolling in every display', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
    await lookEverywhere(page, 'case');
    await turnTo(page, '申请内容');
    await page.getByRole('button', { name: '显示申请人信息' }).click();
    await lookEverywhere(page, 'case-request');
    await turnTo(page, '办理');
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
      await lookEverywhere(page, `case-${file}`);
      await form.getByRole('button', { name: '取消' }).click();
    }
    const draft = await begin(page, '拟写答复');
    await pick(draft, '办理结果', '保护第三方合法权益');
    await draft.getByText('4.保护第三方合法权益').waitFor();
    await lookEverywhere(page, 'case-reply');
    await context.close();
  });
});

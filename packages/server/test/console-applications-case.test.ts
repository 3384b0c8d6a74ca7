import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { plantCase } from './application-samples.ts';
import {
  begin,
  countyDesk,
  day,
  doAct,
  explain,
  facts,
  letters,
  pick,
  preview,
  send,
  stands,
  turnTo,
} from './console-case-screen.ts';
import { hasChromium, look } from './console-screens.ts';

describe.skipIf(!hasChromium)('an application at the desk (skipped where there is no Chromium)', () => {
  const desk = countyDesk();

  it('asks the applicant to correct, once, and counts afresh from the corrected application', async () => {
    const planted = await plantCase(desk.world, desk.world.county, { receiptDate: day('2026-11-16') });
    const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
    await facts(page).getByText('2026年12月14日').first().waitFor();
    const form = await begin(page, '告知补正');
    await preview(form).getByText('待补正').waitFor();
    await form.getByRole('button', { name: '告知补正' }).click();
    await form.getByText('请填写需要补正的事项').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toContain('matters');
    await form.getByRole('checkbox', { name: /特征性描述不明确/ }).check();
    await form.getByLabel('需要补正的事项').fill('请写明哪一年的资金');
    await form.getByLabel('指导和释明').fill('可以写文件名称、文号或者年份');
    await letters(form).getByText('请写明哪一年的资金').first().waitFor();
    await look(page, 'case-letter');
    await send(page, '告知补正');
    await stands(page, '待补正');
    await facts(page).getByText('等待补正，期限中止').waitFor();
    await doAct(page, '登记送达', async (delivery) => {
      expect(await delivery.getByRole('radio', { name: /补正告知书/ }).isChecked()).toBe(true);
      await delivery.getByRole('radio', { name: /邮寄送达/ }).check();
      await delivery.getByLabel('凭证（邮件号、签收人等）').fill('EMS 1234567890123');
      await preview(delivery).getByText('2026年12月11日').waitFor();
    });
    await facts(page).getByText('2026年12月11日').first().waitFor();
    await doAct(page, '收到补正', async (corrected) => {
      await corrected.getByLabel('补正后的内容').fill('2025年度的分配方案');
      await preview(corrected).getByText('2026年12月18日').waitFor();
    });
    await facts(page).getByText('2026年12月18日').first().waitFor();
    await stands(page, '已登记');
    const question = await explain(page, '补不补');
    await question.getByText('已经告知过补正，补正只能一次性告知。').waitFor();
    await context.close();
  });

  it('says what an act would do, or why it would be refused, before anything is sent', async () => {
    const running = await plantCase(desk.world, desk.world.county, { receiptDate: day('2026-11-02') });
    const { context, page, cookie } = await desk.open(running, '赵主任', ['disclosureOfficeHead']);
    await doAct(page, '开始办理');
    const extension = await begin(page, '同意延期');
    await preview(extension).getByText('2026年12月14日').waitFor();
    await extension.getByLabel('延长的工作日数').fill('20');
    await preview(extension).getByText('2026年12月28日').waitFor();
    await extension.getByLabel('同意并告知之日').fill('2026-11-30');
    await preview(extension).getByText('日期不能晚于今天。').waitFor();
    await look(page, 'case-refused');
    await extension.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('期限');
    const correction = await begin(page, '告知补正');
    await preview(correction)
      .getByText(/不重新起算的最后一日/)
      .waitFor();
    expect((await desk.read(running, cookie)).events).toHaveLength(2);
    await context.close();

    const late = await plantCase(desk.world, desk.world.county, { receiptDate: day('2026-10-12') });
    const overdue = await desk.open(late, '赵主任', ['disclosureOfficeHead']);
    await facts(overdue.page).getByText(/逾期/).waitFor();
    await doAct(overdue.page, '开始办理');
    await preview(await begin(overdue.page, '同意延期'))
      .getByText('现在这样办理不会被接受')
      .waitFor();
    await overdue.context.close();
  });

  it('goes from consultation and extension to a reply that two people check, its delivery and the archive', async () => {
    const planted = await plantCase(desk.world, desk.world.county, { receiptDate: day('2026-11-02') });
    const drafter = await desk.open(planted, '李经办', ['drafter']);
    const officer = await desk.open(planted, '王专员', ['disclosureOfficer']);
    const head = await desk.open(planted, '赵主任', ['disclosureOfficeHead']);
    const leader = await desk.open(planted, '钱局长', ['leader']);
    const again = async ({ page }: { readonly page: Page }): Promise<Page> => {
      await page.reload();
      await page.getByRole('heading', { level: 1, name: planted.registrationNumber }).waitFor();
      return page;
    };

    await doAct(drafter.page, '开始办理');
    await doAct(drafter.page, '登记检索', async (form) => {
      await form.getByRole('radio', { name: '档案室' }).check();
      await form.getByLabel('检索用时').fill('40');
      await form.getByLabel('检索到').fill('1');
      await form.getByLabel(/^检索词/).fill('养护资金 分配');
      expect(await form.getByLabel('检索人').inputValue()).toBe('李经办');
      await form.getByLabel('检索结果').fill('找到一份');
    });
    await doAct(drafter.page, '征求意见', async (form) => {
      await form.getByLabel('征求意见对象').fill('示范路桥公司');
      await form.getByLabel('征求意见的内容').fill('资金分配方案中的单价');
      await preview(form).getByText('征求意见中').waitFor();
      await preview(form).getByText(/预计/).waitFor();
      await letters(form).getByText('资金分配方案中的单价').first().waitFor();
    });
    await facts(drafter.page).getByText('第1次征求意见').waitFor();
    await doAct(drafter.page, '登记征求意见结果', async (form) => {
      await form.getByRole('radio', { name: '同意公开', exact: true }).check();
    });
    await stands(drafter.page, '办理中');
    await doAct(drafter.page, '提请延期', async (form) => {
      await form.getByLabel('延期理由').fill('需要逐段核对');
    });

    const heads = await again(head);
    await doAct(heads, '同意延期', async (form) => {
      expect(await form.getByLabel('延期理由').inputValue()).toBe('需要逐段核对');
      await preview(form).getByText('2026年12月14日').waitFor();
    });
    await facts(heads).getByText('2026年12月14日').first().waitFor();

    await again(drafter);
    await doAct(drafter.page, '拟写答复', async (form) => {
      await pick(form, '办理结果', '予以公开，提供信息');
      await form.getByText('（一）予以公开').waitFor();
      await form.getByLabel('提供形式').fill('电子文件');
      await form.getByLabel('随附的政府信息').fill('分配方案（3页）');
      await letters(form).getByText('现将该政府信息提供给您').first().waitFor();
    });
    await doAct(drafter.page, '提交审核');

    const officers = await again(officer);
    for (const review of ['合法性审核', '保密审查']) {
      await doAct(officers, '审核通过', async (form) => {
        await form.getByRole('radio', { name: review }).check();
      });
      await officers.getByText(`${review}：已通过`).waitFor();
    }
    await look(officers, 'case-review');
    const leaders = await again(leader);
    await doAct(leaders, '批准答复');
    await stands(leaders, '已批准待送达');

    await again(officer);
    await doAct(officers, '登记答复送达', async (form) => {
      await form.getByRole('radio', { name: /直接送达/ }).check();
      await form.getByLabel('凭证（邮件号、签收人等）').fill('本人签收');
    });
    await stands(officers, '已送达');
    await doAct(officers, '办结');
    await doAct(officers, '归档', async (form) => {
      await form.getByLabel('档号').fill('2026-YSQ-0001');
    });
    await stands(officers, '已归档');
    await facts(officers).getByText('予以公开，提供信息').waitFor();
    await turnTo(officers, '文书');
    const sent = officers.getByRole('region', { name: '文书', exact: true });
    const reply = sent.getByRole('listitem').filter({ hasText: '政府信息公开告知书' });
    await reply.getByText(/直接送达/).waitFor();
    const href = await reply.getByRole('link', { name: /^PDF/ }).getAttribute('href');
    const file = await officer.context.request.get(`${desk.address}${href}`);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await turnTo(officers, '办理经过');
    const timeline = officers.getByRole('region', { name: '办理经过' });
    await expect.poll(() => timeline.getByRole('listitem').count()).toBe(15);
    await timeline.getByText('李经办').first().waitFor();
    expect(await timeline.getByText('示范路桥公司').count()).toBe(0);
    await timeline.getByRole('button', { name: '显示所写内容' }).click();
    await timeline.getByText('示范路桥公司').waitFor();
    await look(officers, 'case-archived');
    for (const { context } of [drafter, officer, head, leader]) await context.close();
  });

  it('does not let the writer review the own reply, and says so before it is tried', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page, cookie } = await desk.open(planted, '王专员', ['disclosureOfficer']);
    await doAct(page, '开始办理');
    await doAct(page, '拟写答复', async (form) => {
      await pick(form, '办理结果', '本机关不掌握：信息不存在');
      await form.getByLabel('检索情况和理由').fill('没有制作');
    });
    const submitting = await begin(page, '提交审核');
    await preview(submitting)
      .getByText(/检索记录须覆盖至少2个检索地点，现有0个/)
      .waitFor();
    await submitting.getByRole('button', { name: '取消' }).click();
    await doAct(page, '拟写答复', async (form) => {
      await pick(form, '办理结果', '已主动公开，告知获取方式');
      await form.getByLabel('获取方式、途径').fill('本机关网站');
    });
    await doAct(page, '提交审核');
    const review = await begin(page, '审核通过');
    await review.getByRole('radio', { name: '保密审查' }).check();
    await preview(review)
      .getByText(/拟稿或者提交的人不能审核/)
      .waitFor();
    await review.getByText('请由没有参与拟写、提交的人办理。').waitFor();
    const sending = review.getByRole('button', { name: '审核通过' });
    expect(await sending.getAttribute('aria-disabled')).toBe('true');
    const reasonId = (await sending.getAttribute('aria-describedby')) ?? '';
    expect(await review.locator(`[id="${reasonId}"]`).textContent()).toContain(
      '现在不能办理“审核通过”：拟稿或者提交的人不能审核',
    );
    await sending.click({ force: true });
    expect((await desk.read(planted, cookie))['version']).toBe(5);
    await context.close();
  });
});

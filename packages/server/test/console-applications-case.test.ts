import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { DISPLAYS, hasChromium, look } from './console-screens.ts';

const day = (text: string): CivilDate => text as CivilDate;

const pathOf = ({ regionId, applicationId }: PlantedCase): string =>
  `/applications/${regionId}/${applicationId}`;

describe.skipIf(!hasChromium)('an application at the desk (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let world: World;

  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
    await world.database.server
      .updateTable('organ')
      .set({ name: '示范县人民政府' })
      .where('organ_id', '=', world.county.organId)
      .execute();
  });

  afterAll(async () => {
    await desk?.close();
  });

  /** A person of the county with their name, and the case before them. */
  const open = async (
    planted: PlantedCase,
    name: string,
    roles: readonly Role[],
    display = DISPLAYS[0],
  ): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly cookie: string }> => {
    const accountId = await world.newPerson(world.county, roles);
    await world.database.server
      .updateTable('account')
      .set({ display_name: name })
      .where('account_id', '=', accountId)
      .execute();
    const cookie = await world.sessionOf(accountId);
    const context = await desk.contextFor(cookie, display);
    context.setDefaultTimeout(8_000);
    const page = await desk.open(context, pathOf(planted));
    await page.getByRole('heading', { level: 1, name: planted.registrationNumber }).waitFor();
    return { context, page, cookie };
  };

  const begin = async (page: Page, title: string): Promise<Locator> => {
    await page.getByRole('button', { name: title, exact: true }).click();
    const form = page.getByRole('region', { name: title, exact: true });
    await form.waitFor();
    return form;
  };

  const send = async (page: Page, title: string): Promise<void> => {
    const form = page.getByRole('region', { name: title, exact: true });
    await form.getByRole('button', { name: title, exact: true }).click();
    await form.waitFor({ state: 'hidden' });
  };

  const doAct = async (
    page: Page,
    title: string,
    fill: (form: Locator) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> => {
    await fill(await begin(page, title));
    await send(page, title);
  };

  const pick = async (form: Locator, label: string, name: string): Promise<void> => {
    await form.getByRole('combobox', { name: label }).fill(name);
    await form.page().locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  };

  const facts = (page: Page): Locator => page.getByRole('region', { name: '案件概况' });
  /** Waits until the case has a status. */
  const stands = async (page: Page, status: string): Promise<void> =>
    await facts(page).getByText(status, { exact: true }).waitFor();
  const preview = (form: Locator): Locator => form.getByRole('region', { name: '办理预览' });

  const read = async ({ regionId, applicationId }: PlantedCase, cookie: string) =>
    (await world.call(applicationRoutes.read, { params: { regionId, applicationId } }, cookie)).body;

  it('asks the applicant to correct, once, and counts afresh from the corrected application', async () => {
    const planted = await plantCase(world, world.county, { receiptDate: day('2026-11-16') });
    const { context, page } = await open(planted, '王专员', ['disclosureOfficer']);
    await facts(page).getByText('2026年12月14日').first().waitFor();
    const form = await begin(page, '告知补正');
    await preview(form).getByText('待补正').waitFor();
    await form.getByRole('button', { name: '告知补正' }).click();
    await form.getByText('请填写需要补正的事项').waitFor();
    await form.getByRole('checkbox', { name: /特征性描述不明确/ }).check();
    await form.getByLabel('需要补正的事项').fill('请写明哪一年的资金');
    await form.getByLabel('指导和释明').fill('可以写文件名称、文号或者年份');
    await form.getByRole('region', { name: '文书预览' }).getByText('请写明哪一年的资金').waitFor();
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
    const question = page.getByRole('region', { name: '补不补' });
    await question.getByText(/现在不能办理的步骤/).click();
    await question.getByText('已经告知过补正，补正只能一次性告知。').waitFor();
    await context.close();
  });

  it('says what an act would do, or why it would be refused, before anything is sent', async () => {
    const running = await plantCase(world, world.county, { receiptDate: day('2026-11-02') });
    const { context, page, cookie } = await open(running, '赵主任', ['disclosureOfficeHead']);
    await doAct(page, '开始办理');
    const extension = await begin(page, '同意延期');
    await preview(extension).getByText('2026年12月14日').waitFor();
    await extension.getByLabel('延长的工作日数').fill('20');
    await preview(extension).getByText('2026年12月28日').waitFor();
    await extension.getByLabel('同意并告知之日').fill('2026-11-30');
    await preview(extension).getByText('日期不能晚于今天。').waitFor();
    await look(page, 'case-refused');
    await extension.getByRole('button', { name: '取消' }).click();
    const correction = await begin(page, '告知补正');
    await preview(correction)
      .getByText(/不重新起算的最后一日/)
      .waitFor();
    expect((await read(running, cookie)).events).toHaveLength(2);
    await context.close();

    const late = await plantCase(world, world.county, { receiptDate: day('2026-10-12') });
    const overdue = await open(late, '赵主任', ['disclosureOfficeHead']);
    await facts(overdue.page).getByText(/逾期/).waitFor();
    await doAct(overdue.page, '开始办理');
    await preview(await begin(overdue.page, '同意延期'))
      .getByText('现在这样办理不会被接受')
      .waitFor();
    await overdue.context.close();
  });

  it('goes from consultation and extension to a reply that two people check, its delivery and the archive', async () => {
    const planted = await plantCase(world, world.county, { receiptDate: day('2026-11-02') });
    const drafter = await open(planted, '李经办', ['drafter']);
    const officer = await open(planted, '王专员', ['disclosureOfficer']);
    const head = await open(planted, '赵主任', ['disclosureOfficeHead']);
    const leader = await open(planted, '钱局长', ['leader']);
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
      await form.getByRole('region', { name: '文书预览' }).getByText('资金分配方案中的单价').waitFor();
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
      await form.getByRole('region', { name: '文书预览' }).getByText('现将该政府信息提供给您').waitFor();
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
    const letters = officers.getByRole('region', { name: '文书', exact: true });
    await letters.getByText('政府信息公开告知书').waitFor();
    await letters.getByText(/直接送达/).waitFor();
    const timeline = officers.getByRole('region', { name: '办理经过' });
    expect(await timeline.getByRole('listitem').count()).toBe(15);
    await timeline.getByText('李经办').first().waitFor();
    expect(await timeline.getByText('示范路桥公司').count()).toBe(0);
    await timeline.getByRole('button', { name: '显示所写内容' }).click();
    await timeline.getByText('示范路桥公司').waitFor();
    await look(officers, 'case-archived');
    for (const { context } of [drafter, officer, head, leader]) await context.close();
  });

  it('does not let the writer review the own reply, and says so before it is tried', async () => {
    const planted = await plantCase(world, world.county);
    const { context, page } = await open(planted, '王专员', ['disclosureOfficer']);
    await doAct(page, '开始办理');
    await doAct(page, '拟写答复', async (form) => {
      await pick(form, '办理结果', '本机关不掌握：信息不存在');
      await form.getByLabel('检索情况和理由').fill('没有制作');
    });
    const submitting = await begin(page, '提交审核');
    await preview(submitting)
      .getByText(/检索记录须覆盖足够的检索地点/)
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
    await review.getByRole('button', { name: '审核通过' }).click();
    await review
      .getByRole('alert')
      .getByText(/拟稿或者提交的人不能审核/)
      .waitFor();
    await context.close();
  });

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
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await page.goBack();
    const back = await begin(page, '记事');
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

  it('works the fee out by the tariff before it is noticed', async () => {
    const planted = await plantCase(world, world.county);
    const { context, page } = await open(planted, '王专员', ['disclosureOfficer']);
    await doAct(page, '开始办理');
    await doAct(page, '告知缴费', async (form) => {
      await form.getByLabel('件次或者页数').fill('20');
      await form.getByText('按收费标准不需要缴费，不必告知缴费。').waitFor();
      await form.getByLabel('件次或者页数').fill('72');
      await form.getByText('420.00 元').waitFor();
      await form.getByLabel('缴纳方式').fill('非税收入缴款码');
      await look(page, 'case-fee');
    });
    await stands(page, '待缴费');
    const paid = await begin(page, '登记缴费');
    expect(await paid.getByLabel('缴费金额').inputValue()).toBe('420');
    await context.close();
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

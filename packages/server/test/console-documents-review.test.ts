import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { SECRECY_QUESTIONS } from '@zhaoshi/domain/disclosure/secrecy-review';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicMoment } from '../src/db/queries/published-moment.ts';
import type { World } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { begin, openDocumentAs, send, stands } from './console-document-screen.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { usualDesk } from './document-desk.ts';
import { CLEAN_REVIEW, plantDocument, SAMPLE_CONTENT } from './document-samples.ts';

const TITLE = SAMPLE_CONTENT.title;

describe.skipIf(!hasChromium)(
  'the review of a document in the console (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;
    let world: World;

    beforeAll(async () => {
      desk = await openDesk();
      ({ world } = desk);
    });
    afterAll(async () => {
      await desk?.close();
    });

    it('goes from the drafter by unit, office and leader to the publisher and the portal', async () => {
      const ids = await plantDocument(world, world.township);
      const drafter = await openDocumentAs(desk, '李经办', ['drafter'], ids);
      await look(drafter.page, 'document-draft');
      const submit = await begin(drafter.page, '提请审核');
      await submit.getByText('提交以后内容不能再改').waitFor();
      await send(submit, '提请审核');
      await stands(drafter.page, '待站所（科室）负责人审核');
      await drafter.close();

      const head = await openDocumentAs(desk, '赵所长', ['unitHead'], ids);
      await send(await begin(head.page, '站所（科室）审核同意'), '站所（科室）审核同意');
      await stands(head.page, '待公开审查和保密审查');
      await head.close();

      const officer = await openDocumentAs(desk, '王专员', ['disclosureOfficer'], ids, '?view=review');
      await officer.page.getByText('没有发现个人信息').waitFor();
      const pass = officer.page.getByRole('button', { name: '公开审查通过' });
      await officer.page.getByText(/公开审查通过：这一版还没有保密审查记录/).waitFor();
      expect(await pass.getAttribute('aria-disabled')).toBe('true');
      const review = await begin(officer.page, '登记保密审查');
      await send(review, '登记保密审查');
      await review.getByText('请逐项回答').first().waitFor();
      for (const question of Object.values(SECRECY_QUESTIONS)) {
        await review
          .getByRole('radiogroup', { name: question })
          .getByRole('radio', { name: '没有', exact: true })
          .check();
      }
      await review
        .getByRole('radiogroup', { name: '结论' })
        .getByRole('radio', { name: '公开', exact: true })
        .check();
      await review.getByLabel('审查依据和理由').fill('逐项审查，没有发现不能公开的内容。');
      await look(officer.page, 'document-secrecy-form');
      await send(review, '登记保密审查');
      await officer.page.getByText('审查人：王专员').waitFor();
      await look(officer.page, 'document-review');
      await send(await begin(officer.page, '公开审查通过'), '公开审查通过');
      await stands(officer.page, '待签发');
      await officer.close();

      const leader = await openDocumentAs(desk, '钱领导', ['leader'], ids);
      const sign = await begin(leader.page, '签发');
      await expect.poll(() => sign.getByRole('radio', { name: /^主动公开/ }).isChecked()).toBe(true);
      await look(leader.page, 'document-sign');
      await send(sign, '签发');
      const dialog = leader.page.getByRole('dialog', { name: '请用动态口令确认是本人办理' });
      await dialog.getByLabel('动态口令或恢复码').fill('000000');
      await dialog.getByRole('button', { name: '核验并办理' }).click();
      await dialog.getByText(/动态口令或恢复码不正确/).waitFor();
      await look(leader.page, 'document-second-factor');
      await leader.sign();
      await stands(leader.page, '待发布');
      await leader.close();

      const publisher = await openDocumentAs(desk, '周发布', ['disclosureOfficer'], ids);
      const publish = await begin(publisher.page, '立即发布');
      await publish.getByText(/立即对外公开：页面、栏目、检索、订阅同时更新/).waitFor();
      await send(publish, '立即发布');
      await stands(publisher.page, '已发布');
      const link = publisher.page.getByRole('link', { name: '第1版' });
      const path = await link.getAttribute('href');
      await look(publisher.page, 'document-published');
      await publisher.page.goto(`${desk.address}${path}`);
      await publisher.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await publisher.page.getByText('一、检修范围为东干渠、西干渠。').waitFor();
      await publisher.close();
    });

    it('sends back with a reason; who submitted may not agree', async () => {
      const ids = await plantDocument(world, world.township);
      const both = await openDocumentAs(desk, '孙兼任', ['drafter', 'unitHead'], ids);
      await send(await begin(both.page, '提请审核'), '提请审核');
      await stands(both.page, '待站所（科室）负责人审核');
      const agree = both.page.getByRole('button', { name: '站所（科室）审核同意' });
      await both.page
        .getByText(/起草、修改或者提交的人不能审查、签发同一文件/)
        .first()
        .waitFor();
      expect(await agree.getAttribute('aria-disabled')).toBe('true');
      await look(both.page, 'document-same-person');
      await both.close();

      const head = await openDocumentAs(desk, '赵所长', ['unitHead'], ids);
      const back = await begin(head.page, '退回修改');
      await send(back, '退回修改');
      await back.getByText('请填写退回理由').waitFor();
      await back.getByLabel('退回理由').fill('请写明联系电话。');
      await send(back, '退回修改');
      await stands(head.page, '起草');
      await head.page.getByRole('link', { name: '办理经过' }).click();
      await head.page.getByText('请写明联系电话。').waitFor();
      await look(head.page, 'document-history');
      await head.close();
    });

    it('keeps a finding from passing until somebody with the right says why it may stay', async () => {
      const office = await usualDesk(world, world.township);
      const body = {
        type: 'doc' as const,
        content: [paragraphOf('联系人：水利站张三，电话13800138000。')],
      };
      const ids = await plantDocument(world, world.township, { body });
      await office.act(ids, 'drafter', { type: 'submit' });
      await office.act(ids, 'unitHead', { type: 'agreeInUnit' });
      await office.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '已逐项审查。' });
      const view = '?view=review';
      const officer = await openDocumentAs(desk, '王专员', ['disclosureOfficer'], ids, view);
      await officer.page.getByText(/公开审查通过：发布前扫描还有没有处理的问题/).waitFor();
      await officer.page.getByText('13800138000').waitFor();
      await officer.page.getByRole('button', { name: /^说明保留手机号码/ }).click();
      await officer.page
        .getByLabel('保留的理由和依据')
        .fill('本人同意公开的工作手机号，指南公布的联系方式。');
      await look(officer.page, 'document-finding');
      await officer.page.getByRole('button', { name: '说明保留的理由', exact: true }).click();
      await officer.page.getByText('已说明理由').waitFor();
      await send(await begin(officer.page, '公开审查通过'), '公开审查通过');
      await stands(officer.page, '待签发');
      await officer.close();
    });

    it('schedules to the minute of China, takes it back, withdraws with a notice, and compares versions', async () => {
      const office = await usualDesk(world, world.township);
      const ids = await plantDocument(world, world.township);
      await office.sign(ids);
      const publisher = await openDocumentAs(desk, '周发布', ['disclosureOfficer'], ids);
      const schedule = await begin(publisher.page, '定时发布');
      // What is public is decided by the database's clock, which stands elsewhere than the world's.
      const { tomorrow } = await publicMoment(world.database.server);
      const day = civilDateAt(tomorrow);
      await schedule.getByLabel(/^公开的时间/).fill(`${day}T08:30`);
      await schedule.getByText(`将于${chineseDate(day)} 08:30（北京时间）自动对外公开`).waitFor();
      await look(publisher.page, 'document-schedule');
      await send(schedule, '定时发布');
      await stands(publisher.page, '定时发布');
      const cancel = await begin(publisher.page, '取消定时');
      await cancel.getByLabel('取消的理由').fill('附图还要更换。');
      await send(cancel, '取消定时');
      await stands(publisher.page, '待发布');
      await publisher.close();

      await office.act(ids, 'publisher', { type: 'publish' });
      const leader = await openDocumentAs(desk, '钱领导', ['leader'], ids);
      const withdraw = await begin(leader.page, '撤回');
      await withdraw.getByRole('radio', { name: '内容有误' }).check();
      await withdraw.getByLabel(/撤回公告/).fill('因检修时间有误，本机关撤回该公告。');
      const preview = withdraw.getByRole('region', { name: /原地址显示的公告/ });
      await preview.getByText('因检修时间有误，本机关撤回该公告。').waitFor();
      await look(leader.page, 'document-withdraw');
      await send(withdraw, '撤回');
      await leader.sign();
      await stands(leader.page, '已撤回');
      await leader.close();
    });

    it('reads well in every display', async () => {
      const office = await usualDesk(world, world.township);
      const ids = await plantDocument(world, world.township);
      await office.act(ids, 'drafter', { type: 'submit' });
      await office.act(ids, 'unitHead', { type: 'agreeInUnit' });
      await office.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '已逐项审查。' });
      const { page, close } = await openDocumentAs(desk, '王专员', ['disclosureOfficer'], ids);
      await lookEverywhere(page, 'document-content');
      for (const view of ['审查', '与其他版本对比', '办理经过']) {
        await page.getByRole('link', { name: view, exact: true }).click();
        await lookEverywhere(page, `document-${view}`);
      }
      await begin(page, '与其他机关协商');
      await lookEverywhere(page, 'document-form');
      await close();
    });
  },
);

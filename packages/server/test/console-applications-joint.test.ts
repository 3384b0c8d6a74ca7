import { beforeAll, describe, expect, it } from 'vitest';
import { type PlantedCase, plantCase, SAMPLE_FORM } from './application-samples.ts';
import { begin, countyDesk, send, stands } from './console-case-screen.ts';
import { hasChromium, look } from './console-screens.ts';
import { fieldsFor } from './letter-desk.ts';
import { type OfficerAct, officersOf } from './officer-acts.ts';

describe.skipIf(!hasChromium)(
  'what is answered together, told to others, or split (skipped where there is no Chromium)',
  () => {
    const desk = countyDesk();
    let act: OfficerAct;

    beforeAll(async () => {
      act = await officersOf(desk.world, desk.world.county);
    });

    const submitted = async (planted: PlantedCase, outcome = 'granted.alreadyPublic' as const) => {
      await act(planted, 'drafter', { type: 'draftReply', outcome }, fieldsFor(outcome));
      await act(planted, 'drafter', { type: 'submitReply' });
      await act(planted, 'disclosureOfficer', { type: 'reviewReply', review: 'legal' });
      await act(planted, 'unitHead', { type: 'reviewReply', review: 'secrecy' });
    };

    it('approves several cases with one letter, and says how each stands', async () => {
      const first = await plantCase(desk.world, desk.world.county);
      const ready = await plantCase(desk.world, desk.world.county);
      const unready = await plantCase(desk.world, desk.world.county);
      for (const one of [ready, unready]) {
        await act(one, 'drafter', {
          type: 'linkCase',
          relation: 'jointReply',
          otherId: first.applicationId,
        });
      }
      await submitted(first);
      await submitted(ready);
      const { page, context } = await desk.open(first, '钱领导', ['leader', 'disclosureOfficer']);
      const form = await begin(page, '批准答复');
      const late = form.getByRole('checkbox', { name: new RegExp(unready.registrationNumber) });
      await form.getByText('还没有拟写答复；提交审核以后才能一并批准').waitFor();
      expect(await late.isDisabled()).toBe(true);
      await form.getByRole('checkbox', { name: new RegExp(ready.registrationNumber) }).check();
      await look(page, 'case-joint');
      await send(page, '批准答复');
      await stands(page, '已批准待送达');
      await page.goto(page.url().replace(first.applicationId, ready.applicationId));
      await stands(page, '已批准待送达');
      await context.close();
    });

    it('tells each third party by name, and the reply waits until the day it says', async () => {
      const planted = await plantCase(desk.world, desk.world.county);
      await act(planted, 'drafter', { type: 'takeUp', on: '2026-11-03' });
      for (const consultee of ['甲测试公司', '乙测试公司']) {
        const sent = { type: 'sendConsultation', on: '2026-11-03', kind: 'thirdPartyConsultation' };
        const answer = await act(planted, 'drafter', sent, { consultee, content: '设备清单' });
        const open = answer.body['openConsultations'] as unknown as { consultationId: string }[];
        const consultationId = open.at(-1)?.consultationId;
        const ended = { type: 'endConsultation', on: '2026-11-05', how: 'opinion', opinion: 'refuses' };
        await act(planted, 'drafter', { ...ended, consultationId });
      }
      const outcome = 'granted.provided';
      const unfoundedObjection = '清单已随招标文件公布';
      const words = { ...fieldsFor(outcome), unfoundedObjection };
      await act(planted, 'drafter', { type: 'draftReply', on: '2026-11-06', outcome }, words);
      await act(planted, 'drafter', { type: 'submitReply', on: '2026-11-06' });
      await act(planted, 'disclosureOfficer', { type: 'reviewReply', on: '2026-11-06', review: 'legal' });
      await act(planted, 'unitHead', { type: 'reviewReply', on: '2026-11-06', review: 'secrecy' });
      await act(planted, 'leader', { type: 'approveReply', on: '2026-11-06' });
      const { page, context } = await desk.open(planted, '王专员', ['disclosureOfficer']);
      for (const consultee of ['甲测试公司', '乙测试公司']) {
        const form = await begin(page, '告知第三方决定公开');
        await expect.poll(() => form.getByLabel('第三方', { exact: true }).inputValue()).toBe(consultee);
        await form.getByLabel('决定公开的政府信息').fill('设备清单');
        await form.getByLabel('公开的理由').fill(unfoundedObjection);
        await form.getByText(/起满15日后向申请人公开/).waitFor();
        await look(page, 'case-third-party');
        await send(page, '告知第三方决定公开');
      }
      const deliver = await begin(page, '登记答复送达');
      await deliver.getByRole('radio', { name: /^直接送达/ }).check();
      await deliver
        .getByText(/告知第三方的文书还没有登记送达/)
        .first()
        .waitFor();
      await context.close();
    });

    it('keeps what is typed into the form that splits a case in the window, and only there', async () => {
      const description = '请公开：（一）养护资金分配方案；（二）养护合同';
      const planted = await plantCase(desk.world, desk.world.county, {
        form: { ...SAMPLE_FORM, description },
      });
      const { page, context } = await desk.open(planted, '王专员', ['disclosureOfficer']);
      await page.getByText('申请写有2项内容，建议核对后拆成几件分别办理').waitFor();
      const form = await begin(page, '拆分申请');
      expect(await form.getByLabel('留在本件的内容').inputValue()).toBe('养护资金分配方案');
      expect(await form.getByLabel('拆出的第1项内容').inputValue()).toBe('养护合同');
      await form.getByLabel('拆出的第1项内容').fill('2025年养护合同全文');
      await page.getByRole('link', { name: '返回登记簿' }).click();
      await page.getByRole('button', { name: '离开本页' }).click();
      await page
        .getByRole('heading', { level: 1, name: planted.registrationNumber })
        .waitFor({ state: 'hidden' });
      await page.goBack();
      const again = await begin(page, '拆分申请');
      await again.getByText('已恢复未保存的内容').waitFor();
      expect(await again.getByLabel('拆出的第1项内容').inputValue()).toBe('2025年养护合同全文');
      expect(
        await page.evaluate(() =>
          JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
        ),
      ).not.toContain('养护合同');
      await context.close();
    });
  },
);

import { describe, expect, it } from 'vitest';
import { plantCase, SAMPLE_FORM } from './application-samples.ts';
import { begin, countyDesk, doAct, send, stands, turnTo } from './console-case-screen.ts';
import { hasChromium, look, lookEverywhere, PHONE } from './console-screens.ts';

describe.skipIf(!hasChromium)(
  'what a case has to do with others (skipped where there is no Chromium)',
  () => {
    const desk = countyDesk();

    it('asks for the fee that the organ’s own tariff makes of the sides, and knows the place in the month', async () => {
      const { regionId, organId } = desk.world.county;
      await desk.world.database.server
        .insertInto('setting')
        .values({
          region_id: regionId,
          organ_id: organId,
          key: 'fee.sidesPerPage',
          value: JSON.stringify(2),
          changed_at: desk.world.database.context.now(),
        })
        .execute();
      const planted = await plantCase(desk.world, desk.world.county);
      const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
      await doAct(page, '开始办理');
      await doAct(page, '告知缴费', async (form) => {
        await form.getByRole('radio', { name: '按件计收' }).check();
        await form.getByText('本件是该申请人本自然月的第1件，按收费标准不需要缴费，不必告知缴费。').waitFor();
        await form.getByRole('radio', { name: '按量计收' }).check();
        await form.getByRole('button', { name: '告知缴费' }).click();
        await form.getByText('请填写提供的面数').waitFor();
        await form.getByText('收费数额还没有算出').waitFor();
        await form.getByLabel('提供的面数').fill('143');
        await form.getByText('折算为72页。').waitFor();
        await form.getByText('合计72页，按量计收：420.00元').first().waitFor();
        await form.getByText('420.00 元').waitFor();
        await form.getByText('收费数额还没有算出').waitFor({ state: 'hidden' });
        await form.getByLabel('缴纳方式').fill('非税收入缴款码');
        await look(page, 'case-fee');
      });
      await stands(page, '待缴费');
      const paid = await begin(page, '登记缴费');
      expect(await paid.getByLabel('缴费金额').inputValue()).toBe('420');
      await context.close();

      const narrow = await plantCase(desk.world, desk.world.county);
      const small = await desk.open(narrow, '李专员', ['disclosureOfficer'], PHONE);
      await doAct(small.page, '开始办理');
      const form = await begin(small.page, '告知缴费');
      await form.getByLabel('提供的面数').fill('20');
      await form.getByText('折算为10页，按收费标准不需要缴费，不必告知缴费。').waitFor();
      await look(small.page, 'case-fee');
      await small.context.close();
    });

    const formOf = (name: string, description: string) => ({
      ...SAMPLE_FORM,
      applicant: { ...SAMPLE_FORM.applicant, name, identityNumber: `${name}-0001` },
      description,
    });

    it('shows what repeats it or asks for the same, and fills the forms from there', async () => {
      const text = `示范县2025年城中路改造工程征收补偿方案`;
      const mine = await plantCase(desk.world, desk.world.county, { form: formOf('孙测试乙', text) });
      const again = await plantCase(desk.world, desk.world.county, {
        form: formOf('孙测试乙', `申请公开${text}`),
      });
      const other = await plantCase(desk.world, desk.world.county, {
        form: formOf('李测试丙', `${text}。`),
      });
      const { context, page } = await desk.open(mine, '王专员', ['disclosureOfficer']);
      await page.getByRole('link', { name: '有2件重复或者相近的申请，查看' }).click();
      const similar = page.getByRole('region', { name: '重复和相近的申请' });
      await similar.getByText(/该申请人本月申请 \d+ 件，本季度申请 \d+ 件。/).waitFor();
      await similar.getByRole('heading', { name: '同一申请人同样内容（可能重复）' }).waitFor();
      await similar.getByText('同一申请人向本机关申请的相同内容正在办理').waitFor();
      expect(await similar.getByText('李测试丙').count()).toBe(0);
      await lookEverywhere(page, 'case-similar');
      await similar
        .getByRole('button', { name: new RegExp(`^关联为合并答复.*${again.registrationNumber}`) })
        .click();
      const linking = page.getByRole('region', { name: '关联其他申请', exact: true });
      expect(await linking.getByRole('radio', { name: '与那件合并答复' }).isChecked()).toBe(true);
      await linking.getByText(again.registrationNumber).waitFor();
      await turnTo(page, '相关申请');
      await similar
        .getByRole('button', { name: new RegExp(`^关联为内容相同.*${other.registrationNumber}`) })
        .click();
      await linking.getByText(other.registrationNumber).waitFor();
      expect(await linking.getByRole('radio', { name: '内容相同，申请人不同' }).isChecked()).toBe(true);
      await lookEverywhere(page, 'case-similar-link');
      await send(page, '关联其他申请');
      await turnTo(page, '相关申请');
      await similar.getByText('已经关联').waitFor();
      await similar.getByRole('button', { name: '填写主动公开建议' }).click();
      const proposal = page.getByRole('region', { name: '建议转为主动公开', exact: true });
      expect(await proposal.getByLabel('理由').inputValue()).toContain('共有2个申请人申请相同的信息');
      await send(page, '建议转为主动公开');
      await turnTo(page, '相关申请');
      await similar.getByText('已经建议转为主动公开。').waitFor();
      await context.close();
    });

    it('splits a form with several matters into linked cases', async () => {
      const whole = '2025年养护资金分配方案；2025年养护合同；2025年验收报告';
      const planted = await plantCase(desk.world, desk.world.county, { form: formOf('周测试戊', whole) });
      const { context, page } = await desk.open(planted, '王专员', ['disclosureOfficer']);
      const form = await begin(page, '拆分申请');
      expect(await form.getByLabel('留在本件的内容').inputValue()).toBe(whole);
      await form.getByRole('button', { name: '拆分申请' }).click();
      await form.getByText('请填写拆出的第1项内容').waitFor();
      await form.getByLabel('留在本件的内容').fill('2025年养护资金分配方案');
      await form.getByLabel('拆出的第1项内容').fill('2025年养护合同');
      await form.getByRole('button', { name: '再拆出一项' }).click();
      await form.getByLabel('拆出的第2项内容').fill('2025年验收报告');
      await lookEverywhere(page, 'case-split');
      await send(page, '拆分申请');
      await page.getByText(/已拆分，新登记的申请：\d+、\d+/).waitFor();
      await turnTo(page, '相关申请');
      const related = page.getByRole('region', { name: '相关申请' });
      await related.getByText('由本件拆分').nth(1).waitFor();
      await turnTo(page, '申请内容');
      await page
        .getByRole('region', { name: '申请人和申请内容' })
        .getByText('2025年养护资金分配方案', { exact: true })
        .waitFor();
      await context.close();
    });

    it('says why a case that was told of as a whole is not split, and keeps what was typed', async () => {
      const planted = await plantCase(desk.world, desk.world.county);
      const { context, page } = await desk.open(planted, '赵主任', ['disclosureOfficeHead']);
      await doAct(page, '同意延期', async (form) => {
        await form.getByLabel('延期理由').fill('需要逐段核对');
      });
      const form = await begin(page, '拆分申请');
      await form.getByLabel('拆出的第1项内容').fill('2025年养护合同');
      await form.getByRole('button', { name: '拆分申请' }).click();
      await form.getByText(/不能再拆分/).waitFor();
      expect(await form.getByLabel('拆出的第1项内容').inputValue()).toBe('2025年养护合同');
      await context.close();
    });
  },
);

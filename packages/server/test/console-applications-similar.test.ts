import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from './api-world.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import { begin, doAct, type OpenCase, openCase, openCountyDesk, stands } from './console-case-screen.ts';
import type { ConsoleDesk } from './console-desk.ts';
import { DISPLAYS, hasChromium, look } from './console-screens.ts';

describe.skipIf(!hasChromium)(
  'what a case has to do with others (skipped where there is no Chromium)',
  () => {
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

    it('asks for the fee that the organ’s own tariff makes of the sides, and knows the place in the month', async () => {
      const { regionId, organId } = world.county;
      await world.database.server
        .insertInto('setting')
        .values({
          region_id: regionId,
          organ_id: organId,
          key: 'fee.sidesPerPage',
          value: JSON.stringify(2),
          changed_at: world.database.context.now(),
        })
        .execute();
      const planted = await plantCase(world, world.county);
      const { context, page } = await open(planted, '王专员', ['disclosureOfficer']);
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

      const narrow = await plantCase(world, world.county);
      const small = await open(narrow, '李专员', ['disclosureOfficer'], DISPLAYS[1]);
      await doAct(small.page, '开始办理');
      const form = await begin(small.page, '告知缴费');
      await form.getByLabel('提供的面数').fill('20');
      await form.getByText('折算为10页，按收费标准不需要缴费，不必告知缴费。').waitFor();
      await look(small.page, 'case-fee');
      await small.context.close();
    });
  },
);

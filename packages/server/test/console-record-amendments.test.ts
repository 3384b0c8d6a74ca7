import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from './applicant-browser.ts';
import { receiptOf } from './applicant-journey.ts';
import { readyForLetters } from './application-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { AMENDMENT_REQUEST, plantAmendment } from './record-amendment-samples.ts';
import { pdf } from './sample-files.ts';

describe.skipIf(!hasChromium)(
  'having one’s own record put right, from the portal to the desk and back (skipped where there is no Chromium)',
  () => {
    let desk: ConsoleDesk;

    beforeAll(async () => {
      desk = await openDesk();
      await readyForLetters(desk.world, desk.world.office);
    });

    afterAll(async () => {
      await desk?.close();
    });

    /** Sends the portal's form; @returns number and query code */
    async function request(page: Page): Promise<{ readonly number: string; readonly code: string }> {
      await page.goto(`${desk.address}/amend/east/office`);
      for (const [name, value] of Object.entries(AMENDMENT_REQUEST)) {
        await page.locator(`[name="${name}"]`).fill(value);
      }
      await page.locator('[name="answer"]').fill(answerTo(await page.content()));
      await page
        .locator('[name="evidence"]')
        .setInputFiles({ name: '身份证.pdf', mimeType: 'application/pdf', buffer: pdf() });
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByRole('heading', { name: '更正申请已提交' }).waitFor();
      return receiptOf(await page.content());
    }

    it('is sent, decided with the letter in view, and read by the applicant', async () => {
      const outside = await desk.contextFor(null);
      const portal = await outside.newPage();
      const { number, code } = await request(portal);

      const cookie = await desk.world.signedIn(desk.world.office, 'disclosureOfficer');
      const inside = await desk.contextFor(cookie);
      const page = await desk.open(inside, '/');
      await page.getByRole('link', { name: '办理 1 件更正本人信息的申请' }).click();
      await page.getByRole('link', { name: number }).waitFor();
      await look(page, 'record-amendments');
      await page.getByRole('link', { name: number }).click();
      await page.getByRole('heading', { level: 1, name: `更正申请 ${number}` }).waitFor();
      await page.getByText(AMENDMENT_REQUEST.fault).first().waitFor();
      await page.getByRole('link', { name: '身份证.pdf' }).waitFor();

      await page.getByRole('radio', { name: '转送有权更正的机关并告知申请人' }).check();
      await page.getByText('可以转送有权更正的行政机关处理').waitFor();
      await page.getByLabel('有权更正的行政机关').fill('示范市公安局');
      const letter = page.getByRole('document', { name: '转送告知书' });
      await letter.getByText('转送示范市公安局处理').waitFor();

      await page.getByRole('radio', { name: '予以更正并告知申请人', exact: true }).check();
      await page.getByRole('button', { name: '予以更正并告知申请人' }).click();
      await page.getByText('请填写审核情况').waitFor();
      await page.getByLabel('审核情况').fill('与身份证核对一致，已更正。');
      await page.getByRole('document', { name: '更正告知书' }).getByText('已更正。').waitFor();
      await look(page, 'record-amendment');
      await page.getByRole('button', { name: '予以更正并告知申请人' }).click();
      await page.getByRole('heading', { name: '办理结果' }).waitFor();
      await page.getByText('申请人还没有在网上查看').waitFor();
      await look(page, 'record-amendment-decided');

      await page.getByText('登记纸质送达').click();
      await page.getByRole('radio', { name: '邮寄送达' }).check();
      await page.getByLabel('交邮当日').waitFor();
      await page.getByLabel('凭证').fill('顺丰 SF1234567890');
      await page.getByRole('button', { name: '登记送达' }).click();
      await page.getByText('快递企业不得寄递').first().waitFor();
      await page.getByLabel('凭证').fill('EMS 1234567890123');
      await look(page, 'record-amendment-delivery');
      await page.getByRole('button', { name: '登记送达' }).click();
      await page.getByText('邮寄送达：EMS 1234567890123').waitFor();

      await portal.goto(`${desk.address}/follow`);
      await portal.getByLabel(/登记号/).fill(number);
      await portal.getByLabel(/查询码/).fill(code);
      await portal.getByRole('button', { name: '查询' }).click();
      await portal.getByRole('heading', { name: '现在：已更正并告知' }).waitFor();
      await look(portal, 'follow-record-amendment');
      await portal.getByRole('link', { name: '更正告知书', exact: true }).click();
      await portal.getByText('与身份证核对一致，已更正。').waitFor();

      await page.reload();
      await page.getByText(/申请人.+在网上查看/).waitFor();
      expect(await page.getByText('还没有在网上查看').count()).toBe(0);
      await page.getByRole('link', { name: '更正本人信息' }).click();
      await page.getByText('没有正在办理的更正申请').waitFor();
      await inside.close();
      await outside.close();
    });

    it('fits its window in every display', async () => {
      const planted = await plantAmendment(desk.world, desk.world.office);
      const cookie = await desk.world.signedIn(desk.world.office, 'disclosureOfficeHead');
      const context = await desk.contextFor(cookie);
      const list = await desk.open(context, '/record-amendments');
      await list
        .getByRole('link', { name: /^更\d+/ })
        .first()
        .waitFor();
      await lookEverywhere(list, 'record-amendments');
      const path = `/record-amendments/${planted.regionId}/${planted.amendmentId}`;
      const page = await desk.open(context, path);
      await page.getByRole('radio', { name: '告知申请人向有权更正的机关提出' }).check();
      await page.getByRole('document', { name: '更正告知书' }).waitFor();
      await lookEverywhere(page, 'record-amendment');
      await context.close();
    });

    it('is entered at the desk when it comes by post, and its file is handed out once it is decided', async () => {
      const cookie = await desk.world.signedIn(desk.world.office, 'disclosureOfficer');
      const context = await desk.contextFor(cookie);
      const page = await desk.open(context, '/record-amendments');
      await page.getByRole('button', { name: '登记更正申请' }).click();
      await page.getByRole('heading', { level: 1, name: '登记更正申请' }).waitFor();
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('请写明哪里不准确、正确的内容是什么').waitFor();
      await page.getByRole('radio', { name: '邮寄' }).check();
      await page.getByLabel('收到日期（签收之日）').fill('2026-11-19');
      await page.getByLabel('姓名或者名称').fill(AMENDMENT_REQUEST.name);
      await page.getByLabel('证件号码').fill(AMENDMENT_REQUEST.identityNumber);
      await page.getByLabel('联系电话').fill(AMENDMENT_REQUEST.phone);
      await page.getByLabel('哪一项信息').fill(AMENDMENT_REQUEST.record);
      await page.getByLabel('不准确的内容').fill(AMENDMENT_REQUEST.fault);
      await page
        .getByLabel('证据材料的文件')
        .setInputFiles({ name: '赵测试甲的许可证.pdf', mimeType: 'application/pdf', buffer: pdf() });
      await page.getByText('证据材料1.pdf').waitFor();
      await lookEverywhere(page, 'record-amendment-intake');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByRole('heading', { name: /已登记，受理号 更/ }).waitFor();
      await look(page, 'record-amendment-registered');
      await page.getByRole('link', { name: '办理这件申请' }).click();
      await page.getByText('邮寄', { exact: true }).waitFor();
      await page.getByRole('link', { name: '证据材料1.pdf' }).waitFor();
      const file = page.getByRole('button', { name: '导出案卷' });
      expect(await file.getAttribute('aria-disabled')).toBe('true');
      await page.getByLabel('审核情况').fill('与身份证核对一致，已更正。');
      await page.getByRole('button', { name: '予以更正并告知申请人' }).click();
      await page.getByRole('heading', { name: '办理结果' }).waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
      expect(download.suggestedFilename()).toMatch(/^更\d+案卷\.zip$/);
      await context.close();
    });

    it('shows the request, and says who decides, to whoever may only read it', async () => {
      const planted = await plantAmendment(desk.world, desk.world.office);
      const cookie = await desk.world.signedIn(desk.world.office, 'drafter');
      const context = await desk.contextFor(cookie);
      const page = await desk.open(context, `/record-amendments/${planted.regionId}/${planted.amendmentId}`);
      await page.getByText('由政府信息公开工作机构的人员办理').waitFor();
      expect(await page.getByRole('radio').count()).toBe(0);
      await context.close();
    });
  },
);

import { describe, expect, it } from 'vitest';
import { newApplicantBrowser } from './applicant-browser.ts';
import { plantCase } from './application-samples.ts';
import { countyDesk, turnTo } from './console-case-screen.ts';
import { hasChromium, look } from './console-screens.ts';

describe.skipIf(!hasChromium)('a lost query code (skipped where there is no Chromium)', () => {
  const desk = countyDesk();

  it('is replaced once the identity was checked, and shown once', async () => {
    const planted = await plantCase(desk.world, desk.world.county);
    const { context, page } = await desk.open(planted, '李经办', ['drafter']);
    await turnTo(page, '申请内容');
    await page.getByRole('button', { name: '发放查询码' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('原来的查询码和正在进行的网上查询立即失效').waitFor();
    await dialog.getByRole('button', { name: '发放查询码' }).click();
    await dialog.getByText('请选择怎样核对了身份').waitFor();
    await dialog.getByRole('radio', { name: '当面核对了申请人的有效证件' }).check();
    await dialog.getByLabel('核对的情况').fill('窗口核对居民身份证');
    await look(page, 'case-query-code');
    await dialog.getByRole('button', { name: '发放查询码' }).click();
    await dialog.getByText('查询码只显示这一次').waitFor();
    const code = (await dialog.locator('.query-code').textContent()) ?? '';
    const followed = await newApplicantBrowser(desk.world.app).post('/follow', {
      number: planted.registrationNumber,
      code,
    });
    expect(followed.headers.location).toBe('/follow/case');
    await dialog.getByRole('button', { name: '已交给申请人' }).click();
    await page.getByRole('button', { name: '发放查询码' }).click();
    await dialog.getByText(/李经办发放：当面核对了申请人的有效证件；窗口核对居民身份证/).waitFor();
    expect(await page.getByText(code).count()).toBe(0);
    await context.close();
  });
});

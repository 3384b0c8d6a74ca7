import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { opinionSheet, plantOpinion } from './opinion-samples.ts';
import { plantWorkRecord } from './work-record-samples.ts';

describe.skipIf(!hasChromium)('public opinion and notices (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('a clerk enters an event, answers it step by step, and the figures open it', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
    const page = await desk.open(inside, '/opinions');
    await page.getByText('还没有舆情').waitFor();
    await page.getByRole('button', { name: '登记舆情' }).click();
    await page.getByLabel('什么事（一句话）').fill('某路段积水');
    await page.getByRole('radio', { name: '重大突发事件', exact: true }).check();
    await page.getByLabel('发现时间（北京时间）').fill('2026-11-21T08:00');
    await page.getByLabel(/^事件发生时间/).fill('2026-11-21T07:30');
    await page.getByLabel('链接（没有的留空）').fill('不是链接');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('应以 http:// 或者 https:// 开头').first().waitFor();
    await look(page, 'opinions-new');
    await page.getByLabel('链接（没有的留空）').fill('https://example.cn/1');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '某路段积水' }).waitFor();
    await page.getByText(/^还剩 2 小时 \d+ 分$/).waitFor();
    await page.getByText(/首次发布权威信息：从事件发生起算，2026年11月21日 12:30届满/).waitFor();
    await page.getByRole('button', { name: '研判', exact: true }).click();
    await page.getByRole('button', { name: '确定', exact: true }).click();
    await page.getByText(/请写明研判意见/).waitFor();
    await page.getByLabel(/^写明研判意见/).fill('属于本机关职责，由本机关回应');
    await page.getByRole('button', { name: '确定', exact: true }).click();
    await page.getByText('现在：研判').waitFor();
    // What is missing is said before anything is typed, with the way there.
    const respond = page.getByRole('button', { name: '回应', exact: true });
    expect(await respond.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('还没有登记发布，关联的文件也没有公开。').first().waitFor();
    await page.getByRole('button', { name: '登记首次发布' }).click();
    await page.getByLabel('发布渠道').fill('县政府网站');
    await page.getByLabel('发布时间（北京时间）').fill('2026-11-21T09:00');
    await look(page, 'opinions-release');
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('用时 1 小时 30 分').waitFor();
    await expect.poll(() => respond.getAttribute('aria-disabled')).toBeNull();
    await lookEverywhere(page, 'opinions-event');
    await page.getByRole('button', { name: '修改舆情' }).click();
    await page.getByRole('radio', { name: '其他政务舆情' }).check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('改动级别、发生时间或者发现时间会改变时限，请写明理由。').first().waitFor();
    await look(page, 'opinions-edit');
    await page.getByLabel('理由（改动级别、时间的必填）').fill('没有人员伤亡');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('修改级别：重大突发事件→其他政务舆情').waitFor();
    await page.getByText('用时 1 小时', { exact: true }).waitFor();
    await page.getByRole('link', { name: '返回列表' }).click();
    await page.getByRole('link', { name: '统计', exact: true }).click();
    await lookEverywhere(page, 'opinions-figures');
    await page.getByRole('link', { name: /其他政务舆情按时回应 1$/ }).click();
    await page.getByRole('link', { name: '某路段积水' }).waitFor();
    await inside.close();
  });

  it('the draft of an answer is begun beside the event and stands there', async () => {
    const { world } = desk;
    const ids = await plantOpinion(world, world.county, { title: '停水' });
    const inside = await desk.contextFor(await world.signedIn(world.county, 'disclosureOfficer'));
    const page = await desk.open(inside, `/opinions/${ids.regionId}/${ids.opinionId}`);
    await page.getByRole('button', { name: '起草情况通报' }).click();
    await page.waitForURL(/\/documents\/.*\/edit$/);
    await page.goto(`${desk.address}/console/opinions/${ids.regionId}/${ids.opinionId}`);
    await page.getByRole('link', { name: '关于停水的情况通报' }).waitFor();
    await page.getByText(/^关联回应文件/).waitFor();
    await inside.close();
  });

  it('events in every state are told apart in the list, and sources show their secret once', async () => {
    const { world } = desk;
    const organ = world.otherCounty;
    await plantOpinion(world, organ, { title: '还早的' });
    await plantOpinion(world, organ, { title: '快到的', found_at: new Date('2026-11-19T12:00:00Z') });
    await plantOpinion(world, organ, { title: '超时的', found_at: new Date('2026-11-18T12:00:00Z') });
    await plantOpinion(world, organ, { title: '不需要的', step: 'closed' });
    const inside = await desk.contextFor(
      await world.signedIn(organ, 'disclosureOfficeHead', 'disclosureOfficer'),
    );
    const page = await desk.open(inside, '/opinions');
    await page.getByRole('link', { name: '超时的' }).waitFor();
    await lookEverywhere(page, 'opinions-list');
    await page.getByRole('link', { name: '监测来源' }).click();
    await page.getByLabel('监测平台的名称').fill('省舆情监测平台');
    await page.getByRole('button', { name: '登记来源' }).click();
    await page.getByText('密钥只显示这一次').waitFor();
    await look(page, 'opinions-secret');
    await page.getByRole('button', { name: '已经抄下' }).click();
    await page.getByText(/还没有收到过/).waitFor();
    await look(page, 'opinions-sources');
    await inside.close();
  });

  it('a sheet with a wrong row comes back as the file that is mended', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.office, 'disclosureOfficer'));
    const page = await desk.open(inside, '/opinions');
    await page.getByRole('button', { name: '导入表格' }).click();
    const right = { title: '某小学食堂', level: '其他政务舆情', foundAt: '2026-11-20 08:30' };
    const choose = async (buffer: Buffer): Promise<void> =>
      await page.getByLabel('填好的导入表').setInputFiles({ name: '表.xlsx', mimeType: '', buffer });
    await choose(await opinionSheet(right, { ...right, level: '一般' }));
    await page.getByText(/^第 3 行：“级别”应为/).waitFor();
    await look(page, 'opinions-import');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载错误文件' }).click();
    expect((await saved).suggestedFilename()).toBe('需要修改的政务舆情.xlsx');
    await choose(await opinionSheet(right));
    await page.getByText('已登记 1 件').waitFor();
    await page.getByRole('link', { name: '某小学食堂' }).waitFor();
    await inside.close();
  });

  it('a person sets when they are told and subscribes to their calendar', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.office, 'disclosureOfficer'));
    const page = await desk.open(inside, '/account');
    await page.getByRole('heading', { name: '日历订阅和提醒' }).waitFor();
    await page.getByLabel(/^电子邮箱/).fill('officer');
    await page.getByRole('radio', { name: '每日汇总一次' }).check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('电子邮箱的格式不对，请核对').first().waitFor();
    await page.getByLabel(/^电子邮箱/).fill('officer@example.cn');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存').waitFor();
    await page.getByRole('button', { name: '生成订阅地址' }).click();
    const address = await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).textContent();
    await lookEverywhere(page, 'account-notices');
    const answer = await page.request.get(address ?? '');
    expect(await answer.text()).toContain('BEGIN:VCALENDAR');
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^停\s?用$/ })
      .click();
    await page.getByText('还没有订阅地址').waitFor();
    expect((await page.request.get(address ?? '')).status()).toBe(404);
    await inside.close();
  });

  it('what comes round every year is said to be done', async () => {
    const { world } = desk;
    const inside = await desk.contextFor(await world.signedIn(world.city, 'disclosureOfficer'));
    const { recordId } = await plantWorkRecord(world, world.city, {
      kind: 'meeting',
      title: '主任听取汇报',
      facts: { form: '主要负责人听取汇报' },
    });
    const page = await desk.open(inside, '/rhythm');
    const record = page.getByRole('link', { name: '主任听取汇报' });
    await record.waitFor();
    expect(await record.getAttribute('href')).toContain(recordId);
    await page.getByRole('button', { name: '登记完成：培训政府信息公开工作人员（2026年度）' }).click();
    await page.getByLabel('说明（可以不填）').fill('全市培训一次');
    await page.getByRole('dialog').getByRole('button', { name: '登记完成' }).click();
    await page.getByText(/2026年11月21日完成：全市培训一次/).waitFor();
    await lookEverywhere(page, 'rhythm');
    await inside.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from './applicant-browser.ts';
import { BOX, complainAnonymously } from './complaint-desk.ts';
import { plantComplaint, plantOrder, plantPhoto } from './complaint-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere, PHONE } from './console-screens.ts';
import { plantPublished } from './document-desk.ts';
import { plantInspection } from './inspection-samples.ts';
import { plantVoice } from './public-voice-samples.ts';

describe.skipIf(!hasChromium)('complaints and inspections (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  it('an officer enters an anonymous call and handles a complaint to its end', async () => {
    const { world } = desk;
    await complainAnonymously(world, '镇里的预算没有公开');
    await plantComplaint(world, world.office);
    const inside = await desk.contextFor(await world.signedIn(world.office, 'supervisor'));
    const page = await desk.open(inside, '/complaints');
    await page.getByText('告知是否受理：').first().waitFor();
    await look(page, 'complaints-list');
    await page.getByRole('button', { name: '登记投诉' }).click();
    await page.getByLabel('被投诉的单位或者村').click();
    await page.getByTitle('township').click();
    await page.keyboard.press('Escape');
    await page.getByLabel('事项', { exact: true }).click();
    await page.getByTitle('应当公开的信息没有公开').click();
    await page.getByLabel('事实').fill('电话里说二季度村务没有公开');
    await page.getByLabel('匿名').check();
    await page.getByText('不登记姓名、电话、来电号码').waitFor();
    await look(page, 'complaints-new');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '已登记：请把编号和查询码告诉投诉人' }).waitFor();
    await page.getByText('匿名投诉明天开箱后出现在登记簿里。').waitFor();
    await look(page, 'complaints-receipt');
    await page.getByRole('link', { name: '返回登记簿' }).click();
    await page.getByRole('link', { name: /^诉\d{10}$/ }).click();
    await page.getByText('欧阳投诉甲，13987650003').waitFor();
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '受理' }).click();
    await page.getByRole('heading', { name: /^正在核查/ }).waitFor();
    await page.getByRole('button', { name: '登记核查结论' }).click();
    await page.getByLabel('核查结论', { exact: true }).click();
    await page.getByTitle('属实', { exact: true }).click();
    await page.getByLabel('核查的经过和结论').fill('专栏里没有今年的预算');
    await look(page, 'complaints-find');
    await page.getByRole('dialog').getByRole('button', { name: '登记核查结论' }).click();
    await page.getByRole('heading', { name: /^已经查清（属实）/ }).waitFor();
    await page.getByRole('button', { name: '督促整改' }).click();
    await page.getByLabel('完成期限').fill('2026-12-04');
    await page.getByLabel('整改的要求').fill('在专栏公开2026年预算');
    await page.getByRole('dialog').getByRole('button', { name: '督促整改' }).click();
    await page.getByRole('link', { name: '在专栏公开2026年预算' }).waitFor();
    await page.getByRole('button', { name: '告知结果' }).click();
    await page.getByLabel('告知投诉人的结果').fill('经核查属实，已督促整改。');
    await page.getByRole('dialog').getByRole('button', { name: '告知结果' }).click();
    await page.getByRole('button', { name: '办结' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await page.getByText('没有需要办理的。').waitFor();
    await look(page, 'complaints-case');
    await inside.close();
  });

  it('an officer makes a complaint of a question, and the office sees its photos and where it came from', async () => {
    const { world } = desk;
    const { regionId, voiceId } = await plantVoice(world, world.township, 'question');
    const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'));
    const page = await desk.open(inside, `/public-voices/${regionId}/${voiceId}`);
    await page.getByRole('button', { name: '转为投诉' }).click();
    await page.getByLabel('为什么是投诉').fill('反映的是没有公开');
    await look(page, 'complaints-turn');
    await page.getByRole('dialog').getByRole('button', { name: '转为投诉' }).click();
    const made = page.getByText(/已转为投诉 诉\d{10}，由office办理。/).first();
    await made.waitFor();
    // The answer that says where it is followed stays.
    await page.getByText('查询码不变').waitFor();
    expect(await page.getByRole('button', { name: '修改办理结果' }).count()).toBe(0);
    await look(page, 'complaints-turned');
    await inside.close();
    const row = await world.database.server
      .selectFrom('complaint_voice')
      .select(['region_id', 'complaint_id'])
      .where('voice_id', '=', voiceId)
      .executeTakeFirstOrThrow();
    await plantPhoto(world, world.office, { complaintId: row.complaint_id });
    const office = await desk.contextFor(await world.signedIn(world.office, 'supervisor'));
    const shown = await desk.open(office, `/complaints/${row.region_id}/${row.complaint_id}`);
    await shown.getByText('反映的是没有公开').waitFor();
    await shown.getByRole('img', { name: '投诉所附的照片1' }).waitFor();
    await look(shown, 'complaints-made');
    await shown.setViewportSize({ width: 390, height: 900 });
    await look(shown, 'complaints-made');
    await office.close();
  });

  it('a unit reports what it put right, on a phone', async () => {
    const { world } = desk;
    await plantOrder(world, { unit: world.township, issuer: world.office });
    const inside = await desk.contextFor(await world.signedIn(world.township, 'disclosureOfficer'), PHONE);
    const page = await desk.open(inside, '/remediation-orders?state=owed');
    await look(page, 'orders-list');
    await page.getByRole('link', { name: '在专栏公开2026年预算' }).first().click();
    await page.getByRole('button', { name: '报送整改情况' }).click();
    await page.getByLabel('做了什么，结果怎样').fill('已于11月21日公开');
    await look(page, 'orders-report');
    await page.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click();
    await page.getByText('已报整改情况').waitFor();
    await look(page, 'orders-case');
    await inside.close();
  });

  it('an inspection is planned, drawn, entered and becomes an order', async () => {
    const { world } = desk;
    await plantInspection(world, world.office);
    await plantPublished(world, world.township);
    const inside = await desk.contextFor(await world.signedIn(world.office, 'supervisor'));
    const page = await desk.open(inside, '/inspections');
    await page.getByText('已检查 1/1 条，有问题 1 条').waitFor();
    await look(page, 'inspections-list');
    await page.getByRole('button', { name: '制定检查计划' }).click();
    await page.getByLabel('名称').fill('四季度抽查二');
    await page.getByLabel('检查的单位').click();
    await page.getByTitle('township').click();
    await page.keyboard.press('Escape');
    await page.getByLabel('公开日期到').fill('2099-12-31');
    await look(page, 'inspections-new');
    await page.getByRole('button', { name: '保存并抽取' }).click();
    await page.getByRole('heading', { level: 1, name: '四季度抽查二' }).waitFor();
    await page
      .getByRole('button', { name: /^登记\s*：/ })
      .first()
      .click();
    await page.getByLabel('发现问题').check();
    await page.getByLabel('内容准确、完整，没有错别字').check();
    await page.getByLabel('说明（可以不填）').fill('联系电话少一位');
    await look(page, 'inspections-finding');
    await page.getByRole('dialog').getByRole('button', { name: '登记' }).click();
    await page.getByText('没有做到：内容准确、完整，没有错别字').waitFor();
    await page.getByRole('button', { name: /^下达整改通知\s*：township$/ }).click();
    await page.getByLabel('完成期限').fill('2026-12-10');
    await page.getByRole('dialog').getByRole('button', { name: '下达', exact: true }).click();
    await page.getByRole('link', { name: /^整改通知：待整改/ }).waitFor();
    await look(page, 'inspections-case');
    await page.setViewportSize({ width: 390, height: 900 });
    await look(page, 'inspections-case');
    await inside.close();
  });

  it('somebody complains without a name and without scripts, and reads what came of it', async () => {
    const { address } = desk;
    const portal = await (await desk.contextFor(null, PHONE, { javaScriptEnabled: false })).newPage();
    await portal.goto(`${address}/east/township`);
    await portal.getByRole('link', { name: '投诉箱' }).click();
    await portal.getByRole('heading', { level: 1, name: '投诉箱' }).waitFor();
    await portal.goto(address + BOX);
    await portal.getByLabel('应当公开的信息没有公开').check();
    await portal.getByLabel(/^事实/).fill('预算没有公开');
    await portal.getByRole('button', { name: '提交投诉' }).click();
    await portal.getByText('请选择实名还是匿名。').first().waitFor();
    await portal.getByLabel('匿名', { exact: true }).check();
    await portal.locator('[name="answer"]').fill(answerTo(await portal.content()));
    await portal.getByRole('button', { name: '提交投诉' }).click();
    await portal.getByRole('heading', { level: 1, name: '投诉已经收到' }).waitFor();
    const [number = '', code = ''] = await portal.locator('.receipt strong').allTextContents();
    await portal.getByRole('link', { name: '查看办理结果' }).click();
    await portal.getByLabel('编号').fill(number);
    await portal.getByLabel('查询码').fill(code);
    await portal.getByRole('button', { name: '查看', exact: true }).click();
    await portal.getByRole('heading', { name: '办理情况：在投诉箱中，尚未开箱' }).waitFor();
    await portal.context().close();
    const seen = await (await desk.contextFor(null)).newPage();
    await seen.goto(`${address}/voice/complaint?region=east`);
    await lookEverywhere(seen, 'box-choose');
    await seen.goto(address + BOX);
    await lookEverywhere(seen, 'box-form');
    await seen.goto(`${address}/voice/complaint/follow`);
    await lookEverywhere(seen, 'box-follow');
    await seen.context().close();
  });
});

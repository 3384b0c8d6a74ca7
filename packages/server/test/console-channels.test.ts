import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  plantBoard,
  plantMediaPost,
  plantNormative,
  plantPosting,
  plantPromotable,
} from './channel-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { plantPublished, usualDesk } from './document-desk.ts';
import { png } from './sample-files.ts';

const WITHDRAW = { type: 'withdraw', kind: 'error', hidesExistence: false };
const TITLE = '示范镇关于开展2026年冬季农田水利检修的公告';

/** Chooses the entry of a field that opens a list. */
async function choose(page: Page, label: string, entry: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: entry }).first().click();
}

describe.skipIf(!hasChromium)('channels beside the portal (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  afterAll(async () => {
    await desk?.close();
  });

  const signedIn = async (organ = desk.world.township) =>
    await desk.contextFor(await desk.world.signedIn(organ, 'disclosureOfficer'));

  it('makes a poster and an article of what is public', async () => {
    const { ids, desk: people } = await plantPublished(desk.world, desk.world.township);
    const context = await signedIn();
    const page = await desk.open(context, '/channels');
    const poster = page.getByRole('link', { name: new RegExp(`^海报 A4\\s*：${TITLE}`) }).first();
    await poster.waitFor();
    await look(page, 'channels');
    const href = (await poster.getAttribute('href')) ?? '';
    const file = await page.request.get(`${desk.address}${href}`);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await page
      .getByRole('button', { name: new RegExp(`^公众号文章\\s*：${TITLE}`) })
      .first()
      .click();
    await page.frameLocator('iframe[title="文章"]').getByText('一、检修范围为东干渠、西干渠。').waitFor();
    await look(page, 'channels-article');
    await people.act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    const gone = await page.request.get(`${desk.address}${href}`);
    expect(gone.status()).toBe(409);
    await context.close();
  });

  it('says why posters have no QR code where the site’s address is not told, and only there', async () => {
    const nameless = await openDesk({ publicOrigin: '' });
    await plantPublished(nameless.world, nameless.world.township);
    const cookie = await nameless.world.signedIn(nameless.world.township, 'disclosureOfficer');
    const page = await nameless.open(await nameless.contextFor(cookie), '/channels');
    await page.getByText('海报上没有二维码').waitFor();
    await lookEverywhere(page, 'channels-no-address');
    await nameless.close();
    await plantPublished(desk.world, desk.world.township);
    const context = await signedIn();
    const told = await desk.open(context, '/channels');
    await told
      .getByRole('link', { name: /^海报 A4/ })
      .first()
      .waitFor();
    expect(await told.getByText('海报上没有二维码').count()).toBe(0);
    await context.close();
  });

  it('shows the article with its styles under the page’s own policy, and runs nothing of it', async () => {
    await plantPublished(desk.world, desk.world.township);
    const cookie = await desk.world.signedIn(desk.world.township, 'disclosureOfficer');
    const context = await desk.contextFor(cookie, undefined, { bypassCSP: false });
    const page = await desk.open(context, '/channels');
    await page.route('**/article', async (route) => {
      const answer = await route.fetch();
      const article: unknown = await answer.json();
      const html = `<p style="text-align:center">附件<img src="x" onerror="parent.document.title='run'"></p>
        <script>parent.document.title = 'run'</script><a href="javascript:parent.document.title='run'">点</a>`;
      await route.fulfill({ response: answer, json: { ...(article as object), html } });
    });
    await page
      .getByRole('button', { name: new RegExp(`^公众号文章\\s*：${TITLE}`) })
      .first()
      .click();
    const article = page.frameLocator('iframe[title="文章"]');
    const line = article.getByText('附件');
    await line.waitFor();
    await expect
      .poll(() => line.evaluate('getComputedStyle(document.querySelector("p")).textAlign'))
      .toBe('center');
    await article.getByRole('link', { name: '点' }).click();
    expect(await page.title()).toBe('海报和转发 · 昭示工作台');
    await context.close();
  });

  it('registers a board, a poster with its photo, and calls for it when the document is withdrawn', async () => {
    const { ids, desk: people } = await plantPublished(desk.world, desk.world.township, {
      title: '示范镇2026年救助对象公示',
    });
    const context = await signedIn();
    const page = await desk.open(context, '/channels/boards');
    await page.getByRole('button', { name: '登记公示栏' }).click();
    await page.getByLabel('位置').fill('东庄村村委会门前');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('listitem').filter({ hasText: '东庄村村委会门前' }).waitFor();

    await page.getByRole('button', { name: '登记张贴' }).click();
    await choose(page, '文件', '救助对象公示');
    await choose(page, '公示栏', '东庄村村委会门前');
    await page.getByText('须张贴到2026年12月6日').waitFor();
    const enter = page.getByRole('button', { name: '登记', exact: true });
    const arrival = Promise.withResolvers<void>();
    await page.route(/photos$/, async (route) => {
      await arrival.promise;
      await route.continue();
    });
    await page
      .getByLabel(/^照片/)
      .setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: png() });
    await page.getByText('正在上传').waitFor();
    expect(await enter.isDisabled()).toBe(true);
    arrival.resolve();
    await page.getByText('照片已上传').waitFor();
    await look(page, 'channels-post');
    await enter.click();
    await page.getByText('已登记张贴').waitFor();
    await page.getByRole('cell', { name: /^示范镇2026年救助对象公示/ }).waitFor();
    await page.getByRole('link', { name: /^张贴照片/ }).waitFor();
    await look(page, 'channels-boards');

    await people.act(ids, 'leader', WITHDRAW, { notice: '名单有误，现予撤回。' });
    const home = await desk.open(context, '/');
    await home.getByRole('link', { name: /撤下公示栏上 1 份/ }).click();
    await home.getByText('信息已撤回，须立即撤下').waitFor();
    await home.getByRole('button', { name: /^登记撤下\s*：示范镇2026年救助对象公示/ }).click();
    await home.getByRole('button', { name: '登记', exact: true }).click();
    await home.getByText('已登记撤下').waitFor();
    await home.getByText('没有张贴中的文件。').waitFor();
    await context.close();
  });

  it('hands documents over and notes the receipt', async () => {
    await plantPublished(desk.world, desk.world.office, { title: '示范县2026年统计公报' });
    const context = await signedIn(desk.world.office);
    const page = await desk.open(context, '/channels/handovers');
    await page.getByRole('checkbox', { name: '选择示范县2026年统计公报' }).check();
    await page.getByLabel('接收单位').fill('示范县档案馆');
    await look(page, 'channels-handover');
    await page.getByRole('button', { name: '移交所选 1 件' }).click();
    await page.getByText('公开的信息都已经移交。').waitFor();
    const link = page.getByRole('link', { name: /^移交包/ });
    const answer = await page.request.get(`${desk.address}${(await link.getAttribute('href')) ?? ''}`);
    expect(answer.headers()['content-type']).toBe('application/zip');
    await page.getByRole('button', { name: /^登记回执/ }).click();
    await page.getByLabel('回执编号或者签收情况').fill('档收〔2026〕7号');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('档收〔2026〕7号').waitFor();
    await look(page, 'channels-handed');
    await context.close();
  });

  it('makes an issue of the gazette where one is run, and says why where none is', async () => {
    const township = await signedIn();
    const refused = await desk.open(township, '/channels/gazette');
    await refused.getByText('乡镇、街道不办政府公报。').waitFor();
    await look(refused, 'channels-no-gazette');
    await township.close();

    await plantNormative(desk.world, desk.world.county);
    const context = await signedIn(desk.world.county);
    const page = await desk.open(context, '/channels/gazette');
    await page.getByRole('checkbox', { name: /示范县农田水利设施管理办法/ }).check();
    await look(page, 'channels-gazette');
    await page.getByRole('button', { name: '生成本期' }).click();
    await page.getByRole('heading', { level: 1, name: /公报2026年第1号/ }).waitFor();
    await context.close();
  });

  it('registers an account and follows a post until it is taken down', async () => {
    const { ids } = await plantMediaPost(desk.world, desk.world.otherCounty);
    const context = await signedIn(desk.world.otherCounty);
    const page = await desk.open(context, '/channels/media');
    await page.getByRole('button', { name: /^登记已发布/ }).click();
    await page.getByLabel('文章链接（可以不填）').fill('https://mp.example.cn/s/1');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('已发布').first().waitFor();
    await look(page, 'channels-media');
    const people = await usualDesk(desk.world, desk.world.otherCounty);
    await people.act(ids, 'leader', WITHDRAW, { notice: '有误。' });
    await page.reload();
    await page.getByText('信息已撤回，须撤下').waitFor();
    await page.getByRole('button', { name: /^登记已撤下/ }).click();
    await page.getByRole('cell', { name: '已撤下' }).waitFor();
    await context.close();
  });

  it('makes a draft out of a case under its own names', async () => {
    const { registrationNumber } = await plantPromotable(desk.world, desk.world.county);
    const context = await signedIn(desk.world.county);
    const page = await desk.open(context, '/channels/promotions');
    await page.getByRole('checkbox', { name: new RegExp(registrationNumber) }).check();
    await page.getByLabel(/^第 1 份提供的文件/).fill('养护资金分配方案');
    await page.getByLabel('文件标题').fill('2025年农村公路养护资金分配方案');
    await look(page, 'channels-promotion');
    await page.getByRole('button', { name: '由所选 1 件申请建立草稿' }).click();
    await page.getByRole('heading', { level: 1, name: /养护资金分配方案/ }).waitFor();
    await page.getByRole('link', { name: registrationNumber, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: registrationNumber }).waitFor();
    await look(page, 'case-promoted');
    await page.getByRole('link', { name: '2025年农村公路养护资金分配方案' }).click();
    await page.getByText('由申请转来').waitFor();
    await look(page, 'document-promoted');
    await context.close();
  });

  it('fits its window in every display', async () => {
    await plantPosting(desk.world, desk.world.township);
    await plantBoard(desk.world, desk.world.township);
    await plantMediaPost(desk.world, desk.world.township);
    const cookie = await desk.world.signedIn(desk.world.township, 'disclosureOfficeHead');
    const context = await desk.contextFor(cookie);
    for (const place of ['', '/boards', '/handovers', '/media', '/promotions']) {
      const page = await desk.open(context, `/channels${place}`);
      await lookEverywhere(page, `channels${place.replace('/', '-')}`);
      await page.close();
    }
    await context.close();
  });
});

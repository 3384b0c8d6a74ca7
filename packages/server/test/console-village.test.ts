import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorldOrgan } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere, PHONE } from './console-screens.ts';
import { png } from './sample-files.ts';
import { plantPost, plantQuestion, plantVillage } from './village-samples.ts';

const NUMBER = '11010519491231002X';

/** Fingers on a phone: every press counts, typing does not, opening the keyboard for a field is a press. */
class Finger {
  taps = 0;
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }
  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.tap();
  }
  async type(field: Locator, text: string): Promise<void> {
    await this.tap(field);
    // What a finger presses has the focus only when the browser has made a click of it.
    await field.and(this.#page.locator(':focus')).waitFor();
    await this.#page.keyboard.insertText(text);
  }
}

describe.skipIf(!hasChromium)('a village on a phone (skipped where there is no Chromium)', () => {
  let desk: ConsoleDesk;
  let village: WorldOrgan;
  let count = 0;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk?.close();
  });
  beforeEach(async () => {
    count += 1;
    village = await plantVillage(desk.world, desk.world.township, `village-${count}`);
  });

  const phone = async (cookie?: string): Promise<BrowserContext> =>
    await desk.contextFor(cookie ?? (await desk.world.signedIn(village, 'drafter')), PHONE, {
      hasTouch: true,
      isMobile: true,
    });
  const publicPage = async (path = `/east/township/villages/village-${count}`): Promise<string> => {
    desk.world.cache.clear();
    return (await desk.world.app.inject({ url: path })).body;
  };
  const row = (page: Page, name: RegExp) => page.getByRole('main').getByRole('link', { name });
  const writePost = async (finger: Finger, page: Page, text: string): Promise<void> => {
    await finger.tap(row(page, /财务收支/));
    await finger.type(page.getByLabel('公布的内容'), text);
    await finger.type(page.getByLabel('村民委员会签字人'), '村委会主任 王一');
    await finger.type(page.getByLabel('村务监督委员会签字人'), '村务监督委员会主任 李二');
  };

  it('posts in five presses after signing in, the first time, and in three from then on', async () => {
    const context = await phone();
    const page = await desk.open(context, '/');
    await row(page, /财务收支/).waitFor();
    await look(page, 'village-home');
    const finger = new Finger(page);
    await writePost(finger, page, '11月收入 12000 元，支出 8000 元。');
    await look(page, 'village-post');
    await finger.tap(page.getByRole('button', { name: '公布', exact: true }));
    await page.getByText('已公布：2026年11月财务收支').waitFor();
    expect(finger.taps).toBe(5);
    await row(page, /财务收支.*已公布/).waitFor();
    expect(await publicPage()).toContain('11月收入 12000 元');

    const again = new Finger(page);
    await again.tap(row(page, /救灾救助/));
    await page.getByLabel('村民委员会签字人').waitFor();
    await expect.poll(() => page.getByLabel('村民委员会签字人').inputValue()).toBe('村委会主任 王一');
    await again.tap(page.getByRole('button', { name: '本期没有发生' }));
    await again.tap(page.getByRole('button', { name: '公布', exact: true }));
    await page.getByText('已公布：2026年第四季度救灾救助、补贴补助').waitFor();
    expect(again.taps).toBe(3);
    await context.close();
  });

  it('posts late for the month that was missed, and takes what is written along to another month', async () => {
    await plantPost(desk.world, village, { postedOn: '2026-10-02', from: '2026-09-01', to: '2026-09-30' });
    const context = await phone();
    const page = await desk.open(context, '/village/post?item=finances');
    const title = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
    await title('2026年10月财务收支');
    await page.getByLabel('公布的内容').fill('10月收入 300 元。');
    const choose = async (words: RegExp): Promise<void> => {
      await page.getByLabel('公布哪个月的').tap();
      await page.locator('.ant-select-item-option').filter({ hasText: words }).tap();
    };
    await choose(/^2026年11月（待公布）$/);
    await title('2026年11月财务收支');
    await expect.poll(() => page.getByLabel('公布的内容').inputValue()).toBe('10月收入 300 元。');
    await look(page, 'village-period');
    await choose(/^2026年10月（已逾期）$/);
    await title('2026年10月财务收支');
    await expect.poll(() => page.getByLabel('公布的内容').inputValue()).toBe('10月收入 300 元。');
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByText('已公布：2026年10月财务收支').waitFor();
    await row(page, /财务收支.*2026年11月/).waitFor();
    await expect.poll(() => row(page, /财务收支.*2026年10月/).count()).toBe(0);
    expect(await publicPage()).toContain('10月收入 300 元。');
    await context.close();
  });

  it('keeps what was written without a connection and sends it when the connection is back', async () => {
    const context = await phone();
    const page = await desk.open(context, '/village');
    const finger = new Finger(page);
    await writePost(finger, page, '离线写下的一句话。');
    await context.setOffline(true);
    await finger.tap(page.getByRole('button', { name: '公布', exact: true }));
    await page.getByText('没有网络，已存在这台设备上').waitFor();
    await page.getByText('等候发出，联网后自动公布').waitFor();
    await look(page, 'village-offline');
    expect(await publicPage()).not.toContain('离线写下的一句话');
    await context.setOffline(false);
    await page.getByText('已公布：2026年11月财务收支').waitFor();
    await expect.poll(() => page.getByText('等候发出').count()).toBe(0);
    expect(await publicPage()).toContain('离线写下的一句话');
    await context.close();
  });

  it('opens, restores and queues without any connection, and loses nothing over reloads', async () => {
    const context = await phone();
    const page = await desk.open(context, '/village');
    await page.locator('html[data-opens-offline=yes]').waitFor();
    await context.setOffline(true);
    await page.reload();
    await writePost(new Finger(page), page, '没有信号的山上写的。');
    await page.reload();
    await page.getByText('已恢复上次没有公布的内容').waitFor();
    await expect.poll(() => page.getByLabel('公布的内容').inputValue()).toBe('没有信号的山上写的。');
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByText('等候发出，联网后自动公布').waitFor();
    await page.reload();
    await page.getByText('等候发出，联网后自动公布').waitFor();
    await context.setOffline(false);
    // The clerk looks at the phone again.
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText('已公布：2026年11月财务收支').waitFor();
    expect(await publicPage()).toContain('没有信号的山上写的');
    const kept: string = await page.evaluate('JSON.stringify({ ...localStorage })');
    expect(kept).not.toContain('测试人员');
    await context.close();
  });

  it('restores what was written after a reload and after the session ended', async () => {
    const accountId = await desk.world.newPerson(village, ['drafter']);
    const context = await phone(await desk.world.sessionOf(accountId));
    const page = await desk.open(context, '/village');
    await writePost(new Finger(page), page, '写到一半的话。');
    await page.reload();
    await page.getByText('已恢复上次没有公布的内容').waitFor();
    await expect.poll(() => page.getByLabel('公布的内容').inputValue()).toBe('写到一半的话。');
    await context.clearCookies();
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    const [name = '', value = ''] = (await desk.world.sessionOf(accountId)).split('=');
    await context.addCookies([{ name, value, url: desk.address }]);
    await page.goto(`${desk.address}/console/village`);
    await page.getByText('已公布：2026年11月财务收支').waitFor();
    expect(await publicPage()).toContain('写到一半的话。');
    await context.close();
  });

  it('posts no personal data before it is masked, with one press', async () => {
    const context = await phone();
    const page = await desk.open(context, '/village');
    await row(page, /救灾救助/).tap();
    await page.getByText('表格', { exact: true }).tap();
    await page.getByLabel('表格，每行一条，第一行写标题').fill(`姓名，身份证号，金额\n张三，${NUMBER}，300`);
    await page.getByLabel('村民委员会签字人').fill('王一');
    await page.getByLabel('村务监督委员会签字人').fill('李二');
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByText('有个人信息没有遮盖，还没有公布').waitFor();
    await look(page, 'village-findings');
    await page.getByRole('button', { name: '全部遮盖' }).tap();
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByText('已公布：2026年第四季度救灾救助').waitFor();
    const text = await publicPage();
    expect(text).toContain('张三');
    expect(text).not.toContain(NUMBER);
    await context.close();
  });

  it('posts a photo of the phone after a look at it, and then the board', async () => {
    const context = await phone();
    const page = await desk.open(context, '/village');
    await row(page, /重大事项/).tap();
    await page.getByLabel('是什么事项（作为标题公布）').fill('换届选举结果');
    await page.getByText('照片', { exact: true }).tap();
    const photo = { name: 'IMG_0001.png', mimeType: 'image/png', buffer: png(40, 30) };
    await page.getByLabel('拍照或者选择照片').setInputFiles(photo);
    await page.getByRole('img', { name: '照片 1' }).waitFor();
    await page.getByLabel('村民委员会签字人').fill('王一');
    await page.getByLabel('村务监督委员会签字人').fill('李二');
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByText('请逐张看过照片，并且勾选。').waitFor();
    await page.getByRole('checkbox').tap();
    await look(page, 'village-photo');
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByText('已公布：2026年11月21日重大事项').waitFor();
    await page.getByRole('link', { name: '已公布的村务' }).tap();
    await page.getByRole('button', { name: /^登记公开栏照片/ }).tap();
    await page.getByLabel('给公开栏拍照或者选择照片').setInputFiles(photo);
    await page.getByText('照片已上传').waitFor();
    await page.getByRole('checkbox').tap();
    await look(page, 'village-board');
    await page.getByRole('button', { name: '登记', exact: true }).tap();
    await page.getByText('公开栏，2026年11月21日拍摄').waitFor();
    await look(page, 'village-posts');
    const published = await publicPage();
    expect(published).toContain('村务公开栏，2026年11月21日拍摄');
    expect(published).toContain('2026年11月21日重大事项：换届选举结果');
    await context.close();
  });

  it('corrects what is wrong with a reason that readers see', async () => {
    await plantPost(desk.world, village);
    const context = await phone();
    const page = await desk.open(context, '/village/posts');
    await page.getByRole('link', { name: /^更正/ }).tap();
    await page.getByLabel('公布的内容').fill('本月收入 12000 元，支出 8100 元。');
    await page.getByLabel('更正的原因（公开）').fill('支出写错了');
    await page.getByRole('button', { name: '公布', exact: true }).tap();
    await page.getByText('已公布：更正：2026年10月财务收支').waitFor();
    expect(await publicPage()).toContain('更正原因：支出写错了');
    await context.close();
  });

  it('answers what a villager asked', async () => {
    await plantQuestion(desk.world, village);
    const context = await phone();
    const page = await desk.open(context, '/');
    await page.getByRole('link', { name: '答复村民的 1 个提问' }).tap();
    await page.getByLabel('答复', { exact: true }).fill('还有 4000 元，年底前用完。');
    await look(page, 'village-questions');
    await page.getByRole('button', { name: '答复', exact: true }).tap();
    await page.getByText('已答复，公开展示').waitFor();
    expect(await publicPage()).toContain('还有 4000 元，年底前用完。');
    await context.close();
  });

  it('is seen by its township among all others, which calls on it', async () => {
    await plantPost(desk.world, village, { postedOn: '2026-10-02', from: '2026-09-01', to: '2026-09-30' });
    await desk.world.newPerson(village, ['drafter']);
    const context = await desk.contextFor(
      await desk.world.signedIn(desk.world.township, 'disclosureOfficer'),
    );
    const page = await desk.open(context, '/village/overview');
    await page.getByText('已逾期').first().waitFor();
    await lookEverywhere(page, 'village-overview');
    await page
      .getByRole('button', { name: /^督促\s*东庄村/ })
      .last()
      .click();
    await page.getByText(/已通知东庄村村民委员会的 \d+ 名经办人/).waitFor();
    await context.close();
  });

  it('shows the public its page, also without a script, and takes questions there', async () => {
    await plantPost(desk.world, village, { postedOn: '2026-11-20' });
    const address = `${desk.address}/east/township/villages/village-${count}`;
    desk.world.cache.clear();
    const seeing = await desk.contextFor(null, PHONE);
    const shown = await seeing.newPage();
    await shown.goto(address);
    await look(shown, 'village-public');
    await shown.setViewportSize({ width: 1280, height: 900 });
    await look(shown, 'village-public');
    await seeing.close();
    const context = await desk.contextFor(null, PHONE, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('heading', { level: 2, name: '2026年10月财务收支' }).waitFor();
    await page.getByRole('link', { name: '向村民委员会提问' }).click();
    await page.getByText('关于：东庄村村民委员会村务公开').waitFor();
    await context.close();
  });
});

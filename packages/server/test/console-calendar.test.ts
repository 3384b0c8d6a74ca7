import { setTimeout } from 'node:timers/promises';
import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDeadline } from '../src/use-cases/calendar/register-deadline.ts';
import { NOTICE_2027 } from './calendar-samples.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';

describe.skipIf(!hasChromium)('the working calendar in Chromium (skipped where there is none)', () => {
  let desk: ConsoleDesk;
  let cookie: string;
  let context: BrowserContext;

  beforeAll(async () => {
    desk = await openDesk();
    cookie = await desk.world.signedIn(desk.world.county, 'administrator');
    context = await desk.contextFor(cookie);
  });

  afterAll(async () => {
    await desk.close();
  });

  const asFile = (value: unknown) => ({
    name: 'calendar.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(value)),
  });

  const params = (year: number) => {
    const { regionId, organId } = desk.world.county;
    return { regionId, organId, year };
  };

  /** A period of working days that runs over New Year 2027. */
  const runningDeadline = async (): Promise<string> => {
    const startsOn = parseCivilDate('2026-12-28');
    if (startsOn === undefined) throw new Error('no day');
    const { township, database } = desk.world;
    const deadlineId = crypto.randomUUID();
    await database.server.transaction().execute((transaction) =>
      registerDeadline(transaction, {
        ...township,
        deadlineId,
        subject: `application/${deadlineId}`,
        kind: '答复',
        startsOn,
        workingDays: 5,
        excluded: [],
      }),
    );
    return deadlineId;
  };

  const dueOn = async (deadlineId: string): Promise<string> => {
    const row = await desk.world.database.server
      .selectFrom('deadline')
      .select('due_on')
      .where('deadline_id', '=', deadlineId)
      .executeTakeFirstOrThrow();
    return row.due_on;
  };

  it('no violation that axe knows and no sideways scrolling in every display', async () => {
    const seen = await desk.contextFor(cookie);
    for (const year of [2026, 2028]) {
      const page = await desk.open(seen, `/calendar?year=${year}`);
      await page.getByRole('table', { name: /12月/ }).waitFor();
      await lookEverywhere(page, `calendar-${year}`);
    }
    const editor = await desk.open(seen, '/calendar/edit?year=2026');
    await editor.getByLabel('由本机关载入').check();
    await editor.getByRole('button', { name: '加一个地方放假日' }).click();
    await editor.getByLabel('第 1 个地方放假日', { exact: true }).fill('2026-03-03');
    await editor.getByLabel('第 1 个地方放假日的名称').fill('地方节日');
    await editor.getByLabel('第 1 个地方放假日的依据').fill('测试规定');
    await editor.getByRole('button', { name: '预览变化' }).click();
    await editor.getByRole('heading', { name: '保存前核对' }).waitFor();
    await lookEverywhere(editor, 'calendar-edit');
    await editor.getByRole('button', { name: '去掉第 1 个地方放假日' }).click();
    await editor.getByRole('heading', { name: '保存前核对' }).waitFor({ state: 'detached' });
    await seen.close();
  });

  it('says of each day what it is in words, and what it rests on', async () => {
    const page = await desk.open(context, '/calendar?year=2026');
    const january = page.getByRole('table', { name: /^1月/ });
    await january.waitFor();
    expect(await january.getByRole('cell', { name: /调休上班/ }).allTextContents()).toEqual([
      '4班，调休上班',
    ]);
    expect(await january.getByRole('cell', { name: /放假：元旦/ }).count()).toBe(3);
    expect(await january.innerText()).toContain('工作日 21 天');
    const february = page.locator('.month').nth(1);
    expect(await february.getByRole('listitem').allTextContents()).toEqual([
      '14日 调休上班',
      '15日至23日 春节',
      '28日 调休上班',
    ]);
    await page.getByRole('link', { name: /国办发明电〔2025〕7号/ }).waitFor();
    await page.getByRole('link', { name: /^2027/ }).click();
    await page.getByText('通知还没有载入，按放假办法写明的日期计算').waitFor();
    await page.close();
  });

  it('loads a year from a file: faults named, days and moved deadlines shown, saved only then', async () => {
    const deadlineId = await runningDeadline();
    const before = await dueOn(deadlineId);
    const page = await desk.open(context, '/calendar/edit?year=2027');
    const file = page.getByLabel('2027年的工作日历文件');
    await file.setInputFiles(asFile({ ...NOTICE_2027, year: 2028 }));
    await page.getByRole('alert').filter({ hasText: '不在2028年' }).waitFor();
    const [notice] = NOTICE_2027.notices;
    await file.setInputFiles(asFile({ ...NOTICE_2027, notices: [{ ...notice, work: ['2027-01-11'] }] }));
    await page.getByRole('alert').filter({ hasText: '应为2027年（含上年12月）的周六或周日' }).waitFor();
    expect(await page.getByRole('group', { name: '通知 1' }).count()).toBe(0);
    await file.setInputFiles(asFile(NOTICE_2027));
    expect(await page.getByLabel('文号').inputValue()).toBe('测试通知〔2026〕1号');
    await page.getByRole('alert').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '预览变化' }).click();
    const preview = page.locator('section').filter({ hasText: '保存前核对' });
    await preview.waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('保存前核对');
    const row = preview.getByRole('row', { name: /2027年1月4日（周一）/ });
    expect(await row.innerText()).toMatch(/工作日\s+放假：元旦\s+改为不计/);
    expect(await preview.getByRole('row', { name: /2027年1月9日（周六）/ }).innerText()).toContain(
      '改为计入',
    );
    expect(await preview.getByRole('row', { name: /^township/ }).innerText()).toMatch(/答复[\s\S]*推后/);
    expect(await dueOn(deadlineId)).toBe(before);
    await look(page, 'calendar-preview');
    await page.getByRole('button', { name: '保存并重新计算期限' }).click();
    await page.getByRole('heading', { name: '2027年工作日历已保存' }).waitFor();
    expect((await dueOn(deadlineId)) > before).toBe(true);
    await page.getByRole('link', { name: '查看2027年工作日历' }).click();
    await page.getByText(/county，2026年11月21日 .*载入/).waitFor();
    await page.close();
  });

  it('loads an amending notice by hand, keeps it over a reload, and lets choose when another saved meanwhile', async () => {
    const page = await desk.open(context, '/calendar/edit?year=2025');
    await page.getByLabel('由本机关载入').check();
    await page.getByRole('button', { name: '加一份后来的通知' }).click();
    const second = page.getByRole('group', { name: '通知 2' });
    await second.getByLabel('文号').fill('测试通知〔2025〕2号');
    await second.getByLabel('公布日期').fill('2025-03-01');
    await second.getByLabel('来源').fill('测试');
    await page.getByRole('button', { name: '预览变化' }).click();
    await second.getByText('请填写').first().waitFor();
    await second.getByLabel('第 1 段放假的名称').fill('测试放假');
    await second.getByLabel('第 1 段放假从哪日').fill('2025-03-12');
    await second.getByLabel('第 1 段放假到哪日').fill('2025-03-11');
    await page.getByRole('button', { name: '预览变化' }).click();
    await page.getByRole('alert').filter({ hasText: '先后颠倒' }).waitFor();
    await second.getByLabel('第 1 段放假到哪日').fill('2025-03-12');
    await page.reload();
    await page.getByText('已恢复未保存的内容').waitFor();
    await page.getByRole('button', { name: '预览变化' }).click();
    await page.getByRole('heading', { name: '日期：变动 1 天，其中 1 天影响期限' }).waitFor();

    const holiday = { date: '2025-04-01', name: '别人加的', source: '测试' };
    const other = { params: params(2025), body: { file: null, regionalHolidays: [holiday] } };
    const saved = await desk.world.call(calendarRoutes.editYear, other, cookie, { 'if-match': '"1"' });
    expect(saved.status).toBe(200);
    await page.getByRole('button', { name: '保存并重新计算期限' }).click();
    const dialog = page.getByRole('dialog', { name: '别人已经修改过' });
    expect(await dialog.getByRole('row', { name: /放假通知/ }).innerText()).toMatch(
      /测试通知〔2025〕2号：放假 1 段[\s\S]*沿用上级的通知/,
    );
    await dialog
      .getByRole('row', { name: /地方放假/ })
      .getByRole('radio', { name: '最新的' })
      .check();
    await look(page, 'calendar-stale');
    await dialog.getByRole('button', { name: '按以下选择保存' }).click();
    await page.getByRole('heading', { name: '2025年工作日历已保存' }).waitFor();
    const { body } = await desk.world.call(calendarRoutes.readYear, { params: params(2025) }, cookie);
    const { own } = body as unknown as {
      readonly own: { readonly file: { readonly notices: readonly unknown[] }; regionalHolidays: unknown };
    };
    expect(own.regionalHolidays).toEqual([holiday]);
    expect(own.file.notices).toHaveLength(2);
    await page.close();
  });

  it('with two who may edit, waits for the second, who sees what it moves; the first only takes it back', async () => {
    const { world } = desk;
    const secondCookie = await world.signedIn(world.county, 'administrator');
    const proposing = await desk.open(context, '/calendar/edit?year=2024');
    await proposing.getByRole('button', { name: '加一个地方放假日' }).click();
    await proposing.getByLabel('第 1 个地方放假日', { exact: true }).fill('2024-03-04');
    await proposing.getByLabel('第 1 个地方放假日的名称').fill('地方节日');
    await proposing.getByLabel('第 1 个地方放假日的依据').fill('测试规定');
    await proposing.getByRole('button', { name: '预览变化' }).click();
    await proposing.getByRole('button', { name: '保存并重新计算期限' }).click();
    await proposing.getByRole('heading', { name: '2024年工作日历的修改已提出，等待另一人确认' }).waitFor();
    await proposing.reload();
    await proposing.getByText('须由另一名能维护工作日历的人确认').waitFor();
    expect(await proposing.getByRole('button', { name: '确认生效并重新计算期限' }).count()).toBe(0);
    await proposing.getByRole('button', { name: '撤回' }).waitFor();
    const above = await desk.contextFor(await world.signedIn(world.city, 'administrator'));
    const fromList = await desk.open(above, '/');
    await fromList.getByRole('link', { name: '确认county2024年工作日历的修改' }).waitFor();
    await look(fromList, 'calendar-to-confirm');
    await fromList.getByRole('link', { name: '确认county2024年工作日历的修改' }).click();
    await fromList.getByRole('heading', { name: '载入county2024年工作日历' }).waitFor();
    await fromList.getByRole('button', { name: '确认生效并重新计算期限' }).waitFor();
    await above.close();
    const other = await desk.contextFor(secondCookie);
    const looking = await desk.open(other, '/calendar?year=2024');
    await looking.getByText('提出的修改由另一人确认后生效').waitFor();
    await looking.getByRole('button', { name: '修改' }).click();
    const waiting = looking.locator('section').filter({ hasText: '等待确认的修改' });
    expect(await waiting.getByRole('row', { name: /2024年3月4日/ }).innerText()).toContain('改为不计');
    await look(looking, 'calendar-waiting');
    // The page is told of its success even where it has read the new year before everything else is read again.
    await looking.route(/\/api\/(todo|notifications)/, async (route) => {
      await setTimeout(2000);
      await route.continue();
    });
    await waiting.getByRole('button', { name: '确认生效并重新计算期限' }).click();
    await looking.getByRole('heading', { name: '2024年工作日历已保存' }).waitFor();
    const { body } = await world.call(calendarRoutes.readYear, { params: params(2024) }, cookie);
    expect(body).toMatchObject({ version: 2, proposal: null });
    await other.close();
    await proposing.close();
  });

  it('lets look but not change who may not', async () => {
    const { world } = desk;
    const seen = await desk.contextFor(await world.signedIn(world.township, 'drafter'));
    const page = await desk.open(seen, '/calendar?year=2026');
    const edit = page.getByRole('button', { name: '修改' });
    await edit.waitFor();
    expect(await edit.getAttribute('aria-disabled')).toBe('true');
    const editor = await desk.open(seen, '/calendar/edit?year=2026');
    await editor.getByRole('heading', { name: '没有这个页面的权限' }).waitFor();
    await seen.close();
  });
});

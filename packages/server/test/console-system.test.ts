import { readFile } from 'node:fs/promises';
import { jobRoutes } from '@zhaoshi/contract/routes/jobs';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCheckpoint } from '../src/db/checkpoint.ts';
import { registerSchedules } from '../src/jobs/scheduler.ts';
import { SCHEDULES } from '../src/jobs/schedules.ts';
import { exportCheckpoints } from '../src/use-cases/audit/export-checkpoints.ts';
import { makeCheckpoint } from '../src/use-cases/audit/make-checkpoint.ts';
import type { World } from './api-world.ts';
import { type ConsoleDesk, openDesk } from './console-desk.ts';
import { hasChromium, look, lookEverywhere } from './console-screens.ts';
import { plantDeadJob } from './job-samples.ts';
import { newVisitor, type Person, personWithPassword } from './visitor.ts';

const NOW = new Date('2026-11-21T02:03:04.567Z');
const DAY_BEFORE = new Date('2026-11-19T02:00:00.000Z');

describe.skipIf(!hasChromium)('jobs and the trail in Chromium (skipped where there is none)', () => {
  let desk: ConsoleDesk;
  let world: World;
  let auditor: string;
  let administrator: string;
  let person: Person;

  beforeAll(async () => {
    desk = await openDesk();
    world = desk.world;
    auditor = await world.signedIn(world.city, 'auditor');
    administrator = await world.signedIn(world.city, 'administrator');
    person = await personWithPassword(world, world.township, ['drafter'], DAY_BEFORE);
    world.setNow(DAY_BEFORE);
    await newVisitor(world).signIn(person.loginName, 'wrong');
    world.setNow(NOW);
    await newVisitor(world).signIn(person.loginName);
    const params = { jobId: await plantDeadJob(world) };
    await world.call(jobRoutes.retry, { params }, administrator);
    await registerSchedules(world.database.server, SCHEDULES, NOW);
    const { signingKey, checkpointFolder } = world.services;
    const context = { database: world.database.server, now: () => NOW };
    await makeCheckpoint(context, signingKey, '2026-11-20');
    await exportCheckpoints(context, checkpointFolder);
  });

  afterAll(async () => {
    await desk.close();
  });

  const onlyDeadJob = async (): Promise<string> => {
    await sql`delete from pgboss.job where state = 'failed'`.execute(world.database.owner);
    return await plantDeadJob(world);
  };

  const verify = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '逐条核验' }).click();
  };

  const sequences = async (page: Page): Promise<readonly string[]> =>
    await page
      .getByRole('region', { name: '审计记录', exact: true })
      .locator('tbody tr.ant-table-row td:first-child')
      .allTextContents();

  it('no violation that axe knows and no sideways scrolling in every display', async () => {
    const jobId = await plantDeadJob(world);
    const seen = await desk.contextFor(auditor);
    const trail = await desk.open(seen, '/audit');
    await trail.getByRole('cell', { name: '登录', exact: true }).first().waitFor();
    await verify(trail);
    await trail.getByText('审计记录完整').waitFor();
    await trail.getByRole('button', { name: '查看每日校验点' }).click();
    await trail.getByRole('button', { name: '下载 2026-11-20 的校验点' }).waitFor();
    await lookEverywhere(trail, 'audit');
    await trail.getByLabel('事项', { exact: true }).click();
    await trail.getByRole('option', { name: '登录' }).first().waitFor({ state: 'attached' });
    await lookEverywhere(trail, 'audit-events');
    await trail.keyboard.press('Escape');
    await trail
      .getByRole('button', { name: /^查看第/ })
      .first()
      .click();
    await trail.getByRole('dialog').waitFor();
    await lookEverywhere(trail, 'audit-entry');

    const jobs = await desk.open(seen, '/jobs');
    await jobs.getByRole('button', { name: '重新执行发送通知' }).first().waitFor();
    await jobs.getByRole('region', { name: '定时任务' }).getByText('生成审计校验点').waitFor();
    await lookEverywhere(jobs, 'jobs');
    const unable = jobs.getByRole('button', { name: '重新执行发送通知' }).first();
    await lookEverywhere(jobs, 'jobs-unable', async () => {
      await unable.blur();
      await jobs.getByRole('tooltip').waitFor({ state: 'hidden' });
      await unable.focus();
      await jobs.getByRole('tooltip').waitFor();
    });
    await seen.close();
    await world.call(jobRoutes.retry, { params: { jobId } }, administrator);
  });

  it('filters the trail by event and by date', async () => {
    const context = await desk.contextFor(auditor);
    const page = await desk.open(context, '/audit');
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor();
    const all = await sequences(page);
    await page.getByLabel('事项', { exact: true }).fill('重新执行');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor({ state: 'hidden' });
    await expect.poll(async () => (await sequences(page)).length).toBeGreaterThan(0);
    expect((await sequences(page)).length).toBeLessThan(all.length);

    await page.reload();
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor();
    await page.getByLabel('起始日期', { exact: true }).fill('2026-11-19');
    await page.getByLabel('截止日期', { exact: true }).fill('2026-11-19');
    await expect.poll(() => sequences(page)).toHaveLength(1);
    await page
      .getByRole('region', { name: '审计记录', exact: true })
      .getByText('2026年11月19日')
      .first()
      .waitFor();
    await context.close();
  });

  it('narrows the trail to a person, an organ, and what one entry was about; on a phone every entry is whole', async () => {
    const context = await desk.contextFor(auditor);
    const page = await desk.open(context, '/audit');
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor();
    const all = await sequences(page);
    await page.getByLabel('机关', { exact: true }).fill('township');
    await page.locator('.ant-select-item-option', { hasText: 'township' }).first().click();
    await expect.poll(() => sequences(page)).not.toEqual(all);
    await page.reload();
    await page.getByLabel('事项', { exact: true }).fill('重新执行');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor({ state: 'hidden' });
    await page
      .getByRole('button', { name: /^查看第/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '只看这个对象的记录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('status').filter({ hasText: '只看这个对象的记录' }).waitFor();
    await expect.poll(async () => (await sequences(page)).length).toBeGreaterThan(0);
    expect((await sequences(page)).length).toBeLessThan(all.length);
    await page.setViewportSize({ width: 390, height: 900 });
    const card = page.getByRole('list', { name: '审计记录' }).getByRole('listitem').first();
    expect(await card.innerText()).toMatch(/重新执行[\s\S]*第 \d+ 条[\s\S]*city[\s\S]*2026年/);
    await page.getByRole('button', { name: '看全部' }).click();
    await expect
      .poll(() => page.getByRole('listitem').filter({ hasText: '登录' }).count())
      .toBeGreaterThan(0);
    await context.close();
  });

  it('shows what an entry holds with organs by name, never by path', async () => {
    const context = await desk.contextFor(auditor);
    const page = await desk.open(context, '/audit');
    await page.getByLabel('事项', { exact: true }).fill('重新执行');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor({ state: 'hidden' });
    await page
      .getByRole('button', { name: /^查看第/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.innerText()).toMatch(/SM3\s+[\da-f]{64}/);
    const shown = await dialog.innerText();
    expect(shown).toMatch(/代表的机关\s+city/);
    expect(shown).not.toContain(world.city.path);
    await context.close();
  });

  it('downloads a checkpoint with the very bytes that the server exports', async () => {
    const context = await desk.contextFor(auditor);
    const page = await desk.open(context, '/audit');
    await page.getByRole('button', { name: '查看每日校验点' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 2026-11-20 的校验点' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('checkpoint-2026-11-20.json');
    const exported = await readFile(`${world.services.checkpointFolder}/checkpoint-2026-11-20.json`, 'utf8');
    expect(await readFile(await download.path(), 'utf8')).toBe(exported);
    expect(exported).toBe(writeCheckpoint(JSON.parse(exported)));
    await context.close();
  });

  it('tells an intact trail from one with a changed entry, and names the entry', async () => {
    const { owner } = world.database;
    const set = async (details: string): Promise<void> =>
      await owner.transaction().execute(async (transaction) => {
        await sql`set local session_replication_role = replica`.execute(transaction);
        await transaction.updateTable('audit_entry').set({ details }).where('sequence', '=', 2).execute();
      });
    const { details } = await owner
      .selectFrom('audit_entry')
      .select('details')
      .where('sequence', '=', 2)
      .executeTakeFirstOrThrow();
    const context = await desk.contextFor(auditor);
    const page = await desk.open(context, '/audit');
    await verify(page);
    await page.getByRole('status').filter({ hasText: '审计记录完整' }).waitFor();
    await set(details.replace('true', 'false'));
    await verify(page);
    const alert = page.getByRole('alert').filter({ hasText: '审计记录不完整' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('第 2 条被改动（登录）；此前 1 条连续。');
    await look(page, 'audit-broken');
    await page.setViewportSize({ width: 390, height: 900 });
    await look(page, 'audit-broken');
    await set(details);
    await verify(page);
    await page.getByRole('status').filter({ hasText: '审计记录完整' }).waitFor();
    await context.close();
  });

  it('lets an administrator give a dead job one more try', async () => {
    const jobId = await onlyDeadJob();
    const context = await desk.contextFor(administrator);
    const page = await desk.open(context, '/jobs');
    await page.getByText('收件地址无效或不允许发送').waitFor();
    await page.getByRole('button', { name: '重新执行发送通知' }).click();
    await page.getByText('已重新排队').waitFor();
    await page.getByText('没有失败的任务。').waitFor();
    const { rows } = await sql<{ state: string }>`select state from pgboss.job where id = ${jobId}`.execute(
      world.database.owner,
    );
    expect(rows).toEqual([{ state: 'retry' }]);
    await context.close();
  });

  it('shows an auditor the same job with a grey button and its reason', async () => {
    const jobId = await onlyDeadJob();
    const context = await desk.contextFor(auditor);
    const page = await desk.open(context, '/jobs');
    const button = page.getByRole('button', { name: '重新执行发送通知' });
    await button.focus();
    expect(await page.getByRole('tooltip').innerText()).toContain('需要“重新执行后台任务”的权限');
    await page.keyboard.press('Enter');
    await button.click({ force: true });
    const { rows } = await sql<{ state: string }>`select state from pgboss.job where id = ${jobId}`.execute(
      world.database.owner,
    );
    expect(rows).toEqual([{ state: 'failed' }]);
    await context.close();
  });

  it('leads from each matter on the desk to the page that shows it', async () => {
    await plantDeadJob(world);
    await world.database.server
      .updateTable('account')
      .set({ locked_until: new Date('2026-11-21T09:00:00Z') })
      .where('account_id', '=', person.accountId)
      .execute();
    const both = await world.signedIn(world.city, 'administrator', 'disclosureOfficer');
    const context = await desk.contextFor(both);
    const page = await desk.open(context, '/');
    const follow = async (link: RegExp, sign: () => Promise<void>): Promise<void> => {
      await page.getByRole('heading', { level: 2, name: '待办事项' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: link }).click();
      await sign();
      await page.goBack();
    };
    await follow(/录入2027年工作日历/, async () => {
      await page.getByRole('heading', { level: 2, name: /2027年/ }).waitFor();
      await page.getByRole('button', { name: '载入通知' }).waitFor();
    });
    await follow(/执行失败的后台任务/, async () => {
      await page.getByRole('button', { name: '重新执行发送通知' }).first().waitFor();
    });
    await follow(/因多次输错而锁定的账号/, async () => {
      await page.getByRole('cell', { name: new RegExp(person.loginName) }).waitFor();
      await expect.poll(() => page.locator('tbody tr.ant-table-row').count()).toBe(1);
    });
    await follow(/信息公开工作机构联系信息/, async () => {
      await page.getByRole('region', { name: '符合条件的机关' }).getByRole('link').first().waitFor();
      expect(await page.getByRole('checkbox').isChecked()).toBe(true);
    });
    await context.close();
  });
});

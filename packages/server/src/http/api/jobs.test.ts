import { randomUUID } from 'node:crypto';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { jobRoutes } from '@zhaoshi/contract/routes/jobs';
import { messageRoutes } from '@zhaoshi/contract/routes/messages';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantCapturedMessage, plantDeadJob } from '../../../test/job-samples.ts';
import { registerSchedules } from '../../jobs/scheduler.ts';
import { SCHEDULES } from '../../jobs/schedules.ts';

let world: World;
let administrator: string;
beforeEach(async () => {
  world = await createWorld();
  administrator = await world.signedIn(world.city, 'administrator');
});
afterEach(() => world.close());

const items = (body: object): readonly Record<string, unknown>[] =>
  (body as { readonly items: readonly Record<string, unknown>[] }).items;

describe('the job monitor', () => {
  it('counts each kind, also those without a job', async () => {
    await plantDeadJob(world);
    const { body } = await world.call(jobRoutes.queues, {}, administrator);
    expect(items(body)).toContainEqual({
      kind: 'message.deliver',
      title: '发送通知',
      waiting: 0,
      deferred: 0,
      active: 0,
      failed: 1,
      oldestWaitingSince: null,
    });
    expect(items(body).map(({ kind }) => kind)).toContain('file.sweep');
  });

  it('lists dead jobs page by page with the reason in words, each once', async () => {
    const planted: string[] = [];
    for (let index = 0; index < 5; index += 1) planted.unshift(await plantDeadJob(world));
    // Several that failed in the same microsecond.
    await sql`update pgboss.job set completed_on = '2026-11-21 01:00:00.123456+00' where id = any(${planted.slice(2)})`.execute(
      world.database.owner,
    );
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor !== undefined && { cursor }) };
      const { status, body } = await world.call(jobRoutes.failed, { query }, administrator);
      expect(status).toBe(200);
      seen.push(...items(body));
      cursor = (body as unknown as { readonly nextCursor: string | null }).nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.map((job) => (job as { readonly jobId: string }).jobId).toSorted()).toEqual(
      planted.toSorted(),
    );
    expect(seen[0]).toMatchObject({
      kind: 'message.deliver',
      code: 'address-refused',
      reason: '收件地址无效或不允许发送',
      attempts: 1,
      abilities: expect.arrayContaining(['job.retry']),
    });
  });

  it('gives a dead job one more try, and writes who asked for it', async () => {
    const jobId = await plantDeadJob(world);
    const request = { params: { jobId } };
    expect((await world.call(jobRoutes.retry, request, administrator)).status).toBe(204);
    const [row] = await world.database.server.selectFrom('pgboss.job').selectAll().execute();
    expect(row).toMatchObject({ state: 'retry', retry_limit: 13, completed_on: null });
    const entry = await world.database.server
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'job.retry')
      .executeTakeFirstOrThrow();
    expect(entry.subject).toBe(`job/${jobId}`);

    const again = await world.call(jobRoutes.retry, request, administrator);
    expect([again.status, again.body['code']]).toEqual([409, 'state-refuses']);
    const none = await world.call(jobRoutes.retry, { params: { jobId: randomUUID() } }, administrator);
    expect(none.status).toBe(404);
  });

  it('lets an auditor look and not retry', async () => {
    const auditor = await world.signedIn(world.city, 'auditor');
    expect((await world.call(jobRoutes.queues, {}, auditor)).status).toBe(200);
    const retry = { params: { jobId: await plantDeadJob(world) } };
    expect((await world.call(jobRoutes.retry, retry, auditor)).status).toBe(403);
  });

  it('跨机关：is for the top of the tree, because jobs are of the whole installation', async () => {
    const params = { jobId: await plantDeadJob(world) };
    const failedToDo = async (cookie: string): Promise<boolean> => {
      const { body } = await world.call(deskRoutes.todo, {}, cookie);
      return items(body).some(({ kind }) => kind === 'jobsFailed');
    };
    expect(await failedToDo(administrator)).toBe(true);
    for (const organ of [world.county, world.office, world.township]) {
      const cookie = await world.signedIn(organ, 'administrator');
      const answers = [
        await world.call(jobRoutes.queues, {}, cookie),
        await world.call(jobRoutes.failed, { query: {} }, cookie),
        await world.call(jobRoutes.schedules, {}, cookie),
        await world.call(jobRoutes.retry, { params }, cookie),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      expect(await failedToDo(cookie)).toBe(false);
      const { body } = await world.call(sessionRoutes.read, {}, cookie);
      expect(body['abilities']).not.toEqual(expect.arrayContaining(['job.read']));
    }
  });

  it('tells when each schedule is due next', async () => {
    await registerSchedules(world.database.server, SCHEDULES, new Date('2026-11-21T02:00:00Z'));
    const { body } = await world.call(jobRoutes.schedules, {}, administrator);
    expect(items(body)).toContainEqual({
      name: 'retention.apply',
      title: '清除超过保存期限的记录',
      cron: '0 4 * * *',
      nextAt: '2026-11-21T20:00:00.000Z',
      lastAt: null,
    });
  });
});

describe('messages', () => {
  it('are listed without addresses and words, to those whose organs they are', async () => {
    await plantCapturedMessage(world, world.township);
    const { body } = await world.call(messageRoutes.list, { query: {} }, administrator);
    expect(items(body)).toMatchObject([
      { state: 'captured', title: '测试通知', organName: 'township', attempts: 1 },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/someone@example|示例乡/);
    const other = await world.signedIn(world.otherCounty, 'administrator');
    expect(items((await world.call(messageRoutes.list, { query: {} }, other)).body)).toEqual([]);
  });

  it('that were captured can be read in the system', async () => {
    const params = await plantCapturedMessage(world, world.township);
    const { body } = await world.call(messageRoutes.readCaptured, { params }, administrator);
    expect(body).toMatchObject({
      address: 'someone@example.cn',
      subject: '示例乡：政府信息公开平台测试通知',
      text: expect.stringContaining('示例乡的系统管理员'),
    });
  });

  it('that left cannot be read any more', async () => {
    const params = await plantCapturedMessage(world, world.township);
    await sql`update message set state = 'sent'`.execute(world.database.owner);
    expect((await world.call(messageRoutes.readCaptured, { params }, administrator)).status).toBe(404);
  });

  it('of a test are written once however often the call is repeated, with no address in the clear', async () => {
    const { regionId, organId } = world.county;
    const body = { regionId, organId, channel: 'mail', address: 'probe@example.cn' } as const;
    const key = { 'idempotency-key': randomUUID() };
    const first = await world.call(messageRoutes.sendTest, { body }, administrator, key);
    const second = await world.call(messageRoutes.sendTest, { body }, administrator, key);
    expect(first.status).toBe(200);
    expect(second.body).toEqual(first.body);
    const { rows } = await sql<{ everything: string }>`
      select (select json_agg(m)::text from message m) || (select json_agg(c)::text from message_content c)
        || (select json_agg(j)::text from pgboss.job j) || (select json_agg(a)::text from audit_entry a) as everything`.execute(
      world.database.owner,
    );
    expect(rows[0]?.everything).toContain(String(first.body['messageId']));
    expect(rows[0]?.everything).not.toContain('probe@');
    expect(items((await world.call(messageRoutes.list, { query: {} }, administrator)).body)).toHaveLength(1);
  });
});

import { createHmac, randomUUID } from 'node:crypto';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { settingRoutes } from '@zhaoshi/contract/routes/settings';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { REQUEST_HEADER } from '../src/http/api/access.ts';
import { remindOpinions } from '../src/use-cases/opinion/remind-opinions.ts';
import { createWorld, type World } from './api-world.ts';
import { plantDocument } from './document-samples.ts';
import { fileForm } from './file-samples.ts';
import { opinionSheet, plantOpinion, plantSource, sentOpinion, sentRelease } from './opinion-samples.ts';

const START = new Date('2026-12-31T13:00:00.000Z');

let world: World;
let person: string;
let officer: string;

beforeAll(async () => {
  world = await createWorld();
  person = await world.newPerson(world.county, ['disclosureOfficer']);
});
beforeEach(() => later(0));
afterAll(() => world.close());

const at = (hours: number): Date => new Date(START.getTime() + hours * 3_600_000);

/** Moves the clock; a session of hours ago is idle. */
async function later(hours: number): Promise<void> {
  world.setNow(at(hours));
  officer = await world.sessionOf(person);
}
const tag = (version: number) => ({ 'if-match': `"${version}"` });
const county = () => ({ regionId: world.county.regionId, organId: world.county.organId });
type Ids = Awaited<ReturnType<typeof plantOpinion>>;

async function read(ids: Ids) {
  const { body } = await world.call(opinionRoutes.read, { params: ids }, officer);
  return body as unknown as {
    readonly standing: string;
    readonly step: string;
    readonly version: number;
    readonly clocks: readonly { readonly timer: string; readonly dueAt: string; readonly state: string }[];
    readonly history: readonly { readonly words: string; readonly note: string; readonly by: string }[];
  };
}

const step = async (
  ids: Ids,
  to: 'assessed' | 'handled' | 'responded' | 'evaluated' | 'closed',
  note = '说明',
) =>
  await world.call(
    opinionRoutes.step,
    { params: ids, body: { to, note } },
    officer,
    tag((await read(ids)).version),
  );

it('an event runs through the chain to its end, in time over the turn of the year', async () => {
  const entered = await world.call(
    opinionRoutes.enter,
    {
      params: county(),
      body: { ...sentOpinion(at(-1)), level: 'grave', occurredAt: '2026-12-31T20:00:00+08:00' },
    },
    officer,
  );
  const ids = { regionId: county().regionId, opinionId: String(entered.body['opinionId']) } as Ids;
  expect((await read(ids)).clocks).toMatchObject([
    { timer: 'firstInformation', dueAt: '2026-12-31T17:00:00.000Z', state: 'running' },
    { timer: 'pressConference', dueAt: '2027-01-01T12:00:00.000Z', state: 'running' },
  ]);
  expect((await step(ids, 'responded')).body).toMatchObject({
    detail: '现在在“收集”，下一步可以是“研判”，不能直接到“回应”。',
  });
  expect((await step(ids, 'assessed', '')).body).toMatchObject({ errors: [{ pointer: '/note' }] });
  expect((await step(ids, 'assessed')).status).toBe(200);
  expect((await step(ids, 'handled')).status).toBe(200);
  expect((await step(ids, 'responded')).body['detail']).toContain('还没有登记发布');
  await later(3);
  const released = await world.call(
    opinionRoutes.release,
    { params: ids, body: { ...sentRelease(at(3)), kind: 'pressConference', channel: '县政府新闻发布厅' } },
    officer,
    tag(3),
  );
  expect(released.body).toMatchObject({ standing: 'inTime', releases: [{ channel: '县政府新闻发布厅' }] });
  for (const to of ['responded', 'evaluated', 'closed'] as const)
    expect((await step(ids, to)).status).toBe(200);
  const done = await read(ids);
  expect(done.history.map(({ words }) => words)).toEqual([
    '办结',
    '评估',
    '回应',
    '登记新闻发布会，2027年1月1日 00:00',
    '处置',
    '研判',
    '收集（人工登记），重大突发事件',
  ]);
});

it('a moment that is none is asked for by the name of its field', async () => {
  const body = { ...sentOpinion(), foundAt: '202611-11-22T08:30', occurredAt: '' };
  const { body: told } = await world.call(opinionRoutes.enter, { params: county(), body }, officer);
  expect(told).toMatchObject({
    errors: [
      { pointer: '/foundAt', message: '请填写发现舆情的日期和时间' },
      { pointer: '/occurredAt', message: '请填写事件发生的日期和时间' },
    ],
  });
});

it('a correction that moves the clocks needs a reason, and begins nothing twice', async () => {
  const ids = await plantOpinion(world, world.county, { found_at: at(-1) });
  const body = { ...sentOpinion(at(-1)), level: 'gravest', ownerId: null, reason: '' } as const;
  const silent = await world.call(opinionRoutes.edit, { params: ids, body }, officer, tag(1));
  expect(silent.body).toMatchObject({ errors: [{ pointer: '/reason' }] });
  const told = { ...body, reason: '伤亡情况核实' };
  expect((await world.call(opinionRoutes.edit, { params: ids, body: told }, officer, tag(1))).status).toBe(
    200,
  );
  expect((await world.call(opinionRoutes.edit, { params: ids, body: told }, officer, tag(1))).status).toBe(
    412,
  );
  expect((await read(ids)).history[0]).toMatchObject({
    words: '修改级别：其他政务舆情→特别重大突发事件',
    note: '伤亡情况核实',
  });
});

it('a linked document is a release once it is public, and not before', async () => {
  const ids = await plantOpinion(world, world.county, { found_at: at(-1) });
  const { documentId } = await plantDocument(world, world.county);
  const params = { ...ids, documentId };
  const linked = await world.call(
    opinionRoutes.linkDocument,
    { params, body: { isLinked: true } },
    officer,
    tag(1),
  );
  expect(linked.body).toMatchObject({ standing: 'running', documents: [{ publishedAt: null }] });
  await world.database.owner
    .updateTable('document')
    .set({ first_published_at: new Date('2026-01-01T00:00:00Z') })
    .where('document_id', '=', documentId)
    .execute();
  expect((await read(ids)).standing).toBe('inTime');
  const foreign = await plantDocument(world, world.otherCounty);
  const other = { params: { ...ids, documentId: foreign.documentId }, body: { isLinked: true } };
  expect((await world.call(opinionRoutes.linkDocument, other, officer, tag(2))).status).toBe(404);
});

it('the organ says from when the hours run', async () => {
  const occurred = { occurred_at: at(-10), found_at: at(-1) };
  const ids = await plantOpinion(world, world.otherCounty, { level: 'grave', ...occurred });
  const inside = await world.signedIn(world.otherCounty, 'disclosureOfficer');
  const look = async () =>
    (await world.call(opinionRoutes.read, { params: ids }, inside)).body as unknown as { standing: string };
  expect((await look()).standing).toBe('overdue');
  const { regionId, organId } = world.otherCounty;
  const administrator = await world.signedIn(world.otherCounty, 'administrator');
  const set = await world.call(
    settingRoutes.set,
    { params: { regionId, organId, key: 'opinion.emergencyStart' }, body: { value: '发现舆情' } },
    administrator,
    { 'if-match': '"1"' },
  );
  expect(set.status).toBe(200);
  expect((await look()).standing).toBe('running');
});

it('a sheet is taken as a whole or not at all', async () => {
  const send = async (...rows: readonly Readonly<Record<string, string>>[]) => {
    const { body, type } = fileForm('舆情.xlsx', await opinionSheet(...rows));
    const request = { params: county(), body } as never;
    return await world.call(opinionRoutes.importSheet, request, officer, { 'content-type': type });
  };
  const right = { title: '表格里的舆情', level: '其他政务舆情', foundAt: '2026-12-30 08:30' };
  const listed = async () =>
    JSON.stringify((await world.call(opinionRoutes.list, { query: { limit: 100 } }, officer)).body);
  const sheet = [right, { ...right, foundAt: '昨天' }];
  const wrong = await send(...sheet);
  expect(wrong.body).toMatchObject({ detail: '有 1 行需要修改，没有导入任何一行。' });
  // The file of what is to be mended holds every row, the right ones too, and is read again as it is.
  const { body: form, type } = fileForm('舆情.xlsx', await opinionSheet(...sheet));
  const { regionId, organId } = county();
  const { rawPayload } = await world.app.inject({
    method: 'POST',
    url: `/api/organs/${regionId}/${organId}/opinions/import/failures`,
    headers: { [REQUEST_HEADER]: '1', cookie: officer, 'content-type': type },
    payload: form,
  });
  const mend = fileForm('改.xlsx', rawPayload);
  const resent = { params: county(), body: mend.body } as never;
  const again = await world.call(opinionRoutes.importSheet, resent, officer, { 'content-type': mend.type });
  expect(again.body).toMatchObject({
    errors: [{ message: '第 3 行：“发现时间”应为北京时间，写成 2026-01-31 08:30。' }],
  });
  expect(await listed()).not.toContain('表格里的舆情');
  expect((await send(right, right)).body).toEqual({ imported: 2 });
  const csv = '标题,级别,发现时间\n逗号分隔的舆情,重大突发事件,2026/12/30 8:30\n';
  const exported = fileForm('导出.csv', Buffer.from(csv));
  const plain = { params: county(), body: exported.body } as never;
  const taken = await world.call(opinionRoutes.importSheet, plain, officer, {
    'content-type': exported.type,
  });
  expect(taken.body).toEqual({ imported: 1 });
  expect(await listed()).toContain('表格里的舆情');
});

it('the figures count what the list then shows', async () => {
  const place = world.office;
  const inside = await world.signedIn(place, 'disclosureOfficer');
  const old = { found_at: new Date('2025-03-01T00:00:00Z') };
  const late = await plantOpinion(world, place, old);
  await plantOpinion(world, place, { ...old, level: 'grave' });
  await plantOpinion(world, place, { ...old, step: 'closed' });
  const { body } = await world.call(opinionRoutes.figures, { query: { year: 2025 } }, inside);
  expect(body['lines']).toMatchObject([
    { level: 'grave', counts: { overdue: 1, notOwed: 0 } },
    { level: 'other', counts: { overdue: 1, notOwed: 1, inTime: 0 } },
  ]);
  const query = { year: 2025, level: 'other', standing: 'overdue' } as const;
  const list = await world.call(opinionRoutes.list, { query }, inside);
  expect(list.body['items']).toMatchObject([{ opinionId: late.opinionId }]);
});

/** Sends what a system for monitoring sends, signed over the bytes. */
async function push(
  source: { readonly sourceId: string; readonly secret: string },
  sent: object,
  secret = source.secret,
) {
  const payload = JSON.stringify(sent);
  const { statusCode, body } = await world.app.inject({
    method: 'POST',
    url: `/hooks/opinions/${source.sourceId}`,
    headers: {
      'content-type': 'application/json',
      'zhaoshi-signature': `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`,
    },
    payload,
  });
  return { status: statusCode, body };
}

const pushed = (given: object = {}) => ({
  id: randomUUID(),
  sentAt: START.toISOString(),
  title: '推送来的舆情',
  level: 'other',
  foundAt: '2026-12-31T20:50:00+08:00',
  platform: '微博',
  ...given,
});

it('a system for monitoring is believed by its signature, once, and when it is fresh', async () => {
  const source = await plantSource(world, world.county);
  const one = pushed();
  expect(await push(source, one)).toEqual({ status: 200, body: '{"result":"已登记"}' });
  expect(await push(source, one)).toEqual({ status: 200, body: '{"result":"已经收到过"}' });
  const { body } = await world.call(opinionRoutes.list, { query: { limit: 100 } }, officer);
  const items = body['items'] as unknown as readonly { title: string; clocks: readonly object[] }[];
  expect(items.filter(({ title }) => title === '推送来的舆情')).toHaveLength(1);

  expect((await push(source, pushed(), 'another secret')).status).toBe(403);
  expect((await push({ ...source, sourceId: randomUUID() }, pushed())).status).toBe(403);
  expect((await push({ ...source, sourceId: 'none' }, pushed())).status).toBe(403);
  const stale = await push(source, pushed({ sentAt: at(-0.1).toISOString() }));
  expect([stale.status, stale.body]).toEqual([422, expect.stringContaining('相差超过 5 分钟')]);
  const bad = await push(source, pushed({ level: '一般', link: 'javascript:alert(1)', title: '' }));
  expect(bad.status).toBe(422);
  expect(JSON.parse(bad.body)).toMatchObject({
    errors: [{ pointer: '/title' }, { pointer: '/level' }, { pointer: '/link' }],
  });
  const future = await push(source, pushed({ foundAt: '2027-12-31T20:50:00+08:00' }));
  expect(future.body).toContain('发现时间不能晚于现在');
  const slip = await push(source, pushed({ foundAt: '0000-12-31T20:50:00+08:00' }));
  expect([slip.status, slip.body]).toEqual([
    422,
    expect.stringContaining('发现时间不能早于1949年10月1日，请核对年份'),
  ]);
});

it('the secret of a source is shown once, and nothing comes in after its end', async () => {
  const head = await world.signedIn(world.county, 'disclosureOfficeHead');
  const request = { params: county(), body: { name: '舆情监测平台' } };
  const { body } = await world.call(opinionRoutes.addSource, request, head);
  const { regionId } = world.county;
  const { sourceId, secret } = body as unknown as { sourceId: string; secret: string };
  expect(JSON.stringify((await world.call(opinionRoutes.sources, {}, head)).body)).not.toContain(secret);
  const kept = await world.database.server.selectFrom('opinion_source').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect((await push({ sourceId, secret }, pushed())).status).toBe(200);
  await world.call(opinionRoutes.endSource, { params: { regionId, sourceId } }, head);
  expect((await push({ sourceId, secret }, pushed())).status).toBe(403);
});

it('a body that is no JSON, too large or of another kind is answered in words', async () => {
  const { sourceId } = await plantSource(world, world.county);
  const send = async (type: string, payload: string) =>
    (
      await world.app.inject({
        method: 'POST',
        url: `/hooks/opinions/${sourceId}`,
        headers: { 'content-type': type },
        payload,
      })
    ).statusCode;
  expect(await send('application/json', 'x'.repeat(40_000))).toBe(413);
  expect(await send('text/plain', 'x')).toBe(415);
});

it('tells people of the hours at night too, each stage once, the leader with the last ones', async () => {
  const place = world.township;
  const clerk = await world.newPerson(place, ['disclosureOfficer']);
  const chief = await world.newPerson(place, ['leader']);
  await plantOpinion(world, place, { level: 'gravest', found_at: START });
  const told = async (accountId: string): Promise<readonly string[]> => {
    const cookie = await world.sessionOf(accountId);
    const { body } = await world.call(deskRoutes.notifications, { query: { limit: 100 } }, cookie);
    const items = body['items'] as unknown as readonly {
      kind: string;
      words: string;
      opinion: object | null;
    }[];
    return items
      .filter(({ kind, opinion }) => kind === 'opinionReminder' && opinion !== null)
      .map(({ words }) => words);
  };
  const run = async (hours: number): Promise<void> => {
    await later(hours);
    await remindOpinions({
      ...world.database.context,
      now: () => new Date(START.getTime() + hours * 3_600_000),
    });
  };
  await run(0);
  expect(await told(clerk)).toHaveLength(2);
  await run(0.1);
  expect(await told(clerk)).toHaveLength(2);
  expect(await told(chief)).toEqual([]);
  await run(4.5);
  expect((await told(chief))[0]).toContain('须在5小时内首次发布权威信息，还剩 30 分');
  await Promise.all([run(6), run(6)]);
  expect((await told(chief))[0]).toContain('已超过5小时时限 1 小时');
  expect(await told(chief)).toHaveLength(2);
  expect(JSON.stringify(await told(clerk))).not.toContain('积水');
});

it('waits on the list of whoever answers, and of nobody else', async () => {
  const leader = await world.signedIn(world.county, 'leader');
  const { body } = await world.call(deskRoutes.todo, {}, leader);
  const items = body['items'] as unknown as readonly { kind: string; count: number }[];
  const kinds = items.map(({ kind }) => kind);
  expect(kinds).toContain('opinionsToAnswer');
  expect(kinds).toContain('opinionsToAssess');
  const auditor = await world.signedIn(world.county, 'auditor');
  const other = await world.call(deskRoutes.todo, {}, auditor);
  expect(JSON.stringify(other.body)).not.toContain('opinions');
});

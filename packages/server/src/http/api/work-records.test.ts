import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantFile } from '../../../test/file-samples.ts';
import { pdf } from '../../../test/sample-files.ts';
import { plantWorkRecord, sentRecord } from '../../../test/work-record-samples.ts';

let world: World;
let drafter: string;
beforeAll(async () => {
  world = await createWorld();
  world.setNow(new Date('2026-11-22T02:00:00Z'));
  drafter = await world.signedIn(world.township, 'drafter');
});
afterAll(() => world.close());

const key = () => ({ 'idempotency-key': crypto.randomUUID() });
const ids = () => ({ regionId: world.township.regionId, organId: world.township.organId });

async function enter(body: object) {
  return await world.call(workRecordRoutes.enter, { params: ids(), body } as never, drafter, key());
}

async function read(recordId: string) {
  const params = { regionId: world.township.regionId, recordId };
  return await world.call(workRecordRoutes.read, { params }, drafter);
}

describe('the registers of work', () => {
  it('keep a plan, then what was done with its proof, with everything that was changed', async () => {
    const plan = {
      kind: 'task',
      title: '公布政务公开基本目录',
      plannedOn: '2026-12-20',
      doneOn: null,
      facts: { plan: '2026年政务公开工作要点', owner: '党政办' },
      fileIds: [],
      quiz: [],
    };
    const entered = await enter(plan);
    const recordId = String(entered.body['recordId']);
    const shown = await read(recordId);
    expect(shown.body).toMatchObject({ state: 'planned', files: [], version: 1 });
    const { fileId } = await plantFile(world, world.township, { content: pdf() });
    const done = {
      title: plan.title,
      plannedOn: plan.plannedOn,
      doneOn: '2026-11-20',
      facts: { ...plan.facts, result: '11月20日在网站和公示栏公布' },
      fileIds: [fileId],
      quiz: [],
      reason: '',
    };
    const params = { regionId: world.township.regionId, recordId };
    const saved = await world.call(workRecordRoutes.edit, { params, body: done }, drafter, {
      'if-match': '"1"',
    });
    expect(saved.body).toMatchObject({ state: 'done', version: 2, files: [{ fileId }] });
    const again = await world.call(workRecordRoutes.edit, { params, body: done }, drafter, {
      'if-match': '"2"',
    });
    expect(again.body).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/reason', message: '已经完成的记录，更正请写明理由' }],
    });
    const words = (await read(recordId)).body['history'] as unknown as { readonly words: string }[];
    expect(words.map((event) => event.words)).toEqual(['修改：完成日期、情况、证明材料', '登记']);
  });

  it('let go of a proof that was taken away, and take none of another organ', async () => {
    const { fileId } = await plantFile(world, world.township, { content: pdf() });
    const entered = await enter({ ...sentRecord(), kind: 'training', fileIds: [fileId] });
    const recordId = String(entered.body['recordId']);
    const params = { regionId: world.township.regionId, recordId };
    const body = { ...sentRecord(), fileIds: [], reason: '照片传错了' };
    await world.call(workRecordRoutes.edit, { params, body }, drafter, { 'if-match': '"1"' });
    const { state } = await world.database.server
      .selectFrom('file')
      .select('state')
      .where('file_id', '=', fileId)
      .executeTakeFirstOrThrow();
    expect(state).toBe('unattached');
    const foreign = await plantFile(world, world.county, { content: pdf() });
    const refused = await enter({ ...sentRecord(), kind: 'training', fileIds: [foreign.fileId] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } });
  });

  it('take no file that something else refers to', async () => {
    const { fileId } = await plantFile(world, world.township, { content: pdf() });
    await world.database.server
      .updateTable('file')
      .set({ state: 'attached' })
      .where('file_id', '=', fileId)
      .execute();
    const refused = await enter({ ...sentRecord(), kind: 'training', fileIds: [fileId] });
    expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/fileIds' }] });
  });

  it('add a year up to figures that the list opens', async () => {
    const organ = world.otherCounty;
    await plantWorkRecord(world, organ);
    await plantWorkRecord(world, organ, { facts: { content: '年度报告编制', hours: 2, persons: 8 } });
    await plantWorkRecord(world, organ, { doneOn: null, plannedOn: '2026-03-01', facts: {} });
    await plantWorkRecord(world, organ, { doneOn: '2025-05-12' });
    const cookie = await world.signedIn(organ, 'disclosureOfficer');
    const params = { regionId: organ.regionId, organId: organ.organId };
    const totals = await world.call(workRecordRoutes.totals, { params, query: { year: 2026 } }, cookie);
    expect(totals.body['kinds']).toContainEqual({
      kind: 'training',
      done: 2,
      open: 1,
      overdue: 1,
      persons: 50,
      hours: 3.5,
    });
    const listed = async (state: 'done' | 'overdue' | 'open') => {
      const query = { organId: organ.organId, kind: 'training', year: 2026, state } as const;
      const { body } = await world.call(workRecordRoutes.list, { query }, cookie);
      return (body['items'] as unknown as readonly unknown[]).length;
    };
    expect([await listed('done'), await listed('overdue'), await listed('open')]).toEqual([2, 1, 1]);
  });
});

describe('a training', () => {
  const QUIZ = [
    { question: '答复期限是多少个工作日？', options: ['10', '20'], right: 1 },
    { question: '谁公开、谁做什么？', options: ['审查', '不管'], right: 0 },
  ];

  it('of the county’s office is for the townships below it, and no neighbour’s', async () => {
    const facts = { content: '年度报告编制', hours: 1.5, persons: 8, material: 'https://example.cn/nb' };
    const { recordId } = await plantWorkRecord(world, world.office, {
      title: '全县年报培训',
      facts,
      quiz: QUIZ,
    });
    const listed = await world.call(workRecordRoutes.trainings, {}, drafter);
    const { persons: _, ...shown } = facts;
    expect(listed.body['items']).toContainEqual(expect.objectContaining({ recordId, ...shown }));
    const seenBy = async (cookie: string) => {
      const { body } = await world.call(workRecordRoutes.trainings, {}, cookie);
      return JSON.stringify(body).includes(recordId);
    };
    expect(await seenBy(drafter)).toBe(true);
    expect(await seenBy(await world.signedIn(world.otherCounty, 'drafter'))).toBe(false);
    const params = { regionId: world.office.regionId, recordId };
    const stranger = await world.signedIn(world.otherCounty, 'drafter');
    const refused = await world.call(
      workRecordRoutes.attend,
      { params, body: { answers: [1, 0] } },
      stranger,
    );
    expect(refused.status).toBe(404);
  });

  it('marks what a person answers, the best time counts, and tells nobody the right answers beforehand', async () => {
    const { recordId } = await plantWorkRecord(world, world.office, { title: '测试', quiz: QUIZ });
    const params = { regionId: world.office.regionId, recordId };
    const before = await world.call(workRecordRoutes.trainings, {}, drafter);
    expect(JSON.stringify(before.body)).not.toContain('"right"');
    const first = await world.call(workRecordRoutes.attend, { params, body: { answers: [0, 1] } }, drafter);
    expect(first.body).toEqual({ right: 0, of: 2, passed: false, counts: 0 });
    const second = await world.call(workRecordRoutes.attend, { params, body: { answers: [1, 0] } }, drafter);
    expect(second.body).toEqual({ right: 2, of: 2, passed: true, counts: 2 });
    const worse = await world.call(workRecordRoutes.attend, { params, body: { answers: [1, 1] } }, drafter);
    expect(worse.body).toEqual({ right: 1, of: 2, passed: false, counts: 2 });
    const officer = await world.signedIn(world.office, 'disclosureOfficer');
    const shown = await world.call(workRecordRoutes.read, { params }, officer);
    expect(shown.body['attendance']).toMatchObject([{ rightAnswers: 2, passed: true }]);
  });
});

import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { KNOWN_END, plantAssessment, plantObjection } from './assessment-samples.ts';
import { plantDispute } from './dispute-samples.ts';
import { plantFile } from './file-samples.ts';
import { png } from './sample-files.ts';

interface Line {
  readonly code: string;
  readonly taken: number;
  readonly state: string;
  readonly findings: readonly { readonly item: string; readonly words: string; readonly isExempt: boolean }[];
}

interface Objection {
  readonly objectionId: string;
  readonly ruling: string | null;
}

let world: World;
let supervisor: string;
let assessor: string;
let clerk: string;

beforeAll(async () => {
  world = await createWorld();
  supervisor = await world.signedIn(world.office, 'supervisor');
  assessor = await world.signedIn(world.office, 'assessor');
  clerk = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const begin = async () =>
  await world.call(
    assessmentRoutes.begin,
    {
      params: { regionId: world.office.regionId, organId: world.office.organId },
      body: {
        title: '2026年政务公开考核',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        units: 'region',
      },
    },
    supervisor,
  );

const linesOf = (body: Readonly<Record<string, unknown>>) => body['indicators'] as readonly Line[];
const lineOf = (body: Readonly<Record<string, unknown>>, code: string) =>
  linesOf(body).find((one) => one.code === code);

const match = (version: unknown) => ({ 'if-match': `"${String(version)}"` });

it('goes from the first running score to a published result', async () => {
  const { disputeId } = await plantDispute(world, world.township);
  const { body: made } = await begin();
  const ids = { regionId: world.office.regionId, assessmentId: String(made['assessmentId']) };
  const params = { ...ids, unitOrganId: world.township.organId };
  const look = async (cookie = clerk) => await world.call(assessmentRoutes.unit, { params }, cookie);

  const first = await look();
  expect(first.status).toBe(200);
  // What the registers prove, each point with the thing that costs it.
  expect(lineOf(first.body, 'B05')).toMatchObject({
    taken: 300,
    findings: [{ item: `dispute/${world.township.regionId}/${disputeId}` }],
  });
  expect(lineOf(first.body, 'A01')).toMatchObject({ taken: 80 });
  expect(lineOf(first.body, 'A03')?.findings.map(({ words }) => words)).toEqual([
    '没有公开的政府信息公开指南',
  ]);
  // What nobody has looked at takes nothing, and is said.
  expect(lineOf(first.body, 'B04')).toMatchObject({ state: 'notAssessable', taken: 0 });
  expect(lineOf(first.body, 'D06')).toMatchObject({ state: 'notAssessable' });
  const again = await look();
  expect(again.body).toEqual(first.body);

  const judge = await world.call(
    assessmentRoutes.judge,
    { params: { ...params, code: 'B04' }, body: { points: 100, isMet: null, note: '答复书缺救济途径' } },
    assessor,
    match(first.body['version']),
  );
  expect(lineOf(judge.body, 'B04')).toMatchObject({ taken: 100, state: 'assessed' });

  const object = async (code: string, item: string | null) =>
    await world.call(assessmentRoutes.object, { params, body: { code, item, reason: '请核实' } }, clerk);
  expect((await object('A01', 'contact/address')).status).toBe(200);
  const { body: objected } = await object('B04', null);
  expect((await object('B04', null)).status).toBe(409);

  const overview = await world.call(assessmentRoutes.read, { params: ids }, supervisor);
  const close = async (version: unknown, body = KNOWN_END) =>
    await world.call(assessmentRoutes.close, { params: ids, body }, supervisor, match(version));
  expect((await close(overview.body['version'])).body['detail']).toContain('还有 2 项异议没有裁定');

  const rule = async (objectionId: unknown, cookie: string) =>
    await world.call(
      assessmentRoutes.rule,
      { params: { ...params, objectionId: String(objectionId) }, body: { ruling: 'upheld', reason: '属实' } },
      cookie,
      match((await look()).body['version']),
    );
  // Who judged does not decide on the objection to it, nor once another has judged the same anew.
  const hindranceOf = async (cookie: string) => {
    const { body } = await world.call(assessmentRoutes.unit, { params }, cookie);
    const objections = body['objections'] as unknown as readonly { code: string; rulingHindrance: string }[];
    return objections.find(({ code }) => code === 'B04')?.rulingHindrance;
  };
  expect(await hindranceOf(assessor)).toContain('由您评定过');
  expect(await hindranceOf(supervisor)).toBeNull();
  // What waits for who may decide opens the unit.
  const waiting = async (cookie: string) => {
    const { body } = await world.call(deskRoutes.todo, {}, cookie);
    const items = body['items'] as unknown as readonly { kind: string; assessedUnit: unknown }[];
    return items.find(({ kind }) => kind === 'objectionsToRule');
  };
  expect(await waiting(supervisor)).toMatchObject({ count: 2, assessedUnit: params });
  expect(await waiting(assessor)).toMatchObject({ count: 1 });
  expect((await rule(objected['objectionId'], assessor)).status).toBe(409);
  const third = await world.signedIn(world.office, 'assessor');
  const anew = { points: 100, isMet: null, note: '答复书缺救济途径' };
  const request = { params: { ...params, code: 'B04' }, body: anew };
  const rejudged = await world.call(
    assessmentRoutes.judge,
    request,
    third,
    match((await look()).body['version']),
  );
  expect(rejudged.status).toBe(200);
  expect((await rule(objected['objectionId'], assessor)).status).toBe(409);
  const ruled = await rule(objected['objectionId'], supervisor);
  expect(lineOf(ruled.body, 'B04')).toMatchObject({ taken: 0, state: 'notAssessable', awaitsAgain: true });
  expect(ruled.body['objections']).toContainEqual(
    expect.objectContaining({ code: 'B04', effect: expect.stringContaining('异议成立，待重新评分') }),
  );
  const listed = await world.call(assessmentRoutes.read, { params: ids }, supervisor);
  expect(listed.body['units']).toMatchObject([{ awaitingAgain: 1 }]);
  // Whoever judges again afterwards is heard.
  world.setNow(new Date(world.database.context.now().getTime() + 60_000));
  const after = await world.call(
    assessmentRoutes.judge,
    { params: { ...params, code: 'B04' }, body: { ...anew, points: 50 } },
    third,
    match((await look()).body['version']),
  );
  expect(lineOf(after.body, 'B04')).toMatchObject({ taken: 50, state: 'assessed', awaitsAgain: false });
  const open = (ruled.body['objections'] as unknown as readonly Objection[]).find(
    ({ ruling }) => ruling === null,
  );
  const other = await rule(open?.objectionId, assessor);
  expect(lineOf(other.body, 'A01')).toMatchObject({ taken: 60 });
  const before = (await look()).body['total'];

  // It is before the last day, and nobody has looked at most vetoes: said first, and published.
  const errorsOf = async (said: typeof KNOWN_END) =>
    JSON.stringify((await close(overview.body['version'], said)).body['errors']);
  expect(await errorsOf({ ...KNOWN_END, earlyReason: ' ' })).toContain('提前结束须写明理由');
  expect(await errorsOf({ ...KNOWN_END, knowsUnrated: false })).toContain('township（否决项V1、V2、');
  const closed = await close(overview.body['version']);
  expect(closed.status).toBe(200);
  expect(closed.body['reportSentence']).toMatch(
    /^对1个单位2026年1月1日至2026年\d+月\d+日的政府信息公开工作进行了考核，平均得分/,
  );
  // What happens after the end changes nothing of the result.
  await plantDispute(world, world.township);
  const kept = await look();
  expect(kept.body).toMatchObject({ total: before, place: 1, state: 'closed' });
  expect(lineOf(kept.body, 'B05')).toMatchObject({ taken: 300 });

  const results = async () =>
    await world.database.portal.selectFrom('published.assessment_result').selectAll().execute();
  expect(await results()).toEqual([]);
  expect((await world.app.inject({ url: '/east/office/assessments' })).statusCode).toBe(404);
  await world.call(assessmentRoutes.publish, { params: ids }, supervisor, match(closed.body['version']));
  expect(await results()).toMatchObject([
    { unit_name: 'township', place: 1, total: before, verdict: 'notAssessable' },
  ]);
  const page = await world.app.inject({ url: '/east/office/assessments' });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<tr><td>1</td><th scope="row">township</th>');
  expect(page.body).toMatch(/考核2026年1月1日至2026年\d+月\d+日（原定到2026年12月31日，提前结束）的工作/);
  expect(page.body).toContain(`提前结束的理由：${KNOWN_END.earlyReason}`);
  expect(page.body).toMatch(
    /尚不能评定<br><small>\d+个否决项没有评定：严重表述错误；.*个指标没有评定<\/small>/,
  );
});

it('refuses points beyond what an indicator has, and a veto that is not decided', async () => {
  const ids = await plantAssessment(world, world.office, { units: [world.township] });
  const params = { ...ids, unitOrganId: world.township.organId };
  const judge = async (code: string, points: number | null, isMet: boolean | null) =>
    await world.call(
      assessmentRoutes.judge,
      { params: { ...params, code }, body: { points, isMet, note: '现场查看' } },
      assessor,
      match(1),
    );
  expect((await judge('A01', 300, null)).body['errors']).toEqual([
    { pointer: '/points', message: '这个指标最多 2 分' },
  ]);
  expect((await judge('V5', null, null)).status).toBe(422);
  expect((await judge('Z9', 1, null)).status).toBe(404);
  const met = await judge('V5', null, true);
  expect(met.body['verdict']).toBe('failed');
});

it('tells who rules of an objection, a unit of its own word, and who assesses of a period that is over', async () => {
  const todoOf = async (cookie: string) => {
    const { body } = await world.call(deskRoutes.todo, {}, cookie);
    const items = body['items'] as unknown as readonly {
      kind: string;
      title: string;
      dueOn: string | null;
    }[];
    return items
      .filter(({ kind }) => /^(objections|self|assessments)/.test(kind))
      .map(({ title, dueOn }) => `${title} ${dueOn ?? ''}`);
  };
  const other = await world.signedIn(world.county, 'disclosureOfficer');
  expect(await todoOf(other)).toEqual([]);
  const { assessmentId } = await plantAssessment(world, world.office, {
    units: [world.county],
    endsOn: '2026-12-22',
  });
  // A month and a day before the end nobody is asked yet.
  expect(await todoOf(other)).toEqual([]);
  const ends = async (ends_on: string) =>
    await world.database.owner
      .updateTable('assessment')
      .set({ ends_on })
      .where('assessment_id', '=', assessmentId)
      .execute();
  await ends('2026-12-21');
  expect(await todoOf(other)).toEqual(['填写 1 次考核的自评 2026-12-21']);
  expect(await todoOf(supervisor)).toEqual([]);
  await ends('2026-11-20');
  const ids = await plantObjection(world, world.township);
  const waits = ['裁定 1 项对考核的异议 ', '结束 1 次已经期满的考核 '];
  expect((await todoOf(supervisor)).toSorted((a, b) => b.localeCompare(a))).toEqual(
    waits.toSorted((a, b) => b.localeCompare(a)),
  );
  await world.call(
    assessmentRoutes.rule,
    { params: ids, body: { ruling: 'rejected', reason: '不属实' } },
    assessor,
    match(1),
  );
  expect(await todoOf(supervisor)).toEqual(['结束 1 次已经期满的考核 ']);
});

it('shows a unit its own score and nothing of the others', async () => {
  const ids = await plantAssessment(world, world.office, { units: [world.township, world.county] });
  const unit = async (unitOrganId: string) =>
    (await world.call(assessmentRoutes.unit, { params: { ...ids, unitOrganId } }, clerk)).status;
  expect(await unit(world.township.organId)).toBe(200);
  expect(await unit(world.county.organId)).toBe(404);
  expect((await world.call(assessmentRoutes.read, { params: ids }, clerk)).status).toBe(404);
});

it('a self-assessment has its proofs, which those who assess read and nobody else', async () => {
  const ids = await plantAssessment(world, world.office, { units: [world.township] });
  const params = { ...ids, unitOrganId: world.township.organId };
  const mine = await plantFile(world, world.township, { name: '制度.pdf' });
  const photo = await plantFile(world, world.township, { name: '培训照片.png', content: png() });
  const foreign = await plantFile(world, world.otherCounty);
  const clerkNow = await world.signedIn(world.township, 'disclosureOfficer');
  const say = async (fileIds: readonly string[], version: number) =>
    await world.call(
      assessmentRoutes.assessSelf,
      { params, body: { points: 9500, text: '逐项核对', fileIds: [...fileIds] } },
      clerkNow,
      match(version),
    );
  const refused = await say([foreign.fileId], 1);
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('/fileIds')]);
  const said = await say([mine.fileId, photo.fileId], 1);
  expect(said.body['self']).toMatchObject({ files: [{ name: '制度.pdf' }, { name: '培训照片.png' }] });
  const assessing = await world.signedIn(world.office, 'assessor');
  const read = async (cookie: string, fileId: string) =>
    await world.call(assessmentRoutes.selfFile, { params: { ...params, fileId } }, cookie);
  const opened = await read(assessing, photo.fileId);
  expect([opened.status, opened.bytes]).toEqual([200, png()]);
  expect((await read(assessing, foreign.fileId)).status).toBe(404);
  const stranger = await world.signedIn(world.otherCounty, 'supervisor');
  expect((await read(stranger, mine.fileId)).status).toBe(404);
  // Said again without one of them: it is no proof any more, and the sweep may take it.
  const again = await say([photo.fileId], Number(said.body['version']));
  expect(again.body['self']).toMatchObject({ files: [{ name: '培训照片.png' }] });
  expect((await read(assessing, mine.fileId)).status).toBe(404);
  const { state } = await world.database.server
    .selectFrom('file')
    .select('state')
    .where('file_id', '=', mine.fileId)
    .executeTakeFirstOrThrow();
  expect(state).toBe('unattached');
});

import { randomUUID } from 'node:crypto';
import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import { JUDGED, plantDispute, REVIEW, SUIT, sentDispute, sentStage } from './dispute-samples.ts';

let world: World;
let officer: string;

beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(async () => {
  await world.close();
});

const organIds = () => ({ regionId: world.township.regionId, organId: world.township.organId });

const tag = (version: number) => ({ 'if-match': `"${version}"` });

const messages = (body: Readonly<Record<string, unknown>>) =>
  ((body['errors'] ?? []) as unknown as readonly { pointer: string; message: string }[]).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );

async function read(ids: { readonly regionId: string; readonly disputeId: string }, cookie = officer) {
  const { body } = await world.call(disputeRoutes.read, { params: ids }, cookie);
  return body;
}

async function enter(given: object = {}, stage: object = {}) {
  const body = { ...sentDispute(), ...given, stage: { ...sentStage(), ...stage } };
  return await world.call(disputeRoutes.enter, { params: organIds(), body }, officer);
}

it('a case goes from its acceptance over the decision to its cell, and says all the way where it counts', async () => {
  const entered = await enter();
  const ids = { regionId: organIds().regionId, disputeId: String(entered.body['disputeId']) };
  const open = await read(ids);
  expect(open['counted']).toEqual([
    {
      year: 2026,
      cells: ['t4.reconsideration/pending'],
      reasons: ['到2026年11月21日，行政复议还没有审结：计入2026年表四行政复议的“尚未审结”。'],
    },
  ]);
  expect(open['stages']).toMatchObject([
    { duties: [{ words: '被申请人答复并提交证据（普通程序）', dueOn: '2026-03-19', doneOn: null }] },
  ]);
  expect(open).toMatchObject({ maskedParty: '李**', words: { party: '李小二' }, dueOn: '2026-03-19' });

  const decided = {
    ...sentStage(),
    answeredOn: '2026-03-18',
    result: 'reconsideration.setAside' as const,
    decidedOn: '2026-05-06',
    reason: '',
  };
  const params = { ...ids, sequence: 1 };
  const after = await world.call(disputeRoutes.editStage, { params, body: decided }, officer, tag(1));
  expect(after.status).toBe(200);
  expect(after.body).toMatchObject({
    settledOn: '2026-05-06',
    dueOn: null,
    counted: [{ cells: ['t4.reconsideration/rectified'] }],
  });

  // To say otherwise afterwards needs a reason, which the history keeps.
  const corrected = { ...decided, result: 'reconsideration.upheld' as const };
  const silent = await world.call(disputeRoutes.editStage, { params, body: corrected }, officer, tag(2));
  expect(messages(silent.body)).toEqual(['/reason 更正已经登记的日期、结果，请写明理由']);
  const body = { ...corrected, reason: '看错了决定书' };
  const told = await world.call(disputeRoutes.editStage, { params, body }, officer, tag(2));
  expect(told.body).toMatchObject({
    counted: [{ cells: ['t4.reconsideration/upheld'] }],
    history: [
      { words: '行政复议：结果：撤销或者部分撤销→维持', reason: '看错了决定书' },
      { words: expect.stringContaining('结果：空→撤销或者部分撤销') },
      { words: '登记行政复议案件' },
    ],
  });
});

it('a change on an older version is refused with the case as it is now', async () => {
  const ids = await plantDispute(world, world.township);
  const body = { ...sentDispute(), note: '补记', reason: '' };
  expect((await world.call(disputeRoutes.edit, { params: ids, body }, officer, tag(1))).status).toBe(200);
  const stale = await world.call(disputeRoutes.edit, { params: ids, body }, officer, tag(1));
  expect(stale.status).toBe(412);
  expect(stale.body).toMatchObject({ code: 'stale', current: { version: 2, words: { note: '补记' } } });
});

it('every fault of an entry is told at once, at its place', async () => {
  const faulty = await enter(
    { role: 'reconsiderationOrganAsCoDefendant', registrationNumber: '20990001', actOn: '2027-01-01' },
    { decidedOn: '2026-02-01', result: 'reconsideration.upheld', number: '' },
  );
  expect(faulty.status).toBe(422);
  expect(messages(faulty.body)).toEqual([
    '/role 复议机关只在复议后起诉的案件中作共同被告（行政诉讼法第二十六条第二款）',
    '/actOn 行为作出日期不能晚于今天',
    '/registrationNumber 本机关的申请登记簿里没有这个登记号；平台启用以前的申请请留空',
    '/stage/decidedOn 决定（裁判）日期不能早于受理（立案）日期',
  ]);
});

it('a case cannot begin before the act that it is about, neither when entered nor when corrected', async () => {
  const late = await enter({ actOn: '2026-03-03' });
  const words = '行为作出日期（2026年3月3日）不能晚于受理（立案）日期（2026年3月2日）';
  expect(messages(late.body)).toEqual([`/actOn ${words}`]);
  const ids = await plantDispute(world, world.township, { actOn: REVIEW.acceptedOn });
  const body = { ...sentDispute(), actOn: '2026-03-03', reason: '' };
  const edited = await world.call(disputeRoutes.edit, { params: ids, body }, officer, tag(1));
  expect(messages(edited.body)).toEqual([`/actOn ${words}`]);
  const stage = { ...sentStage(), acceptedOn: '2026-03-01', reason: '日期录错' };
  const params = { ...ids, sequence: 1 };
  const moved = await world.call(disputeRoutes.editStage, { params, body: stage }, officer, tag(1));
  expect(messages(moved.body)).toContain(
    '/acceptedOn 行为作出日期（2026年3月2日）不能晚于受理（立案）日期（2026年3月1日）',
  );
  // What was entered so once hinders nothing else.
  const odd = await plantDispute(world, world.township, { actOn: REVIEW.decidedOn });
  const same = { ...sentStage(), ...REVIEW, number: '测试〔2026〕补号', reason: '' };
  const kept = { params: { ...odd, sequence: 1 }, body: same };
  expect((await world.call(disputeRoutes.editStage, kept, officer, tag(1))).status).toBe(200);
  const noted = { ...sentDispute(), actOn: REVIEW.decidedOn, note: '补记', reason: '' };
  const facts = { params: odd, body: noted };
  expect((await world.call(disputeRoutes.edit, facts, officer, tag(2))).status).toBe(200);
});

it('the same 案号 of the same organ is not entered twice', async () => {
  const number = '测试复〔2026〕7号';
  expect((await enter({}, { number })).status).toBe(200);
  expect(messages((await enter({}, { number })).body)).toEqual([
    '/stage/number 台账里已经有测试县人民政府的“测试复〔2026〕7号”；请打开那件案件办理，不要重复登记',
  ]);
  expect((await enter({}, { number, tribunal: '测试市人民政府' })).status).toBe(200);
});

it('a case hangs on its application, whose page lists it', async () => {
  const { regionId, applicationId } = await plantCase(world, world.township);
  const { registration_number } = await world.database.server
    .selectFrom('application')
    .select('registration_number')
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const entered = await enter({ registrationNumber: registration_number });
  const params = { regionId, applicationId };
  const { body } = await world.call(disputeRoutes.ofApplication, { params }, officer);
  expect(body['items']).toMatchObject([
    {
      disputeId: entered.body['disputeId'],
      application: { applicationId, registrationNumber: registration_number },
    },
  ]);
});

it('an application says what a dispute about it contests: its letter by its date, known from when it came', async () => {
  const { regionId, applicationId } = await plantCase(world, world.township);
  const contested = async () => {
    const params = { regionId, applicationId };
    return (await world.call(disputeRoutes.ofApplication, { params }, officer)).body['contested'];
  };
  expect(await contested()).toMatchObject({ act: 'silence', actOn: null });
  const letterId = randomUUID();
  const row = {
    region_id: regionId,
    application_id: applicationId,
    sealed: null,
    recorded_at: world.database.context.now(),
    actor: await world.newPerson(world.township, ['disclosureOfficer']),
  };
  const facts = [
    ['takeUp', { on: '2026-10-12' }],
    ['draftReply', { on: '2026-10-12', outcome: 'refused.enforcementFile' }],
    ['approveReply', { on: '2026-10-14', letterId }],
    ['deliverReply', { on: '2026-10-15', letterId, way: 'post', receivedOn: '2026-10-18' }],
  ] as const;
  await world.database.server
    .insertInto('application_event')
    .values(
      facts.map(([type, data], index) => ({
        ...row,
        type,
        sequence: 60 + index,
        data: JSON.stringify(data),
      })),
    )
    .execute();
  expect(await contested()).toEqual({
    act: 'refusal',
    actOn: '2026-10-14',
    knownOn: '2026-10-18',
    words: '',
  });
});

it('names of the other party are for those who may see applicants, and stand nowhere in the clear', async () => {
  const ids = await plantDispute(world, world.township, { party: '赵铁柱' });
  const supervisor = await world.signedIn(world.office, 'supervisor');
  const seen = await read(ids, supervisor);
  expect(seen).toMatchObject({ words: null, maskedParty: '钱*' });
  expect(JSON.stringify(await read(ids))).toContain('赵铁柱');
  const rows = await world.database.server
    .selectFrom('dispute')
    .selectAll()
    .where('dispute_id', '=', ids.disputeId)
    .execute();
  expect(JSON.stringify(rows)).not.toContain('赵铁柱');
});

it('instances follow one another, and one entered by mistake is taken out with a reason', async () => {
  const ids = await plantDispute(world, world.township, { kind: 'litigationDirect', stages: [JUDGED] });
  expect((await read(ids))['next']).toEqual(['secondInstance']);
  const second = {
    ...sentStage(),
    kind: 'secondInstance' as const,
    procedure: null,
    servedOn: null,
    acceptedOn: '2026-06-01',
  };
  const early = { ...second, acceptedOn: '2026-05-01' };
  const refused = await world.call(disputeRoutes.addStage, { params: ids, body: early }, officer, tag(1));
  expect(messages(refused.body)).toEqual([
    '/acceptedOn 受理（立案）日期不能早于上一审级的裁判日期（2026年5月6日）',
  ]);
  const added = await world.call(disputeRoutes.addStage, { params: ids, body: second }, officer, tag(1));
  expect(added.body).toMatchObject({ next: [], stages: [{ sequence: 1 }, { sequence: 2 }] });
  const params = { ...ids, sequence: 2 };
  const body = { reason: '另一案的上诉' };
  const removed = await world.call(disputeRoutes.removeStage, { params, body }, officer, tag(2));
  expect(removed.body).toMatchObject({
    stages: [{ sequence: 1 }],
    history: [{ words: '删去二审', reason: '另一案的上诉' }, { words: '登记二审' }],
  });
});

it('the list narrows by kind, state, year and number, and goes on page by page', async () => {
  const organ = world.office;
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const settled = await plantDispute(world, organ);
  const suit = await plantDispute(world, organ, {
    kind: 'litigationDirect',
    stages: [SUIT],
    number: '示行初9号',
  });
  const list = async (query: object) => {
    const { body } = await world.call(disputeRoutes.list, { query }, clerk);
    const items = body['items'] as unknown as readonly { disputeId: string }[];
    return { ids: items.map(({ disputeId }) => disputeId), next: body['nextCursor'] };
  };
  expect((await list({})).ids).toEqual([settled.disputeId, suit.disputeId]);
  expect((await list({ kind: 'litigationDirect' })).ids).toEqual([suit.disputeId]);
  expect((await list({ state: 'settled' })).ids).toEqual([settled.disputeId]);
  expect((await list({ year: 2025 })).ids).toEqual([]);
  expect((await list({ number: '行初9' })).ids).toEqual([suit.disputeId]);
  const first = await list({ limit: 1 });
  expect(first.ids).toEqual([settled.disputeId]);
  expect((await list({ limit: 1, cursor: first.next })).ids).toEqual([suit.disputeId]);
});

it('what the organ owes in its disputes stands in the to-do list until it is done', async () => {
  const organ = world.city;
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const waiting = async () => {
    const { body } = await world.call(deskRoutes.todo, {}, clerk);
    const items = body['items'] as unknown as readonly { kind: string; title: string; dueOn: string }[];
    return items.flatMap(({ kind, title, dueOn }) =>
      kind === 'disputesOwed' || kind === 'judgmentsToFollow' ? [[title, dueOn]] : [],
    );
  };
  expect(await waiting()).toEqual([]);
  const params = { regionId: organ.regionId, organId: organ.organId };
  const stage = sentStage();
  const sent = { params, body: { ...sentDispute(), stage } };
  const entered = await world.call(disputeRoutes.enter, sent, clerk);
  // Judged on 6 May: whether anybody appealed should be known by now.
  await plantDispute(world, organ, { kind: 'litigationDirect', stages: [JUDGED] });
  expect(await waiting()).toEqual([
    ['答复、履行或者报告 1 件复议、诉讼案件', '2026-03-19'],
    ['登记 1 件一审裁判是否生效、有没有上诉', null],
  ]);
  const ids = { regionId: organ.regionId, disputeId: String(entered.body['disputeId']), sequence: 1 };
  const body = { ...stage, answeredOn: '2026-03-18', reason: '' };
  await world.call(disputeRoutes.editStage, { params: ids, body }, clerk, tag(1));
  expect(await waiting()).toEqual([['登记 1 件一审裁判是否生效、有没有上诉', null]]);
});

it('table four opens each cell into its cases, and a case that was removed counts no more', async () => {
  const organ = world.county;
  const clerk = await world.signedIn(organ, 'disclosureOfficer');
  const ids = await plantDispute(world, organ);
  const request = { params: { regionId: organ.regionId, organId: organ.organId }, query: { year: 2026 } };
  const cell = async () => {
    const { body } = await world.call(disputeRoutes.tableFour, request, clerk);
    const cells = body['cells'] as unknown as readonly { cell: string; value: number; disputes: unknown[] }[];
    return cells.find((one) => one.cell === 't4.reconsideration/rectified');
  };
  expect(await cell()).toMatchObject({ value: 1, disputes: [{ disputeId: ids.disputeId }] });
  const body = { reason: '登记在了别的机关' };
  const { status } = await world.call(disputeRoutes.remove, { params: ids, body }, clerk, tag(1));
  expect(status).toBe(204);
  expect(await cell()).toMatchObject({ value: 0, disputes: [] });
  const kept = await world.database.server
    .selectFrom('dispute_event')
    .select(['type', 'reason'])
    .where('dispute_id', '=', ids.disputeId)
    .execute();
  expect(kept).toEqual([{ type: 'remove', reason: '登记在了别的机关' }]);
});

import { randomUUID } from 'node:crypto';
import { disputeFileRoutes } from '@zhaoshi/contract/routes/dispute-files';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { verifyCaseFile } from '@zhaoshi/report-files/case-file/verify-case-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '../../report-files/src/read/zip.ts';
import { eraseDisputeIdentities } from '../src/operations/erasure/erase-dispute-identities.ts';
import { createWorld, type World } from './api-world.ts';
import { plantSealedFile } from './application-file-samples.ts';
import { type PlantedCase, plantCase } from './application-samples.ts';
import { plantDisputeFile } from './dispute-file-desk.ts';
import { plantDispute, REVIEW, SUIT, sentDispute, sentStage } from './dispute-samples.ts';
import { plantDocument } from './document-samples.ts';
import { plantFile } from './file-samples.ts';

let world: World;
let officer: string;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.signedIn(world.township, 'disclosureOfficer');
});
afterAll(() => world.close());

const tag = (version: number) => ({ 'if-match': `"${version}"` });
const messages = (body: object) =>
  'errors' in body ? (body.errors as { pointer: string; message: string }[]) : [];

interface Ids {
  readonly regionId: string;
  readonly disputeId: string;
}

const read = async (ids: Ids, person = officer) =>
  (await world.call(disputeRoutes.read, { params: ids }, person)).body;

interface Clock {
  readonly side: string;
  readonly source: string;
  readonly due: { readonly date: string; readonly provisional: boolean; readonly days: readonly object[] };
  readonly state: string;
}

const clocksOf = (body: Readonly<Record<string, unknown>>) =>
  (body['clocks'] as readonly Clock[]).map(({ side, source, due, state }) => [side, source, due.date, state]);

it('a dispute shows every period with its derivation, the organ’s own and the others’', async () => {
  const { regionId, organId } = world.township;
  const stage = { ...sentStage(), filedOn: '2026-02-24', acceptedOn: '2026-03-02', servedOn: '2026-03-05' };
  const body = { ...sentDispute(), knownOn: '2026-02-05', stage };
  const entered = await world.call(disputeRoutes.enter, { params: { regionId, organId }, body }, officer);
  const ids = { regionId, disputeId: String(entered.body['disputeId']) };
  const shown = await read(ids);
  expect(clocksOf(shown)).toEqual([
    ['otherParty', '行政复议法第二十条第一款', '2026-04-07', 'inTime'],
    ['otherParty', '行政复议法第二十一条', '2031-02-03', 'inTime'],
    ['reconsiderationOrgan', '行政复议法第三十条', '2026-03-02', 'inTime'],
    ['reconsiderationOrgan', '行政复议法第六十二条第一款', '2026-05-06', 'passed'],
    ['organ', '行政复议法第四十八条', '2026-03-19', 'passed'],
    // No decision came in time: the suit is open until fifteen days later.
    ['otherParty', '行政复议法第三十四条；行政诉讼法第四十五条', '2026-05-21', 'passed'],
  ]);
  expect((shown['clocks'] as unknown as readonly Clock[])[4]?.due.days).toHaveLength(14);
});

it('days that do not fit one another are told at their places', async () => {
  const { regionId, organId } = world.township;
  const stage = { ...sentStage(), filedOn: '2026-03-10', ordersReply: true };
  const body = { ...sentDispute(), knownOn: '2026-01-05', indexNumber: '000014349/2026-00001', stage };
  const { body: problem } = await world.call(
    disputeRoutes.enter,
    { params: { regionId, organId }, body },
    officer,
  );
  expect(messages(problem).map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
    '/knownOn 对方知道这一行为的日期不能早于行为作出日期',
    '/indexNumber 本机关没有公开过这个索引号的信息；平台启用以前公开的请留空',
    '/indexNumber 只有主动公开引起的案件关联公开的信息；因申请引起的，填写申请登记号',
    '/stage/ordersReply 还没有结果，不能登记责令重新答复、履行',
    '/stage/filedOn 收到申请（起诉状）的日期不能晚于受理（立案）日期',
  ]);
});

/** The application was taken up again on the decision, and answered anew. */
async function answerAnew({ regionId, applicationId }: PlantedCase, on: string): Promise<void> {
  const event = {
    region_id: regionId,
    application_id: applicationId,
    sealed: null,
    recorded_at: world.database.context.now(),
    actor: await world.newPerson(world.township, ['disclosureOfficer']),
  };
  const facts = { on, letterId: randomUUID(), way: 'direct' };
  await world.database.server
    .insertInto('application_event')
    .values([
      { ...event, sequence: 60, type: 'reopen', data: JSON.stringify({ on, cause: 'reconsideration' }) },
      { ...event, sequence: 61, type: 'deliverReply', data: JSON.stringify(facts) },
    ])
    .execute();
}

it('a decision that orders a new reply is owed in its period, until the new reply went out', async () => {
  const planted = await plantCase(world, world.township);
  const { applicationId } = planted;
  const ids = await plantDispute(world, world.township, { applicationId });
  expect(await read(ids)).toMatchObject({ dueOn: null });
  const stage = { ...sentStage(), answeredOn: '2026-03-16', decidedOn: '2026-10-30' };
  const decided = { ...stage, result: 'reconsideration.setAside' as const, ordersReply: true };
  const params = { ...ids, sequence: 1 };
  const body = { ...decided, reason: '决定日期录错' };
  const ordered = await world.call(disputeRoutes.editStage, { params, body }, officer, tag(1));
  // The text is silent: the setting's twenty working days, which are not settled; from the receipt, once it is known.
  expect(ordered.body).toMatchObject({ dueOn: '2026-11-27' });
  const known = { ...decided, decisionReceivedOn: '2026-11-03', reason: '' };
  const received = await world.call(disputeRoutes.editStage, { params, body: known }, officer, tag(2));
  expect(received.body).toMatchObject({
    dueOn: '2026-12-01',
    history: [{ words: '行政复议：本机关收到文书：空→2026年11月3日' }, {}],
  });
  expect(JSON.stringify(received.body)).toContain('"isUnconfirmed":true');
  const owing = async () => {
    const query = { state: 'owing' as const, limit: 100 };
    const { body: list } = await world.call(disputeRoutes.list, { query }, officer);
    const found = (list['items'] as unknown as readonly { disputeId: string; dueOn: string | null }[]).find(
      ({ disputeId }) => disputeId === ids.disputeId,
    );
    return found?.dueOn;
  };
  expect(await owing()).toBe('2026-12-01');
  await answerAnew(planted, '2026-11-16');
  expect(await read(ids)).toMatchObject({ dueOn: null, newReplies: [{ on: '2026-11-16' }] });
  expect(await owing()).toBeNull();
});

it('a dispute about silence says until when the application was to be answered', async () => {
  const { applicationId } = await plantCase(world, world.township);
  const ids = await plantDispute(world, world.township, { applicationId, act: 'silence' });
  expect(await read(ids)).toMatchObject({
    silence: { dueOn: expect.stringMatching(/^2026-/), words: expect.stringContaining('期限') },
  });
  const other = await plantDispute(world, world.township, { applicationId, act: 'refusal' });
  expect(await read(other)).toMatchObject({ silence: null });
});

it('a dispute about proactive publication hangs on the public document, which is its first proof', async () => {
  const { regionId, organId } = world.township;
  const { documentId } = await plantDocument(world, world.township, { title: '财政补助公示' });
  const indexNumber = '000014349/2026-00017';
  await world.database.owner
    .updateTable('document')
    .set({ index_number: indexNumber, first_published_at: new Date('2026-03-02T02:00:00Z') })
    .where('document_id', '=', documentId)
    .execute();
  const body = { ...sentDispute(), act: 'proactive' as const, indexNumber, stage: sentStage() };
  const entered = await world.call(disputeRoutes.enter, { params: { regionId, organId }, body }, officer);
  expect(entered.status).toBe(200);
  const ids = { regionId, disputeId: String(entered.body['disputeId']) };
  expect((await read(ids))['document']).toEqual({
    documentId,
    indexNumber,
    title: '财政补助公示',
    publishedOn: '2026-03-02',
  });
  const { body: proof } = await world.call(disputeRoutes.proof, { params: ids }, officer);
  expect(proof).toMatchObject({
    ground: '主动公开中的行为',
    needs: [{ found: ['公开信息的网页和日期'], isMissing: false }, { isMissing: true }],
  });
});

describe('papers', () => {
  it('are entered with whom they came from, handed out, and taken out with a reason', async () => {
    const ids = await plantDispute(world, world.township);
    const fileId = await plantSealedFile(world, world.township, { name: '李小二复议申请书.pdf' });
    const body = {
      fileId,
      kind: 'application' as const,
      datedOn: '2026-03-05',
      number: '测政复答字〔2026〕1号',
      counterpart: '李小二',
    };
    const future = { ...body, datedOn: '2027-01-01' };
    const late = await world.call(disputeFileRoutes.add, { params: ids, body: future }, officer);
    expect(messages(late.body)).toEqual([{ pointer: '/datedOn', message: '收到或者发出的日期不能晚于今天' }]);
    expect((await world.call(disputeFileRoutes.add, { params: ids, body }, officer)).status).toBe(200);
    const { body: list } = await world.call(disputeFileRoutes.list, { params: ids }, officer);
    expect(list['files']).toMatchObject([
      { kind: 'application', name: '李小二复议申请书.pdf', counterpart: '李小二', datedOn: '2026-03-05' },
    ]);
    const rows = await world.database.server.selectFrom('dispute_file').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('李小二');
    const again = await world.call(disputeFileRoutes.add, { params: ids, body }, officer);
    expect([again.status, again.body['detail']]).toEqual([422, expect.stringContaining('已经登记过')]);

    const params = { ...ids, fileId };
    const removed = await world.call(
      disputeFileRoutes.remove,
      { params, body: { reason: '登记在了别的案件' } },
      officer,
    );
    expect(removed.status).toBe(200);
    expect((await read(ids))['history']).toMatchObject([
      { words: '移除文书：复议申请书、起诉状副本', reason: '登记在了别的案件' },
      { words: '登记文书：复议申请书、起诉状副本' },
    ]);
    expect((await world.call(disputeFileRoutes.download, { params }, officer)).status).toBe(404);
  });

  it('that lie open in the storage are not taken', async () => {
    const ids = await plantDispute(world, world.township);
    const { fileId } = await plantFile(world, world.township);
    const body = {
      fileId,
      kind: 'otherIn' as const,
      datedOn: '2026-03-05',
      number: '',
      counterpart: '测试县人民法院',
    };
    const { status, body: problem } = await world.call(disputeFileRoutes.add, { params: ids, body }, officer);
    expect([status, problem['detail']]).toEqual([
      422,
      expect.stringContaining('没有登记。请在案件的“文书”处'),
    ]);
  });

  it('that prove who the other party is go a year after the case was settled, and nothing else', async () => {
    const settled = await plantDispute(world, world.township);
    const open = await plantDispute(world, world.township, { kind: 'litigationDirect', stages: [SUIT] });
    const identity = { kind: 'identity', name: '李小二身份证.pdf' } as const;
    const gone = await plantDisputeFile(world, world.township, settled, identity);
    const stays = await plantDisputeFile(world, world.township, settled);
    const needed = await plantDisputeFile(world, world.township, open, identity);
    const context = { ...world.database.context, services: world.services };
    // Settled on 6 May 2026.
    const at = (day: string) => () => new Date(`${day}T04:00:00Z`);
    expect(await eraseDisputeIdentities({ ...context, now: at('2027-05-06') })).toBe(0);
    expect(await eraseDisputeIdentities({ ...context, now: at('2027-05-08') })).toBe(1);
    const kept = await world.database.server
      .selectFrom('file')
      .select('file_id')
      .where('file_id', 'in', [gone, stays, needed])
      .execute();
    expect(kept.map(({ file_id }) => file_id).toSorted()).toEqual([stays, needed].toSorted());
  });

  it('are for whoever may see applicants', async () => {
    const ids = await plantDispute(world, world.township);
    await plantDisputeFile(world, world.township, ids);
    const supervisor = await world.signedIn(world.office, 'supervisor');
    expect((await world.call(disputeFileRoutes.list, { params: ids }, supervisor)).status).toBe(403);
  });
});

describe('evidence', () => {
  it('says what must be shown and what is missing, and comes as one file with its catalogue', async () => {
    const { applicationId } = await plantCase(world, world.township);
    const ids = await plantDispute(world, world.township, { applicationId, act: 'refusal' });
    const { body: proof } = await world.call(disputeRoutes.proof, { params: ids }, officer);
    const needs = proof['needs'] as unknown as readonly { words: string; isMissing: boolean }[];
    expect(needs.map(({ words, isMissing }) => [words, isMissing])).toEqual([
      ['收到申请的日期和申请的内容', false],
      ['作出行为的事实和依据', true],
      ['在法定期限内答复，延期的已经批准并告知', true],
      ['答复已经送达申请人', true],
    ]);
    await plantDisputeFile(world, world.township, ids, { kind: 'evidence', name: '王证人的证言.pdf' });
    await plantDisputeFile(world, world.township, ids, { kind: 'identity', name: '李小二身份证.pdf' });
    const answer = await world.app.inject({
      method: 'POST',
      url: disputeRoutes.evidence.path
        .replace(':regionId', ids.regionId)
        .replace(':disputeId', ids.disputeId),
      headers: { cookie: officer, 'zhaoshi-request': 'console' },
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    const zip = await openZip(answer.rawPayload);
    const { names } = zip;
    expect(names).toEqual([
      '00-证据目录.docx',
      '00-证据目录.pdf',
      '01-举证核对单（内部）.docx',
      '01-举证核对单（内部）.pdf',
      '证据/01-申请表.html',
      '证据/02-政府信息公开申请接收回执.pdf',
      '证据/03-本机关的证据材料.pdf',
      'manifest.json',
    ]);
    expect((await verifyCaseFile(answer.rawPayload)).problems).toEqual([]);
    expect(names.join()).not.toMatch(/王证人|李小二/);
    expect(
      Buffer.from(await zip.read('00-证据目录.pdf'))
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('%PDF');
    expect((await read(ids))['history']).toMatchObject([{ words: '导出证据包，缺少2项' }]);
    const traced = await world.database.server
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'dispute.exportEvidence')
      .executeTakeFirstOrThrow();
    expect(traced.details).toContain('"missing":2');
  });
});

describe('losses', () => {
  it('are written down with their causes, counted within reach, and each figure opens its cases', async () => {
    const organ = world.county;
    const clerk = await world.signedIn(organ, 'disclosureOfficer');
    const lost = await plantDispute(world, organ, { act: 'silence' });
    await plantDispute(world, organ, { stages: [{ ...REVIEW, result: 'reconsideration.upheld' }] });
    const query = { year: 2026, organId: organ.organId };
    const counts = async (also: object = {}, person = clerk) =>
      (await world.call(disputeRoutes.losses, { query: { ...query, ...also } }, person)).body;
    expect(await counts()).toMatchObject({ total: 1, unexplained: 1, causes: [], cases: [] });
    expect(await read(lost, clerk)).toMatchObject({ loss: { causes: [], unit: '' } });
    const body = { causes: ['unanswered' as const, 'late' as const], unit: '办公室', measures: '按月督办' };
    const written = await world.call(disputeRoutes.recordLoss, { params: lost, body }, clerk, tag(1));
    expect(written.body).toMatchObject({ loss: body, version: 2 });
    expect(await counts({ by: 'cause', key: 'late' })).toMatchObject({
      unexplained: 0,
      causes: [
        { key: 'late', count: 1 },
        { key: 'unanswered', count: 1 },
      ],
      grounds: [{ key: 'act.silence', title: '逾期不答复', count: 1 }],
      units: [{ count: 1 }],
      cases: [{ disputeId: lost.disputeId, causes: ['未予答复', '逾期答复'], unit: '办公室' }],
    });
    // Another organ's officer sees none of it; the supervisor above sees it.
    expect(await counts({}, officer)).toMatchObject({ total: 0 });
    const supervisor = await world.signedIn(world.office, 'supervisor');
    expect(await counts({ by: 'all' }, supervisor)).toMatchObject({
      total: 1,
      cases: [{ disputeId: lost.disputeId }],
    });
  });

  it('are those of table four: what was upheld has none', async () => {
    const upheld = await plantDispute(world, world.township, {
      stages: [{ ...REVIEW, result: 'reconsideration.upheld' }],
    });
    expect(await read(upheld)).toMatchObject({ loss: null });
    const body = { causes: ['late' as const], unit: '', measures: '' };
    const refused = await world.call(disputeRoutes.recordLoss, { params: upheld, body }, officer, tag(1));
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      expect.stringContaining('不是“结果纠正”'),
    ]);
  });
});

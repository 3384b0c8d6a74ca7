import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from '../../../test/application-samples.ts';
import { letterIn } from '../../../test/officer-acts.ts';

let world: World;
const cookies = new Map<string, string>();
beforeAll(async () => {
  world = await createWorld();
  for (const role of [
    'drafter',
    'unitHead',
    'disclosureOfficer',
    'disclosureOfficeHead',
    'leader',
  ] as const) {
    cookies.set(role, await world.signedIn(world.county, role));
  }
});
afterAll(() => world.close());

const as = (role: Role): string => cookies.get(role) ?? '';
const paramsOf = ({ regionId, applicationId }: PlantedCase) => ({ regionId, applicationId });

async function read(planted: PlantedCase, cookie = as('drafter')) {
  const answer = await world.call(applicationRoutes.read, { params: paramsOf(planted) }, cookie);
  expect(answer.status).toBe(200);
  return answer.body as unknown as Record<string, unknown> & {
    readonly version: number;
    readonly status: string;
  };
}

async function act(
  planted: PlantedCase,
  role: Role,
  sent: { readonly type: string; readonly [field: string]: unknown },
  texts: Readonly<Record<string, string>> = {},
) {
  const { version } = await read(planted);
  const body = { act: { on: '2026-11-20', ...sent }, texts };
  return await world.call(
    applicationRoutes.act,
    { params: paramsOf(planted), body: body as never },
    as(role),
    { 'if-match': `"${version}"` },
  );
}

describe('a case over the interface', () => {
  it('is registered by the rule of its channel and gets its last day', async () => {
    const { regionId, organId } = world.county;
    const registered = await world.call(
      applicationRoutes.register,
      {
        params: { regionId, organId },
        body: {
          channel: 'registeredMail',
          isMisaddressed: false,
          sentOn: '2026-11-10',
          arrivedOn: '2026-11-13',
          confirmedOn: null,
          summary: null,
          form: SAMPLE_FORM,
          fileIds: [],
        },
      },
      as('disclosureOfficer'),
    );
    expect(registered.status).toBe(200);
    const { applicationId, registrationNumber } = registered.body as unknown as PlantedCase;
    expect(registrationNumber).toMatch(/^2026\d{4}$/);
    const found = await read({ regionId, applicationId, registrationNumber, queryCode: '' });
    expect(found).toMatchObject({
      status: 'registered',
      receiptDate: '2026-11-13',
      dueOn: '2026-12-11',
      applicant: '赵***',
      receiptRule: expect.stringContaining('签收'),
    });
  });

  it('waits for confirmation, and is counted from the day of it', async () => {
    const planted = await plantCase(world, world.county, { channel: 'portal', receiptDate: null });
    expect(await read(planted)).toMatchObject({ status: 'awaitingConfirmation', dueOn: null });
    const confirmed = await act(
      planted,
      'drafter',
      { type: 'confirmReceipt', on: '2026-11-18' },
      { way: '电话' },
    );
    expect(confirmed.body).toMatchObject({
      status: 'registered',
      receiptDate: '2026-11-18',
      dueOn: '2026-12-16',
    });
  });

  it('is not confirmed for a day before it arrived', async () => {
    const planted = await plantCase(world, world.county, { channel: 'portal', receiptDate: null });
    const early = { type: 'confirmReceipt', on: '2026-11-01' };
    const refused = await act(planted, 'drafter', early, { way: '电话' });
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toEqual([
      { pointer: '/act/on', message: '确认日期（2026-11-01）不能早于提交日期（2026-11-02）。' },
    ]);
    expect(await read(planted)).toMatchObject({ status: 'awaitingConfirmation', receiptDate: null });
    const looked = await world.call(
      applicationRoutes.preview,
      { params: paramsOf(planted), body: { act: early, texts: {} } as never },
      as('drafter'),
    );
    expect(looked.body['refusals']).toMatchObject([{ field: 'on' }]);
  });

  it('whose day of handing in is put right keeps it as its day of arrival', async () => {
    const planted = await plantCase(world, world.county);
    const right = { type: 'correctReceipt', on: '2026-11-03' };
    const corrected = await act(planted, 'disclosureOfficer', right, { reason: '回执日期为3日' });
    expect(corrected.body).toMatchObject({ arrivedOn: '2026-11-03', receiptDate: '2026-11-03' });
  });

  it('goes from correction to a reply that two others reviewed and approved', async () => {
    const planted = await plantCase(world, world.county);
    const correction = {
      matters: '请写明年度',
      guidance: '分配方案按年度制定',
      'letter.grounds': 'description',
    };
    const notice = await act(
      planted,
      'drafter',
      { type: 'noticeCorrection', on: '2026-11-04', days: 15 },
      correction,
    );
    expect(notice.body).toMatchObject({ status: 'awaitingCorrection', dueOn: null });
    const letters = notice.body['letters'] as unknown as { letterId: string; kind: string }[];
    const letterId = letters.find(({ kind }) => kind === 'correctionNotice')?.letterId;
    const delivered = await act(
      planted,
      'drafter',
      { type: 'deliverLetter', on: '2026-11-05', letterId, way: 'post' },
      { evidence: 'EMS 1234' },
    );
    expect(delivered.body).toMatchObject({ waitsUntil: '2026-11-26' });
    const corrected = await act(
      planted,
      'drafter',
      { type: 'acceptCorrection', on: '2026-11-10' },
      { content: '2025年' },
    );
    expect(corrected.body).toMatchObject({
      status: 'registered',
      receiptDate: '2026-11-02',
      dueOn: '2026-12-08',
    });
    const reply = { 'letter.suppliedAs': '电子文件', 'letter.enclosures': '养护资金分配表（3页）' };
    await act(planted, 'drafter', { type: 'draftReply', outcome: 'granted.provided' }, reply);
    expect((await act(planted, 'drafter', { type: 'submitReply' })).status).toBe(200);
    expect((await act(planted, 'disclosureOfficeHead', { type: 'approveReply' })).body).toMatchObject({
      code: 'state-refuses',
      detail: '还有审核没有完成。',
    });
    await act(planted, 'disclosureOfficer', { type: 'reviewReply', review: 'legal' });
    await act(planted, 'unitHead', { type: 'reviewReply', review: 'secrecy' });
    expect((await act(planted, 'drafter', { type: 'approveReply' })).body).toMatchObject({
      detail: '您的角色不能办理这一步。',
    });
    const approved = await act(planted, 'leader', { type: 'approveReply' });
    expect(approved.body).toMatchObject({ status: 'approved' });

    const replyId = letterIn(approved, 'replyLetter.granted.provided');
    const signed = { evidence: '申请人签收' };
    await act(planted, 'drafter', { type: 'deliverReply', letterId: replyId, way: 'direct' }, signed);
    const closed = await act(planted, 'drafter', { type: 'close' });
    expect(closed.body).toMatchObject({ status: 'closed', dueOn: null, light: null });
    const cause = { document: '示府复决〔2026〕3号', reason: '责令重新答复' };
    const reopened = { type: 'reopen', cause: 'reconsideration' };
    // Whoever has to answer anew has a last day again, and sees how near it is.
    expect((await act(planted, 'disclosureOfficeHead', reopened, cause)).body).toMatchObject({
      status: 'processing',
      dueOn: '2026-12-18',
      light: { colour: expect.any(String) },
    });
  });

  it('lets one of two officers win; the other is told and shown the case as it is', async () => {
    const planted = await plantCase(world, world.county);
    const { version } = await read(planted);
    const send = (role: Role, text: string) =>
      world.call(
        applicationRoutes.act,
        { params: paramsOf(planted), body: { act: { type: 'note', on: '2026-11-20' }, texts: { text } } },
        as(role),
        { 'if-match': `"${version}"` },
      );
    const answers = await Promise.all([send('drafter', '甲'), send('disclosureOfficer', '乙')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const stale = answers.find(({ status }) => status === 412);
    expect(stale?.body).toMatchObject({ code: 'stale', current: { version: version + 1 } });
    const { events } = await read(planted);
    expect((events as unknown[]).length).toBe(2);
  });

  it('previews what an act would do, and changes nothing', async () => {
    const planted = await plantCase(world, world.county);
    const ask = async (days: number) =>
      await world.call(
        applicationRoutes.preview,
        {
          params: paramsOf(planted),
          body: { act: { type: 'approveExtension', on: '2026-11-20', days }, texts: {} },
        },
        as('disclosureOfficeHead'),
      );
    expect((await ask(10)).body).toMatchObject({ refusals: [], dates: { due: { date: '2026-12-14' } } });
    expect((await ask(21)).body).toMatchObject({ refusals: [{ code: 'extension-length' }] });
    expect(await read(planted)).toMatchObject({ dueOn: '2026-11-30', version: 1 });
  });

  it('shows the applicant to who handles it and to nobody else; the trail and the lists never', async () => {
    const planted = await plantCase(world, world.county);
    await act(
      planted,
      'drafter',
      { type: 'logContact', reached: true },
      { result: `致电${SAMPLE_FORM.applicant.phone}` },
    );
    const officer = JSON.stringify(await read(planted));
    const supervisor = await world.signedIn(world.office, 'supervisor');
    const auditor = await world.signedIn(world.county, 'auditor');
    const masked = [
      JSON.stringify(await read(planted, supervisor)),
      JSON.stringify(await read(planted, auditor)),
      JSON.stringify(await world.database.server.selectFrom('audit_entry').selectAll().execute()),
      JSON.stringify(await world.database.server.selectFrom('application').selectAll().execute()),
      JSON.stringify(await world.database.server.selectFrom('application_event').selectAll().execute()),
      JSON.stringify(await world.database.server.selectFrom('applicant').selectAll().execute()),
    ];
    const { name, identityNumber, phone, email, address } = SAMPLE_FORM.applicant;
    for (const secret of [name, identityNumber, phone, email, address]) {
      expect(officer).toContain(secret);
      for (const text of masked) expect(text).not.toContain(secret);
    }
  });

  it('replays to the row that lists show', async () => {
    const planted = await plantCase(world, world.county);
    await act(planted, 'drafter', { type: 'takeUp' });
    const row = await world.database.server
      .selectFrom('application')
      .selectAll()
      .where('application_id', '=', planted.applicationId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: 'processing', due_on: '2026-11-30', version: 2 });
    const deadlines = await world.database.server
      .selectFrom('deadline')
      .select(['kind', 'due_on'])
      .where('subject', '=', `application/${planted.applicationId}`)
      .where('closed_at', 'is', null)
      .orderBy('kind')
      .execute();
    expect(deadlines).toEqual([
      { kind: '答复', due_on: '2026-11-30' },
      { kind: '补正告知', due_on: '2026-11-11' },
    ]);
  });
});

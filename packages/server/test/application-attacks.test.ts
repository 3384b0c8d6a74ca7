import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantCaseFile, plantSealedFile } from './application-file-samples.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from './application-samples.ts';
import { openLetterDesk, paramsOf } from './letter-desk.ts';

type Desk = Awaited<ReturnType<typeof openLetterDesk>>;

let desk: Desk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

describe('the summary, which the register shows to whoever may see no applicant', () => {
  it('names nobody of an organisation that applies', async () => {
    const { world } = desk;
    const applicant = {
      ...SAMPLE_FORM.applicant,
      kind: 'commercialEnterprise' as const,
      name: '示范测试有限公司',
      identityType: null,
      identityNumber: null,
      creditCode: '91110000000000000X',
      legalRepresentative: '郑测试癸',
      contactPerson: '卫测试子',
      fax: '5551234',
    };
    const description = '我公司（法定代表人郑测试癸，联系人卫测试子，传真5551234）申请公开养护合同';
    const planted = await plantCase(world, world.county, {
      form: { ...SAMPLE_FORM, applicant, description },
    });
    const auditor = await world.signedIn(world.county, 'auditor');
    const read = await world.call(applicationRoutes.read, { params: paramsOf(planted) }, auditor);
    expect(read.body['summary']).toBe('我公司（法定代表人***，联系人***，传真***）申请公开养护合同');
    expect(JSON.stringify(read.body)).not.toMatch(/郑测试癸|卫测试子|5551234/);
  });
});

describe('two who approve the same letter for two cases at once, each from the other case', () => {
  it('get one approval and one answer that says what happened', async () => {
    const { world } = desk;
    const first = await desk.plant();
    const second = await desk.plant();
    const facts = { relation: 'jointReply', otherId: first.applicationId };
    await desk.act(second, 'drafter', { type: 'linkCase', on: '2026-11-16', ...facts });
    for (const one of [first, second]) await desk.underReview(one, 'granted.alreadyPublic');
    const seen = async (planted: PlantedCase) => ({
      applicationId: planted.applicationId,
      version: (await desk.read(planted)).version,
    });
    const leaders = [
      await world.signedIn(world.county, 'leader'),
      await world.signedIn(world.county, 'leader'),
    ];
    const [one, other] = [await seen(first), await seen(second)];
    const approve = (planted: PlantedCase, version: number, joint: typeof one, cookie = '') =>
      world.call(
        applicationRoutes.act,
        {
          params: paramsOf(planted),
          body: { act: { type: 'approveReply', on: '2026-11-16', jointWith: [joint] }, texts: {} },
        },
        cookie,
        { 'if-match': `"${version}"` },
      );
    const waiting = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(world.database.owner);
      return rows[0]?.count ?? 0;
    };
    // Both come while somebody else holds both cases, so that each gets its own first.
    const { answers } = await world.database.server.transaction().execute(async (transaction) => {
      await transaction
        .selectFrom('application')
        .select('application_id')
        .where('application_id', 'in', [first.applicationId, second.applicationId])
        .forUpdate()
        .execute();
      const sent = Promise.all([
        approve(first, one.version, other, leaders[0]),
        approve(second, other.version, one, leaders[1]),
      ]);
      await expect.poll(waiting, { timeout: 60_000 }).toBe(2);
      return { answers: sent };
    });
    const statuses = (await answers).map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 412]);
    expect(
      (await desk.read(first)).letters.filter(({ kind }) => kind.startsWith('replyLetter')),
    ).toHaveLength(1);
  });
});

describe('a reply under review', () => {
  it('goes out with the files that were reviewed: none is slipped in or taken away before the approval', async () => {
    const { world } = desk;
    const drafter = await world.signedIn(world.county, 'drafter');
    const planted = await desk.plant();
    const given = await plantCaseFile(world, world.county, planted, { use: 'released' });
    const kept = await plantCaseFile(world, world.county, planted, { use: 'evidence' });
    await desk.underReview(planted, 'granted.alreadyPublic');
    const fileId = await plantSealedFile(world, world.county);
    const params = paramsOf(planted);
    const add = { params, body: { fileId, use: 'released' as const } };
    const added = await world.call(applicationFileRoutes.add, add, drafter);
    expect(added.body).toMatchObject({ code: 'state-refuses', detail: expect.stringContaining('先退回') });
    const removal = (id: string) => ({ params: { ...params, fileId: id } });
    expect((await world.call(applicationFileRoutes.remove, removal(given), drafter)).status).toBe(409);
    expect((await world.call(applicationFileRoutes.remove, removal(kept), drafter)).status).toBe(200);
    await desk.act(planted, 'leader', { type: 'returnReply', on: '2026-11-16' }, { reason: '还缺一份文件' });
    expect((await world.call(applicationFileRoutes.add, add, drafter)).status).toBe(200);
  });
});

describe('whom a case is given to', () => {
  it('is one who handles applications here: no auditor, and nobody whose account is closed', async () => {
    const { world } = desk;
    const planted = await desk.plant();
    const auditor = await world.newPerson(world.county, ['auditor']);
    const closed = await world.newPerson(world.county, ['drafter']);
    await world.database.server
      .updateTable('account')
      .set({ disabled_at: world.database.context.now() })
      .where('account_id', '=', closed)
      .execute();
    const assign = (officerId: string) =>
      desk.send(planted, 'disclosureOfficer', { type: 'assign', on: '2026-11-16', officerId });
    for (const officerId of [auditor, closed, await world.newPerson(world.office, ['drafter'])]) {
      expect((await assign(officerId)).body['errors']).toEqual([
        { pointer: '/act/officerId', message: '此人在本机关没有经办申请的职责。' },
      ]);
    }
    expect((await assign(await world.newPerson(world.county, ['drafter']))).status).toBe(200);
  });
});

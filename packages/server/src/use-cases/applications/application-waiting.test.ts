import { deskRoutes } from '@zhaoshi/contract/routes/desk';
import type { Status } from '@zhaoshi/domain/application/status';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type PlantedCase, plantCase } from '../../../test/application-samples.ts';

interface Todo {
  readonly kind: string;
  readonly title: string;
  readonly count: number;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly application: { readonly applicationId: string } | null;
}

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const person = async (...roles: readonly Role[]) => {
  const accountId = await world.newPerson(world.township, roles);
  return { accountId, cookie: await world.sessionOf(accountId) };
};

async function todo(cookie: string): Promise<readonly Todo[]> {
  const { status, body } = await world.call(deskRoutes.todo, {}, cookie);
  expect(status).toBe(200);
  const items = body['items'] as unknown as readonly Todo[];
  return items.filter(({ kind }) => !['calendarMissing', 'disclosureOfficeIncomplete'].includes(kind));
}

const titles = async (cookie: string) => (await todo(cookie)).map(({ title }) => title);

/** A case whose row says this, as its events would have made it. */
async function caseWith(row: {
  readonly status: Status;
  readonly due_on?: string | null;
  readonly waits_until?: string | null;
  readonly officer_id?: string | null;
}): Promise<PlantedCase> {
  const planted = await plantCase(world, world.township);
  await world.database.server
    .updateTable('application')
    .set({ due_on: '2026-12-18', ...row })
    .where('application_id', '=', planted.applicationId)
    .execute();
  return planted;
}

/** The next event of a case. */
async function happens(
  { regionId, applicationId }: PlantedCase,
  type: string,
  data: object,
  { actor = 'applicant', at = '2026-11-21T02:03:04.567Z' } = {},
): Promise<void> {
  const { last } = await world.database.server
    .selectFrom('application_event')
    .select((build) => build.fn.max('sequence').as('last'))
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  await world.database.server
    .insertInto('application_event')
    .values({
      region_id: regionId,
      application_id: applicationId,
      sequence: last + 1,
      type,
      data: JSON.stringify({ on: '2026-11-20', ...data }),
      sealed: null,
      recorded_at: new Date(at),
      actor,
    })
    .execute();
}

describe('the to-do list of applications', () => {
  it('has an officer’s own cases, what nobody has taken, and what is near or late, each with its day', async () => {
    const officer = await person('drafter', 'disclosureOfficer');
    const drafter = await person('drafter');
    const mine = await caseWith({ status: 'processing', officer_id: drafter.accountId });
    await caseWith({ status: 'registered', due_on: '2026-11-24' });
    await caseWith({ status: 'drafting', due_on: '2026-11-13', officer_id: drafter.accountId });
    await caseWith({ status: 'awaitingConfirmation', due_on: null });
    await caseWith({ status: 'awaitingPayment', due_on: null, waits_until: '2026-11-25' });
    expect(
      (await todo(officer.cookie)).map(({ title, dueOn, isOverdue }) => [title, dueOn, isOverdue]),
    ).toEqual([
      ['督办或者立即办理已逾期的 1 件申请', '2026-11-13', true],
      ['办理即将到期的 1 件申请', '2026-11-24', false],
      ['为 2 件申请指定经办人', '2026-11-24', false],
      ['与申请人确认 1 件申请的收到日期', null, false],
    ]);
    const own = await todo(drafter.cookie);
    expect(own.map(({ title }) => title)).toEqual([
      '督办或者立即办理已逾期的 1 件申请',
      '办理由我经办的 2 件申请',
      '与申请人确认 1 件申请的收到日期',
    ]);
    await world.database.server
      .updateTable('application')
      .set({ status: 'delivered', result_on: '2026-11-20', result_outcome: 'granted.provided' })
      .where('due_on', '=', '2026-11-13')
      .execute();
    expect((await todo(drafter.cookie)).find(({ kind }) => kind === 'applicationsMine')).toMatchObject({
      count: 1,
      application: { applicationId: mine.applicationId },
    });
  });

  it('proposes what has lapsed on the day after, and not before', async () => {
    const officer = await person('disclosureOfficer');
    const lapsed = await caseWith({ status: 'awaitingCorrection', due_on: null, waits_until: '2026-11-20' });
    await caseWith({ status: 'awaitingCorrection', due_on: null, waits_until: '2026-11-21' });
    await caseWith({ status: 'awaitingPayment', due_on: null, waits_until: '2026-11-19' });
    const consulted = await caseWith({ status: 'consulting', officer_id: officer.accountId });
    await world.database.server
      .updateTable('deadline')
      .set({ kind: '征求意见（第1次）', due_on: '2026-11-20' })
      .where('subject', '=', `application/${consulted.applicationId}`)
      .where('kind', '=', '补正告知')
      .execute();
    const found = await todo(officer.cookie);
    expect(found.find(({ kind }) => kind === 'correctionsLapsed')).toMatchObject({
      title: '处理补正期限已满的 1 件申请',
      dueOn: '2026-11-20',
      application: { applicationId: lapsed.applicationId },
    });
    expect(found.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['处理缴费期限已满的 1 件申请', '处理征求意见期限已满的 1 件申请']),
    );
    // Nothing was done by itself.
    const row = await world.database.server
      .selectFrom('application')
      .select('status')
      .where('application_id', '=', lapsed.applicationId)
      .executeTakeFirstOrThrow();
    expect(row.status).toBe('awaitingCorrection');
  });

  it('has replies to review until they are reviewed, then to approve, never for who wrote them', async () => {
    const writer = await person('drafter', 'disclosureOfficer');
    const unitHead = await person('unitHead');
    const leader = await person('leader');
    const reply = await caseWith({ status: 'underReview', officer_id: writer.accountId });
    await happens(reply, 'draftReply', { outcome: 'granted.provided' }, { actor: writer.accountId });
    await happens(reply, 'submitReply', {}, { actor: writer.accountId });
    expect(await titles(writer.cookie)).toEqual([]);
    expect(await titles(unitHead.cookie)).toEqual(['审核 1 件答复']);
    expect(await titles(leader.cookie)).toEqual([]);
    await happens(reply, 'reviewReply', { review: 'legal' }, { actor: unitHead.accountId });
    await happens(reply, 'reviewReply', { review: 'secrecy' }, { actor: unitHead.accountId });
    expect(await titles(unitHead.cookie)).toEqual([]);
    expect(await titles(leader.cookie)).toEqual(['批准 1 件答复']);
  });

  it('has extensions to decide until they are decided', async () => {
    const head = await person('disclosureOfficeHead');
    const proposed = await caseWith({ status: 'processing', officer_id: head.accountId });
    await happens(proposed, 'proposeExtension', { days: 10 });
    expect(await titles(head.cookie)).toContain('决定 1 件延期');
    await happens(proposed, 'declineExtension', {});
    expect(await titles(head.cookie)).not.toContain('决定 1 件延期');
  });

  it('has applicants to tell of a day that moved until they were reached', async () => {
    const officer = await person('disclosureOfficer');
    const moved = await caseWith({ status: 'processing', officer_id: officer.accountId });
    await world.database.server
      .insertInto('application_moved_due')
      .values({
        region_id: moved.regionId,
        application_id: moved.applicationId,
        told_on: '2026-12-17',
        due_on: '2026-12-18',
        moved_at: new Date('2026-11-20T00:00:00Z'),
      })
      .execute();
    const words = '把变动后的答复期限告知 1 件申请的申请人';
    expect(await titles(officer.cookie)).toContain(words);
    await happens(moved, 'logContact', { reached: false });
    expect(await titles(officer.cookie)).toContain(words);
    await happens(moved, 'logContact', { reached: true });
    expect(await titles(officer.cookie)).not.toContain(words);
  });

  it('tells the competent department of what is overdue below it, and others nothing', async () => {
    await caseWith({ status: 'processing', due_on: '2026-11-13' });
    const supervisor = await world.signedIn(world.office, 'supervisor');
    expect((await todo(supervisor)).map(({ title }) => title)).toEqual(['督办或者立即办理已逾期的 1 件申请']);
    const elsewhere = await world.signedIn(world.otherCounty, 'disclosureOfficeHead');
    expect(await todo(elsewhere)).toEqual([]);
    expect(await todo(await world.signedIn(world.county, 'auditor'))).toEqual([]);
  });
});

describe('the search of the console', () => {
  const search = async (cookie: string, q: string) => {
    const { status, body } = await world.call(deskRoutes.search, { query: { q } }, cookie);
    expect(status).toBe(200);
    return (body['items'] as unknown as readonly { kind: string; title: string; note: string }[]).filter(
      ({ kind }) => kind === 'application',
    );
  };

  it('finds cases by number and summary within reach, and never by who applied', async () => {
    const { registrationNumber } = await plantCase(world, world.township);
    const officer = await world.signedIn(world.township, 'drafter');
    expect(await search(officer, registrationNumber)).toMatchObject([
      { title: `${registrationNumber} 2025年示范县农村公路养护资金的分配方案`, note: 'township 已登记' },
    ]);
    expect(await search(officer, '公路养护')).toHaveLength(1);
    expect(await search(await world.signedIn(world.office, 'supervisor'), '公路养护')).toHaveLength(1);
    for (const personal of ['赵测试甲', '13912345678', '11010519491231002X', '，', '。。']) {
      expect(await search(officer, personal)).toEqual([]);
    }
    expect(await search(await world.signedIn(world.otherCounty, 'drafter'), '公路养护')).toEqual([]);
    expect(await search(await world.signedIn(world.township, 'administrator'), '公路养护')).toEqual([]);
  });
});

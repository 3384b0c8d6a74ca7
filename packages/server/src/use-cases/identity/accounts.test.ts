import { randomUUID } from 'node:crypto';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act } from '../../../test/act.ts';
import { type Answer, createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { newVisitor, OTHER_PASSWORD, PASSWORD, personWithPassword } from '../../../test/visitor.ts';

const START = new Date('2026-11-21T02:03:04.567Z');
const HOUR = 3_600_000;

let world: World;
let administrator: string;
beforeAll(async () => {
  world = await createWorld();
  administrator = await world.signedIn(world.county, 'administrator');
});
afterAll(() => world.close());
beforeEach(() => world.setNow(START));

const membershipIn = ({ regionId, organId }: WorldOrgan, role: Role = 'drafter') => ({
  regionId,
  organId,
  role,
});
const newName = (): string => `n${randomUUID().slice(0, 12)}`;
const detailOf = ({ status, body }: Answer): unknown[] => [status, body['code'], body['detail']];

const create = async (body: object, cookie = administrator): Promise<Answer> =>
  await world.call(accountsRoutes.create, { body: body as never }, cookie);

/** Somebody signed in with their password, in organs of choice. */
async function signedInPerson(organ: WorldOrgan, ...roles: readonly Role[]) {
  const person = await personWithPassword(world, organ, roles, START);
  const visitor = newVisitor(world);
  await visitor.signIn(person.loginName);
  return { ...person, visitor, params: { accountId: person.accountId } };
}

const isSignedIn = async ({
  visitor,
}: {
  readonly visitor: ReturnType<typeof newVisitor>;
}): Promise<boolean> => (await visitor.call(sessionRoutes.read, {})).status === 200;

async function grantDirectly(accountId: string, organ: WorldOrgan, role: Role): Promise<void> {
  await world.database.server
    .insertInto('membership')
    .values({
      region_id: organ.regionId,
      membership_id: randomUUID(),
      organ_id: organ.organId,
      account_id: accountId,
      role,
      granted_at: START,
      revoked_at: null,
    })
    .execute();
}

describe('a new account', () => {
  it('has no password until its person sets one by the one-time link, which alone lets nobody in', async () => {
    const loginName = newName();
    const made = await create({
      loginName,
      displayName: '李雷',
      memberships: [membershipIn(world.township)],
    });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ loginName, hasPassword: false, state: 'active', version: 1 });
    const params = { accountId: String(made.body['accountId']) };
    const link = await act(world, accountsRoutes.resetPassword, { params }, administrator);
    const token = String(link.body['path']).split('#')[1] ?? '';
    const visitor = newVisitor(world);
    const weak = await visitor.call(signInRoutes.setPassword, { body: { token, password: 'Password2026!' } });
    expect(weak.status, 'a refused password leaves the link good').toBe(422);
    const set = await visitor.call(signInRoutes.setPassword, { body: { token, password: PASSWORD } });
    expect([set.status, visitor.cookies()]).toEqual([204, null]);
    expect((await visitor.signIn(loginName)).body['stage']).toBe('full');
    const again = await visitor.call(signInRoutes.setPassword, { body: { token, password: OTHER_PASSWORD } });
    expect(again.body['code'], 'works once').toBe('state-refuses');
  });

  it('is made once by a call that is repeated, and the repetition keeps no secret', async () => {
    const body = { loginName: newName(), displayName: '韩梅', memberships: [membershipIn(world.township)] };
    const headers = { 'idempotency-key': randomUUID() };
    const first = await world.call(accountsRoutes.create, { body }, administrator, headers);
    const second = await world.call(accountsRoutes.create, { body }, administrator, headers);
    expect(second.body).toEqual(first.body);
  });

  it('攻击 16（借新建账号接管）：an existing login is refused and nothing of it changes', async () => {
    const victim = await signedInPerson(world.otherCounty, 'leader');
    const before = await world.database.server
      .selectFrom('account')
      .selectAll()
      .where('account_id', '=', victim.accountId)
      .executeTakeFirstOrThrow();
    for (const loginName of [victim.loginName, victim.loginName.toUpperCase(), ` ${victim.loginName} `]) {
      const taken = await create({
        loginName,
        displayName: '冒名',
        memberships: [membershipIn(world.township)],
      });
      expect([taken.status, taken.body['code']]).toEqual([409, 'conflict']);
    }
    const after = await world.database.server
      .selectFrom('account')
      .selectAll()
      .where('account_id', '=', victim.accountId)
      .executeTakeFirstOrThrow();
    expect(after).toEqual(before);
    const memberships = await world.database.server
      .selectFrom('membership')
      .select('organ_id')
      .where('account_id', '=', victim.accountId)
      .execute();
    expect(memberships).toEqual([{ organ_id: world.otherCounty.organId }]);
  });

  it('攻击 23（夹带字段）：fields that are not asked for are refused, not stored', async () => {
    const body = { loginName: newName(), displayName: '夹带', memberships: [membershipIn(world.township)] };
    for (const extra of [
      { password_hash: 'x' },
      { accountId: randomUUID() },
      { isDemonstration: true },
      { disabledAt: null },
    ]) {
      expect((await create({ ...body, ...extra })).status).toBe(422);
    }
    const smuggled = { ...body, memberships: [{ ...membershipIn(world.township), grantedAt: '2000-01-01' }] };
    expect((await create(smuggled)).status).toBe(422);
    const person = await signedInPerson(world.township, 'drafter');
    const edited = await world.call(
      accountsRoutes.edit,
      { params: person.params, body: { displayName: '新名', loginName: 'taken.over' } as never },
      administrator,
      { 'if-match': '"1"' },
    );
    expect(edited.status).toBe(422);
  });

  it('cannot be given roles outside of the reach, nor both of the separated ones', async () => {
    const named = { loginName: newName(), displayName: '越权' };
    expect((await create({ ...named, memberships: [membershipIn(world.otherCounty)] })).status).toBe(404);
    expect(
      (await create({ ...named, memberships: [membershipIn(world.city, 'administrator')] })).status,
    ).toBe(404);
    const both = [membershipIn(world.county, 'administrator'), membershipIn(world.township, 'auditor')];
    expect(detailOf(await create({ ...named, memberships: both }))).toEqual([
      409,
      'conflict',
      '系统管理员和审计员不能是同一人（等级保护要求三权分立），不论在哪个机关任职。',
    ]);
  });
});

describe('shutting out', () => {
  it('攻击 2（停用账号的会话）：the sessions of a disabled account are dead at once, and it opens none', async () => {
    const person = await signedInPerson(world.township, 'drafter');
    const { params } = person;
    const done = await world.call(accountsRoutes.disable, { params }, administrator, { 'if-match': '"1"' });
    expect(done.body).toMatchObject({ state: 'disabled', version: 2 });
    expect(await isSignedIn(person)).toBe(false);
    expect((await newVisitor(world).signIn(person.loginName)).status).toBe(401);
    const stale = await world.call(accountsRoutes.enable, { params }, administrator, { 'if-match': '"1"' });
    expect([stale.status, stale.body['current']]).toMatchObject([412, { state: 'disabled', version: 2 }]);
    await world.call(accountsRoutes.enable, { params }, administrator, { 'if-match': '"2"' });
    expect(await isSignedIn(person), 'the old session stays dead').toBe(false);
    expect((await newVisitor(world).signIn(person.loginName)).status).toBe(200);
  });

  it('holds even for a session whose row nobody ended', async () => {
    const person = await signedInPerson(world.township, 'drafter');
    await world.database.server
      .updateTable('account')
      .set({ disabled_at: START })
      .where('account_id', '=', person.accountId)
      .execute();
    expect(await isSignedIn(person)).toBe(false);
  });

  it('攻击 3（重置密码后的旧会话）：a reset ends every session and the old password', async () => {
    const person = await signedInPerson(world.township, 'drafter');
    const other = newVisitor(world);
    await other.signIn(person.loginName);
    const link = await act(world, accountsRoutes.resetPassword, { params: person.params }, administrator);
    expect(link.status).toBe(200);
    expect(await isSignedIn(person)).toBe(false);
    expect(await isSignedIn({ visitor: other })).toBe(false);
    expect((await newVisitor(world).signIn(person.loginName)).status).toBe(401);
    const token = String(link.body['path']).split('#')[1] ?? '';
    const set = async (password: string) =>
      (await newVisitor(world).call(signInRoutes.setPassword, { body: { token, password } })).status;
    expect(await set(PASSWORD), 'the old one does not come back').toBe(422);
    world.setNow(new Date(START.getTime() + 24 * HOUR));
    expect(await set(OTHER_PASSWORD), 'too late').toBe(409);
  });

  it('a second link voids the first', async () => {
    const { params } = await signedInPerson(world.township, 'drafter');
    const first = await act(world, accountsRoutes.resetPassword, { params }, administrator);
    await act(world, accountsRoutes.resetPassword, { params }, administrator);
    const token = String(first.body['path']).split('#')[1] ?? '';
    const body = { token, password: OTHER_PASSWORD };
    expect((await newVisitor(world).call(signInRoutes.setPassword, { body })).body['code']).toBe(
      'state-refuses',
    );
  });

  it('unlocks whoever locked themselves out', async () => {
    const { loginName, params } = await signedInPerson(world.township, 'drafter');
    for (let failure = 0; failure < 5; failure += 1) await newVisitor(world).signIn(loginName, 'wrong');
    const seen = await world.call(accountsRoutes.read, { params }, administrator);
    expect(seen.body['state']).toBe('locked');
    await act(world, accountsRoutes.unlock, { params }, administrator);
    expect((await newVisitor(world).signIn(loginName)).status).toBe(200);
  });
});

describe('roles', () => {
  it('granted or revoked sign the person out, and hold at once', async () => {
    const person = await signedInPerson(world.township, 'drafter');
    const body = membershipIn(world.township, 'disclosureOfficer');
    const granted = await act(world, accountsRoutes.grant, { params: person.params, body }, administrator);
    expect(granted.body['memberships']).toHaveLength(2);
    expect(await isSignedIn(person)).toBe(false);
    expect(
      (await act(world, accountsRoutes.grant, { params: person.params, body }, administrator)).status,
    ).toBe(409);

    await person.visitor.signIn(person.loginName);
    const given = (granted.body['memberships'] as unknown as { role: string; membershipId: string }[]).find(
      ({ role }) => role === 'disclosureOfficer',
    );
    const params = {
      ...person.params,
      regionId: world.township.regionId,
      membershipId: given?.membershipId ?? '',
    };
    expect((await act(world, accountsRoutes.revoke, { params }, administrator)).status).toBe(200);
    expect(await isSignedIn(person)).toBe(false);
    const session = await person.visitor.signIn(person.loginName);
    expect(session.body['organ']).toMatchObject({ roles: ['drafter'] });
  });

  it('nobody changes their own, nor their own account', async () => {
    const accountId = await world.newPerson(world.county, ['administrator']);
    const { startSession } = await import('./start-session.ts');
    const session = { accountId, stage: 'full', secondFactor: true, device: '测试' } as const;
    const { token } = await world.database.server
      .transaction()
      .execute((transaction) => startSession(transaction, session, world.database.context));
    const own = `zhaoshi-session=${token}`;
    const params = { accountId };
    const tries = [
      await act(world, accountsRoutes.grant, { params, body: membershipIn(world.county, 'leader') }, own),
      await world.call(accountsRoutes.disable, { params }, own, { 'if-match': '"1"' }),
      await act(world, accountsRoutes.resetSecondFactor, { params }, own),
      await act(world, accountsRoutes.resetPassword, { params }, own),
    ];
    for (const answer of tries) {
      expect(detailOf(answer)).toEqual([
        403,
        'forbidden',
        '不能管理自己的账号和角色，请由另一名系统管理员办理。',
      ]);
    }
    const read = await world.call(accountsRoutes.read, { params }, own);
    expect(read.body['abilities']).toEqual(['account.read']);
  });

  it('administrator and auditor stay apart across all organs, whoever grants them', async () => {
    const city = await world.signedIn(world.city, 'administrator');
    const auditor = await world.newPerson(world.otherCounty, ['auditor']);
    const body = membershipIn(world.county, 'administrator');
    const refused = await act(world, accountsRoutes.grant, { params: { accountId: auditor }, body }, city);
    expect([refused.status, refused.body['code']]).toEqual([409, 'conflict']);
    await expect(grantDirectly(auditor, world.county, 'administrator')).rejects.toThrow(
      /administrator_is_never_auditor/,
    );
  });
});

describe('攻击 22（越机关访问）', () => {
  it('accounts of other organs do not exist for an administrator out of reach, by whatever route', async () => {
    const { params } = await signedInPerson(world.otherCounty, 'drafter');
    const ifMatch = { 'if-match': '"1"' };
    const answers = [
      await world.call(accountsRoutes.read, { params }, administrator),
      await world.call(accountsRoutes.edit, { params, body: { displayName: '改' } }, administrator, ifMatch),
      await world.call(accountsRoutes.disable, { params }, administrator, ifMatch),
      await act(world, accountsRoutes.resetPassword, { params }, administrator),
      await act(world, accountsRoutes.resetSecondFactor, { params }, administrator),
      await act(world, accountsRoutes.grant, { params, body: membershipIn(world.county) }, administrator),
      await act(world, accountsRoutes.linkIdentity, { params, body: { subject: 'x' } }, administrator),
    ];
    for (const { status } of answers) expect(status).toBe(404);
  });

  it('somebody with roles elsewhere may be seen but not harmed; what is elsewhere is not shown', async () => {
    const person = await signedInPerson(world.township, 'drafter');
    await grantDirectly(person.accountId, world.otherCounty, 'leader');
    const { params } = person;
    const seen = await world.call(accountsRoutes.read, { params }, administrator);
    expect(seen.body).toMatchObject({ hasMembershipsElsewhere: true, abilities: ['account.read'] });
    expect(JSON.stringify(seen.body)).not.toContain(world.otherCounty.organId);
    const touched = [
      await world.call(accountsRoutes.disable, { params }, administrator, { 'if-match': '"1"' }),
      await act(world, accountsRoutes.resetPassword, { params }, administrator),
      await act(world, accountsRoutes.grant, { params, body: membershipIn(world.county) }, administrator),
    ];
    for (const { status } of touched) expect(status).toBe(403);
    expect(await isSignedIn(person)).toBe(true);
    const city = await world.signedIn(world.city, 'administrator');
    expect((await act(world, accountsRoutes.resetPassword, { params }, city)).status).toBe(200);
  });

  it('a role elsewhere cannot be revoked by its id, a role in reach can', async () => {
    const { accountId } = await signedInPerson(world.township, 'drafter');
    await grantDirectly(accountId, world.otherCounty, 'leader');
    const rows = await world.database.server
      .selectFrom('membership')
      .select(['membership_id', 'region_id', 'organ_id'])
      .where('account_id', '=', accountId)
      .execute();
    const revoke = async (organ: WorldOrgan) => {
      const row = rows.find(({ organ_id }) => organ_id === organ.organId);
      const params = { accountId, regionId: row?.region_id ?? '', membershipId: row?.membership_id ?? '' };
      return (await act(world, accountsRoutes.revoke, { params }, administrator)).status;
    };
    expect(await revoke(world.otherCounty)).toBe(404);
    expect(await revoke(world.township)).toBe(200);
  });

  it('a session acts only in organs of the person, and only with the roles held there', async () => {
    const person = await signedInPerson(world.township, 'disclosureOfficer');
    const switched = await person.visitor.call(sessionRoutes.switchOrgan, {
      body: { regionId: world.county.regionId, organId: world.county.organId },
    });
    expect(switched.status).toBe(404);
    const params = { regionId: world.otherCounty.regionId, organId: world.otherCounty.organId };
    expect((await person.visitor.call(organRoutes.read, { params })).status).toBe(404);
  });
});

describe('the list', () => {
  it('goes through the accounts in reach page by page, each once, and searches in names', async () => {
    const mark = randomUUID().slice(0, 6);
    for (let index = 0; index < 5; index += 1) {
      const memberships = [membershipIn(world.township)];
      await create({ loginName: newName(), displayName: `查找_${mark}${index}`, memberships });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, search: `_${mark}`, ...(cursor !== undefined && { cursor }) };
      const answer = await world.call(accountsRoutes.list, { query }, administrator);
      seen.push(
        ...(answer.body['items'] as unknown as { displayName: string }[]).map((item) => item.displayName),
      );
      cursor = (answer.body['nextCursor'] as unknown as string | null) ?? undefined;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4].map((index) => `查找_${mark}${index}`));

    const elsewhere = await world.signedIn(world.otherCounty, 'administrator');
    const query = { search: mark };
    expect((await world.call(accountsRoutes.list, { query }, elsewhere)).body['items']).toEqual([]);
    const wildcard = await world.call(accountsRoutes.list, { query: { search: '%' } }, administrator);
    expect(wildcard.body['items']).toEqual([]);
  });

  it('keeps those who lost their last role, so that somebody can still see to them', async () => {
    const { accountId } = await signedInPerson(world.township, 'drafter');
    await world.database.server
      .updateTable('membership')
      .set({ revoked_at: START })
      .where('account_id', '=', accountId)
      .execute();
    const params = { accountId };
    const seen = await world.call(accountsRoutes.read, { params }, administrator);
    expect([seen.status, seen.body['memberships']]).toEqual([200, []]);
    const body = membershipIn(world.township);
    expect((await act(world, accountsRoutes.grant, { params, body }, administrator)).status).toBe(200);
  });
});

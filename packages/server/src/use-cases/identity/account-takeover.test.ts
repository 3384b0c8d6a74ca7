import { randomUUID } from 'node:crypto';
import type { Route, RouteRequest } from '@zhaoshi/contract/define-route';
import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, createWorld, type World, type WorldOrgan } from '../../../test/api-world.ts';
import { createRunChange } from '../../db/run-change.ts';
import type { ChangeContext } from '../context.ts';
import { createAccount } from './create-account.ts';
import { resetPassword } from './reset-password.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const IF_MATCH = { 'if-match': '"1"' };

const membershipIn = ({ regionId, organId }: WorldOrgan, role: Role) => ({ regionId, organId, role });

async function membershipIdOf(accountId: string): Promise<string> {
  const row = await world.database.server
    .selectFrom('membership')
    .select('membership_id')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.membership_id;
}

/** Every act on somebody's account that there is, as an administrator. */
async function everyAct(target: WorldOrgan, role: Role, cookie: string): Promise<readonly Answer[]> {
  const accountId = await world.newPerson(target, [role]);
  const params = { accountId };
  const identity = { identityId: randomUUID(), issuer: 'https://id.example', subject: randomUUID() };
  await world.database.server
    .insertInto('account_identity')
    .values({
      identity_id: identity.identityId,
      issuer: identity.issuer,
      subject: identity.subject,
      account_id: accountId,
      linked_at: new Date(),
    })
    .execute();
  const membershipId = await membershipIdOf(accountId);
  const call = async <R extends Route>(route: R, request: RouteRequest<R>): Promise<Answer> =>
    await world.call(route, request, cookie, IF_MATCH);
  return [
    await call(accountsRoutes.edit, { params, body: { displayName: '改名' } }),
    await call(accountsRoutes.disable, { params }),
    await call(accountsRoutes.enable, { params }),
    await call(accountsRoutes.unlock, { params }),
    await call(accountsRoutes.resetPassword, { params }),
    await call(accountsRoutes.resetSecondFactor, { params }),
    await call(accountsRoutes.linkIdentity, { params, body: { subject: randomUUID() } }),
    await call(accountsRoutes.unlinkIdentity, { params: { ...params, identityId: identity.identityId } }),
    await call(accountsRoutes.grant, { params, body: membershipIn(target, 'drafter') }),
    await call(accountsRoutes.revoke, { params: { ...params, regionId: target.regionId, membershipId } }),
    await call(accountsRoutes.create, {
      body: {
        loginName: `n${randomUUID().slice(0, 12)}`,
        displayName: '新人',
        memberships: [membershipIn(target, role)],
      },
    }),
    await call(accountsRoutes.grant, {
      params: { accountId: await world.newPerson(target, ['drafter']) },
      body: membershipIn(target, role),
    }),
  ];
}

const detailsOf = (answers: readonly Answer[]): ReadonlySet<string> =>
  new Set(answers.map(({ status, body }) => `${status} ${String(body['code'])} ${String(body['detail'])}`));

describe('attack: an administrator of a government’s office gives themselves the reach of the whole government', () => {
  it.each(['supervisor', 'assessor', 'leader', 'disclosureOfficer'] as const)(
    'by an account with the role %s',
    async (role) => {
      const office = await world.signedIn(world.office, 'administrator');
      expect(detailsOf(await everyAct(world.office, role, office))).toEqual(
        new Set([
          '403 forbidden 该角色的权限及于本级政府，超出您的管辖范围，请由本级政府或上级机关的系统管理员办理。',
        ]),
      );
      const county = await world.signedIn(world.county, 'administrator');
      const allowed = await everyAct(world.office, role, county);
      expect(allowed.map(({ status }) => status)).not.toContain(403);
    },
  );

  it('and is not told that they could', async () => {
    const accountId = await world.newPerson(world.office, ['supervisor']);
    const office = await world.signedIn(world.office, 'administrator');
    const seen = await world.call(accountsRoutes.read, { params: { accountId } }, office);
    expect([seen.status, seen.body['abilities']]).toEqual([200, ['account.read']]);
  });

  it('while the rest of the office stays theirs', async () => {
    const office = await world.signedIn(world.office, 'administrator');
    const answers = await everyAct(world.office, 'drafter', office);
    expect(answers.map(({ status }) => status)).not.toContain(403);
  });
});

describe('attack: an administrator becomes the auditor who checks them', () => {
  const refusal =
    '403 forbidden 审计员监督本机关的系统管理员，其账号和角色由上级机关的系统管理员办理；最上级机关的审计员，由运维人员在服务器上用 zhaoshi account 命令办理（等级保护 GB/T 22239-2019 8.1.4）。';

  it('of their own organ, by resets, by a link, or by a second account', async () => {
    const county = await world.signedIn(world.county, 'administrator');
    expect(detailsOf(await everyAct(world.county, 'auditor', county))).toEqual(new Set([refusal]));
  });

  it('at the top of the tree, where only the terminal is left', async () => {
    const city = await world.signedIn(world.city, 'administrator');
    expect(detailsOf(await everyAct(world.city, 'auditor', city))).toEqual(new Set([refusal]));
  });

  it('while an administrator strictly above sees to the auditor', async () => {
    const city = await world.signedIn(world.city, 'administrator');
    const answers = await everyAct(world.county, 'auditor', city);
    expect(answers.map(({ status }) => status)).not.toContain(403);
  });

  it('and the terminal makes and resets the auditor of the top, in the trail under its name', async () => {
    const { context } = world.database;
    const terminal = (
      event: 'account.create' | 'account.resetPassword',
      expectedVersion: number,
    ): ChangeContext => ({
      ...context,
      caller: {
        accountId: 'system:cli',
        sessionId: '',
        displayName: '',
        loginName: '',
        organ: null,
        actor: { roles: [], path: '-', jurisdiction: '-', secondFactor: false },
      },
      change: createRunChange(context, {
        actor: 'system:cli',
        event,
        actingFor: null,
        sessionId: null,
        call: null,
      }),
      reaches: () => true,
      expectedVersion,
    });
    const made = await createAccount(terminal('account.create', 0), {
      loginName: `n${randomUUID().slice(0, 12)}`,
      displayName: '审计员',
      memberships: [membershipIn(world.city, 'auditor')],
    });
    if (!made.ok) throw new Error(made.error.code);
    const { accountId } = made.value;
    expect((await resetPassword(terminal('account.resetPassword', 1), { accountId })).ok).toBe(true);
    const entries = await world.database.server
      .selectFrom('audit_entry')
      .select(['actor', 'action'])
      .where('subject', '=', `account/${accountId}`)
      .orderBy('action')
      .execute();
    expect(entries).toEqual([
      { actor: 'system:cli', action: 'account.create' },
      { actor: 'system:cli', action: 'account.resetPassword' },
    ]);
  });
});

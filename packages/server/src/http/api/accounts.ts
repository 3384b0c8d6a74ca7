import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { pageOf } from '../../db/page.ts';
import {
  type AccountRow,
  findAccount,
  type HeldMembership,
  listAccounts,
  stateOf,
} from '../../db/queries/account-list.ts';
import { administerLink, administerUnlink } from '../../use-cases/identity/administer-identity.ts';
import { createAccount } from '../../use-cases/identity/create-account.ts';
import { disableAccount } from '../../use-cases/identity/disable-account.ts';
import { editAccount } from '../../use-cases/identity/edit-account.ts';
import { grantMembership, revokeMembership } from '../../use-cases/identity/grant-membership.ts';
import { resetPassword } from '../../use-cases/identity/reset-password.ts';
import { resetSecondFactor } from '../../use-cases/identity/reset-second-factor.ts';
import { unlockAccount } from '../../use-cases/identity/unlock-account.ts';
import { presentIdentity } from './account.ts';
import { type CallContext, type Handlers, presentResult, presentStale, type ReadContext } from './handler.ts';

type ShownAccount = RouteOutput<typeof accountsRoutes.read>;

const presentMembership = (membership: HeldMembership) => ({
  membershipId: membership.membershipId,
  regionId: membership.regionId,
  organId: membership.organId,
  organName: membership.organName,
  role: membership.role,
  grantedAt: membership.grantedAt.toISOString(),
});

/** What the caller may do to the account itself: as far as their right reaches over all of its organs and roles. */
function abilitiesOver(row: AccountRow, { abilities, caller }: ReadContext): ShownAccount['abilities'] {
  const paths = row.memberships.map(({ path }) => path);
  const may = (permission: 'account.read' | 'account.manage', path: string): boolean =>
    abilities(path).includes(permission);
  return [
    ...(paths.some((path) => may('account.read', path)) ? (['account.read'] as const) : []),
    ...(row.account_id !== caller.accountId &&
    row.memberships.every(({ managedThrough }) => may('account.manage', managedThrough))
      ? (['account.manage'] as const)
      : []),
  ];
}

/** Roles in organs out of reach are not shown, only that there are some. */
function present(row: AccountRow, context: ReadContext): ShownAccount {
  const reached = row.memberships.filter(({ path }) => context.reaches(path));
  return {
    accountId: row.account_id,
    loginName: row.login_name,
    displayName: row.display_name,
    state: stateOf(row, context.now()),
    lockedUntil: row.locked_until?.toISOString() ?? null,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    hasPassword: row.has_password,
    hasSecondFactor: row.totp_confirmed_at !== null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    isDemonstration: row.is_demonstration,
    memberships: reached.filter(({ inForce }) => inForce).map(presentMembership),
    hasMembershipsElsewhere: reached.length < row.memberships.length,
    identities: row.identities.map(presentIdentity),
    version: row.version,
    abilities: abilitiesOver(row, context),
  };
}

const show = (result: Result<AccountRow, Rejection>, context: CallContext) =>
  presentResult(result, (row) => present(row, context));

/** An account that the caller may see. */
async function reached(context: ReadContext, accountId: string): Promise<Result<AccountRow, Rejection>> {
  const row = await findAccount(context.database, accountId);
  const isReached = row?.memberships.some(({ path }) => context.reaches(path)) === true;
  return row === undefined || !isReached ? err({ code: 'not-found' }) : ok(row);
}

/** The account after a call that is kept for a repetition, of which only the id is kept. */
async function shownAgain(
  context: CallContext,
  done: Result<{ readonly accountId: string }, Rejection>,
): Promise<Result<ShownAccount, Rejection>> {
  if (!done.ok) return presentStale(done, (row: AccountRow) => present(row, context));
  return show(await reached(context, done.value.accountId), context);
}

/** Where the console takes the secret of a link out of the address. */
const passwordLinkPath = (token: string): string => `/console/set-password#${token}`;

export const accountsHandlers: Handlers<typeof accountsRoutes> = {
  list: async (context, { query }) => {
    const { database, caller, permission, now } = context;
    const rows = await listAccounts(database, caller.actor, permission, query, now());
    return ok(
      pageOf(
        rows,
        query.limit,
        (row) => [row.login_name],
        (row) => present(row, context),
      ),
    );
  },
  read: async (context, { params }) => {
    const row = await reached(context, params.accountId);
    return row.ok ? ok(present(row.value, context)) : row;
  },
  create: async (context, { body }) => await shownAgain(context, await createAccount(context, body)),
  edit: async (context, { params, body }) =>
    show(await editAccount(context, { ...params, ...body }), context),
  disable: async (context, { params }) =>
    show(await disableAccount(context, { ...params, disabled: true }), context),
  enable: async (context, { params }) =>
    show(await disableAccount(context, { ...params, disabled: false }), context),
  unlock: async (context, { params }) => show(await unlockAccount(context, params), context),
  resetPassword: async (context, { params }) => {
    const link = await resetPassword(context, params);
    if (!link.ok) return presentStale(link, (row: AccountRow) => present(row, context));
    // A call that is repeated is answered without its work: only to whoever may still do it.
    const row = await reached(context, params.accountId);
    if (!row.ok) return row;
    if (!abilitiesOver(row.value, context).includes('account.manage')) return err({ code: 'forbidden' });
    const { token, expiresAt, version } = link.value;
    return ok({ path: passwordLinkPath(token), expiresAt, raised: { ...params, version } });
  },
  resetSecondFactor: async (context, { params }) => show(await resetSecondFactor(context, params), context),
  grant: async (context, { params, body }) =>
    await shownAgain(context, await grantMembership(context, { ...params, ...body })),
  revoke: async (context, { params }) =>
    presentStale(await revokeMembership(context, params), (row: AccountRow) => present(row, context)),
  linkIdentity: async (context, { params, body }) => {
    const issuer = context.services.singleSignOn?.issuer ?? null;
    return await shownAgain(context, await administerLink(context, { ...params, ...body }, issuer));
  },
  unlinkIdentity: async (context, { params }) => show(await administerUnlink(context, params), context),
};

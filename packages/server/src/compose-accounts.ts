/** What an administrator's terminal can do about accounts: the first one, and emergencies. A door of its own. */
import { isRole, ROLE_NAMES, ROLES, type Role } from '@zhaoshi/domain/permission/roles';
import { accepted, atTerminal, organNamed, type Terminal } from './compose-terminal.ts';
import type { Config, Flags } from './config.ts';
import { type AccountOverview, overviewOfAccounts } from './db/queries/account-overview.ts';
import { StartError } from './start-error.ts';
import { createAccount } from './use-cases/identity/create-account.ts';
import { disableAccount } from './use-cases/identity/disable-account.ts';
import { grantMembership } from './use-cases/identity/grant-membership.ts';
import { type HandedOutLink, resetPassword } from './use-cases/identity/reset-password.ts';
import { resetSecondFactor } from './use-cases/identity/reset-second-factor.ts';
import { unlockAccount } from './use-cases/identity/unlock-account.ts';

/** Of an account that was just made. */
const NEW_VERSION = 1;

async function accountNamed({ database }: Terminal, loginName: string): Promise<AccountOverview> {
  const found = (await overviewOfAccounts(database)).find((account) => account.loginName === loginName);
  if (found === undefined)
    throw new StartError(`没有这个账号：${loginName}。zhaoshi account list 列出所有账号。`);
  return found;
}

function roleNamed(name: string): Role {
  if (isRole(name)) return name;
  const found = ROLE_NAMES.find((role) => ROLES[role] === name);
  if (found !== undefined) return found;
  const known = ROLE_NAMES.map((role) => `${role}（${ROLES[role]}）`).join('、');
  throw new StartError(`没有这个角色：${name}。可用：${known}`);
}

/** A one-time link as it is handed over. */
export interface HandedLink {
  readonly address: string;
  readonly expiresAt: Date;
}

const handed = ({ site, host, port }: Config, { token, expiresAt }: HandedOutLink): HandedLink => ({
  address: `${site.publicUrl ?? `http://${host}:${port}`}/console/set-password#${token}`,
  expiresAt: new Date(expiresAt),
});

export interface NewAccount {
  readonly loginName: string;
  readonly displayName: string;
  /** `<region>/<organ>` as in the addresses of the portal; a region alone means its government. */
  readonly organ: string;
  readonly role: string;
}

/** Makes an account and the link by which its person sets the password. */
export async function createAccountAtTerminal(flags: Flags, wanted: NewAccount): Promise<HandedLink> {
  return await atTerminal(flags, async (terminal) => {
    const loginName = wanted.loginName.toLowerCase();
    if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(loginName)) {
      throw new StartError('账号为 3 至 40 位小写字母、数字、点、下划线或连字符，以字母或数字开头。');
    }
    const { region_id: regionId, organ_id: organId } = await organNamed(terminal, wanted.organ);
    const memberships = [{ regionId, organId, role: roleNamed(wanted.role) }];
    const displayName = wanted.displayName.trim();
    if (displayName === '' || displayName.length > 50) throw new StartError('姓名为 1 至 50 字。');
    const made = accepted(
      await createAccount(terminal.context('account.create'), { loginName, displayName, memberships }),
    );
    return handed(
      terminal.config,
      accepted(await resetPassword(terminal.context('account.resetPassword', NEW_VERSION), made)),
    );
  });
}

/** A new link in the place of the password; with the second factor taken away too where the phone is lost as well. */
export async function resetPasswordAtTerminal(
  flags: Flags,
  { loginName, secondFactor }: { readonly loginName: string; readonly secondFactor: boolean },
): Promise<HandedLink> {
  return await atTerminal(flags, async (terminal) => {
    const account = await accountNamed(terminal, loginName);
    const { context } = terminal;
    let { version } = account;
    if (secondFactor) {
      const reset = await resetSecondFactor(context('account.resetSecondFactor', version), account);
      ({ version } = accepted(reset));
    }
    ({ version } = accepted(await unlockAccount(context('account.unlock', version), account)));
    return handed(
      terminal.config,
      accepted(await resetPassword(context('account.resetPassword', version), account)),
    );
  });
}

/** Shuts somebody out, or lets them in again. */
export async function disableAccountAtTerminal(
  flags: Flags,
  { loginName, disabled }: { readonly loginName: string; readonly disabled: boolean },
): Promise<void> {
  await atTerminal(flags, async (terminal) => {
    const { accountId, version } = await accountNamed(terminal, loginName);
    const context = terminal.context(disabled ? 'account.disable' : 'account.enable', version);
    accepted(await disableAccount(context, { accountId, disabled }));
  });
}

/** Gives somebody one more role. */
export async function grantAtTerminal(
  flags: Flags,
  { loginName, organ, role }: { readonly loginName: string; readonly organ: string; readonly role: string },
): Promise<void> {
  await atTerminal(flags, async (terminal) => {
    const { accountId, version } = await accountNamed(terminal, loginName);
    const { region_id: regionId, organ_id: organId } = await organNamed(terminal, organ);
    const command = { accountId, regionId, organId, role: roleNamed(role) };
    accepted(await grantMembership(terminal.context('membership.grant', version), command));
  });
}

/** All accounts with their roles. */
export async function listAccountsAtTerminal(flags: Flags): Promise<readonly AccountOverview[]> {
  return await atTerminal(flags, ({ database }) => overviewOfAccounts(database));
}

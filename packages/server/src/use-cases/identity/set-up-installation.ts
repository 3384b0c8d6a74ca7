import type { Rejection } from '@zhaoshi/contract/problems';
import { strictestPolicy } from '@zhaoshi/domain/identity/password-policy';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Kysely, Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import type { OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { RunChange, UseCaseContext } from '../context.ts';
import { insertRegion } from '../organs/insert-region.ts';
import { makeLink, type OneTimeLink, spendLink } from './one-time-links.ts';
import { hashPassword } from './password.ts';
import { passwordErrors } from './set-password.ts';

export interface SetUpInstallation {
  readonly token: string;
  readonly region: {
    readonly name: string;
    readonly level: 'province' | 'city' | 'county';
    readonly slug: string;
  };
  readonly governmentName: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
}

/** Whether nobody has an account yet. */
export async function hasNoAccount(database: Kysely<Schema>): Promise<boolean> {
  return (
    (await database.selectFrom('account').select('account_id').limit(1).executeTakeFirst()) === undefined
  );
}

/** Makes the address by which the first administrator is made; the one made before is void. */
export async function offerSetUp({
  change,
  now,
}: Pick<UseCaseContext, 'now'> & { readonly change: RunChange }): Promise<Result<OneTimeLink, Rejection>> {
  return await change(async (transaction) => {
    const value = await makeLink(transaction, null, now());
    return ok({ value, subject: 'installation', details: { step: 'offered' } });
  });
}

async function insertAdministrator(
  transaction: Transaction<Schema>,
  { loginName, displayName, password }: SetUpInstallation,
  { region_id, organ_id }: OrganRow,
  { accountId, membershipId }: { readonly accountId: string; readonly membershipId: string },
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('account')
    .values({
      account_id: accountId,
      login_name: loginName,
      display_name: displayName,
      password_hash: await hashPassword(password),
      password_changed_at: at,
      created_at: at,
    })
    .execute();
  await transaction
    .insertInto('membership')
    .values({
      region_id,
      membership_id: membershipId,
      organ_id,
      account_id: accountId,
      role: 'administrator',
      granted_at: at,
      revoked_at: null,
    })
    .execute();
}

/**
 * The first act in an empty installation: its government and its first administrator, by whoever holds the address that
 * the start printed. Possible only while there is no account; the administrator signs in with what they chose and sets
 * up a second factor there.
 */
export async function setUpInstallation(
  { change, now, newId }: Pick<UseCaseContext, 'now' | 'newId'> & { readonly change: RunChange },
  command: SetUpInstallation,
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const at = now();
    const link = await spendLink(transaction, { token: command.token, purpose: 'setUp' }, at);
    if (link === undefined || !(await hasNoAccount(transaction))) {
      return err({ code: 'state-refuses', detail: '首次设置的链接已失效；请重新启动服务取得新的链接。' });
    }
    const region = await transaction.selectFrom('region').select('region_id').limit(1).executeTakeFirst();
    if (region !== undefined) {
      return err({
        code: 'state-refuses',
        detail: '已有地区和机关数据；请用 zhaoshi account create 建立账号。',
      });
    }
    const owner = { login_name: command.loginName, display_name: command.displayName };
    const errors = await passwordErrors(command.password, owner, strictestPolicy([], []), '/password');
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const government = await insertRegion(
      transaction,
      {
        ...command.region,
        government: { name: command.governmentName, slug: 'government' },
        validFrom: civilDateAt(at),
      },
      { below: null, isDemonstration: false },
      newId,
    );
    if (!government.ok) {
      return err({
        code: 'invalid',
        errors: government.error.map((error) => ({ ...error, pointer: `/region${error.pointer}` })),
      });
    }
    const [accountId, membershipId] = [newId(), newId()];
    await insertAdministrator(transaction, command, government.value, { accountId, membershipId }, at);
    await announcePublication(transaction);
    return ok({
      value: null,
      subject: 'installation',
      organPath: government.value.path,
      accountId,
      details: { step: 'done', account: accountId, region: command.region.slug },
      personal: { loginName: command.loginName, displayName: command.displayName },
    });
  });
}

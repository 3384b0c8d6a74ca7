import type { Rejection } from '@zhaoshi/contract/problems';
import { strictestPolicy } from '@zhaoshi/domain/identity/password-policy';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Kysely, Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import type { Schema } from '../../db/schema.ts';
import type { RunChange, UseCaseContext } from '../context.ts';
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

const KINDS = {
  province: 'provinceGovernment',
  city: 'cityGovernment',
  county: 'countyGovernment',
} as const;

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

interface NewIds {
  readonly regionId: string;
  readonly organId: string;
  readonly accountId: string;
  readonly membershipId: string;
}

async function insertGovernment(
  transaction: Transaction<Schema>,
  { region, governmentName }: SetUpInstallation,
  { regionId, organId }: NewIds,
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('region')
    .values({ region_id: regionId, parent_id: null, ...region, is_demonstration: false })
    .execute();
  await transaction
    .insertInto('organ')
    .values({
      region_id: regionId,
      organ_id: organId,
      parent_id: null,
      slug: 'government',
      name: governmentName,
      kind: KINDS[region.level],
      level: region.level,
      valid_from: civilDateAt(at),
      valid_to: null,
      path: `${organId}/`,
    })
    .execute();
}

async function insertAdministrator(
  transaction: Transaction<Schema>,
  { loginName, displayName, password }: SetUpInstallation,
  { regionId, organId, accountId, membershipId }: NewIds,
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
      region_id: regionId,
      membership_id: membershipId,
      organ_id: organId,
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
    const ids = { regionId: newId(), organId: newId(), accountId: newId(), membershipId: newId() };
    await insertGovernment(transaction, command, ids, at);
    await insertAdministrator(transaction, command, ids, at);
    await announcePublication(transaction);
    const { accountId, organId } = ids;
    return ok({
      value: null,
      subject: 'installation',
      organPath: `${organId}/`,
      accountId,
      details: { step: 'done', account: accountId, region: command.region.slug },
      personal: { loginName: command.loginName, displayName: command.displayName },
    });
  });
}

import type { Role } from '@zhaoshi/domain/permission/roles';
import { type Kysely, sql, type Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import type { Schema } from '../../db/schema.ts';
import type { Manifest } from './format.ts';

/** How many of each an archive brought back, and a restoration made void. */
export interface VoidedAccess {
  readonly sessions: number;
  readonly oneTimeLinks: number;
  readonly recoveryCodes: number;
}

/** An account that can sign in again, with the roles it has, as of the backup. */
export interface RevivedAccount {
  readonly loginName: string;
  readonly roles: readonly { readonly organ: string; readonly role: Role }[];
}

/** Whether any of these was used up or ended since the backup, the archive does not say: none is good any more. */
async function voidWithin(transaction: Transaction<Schema>, at: Date): Promise<VoidedAccess> {
  const sessions = await transaction
    .updateTable('session')
    .set({ ended_at: at })
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const links = await transaction.deleteFrom('one_time_link').where('used_at', 'is', null).executeTakeFirst();
  const codes = await transaction
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return {
    sessions: Number(sessions.numUpdatedRows),
    oneTimeLinks: Number(links.numDeletedRows),
    recoveryCodes: Number(codes.numUpdatedRows),
  };
}

/**
 * Ends every session and makes every one-time link and recovery code void, in one transaction with the audit entry of
 * the restoration.
 *
 * @param replayed how many erasures were carried out again; `null`: there was no list, and somebody said so
 */
export async function voidAccess(
  database: Kysely<Schema>,
  { createdAt, audit }: Pick<Manifest, 'createdAt' | 'audit'>,
  { replayed, at }: { readonly replayed: number | null; readonly at: Date },
): Promise<VoidedAccess> {
  return await database.transaction().execute(async (transaction) => {
    const voided = await voidWithin(transaction, at);
    await appendAudit(
      transaction,
      {
        actor: 'system:restore',
        action: 'backup.restore',
        subject: `backup/${createdAt}`,
        details: { backedUpAt: createdAt, entries: audit.sequence, ...voided, replayed },
      },
      at,
    );
    return voided;
  });
}

/** For review: whoever was disabled or lost a role since the backup is in it again. */
export async function revivedAccounts(database: Kysely<Schema>): Promise<readonly RevivedAccount[]> {
  const { rows } = await sql<{ loginName: string; roles: RevivedAccount['roles'] }>`
    select a.login_name as "loginName",
      coalesce(jsonb_agg(jsonb_build_object('organ', o.name, 'role', m.role) order by o.path, m.role)
        filter (where m.role is not null), '[]') as roles
    from account a
    left join membership m on m.account_id = a.account_id and m.revoked_at is null
    left join organ o on o.region_id = m.region_id and o.organ_id = m.organ_id
    where a.disabled_at is null
    group by a.login_name order by a.login_name collate "C"`.execute(database);
  return rows;
}

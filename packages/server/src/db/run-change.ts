import { createHash, randomBytes } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import type { Transaction } from 'kysely';
import type { Change, ChangeWork, RunChange, UseCaseContext } from '../use-cases/context.ts';
import { appendAudit } from './append-audit.ts';
import type { AuditDetails } from './audit-chain.ts';
import type { Schema } from './schema.ts';

/** A call that creates something and may be sent again. */
export interface IdempotentCall {
  readonly accountId: string;
  readonly key: string;
  readonly route: string;
  readonly requestSha256: string;
}

export interface ChangeOrigin {
  /** An account's id, or `system:<part>`. */
  readonly actor: string;
  readonly event: AuditEvent;
  /** Path of the organ the person acts in, and the session: for which organ, from where. */
  readonly actingFor: string | null;
  readonly sessionId: string | null;
  readonly call: IdempotentCall | null;
}

/** Carries a rejection out of the transaction, which is undone by it. */
class Refused extends Error {
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    super(rejection.code);
    this.rejection = rejection;
  }
}

/**
 * Claims the call's key. A second call with the key waits here for the first one to end.
 *
 * @returns what the first call answered, as JSON; `null` for the first call
 */
async function claim(
  transaction: Transaction<Schema>,
  { accountId, key, route, requestSha256 }: IdempotentCall,
  at: Date,
): Promise<string | null> {
  const claimed = await transaction
    .insertInto('idempotency')
    .values({ account_id: accountId, key, route, request_sha256: requestSha256, value: '', created_at: at })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed !== undefined) return null;
  const first = await transaction
    .selectFrom('idempotency')
    .select(['route', 'request_sha256', 'value'])
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (first.route !== route || first.request_sha256 !== requestSha256)
    throw new Refused({ code: 'key-reused' });
  return first.value;
}

/** A commitment to personal data: says nothing without its salt, which can be erased. */
const commitment = (salt: string, value: string): string =>
  createHash('sha256').update(salt).update('\0').update(value).digest('hex');

async function writeAudit<T>(
  transaction: Transaction<Schema>,
  change: Change<T>,
  origin: ChangeOrigin,
  at: Date,
): Promise<void> {
  const salts = Object.keys(change.personal ?? {}).map((field) => ({
    field,
    salt: randomBytes(16).toString('hex'),
  }));
  const commitments = Object.fromEntries(
    salts.map(({ field, salt }) => [field, commitment(salt, change.personal?.[field] ?? '')]),
  );
  const details: AuditDetails = {
    ...(origin.actingFor !== null && { for: origin.actingFor }),
    ...(change.organPath !== undefined && { organ: change.organPath }),
    ...(origin.sessionId !== null && { session: origin.sessionId }),
    ...change.details,
    ...(salts.length > 0 && { commitments }),
  };
  const { subject, accountId } = change;
  const actor = accountId ?? origin.actor;
  const sequence = await appendAudit(transaction, { actor, action: origin.event, subject, details }, at);
  if (salts.length > 0) {
    await transaction
      .insertInto('audit_salt')
      .values(salts.map((salt) => ({ sequence, ...salt })))
      .execute();
  }
}

/** Binds `change` to who calls it and to the audit event that the route declares. */
export function createRunChange({ database, now }: UseCaseContext, origin: ChangeOrigin): RunChange {
  return async <T>(work: ChangeWork<T>): Promise<Result<T, Rejection>> => {
    const at = now();
    const { call } = origin;
    try {
      const value = await database.transaction().execute(async (transaction): Promise<T> => {
        const answered = call === null ? null : await claim(transaction, call, at);
        if (answered !== null) return JSON.parse(answered) as T;
        const done = await work(transaction);
        if (!done.ok) throw new Refused(done.error);
        if (call !== null) {
          await transaction
            .updateTable('idempotency')
            .set({ value: JSON.stringify(done.value.value) })
            .where('account_id', '=', call.accountId)
            .where('key', '=', call.key)
            .execute();
        }
        await writeAudit(transaction, done.value, origin, at);
        return done.value.value;
      });
      return ok(value);
    } catch (error) {
      if (error instanceof Refused) return err(error.rejection);
      throw error;
    }
  };
}

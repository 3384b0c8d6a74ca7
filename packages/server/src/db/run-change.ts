import { createHash, randomBytes } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import type { Transaction } from 'kysely';
import type { Change, ChangeWork, RunChange, UseCaseContext } from '../use-cases/context.ts';
import { appendAudit } from './append-audit.ts';
import type { AuditDetails } from './audit-chain.ts';
import { holdSession } from './hold-session.ts';
import { claimKey, type IdempotentCall, keepAnswer, releaseKey } from './idempotent-call.ts';
import type { Schema } from './schema.ts';

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
  return async <T>(work: ChangeWork<T>, beside = ''): Promise<Result<T, Rejection>> => {
    const at = now();
    const { call } = origin;
    try {
      const value = await database.transaction().execute(async (transaction): Promise<T> => {
        const { sessionId } = origin;
        if (sessionId !== null && !(await holdSession(transaction, sessionId, at))) {
          throw new Refused({ code: 'not-signed-in' });
        }
        const claimed = call === null ? null : await claimKey(transaction, call, beside, at);
        if (claimed?.ok === false) throw new Refused(claimed.error);
        if (claimed?.value.isFirst === false) return claimed.value.answer as T;
        const done = await work(transaction);
        if (!done.ok) throw new Refused(done.error);
        const { value: answer, accountId, creates = true } = done.value;
        if (call !== null) {
          if (creates) await keepAnswer(transaction, call, { answer, accountId, beside }, at);
          else await releaseKey(transaction, call);
        }
        await writeAudit(transaction, done.value, origin, at);
        return answer;
      });
      return ok(value);
    } catch (error) {
      if (error instanceof Refused) return err(error.rejection);
      throw error;
    }
  };
}

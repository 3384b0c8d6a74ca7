import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { type HeldAccount, type HeldSession, holdAccount, holdSession } from '../../db/queries/accounts.ts';
import { type PersonSecurity, securityOf } from '../../db/queries/security-policy.ts';
import type { Schema } from '../../db/schema.ts';
import type { Change, ChangeContext } from '../context.ts';
import { countFailure } from './attempts.ts';
import { endSession } from './end-sessions.ts';
import { passwordMatches } from './password.ts';

/** Whoever asks, with everything about them held until the transaction ends. */
export interface Oneself {
  readonly transaction: Transaction<Schema>;
  readonly account: HeldAccount;
  readonly session: HeldSession;
  readonly security: PersonSecurity;
  readonly at: Date;
}

/** What the change may be refused with, and what it answers. */
export type OwnWork<T> = (oneself: Oneself) => Promise<Result<Change<T>, Rejection>>;

type OwnContext = Pick<ChangeContext, 'caller' | 'change' | 'now'>;

/** Holds the caller's account and session. */
export async function holdOneself(
  transaction: Transaction<Schema>,
  { caller, now }: Pick<OwnContext, 'caller' | 'now'>,
): Promise<Oneself | null> {
  const account = await holdAccount(transaction, caller);
  const session = await holdSession(transaction, caller.sessionId);
  if (account === undefined || session === undefined) return null;
  const security = await securityOf(transaction, caller.accountId);
  return { transaction, account, session, security, at: now() };
}

const LOCKED: Rejection = {
  code: 'not-signed-in',
  detail: '连续输错密码次数过多，账号暂时锁定，本次登录已退出。',
};

/**
 * A change to one's own account for which the password is asked once more: an unattended screen must not be enough. A
 * wrong one counts like at sign-in, stays in the trail, and at the limit ends the session.
 *
 * @param typed the password and the field that it was typed into
 */
export async function afterPassword<T>(
  context: OwnContext,
  typed: { readonly password: string; readonly pointer: string },
  work: OwnWork<T>,
): Promise<Result<T, Rejection>> {
  const done = await context.change<{ readonly answer: T } | 'wrong' | 'locked'>(async (transaction) => {
    const oneself = await holdOneself(transaction, context);
    if (oneself === null) return err({ code: 'not-signed-in' });
    const { account, security, at } = oneself;
    const matches = await passwordMatches(account.password_hash, typed.password);
    // A lock that others brought about does not count inside a session; one wrong try under it ends the session.
    if (!matches) {
      const locked = await countFailure(transaction, account, security.policy, at);
      if (locked) await endSession(transaction, context.caller, at);
      const details = { succeeded: false, locked };
      const subject = `account/${account.account_id}`;
      return ok({ value: locked ? 'locked' : 'wrong', subject, details, creates: false });
    }
    const change = await work(oneself);
    return change.ok ? ok({ ...change.value, value: { answer: change.value.value } }) : change;
  });
  if (!done.ok) return done;
  if (done.value === 'locked') return err(LOCKED);
  if (done.value === 'wrong') {
    return err({ code: 'invalid', errors: [{ pointer: typed.pointer, message: '密码不正确' }] });
  }
  return ok(done.value.answer);
}

import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { RunChange, UseCaseContext } from '../context.ts';
import { passwordMatches } from './password.ts';
import { type StartedSession, startSession } from './start-session.ts';

export interface SignIn {
  readonly loginName: string;
  readonly password: string;
  readonly device: string;
}

/** One answer for a wrong name, a wrong password and a disabled account: nobody learns which accounts exist. */
const REFUSED: Rejection = { code: 'not-signed-in', detail: '账号或密码不正确，或账号已停用。' };

const findAccount = async (transaction: Transaction<Schema>, loginName: string) =>
  await transaction
    .selectFrom('account')
    .select(['account_id', 'password_hash', 'disabled_at', 'must_change_password'])
    .where('login_name', '=', loginName)
    .forUpdate()
    .executeTakeFirst();

/** Signs in with name and password. The attempt is written to the audit trail, whether it succeeds or not. */
export async function signIn(
  context: UseCaseContext & { readonly change: RunChange },
  { loginName, password, device }: SignIn,
): Promise<Result<StartedSession, Rejection>> {
  const attempt = await context.change<StartedSession | null>(async (transaction) => {
    const account = await findAccount(transaction, loginName);
    const matches = await passwordMatches(account?.password_hash ?? null, password);
    if (account === undefined || !matches || account.disabled_at !== null) {
      const subject = account === undefined ? 'account/unknown' : `account/${account.account_id}`;
      return ok({ value: null, subject, details: { succeeded: false } });
    }
    const session = await startSession(
      transaction,
      {
        accountId: account.account_id,
        stage: account.must_change_password ? 'changePassword' : 'full',
        secondFactor: false,
        device,
      },
      context,
    );
    return ok({
      value: session,
      subject: `account/${account.account_id}`,
      accountId: account.account_id,
      details: { succeeded: true, session: session.sessionId },
    });
  });
  if (!attempt.ok) return attempt;
  return attempt.value === null ? err(REFUSED) : ok(attempt.value);
}

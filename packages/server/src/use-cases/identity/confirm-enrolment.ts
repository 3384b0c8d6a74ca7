import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { ChangeContext } from '../context.ts';
import { holdOneself } from './after-password.ts';
import { endSessions } from './end-sessions.ts';
import { nextStage } from './next-stage.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';
import { advanceSession, type StartedSession } from './start-session.ts';
import { totpPurpose, totpStep } from './totp.ts';

export interface Enrolled {
  readonly session: StartedSession;
  readonly recoveryCodes: string[];
}

const WRONG: Rejection = {
  code: 'invalid',
  errors: [{ pointer: '/code', message: '动态口令不正确，请核对手机时间和刚录入的密钥' }],
};

/** Puts the new key in force with its first right code; all other sessions of the person end. */
export async function confirmEnrolment(
  context: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  { code }: { readonly code: string },
  box: SecretBox,
): Promise<Result<Enrolled, Rejection>> {
  return await context.change(async (transaction) => {
    const oneself = await holdOneself(transaction, context);
    if (oneself === null) return err({ code: 'not-signed-in' });
    const { account, session, security, at } = oneself;
    const { account_id: accountId, totp_pending_secret: sealed } = account;
    if (session.stage !== 'full' && session.stage !== 'enrolSecondFactor') {
      return err({ code: 'sign-in-incomplete' });
    }
    if (sealed === null) return err({ code: 'state-refuses', detail: '请先取得新的密钥。' });
    const step = totpStep(box.open(sealed, totpPurpose(accountId)), code, at, null);
    if (step === null) return err(WRONG);
    await transaction
      .updateTable('account')
      .set(({ eb }) => ({
        totp_secret: sealed,
        totp_pending_secret: null,
        totp_confirmed_at: at,
        totp_last_step: step,
        version: eb('version', '+', 1),
      }))
      .where('account_id', '=', accountId)
      .execute();
    const recoveryCodes = await replaceRecoveryCodes(transaction, accountId);
    const ended = await endSessions(transaction, accountId, at, session.session_id);
    const shown = { secondFactor: true, byPassword: session.by_password };
    const stage = nextStage({ ...account, totp_confirmed_at: at }, security, shown, at);
    const advanced = await advanceSession(transaction, context.caller, { stage, secondFactor: true }, at);
    const details = { step: 'confirmed', ended };
    return ok({ value: { session: advanced, recoveryCodes }, subject: `account/${accountId}`, details });
  });
}

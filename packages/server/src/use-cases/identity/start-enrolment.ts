import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { ChangeContext } from '../context.ts';
import { afterPassword, holdOneself, type OwnWork } from './after-password.ts';
import { newTotpKey, totpKeyText, totpPurpose, totpUri } from './totp.ts';

export interface EnrolmentKey {
  readonly keyText: string;
  readonly uri: string;
}

const makeKey =
  (box: SecretBox): OwnWork<EnrolmentKey> =>
  async ({ transaction, account }) => {
    const { account_id: accountId, login_name: loginName } = account;
    const key = newTotpKey();
    await transaction
      .updateTable('account')
      .set({ totp_pending_secret: box.seal(key, totpPurpose(accountId)) })
      .where('account_id', '=', accountId)
      .execute();
    const value = { keyText: totpKeyText(key), uri: totpUri(key, loginName) };
    return ok({ value, subject: `account/${accountId}`, details: { step: 'started' } });
  };

/**
 * Begins setting up a second factor: a new key, which counts with its first right code; until then the old one does.
 * Somebody fully signed in gives the password once more; somebody led here at sign-in has just given it.
 */
export async function startEnrolment(
  context: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  { password }: { readonly password?: string | undefined },
  box: SecretBox,
): Promise<Result<EnrolmentKey, Rejection>> {
  const work = makeKey(box);
  if (password !== undefined) {
    return await afterPassword(context, { password, pointer: '/password' }, async (oneself) => {
      const { stage } = oneself.session;
      const mayEnrol = stage === 'full' || stage === 'enrolSecondFactor';
      return mayEnrol ? await work(oneself) : err({ code: 'sign-in-incomplete' });
    });
  }
  return await context.change(async (transaction) => {
    const oneself = await holdOneself(transaction, context);
    if (oneself === null) return err({ code: 'not-signed-in' });
    if (oneself.session.stage === 'enrolSecondFactor') return await work(oneself);
    if (oneself.session.stage !== 'full') return err({ code: 'sign-in-incomplete' });
    return err({ code: 'invalid', errors: [{ pointer: '/password', message: '请填写密码' }] });
  });
}

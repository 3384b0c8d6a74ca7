import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ChangeContext } from '../context.ts';
import { afterPassword } from './after-password.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';

/** New recovery codes in the place of the old ones. */
export async function renewRecoveryCodes(
  context: Pick<ChangeContext, 'caller' | 'change' | 'now'>,
  { password }: { readonly password: string },
): Promise<Result<string[], Rejection>> {
  return await afterPassword(
    context,
    { password, pointer: '/password' },
    async ({ transaction, account }) => {
      if (account.totp_confirmed_at === null)
        return err({ code: 'state-refuses', detail: '还没有设置动态口令。' });
      const value = await replaceRecoveryCodes(transaction, account.account_id);
      return ok({ value, subject: `account/${account.account_id}`, details: { succeeded: true } });
    },
  );
}

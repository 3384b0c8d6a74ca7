import { accountRoutes } from '@zhaoshi/contract/routes/account';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import { RecoveryCodes } from '../../ui/recovery-codes.tsx';

/** New recovery codes in place of the former ones. */
export function NewRecoveryCodes({ onDone }: { readonly onDone: () => void }): ReactNode {
  const renew = useChange(accountRoutes.renewRecoveryCodes);
  if (renew.data !== undefined) return <RecoveryCodes codes={renew.data.recoveryCodes} onDone={onDone} />;
  return (
    <>
      <p>更换后，原来的恢复码全部失效。</p>
      <PasswordPrompt
        confirm="更换恢复码"
        busy={renew.isPending}
        error={renew.error}
        onSubmit={(password) => renew.mutate({ request: { body: { password } } })}
      />
    </>
  );
}

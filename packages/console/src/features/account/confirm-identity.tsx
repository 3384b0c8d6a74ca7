import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { useLinkToken } from '../../ui/link-token.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** The last step of linking: the person sees to which account the identity will be tied, in the session that left. */
export function ConfirmIdentity({ name }: { readonly name: string }): ReactNode {
  const ticket = useLinkToken();
  const confirm = useChange(accountRoutes.confirmIdentity);
  const { message } = App.useApp();
  if (ticket === '' || confirm.isSuccess) return null;
  return (
    <section className="card">
      <ProblemAlert error={confirm.error} />
      <p>把刚才在统一身份认证中登录的身份，关联到账号“{name}”。</p>
      <Button
        type="primary"
        loading={confirm.isPending}
        onClick={() =>
          confirm.mutate(
            { request: { body: { ticket } } },
            { onSuccess: () => void message.success('统一身份已关联') },
          )
        }
      >
        确认关联
      </Button>
    </section>
  );
}

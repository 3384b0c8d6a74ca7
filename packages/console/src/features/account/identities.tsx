import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { OwnAccount } from './own-account.ts';

/** Accounts of the single sign-on service that belong to the person; nothing where no service is set up. */
export function Identities({ account: { identities } }: { readonly account: OwnAccount }): ReactNode {
  const { data: options } = useRead(signInRoutes.options, {});
  const link = useChange(accountRoutes.linkIdentity);
  const unlink = useChange(accountRoutes.unlinkIdentity);
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  if (options?.singleSignOn == null && identities.length === 0) return null;
  return (
    <section className="card">
      <div className="card-head">
        <h2>统一身份</h2>
        {options?.singleSignOn != null && <Button onClick={() => setAsking(true)}>关联</Button>}
      </div>
      <ProblemAlert error={unlink.error} />
      {identities.length === 0 ? (
        <p className="quiet">没有关联。关联后可以用“{options?.singleSignOn?.title}”登录。</p>
      ) : (
        <ul className="rows">
          {identities.map(({ identityId, issuer, subject, linkedAt }) => (
            <li key={identityId}>
              <span>
                {subject}
                <small className="quiet">
                  {issuer}，{shownMoment(linkedAt)}关联
                </small>
              </span>
              <Button
                size="small"
                aria-label={`取消关联${subject}`}
                loading={unlink.isPending && unlink.variables.request.params.identityId === identityId}
                onClick={() =>
                  unlink.mutate(
                    { request: { params: { identityId } } },
                    { onSuccess: () => void message.success('已取消关联') },
                  )
                }
              >
                取消关联
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Modal
        open={asking}
        title="关联统一身份"
        footer={null}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <p>确认密码后转到统一身份认证，登录成功后回到本页，确认关联。</p>
        <PasswordPrompt
          confirm="前往关联"
          busy={link.isPending}
          error={link.error}
          onSubmit={(password) =>
            link.mutate(
              { request: { body: { password } } },
              { onSuccess: ({ address }) => window.location.assign(address) },
            )
          }
        />
      </Modal>
    </section>
  );
}

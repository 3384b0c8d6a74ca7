import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { App, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ActButton } from './act-button.tsx';
import type { ShownAccount } from './shown-account.ts';

function LinkDialog({ account, onClose }: { account: ShownAccount; onClose: () => void }): ReactNode {
  const [form] = Form.useForm<{ readonly subject: string }>();
  const link = useChange(accountsRoutes.linkIdentity);
  const { message } = App.useApp();
  return (
    <Modal
      open
      title={`为${account.displayName}关联统一身份`}
      okText="关联"
      cancelText="取消"
      confirmLoading={link.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        关联后，持有这个统一身份的人可以登录这个账号。请从统一身份认证的管理员处取得标识，不要凭姓名猜测。
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ subject }) =>
          link.mutate(
            {
              request: { params: { accountId: account.accountId }, body: { subject } },
              version: account.version,
            },
            {
              onSuccess: () => {
                onClose();
                void message.success('已关联');
              },
              onError: (error) => showFieldErrors(form, error),
            },
          )
        }
      >
        <Form.Item
          name="subject"
          label="统一身份中的用户标识（sub）"
          rules={[{ required: true, whitespace: true, message: '请填写用户标识' }]}
        >
          <Input maxLength={255} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      </Form>
      <ProblemAlert error={link.error} />
    </Modal>
  );
}

/** Accounts of the single sign-on service; nothing where no service is set up and nothing is linked. */
export function AccountIdentities({ account }: { readonly account: ShownAccount }): ReactNode {
  const { data: options } = useRead(signInRoutes.options, {});
  const unlink = useChange(accountsRoutes.unlinkIdentity);
  const [linking, setLinking] = useState(false);
  const { accountId, identities, abilities, version } = account;
  if (options?.singleSignOn == null && identities.length === 0) return null;
  return (
    <section className="card">
      <div className="card-head">
        <h2>统一身份</h2>
        {options?.singleSignOn != null && (
          <AbilityButton needs="account.manage" abilities={abilities} onClick={() => setLinking(true)}>
            关联
          </AbilityButton>
        )}
      </div>
      {identities.length === 0 && <p className="quiet">没有关联。</p>}
      <ul className="rows">
        {identities.map(({ identityId, issuer, subject, linkedAt }) => (
          <li key={identityId}>
            <span className="row-text">
              {subject}
              <small className="quiet">
                {issuer}，{shownMoment(linkedAt)}关联
              </small>
            </span>
            <ActButton
              small
              grave
              label="取消关联"
              name={`取消关联${subject}`}
              title="取消关联统一身份"
              done="已取消关联"
              abilities={abilities}
              running={unlink}
              onConfirm={(on) =>
                unlink.mutate({ request: { params: { accountId, identityId } }, version }, on)
              }
            >
              <p>此后不能再用这个统一身份登录，在所有设备上的登录立即失效。</p>
            </ActButton>
          </li>
        ))}
      </ul>
      {linking && <LinkDialog account={account} onClose={() => setLinking(false)} />}
    </section>
  );
}

import { accountsRoutes } from '@zhaoshi/contract/routes/accounts';
import { Modal, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ActButton } from './act-button.tsx';
import { OneTimeLink, type PasswordLink } from './one-time-link.tsx';
import { needsSecondFactor } from './role-meanings.ts';
import type { ShownAccount } from './shown-account.ts';

interface Props {
  readonly account: ShownAccount;
}

function ResetPassword({ account }: Props): ReactNode {
  const reset = useChange(accountsRoutes.resetPassword);
  const [link, setLink] = useState<PasswordLink | null>(null);
  const { accountId, displayName, abilities, state, hasPassword, version } = account;
  const label = hasPassword ? '重置密码' : '生成设置密码的链接';
  return (
    <>
      <ActButton
        label={label}
        title={label}
        grave={hasPassword}
        done="一次性链接已生成"
        abilities={abilities}
        hindrance={state === 'disabled' ? '账号已停用，请先恢复。' : undefined}
        running={reset}
        onConfirm={({ onSuccess, onError }) =>
          reset.mutate(
            { request: { params: { accountId } }, version },
            {
              onError,
              onSuccess: (made) => {
                setLink(made);
                onSuccess();
              },
            },
          )
        }
      >
        <p>请先当面或通过已知的电话核实是{displayName}本人提出的。</p>
        <p>
          {hasPassword
            ? '原密码立即作废，在所有设备上的登录立即失效；动态口令不变。'
            : '以前发出而没有用过的链接作废。'}
          系统给出一个一次性链接，由本人打开后设置新密码。
        </p>
      </ActButton>
      <Modal
        open={link !== null}
        title="设置密码的一次性链接"
        okText="已交给本人，关闭"
        cancelButtonProps={{ hidden: true }}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        onOk={() => setLink(null)}
        destroyOnHidden
      >
        {link !== null && <OneTimeLink link={link} name={displayName} />}
      </Modal>
    </>
  );
}

function ResetSecondFactor({ account }: Props): ReactNode {
  const reset = useChange(accountsRoutes.resetSecondFactor);
  const { accountId, displayName, abilities, memberships, version } = account;
  const isNeeded = memberships.some(({ role }) => needsSecondFactor(role));
  return (
    <ActButton
      label="清除动态口令"
      title="清除动态口令"
      grave
      done="动态口令已清除"
      abilities={abilities}
      running={reset}
      onConfirm={(options) => reset.mutate({ request: { params: { accountId } }, version }, options)}
    >
      <p>请先当面或通过已知的电话核实是{displayName}本人提出的。</p>
      <p>
        动态口令和全部恢复码立即清除，在所有设备上的登录立即失效；密码不变。
        {isNeeded
          ? '其角色要求动态口令，下次登录时须先重新设置。'
          : '其角色不要求动态口令，下次只用密码登录。'}
      </p>
    </ActButton>
  );
}

/** How the person signs in. */
export function Credentials({ account }: Props): ReactNode {
  const { hasPassword, hasSecondFactor, memberships } = account;
  const isMissing = !hasSecondFactor && memberships.some(({ role }) => needsSecondFactor(role));
  return (
    <section className="card">
      <h2>登录凭证</h2>
      <dl className="facts">
        <dt>密码</dt>
        <dd>
          {hasPassword ? '已设置' : '还没有设置'}
          <ResetPassword account={account} />
        </dd>
        <dt>动态口令</dt>
        <dd>
          {hasSecondFactor ? '已设置' : '没有设置'}
          {isMissing && <Tag color="warning">其角色要求，登录时须设置</Tag>}
          {hasSecondFactor && <ResetSecondFactor account={account} />}
        </dd>
      </dl>
    </section>
  );
}

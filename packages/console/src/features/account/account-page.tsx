import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { App, Button, Modal } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { type Session, sessionQuery } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { ChangePasswordForm } from '../../ui/change-password-form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SignOnEnd } from '../../ui/sign-on-end.tsx';
import { ConfirmIdentity } from './confirm-identity.tsx';
import { Devices } from './devices.tsx';
import { Identities } from './identities.tsx';
import { NewRecoveryCodes } from './new-recovery-codes.tsx';
import { Notices } from './notices.tsx';
import type { OwnAccount } from './own-account.ts';

const SecondFactorEnrolment = lazy(async () => ({
  default: (await import('../../ui/second-factor-enrolment.tsx')).SecondFactorEnrolment,
}));

type Dialog = 'password' | 'secondFactor' | 'recoveryCodes';

const TITLES: Readonly<Record<Dialog, string>> = {
  password: '修改密码',
  secondFactor: '设置动态口令',
  recoveryCodes: '更换恢复码',
};

function Facts({
  account,
  onOpen,
}: {
  readonly account: OwnAccount;
  readonly onOpen: (dialog: Dialog) => void;
}): ReactNode {
  const { passwordChangedAt, passwordExpiresAt, secondFactor } = account;
  return (
    <section className="card">
      <h2>登录凭证</h2>
      <dl className="facts">
        <dt>账号</dt>
        <dd>
          {account.loginName}（{account.displayName}）
        </dd>
        <dt>密码</dt>
        <dd>
          {passwordChangedAt === null
            ? '没有密码，只用统一身份登录'
            : `${shownMoment(passwordChangedAt)}修改`}
          {passwordExpiresAt !== null && `，${shownMoment(passwordExpiresAt)}前须更换`}
          {passwordChangedAt !== null && <Button onClick={() => onOpen('password')}>修改密码</Button>}
        </dd>
        <dt>动态口令</dt>
        <dd>
          {secondFactor.enrolledAt === null
            ? `没有设置${secondFactor.required ? '；您的职责须用动态口令' : ''}`
            : `${shownMoment(secondFactor.enrolledAt)}设置，还有 ${secondFactor.recoveryCodesLeft} 个恢复码`}
          <Button onClick={() => onOpen('secondFactor')}>
            {secondFactor.enrolledAt === null ? '设置' : '换一部手机'}
          </Button>
          {secondFactor.enrolledAt !== null && (
            <Button onClick={() => onOpen('recoveryCodes')}>更换恢复码</Button>
          )}
        </dd>
      </dl>
    </section>
  );
}

/** A person's own account: password, second factor, devices, linked identities. */
export function AccountPage(): ReactNode {
  const { data: account, error } = useRead(accountRoutes.read, {});
  const { signOn } = useSearch({ from: '/frame/account' });
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const done = async (text: string, session?: Session): Promise<void> => {
    setDialog(null);
    if (session !== undefined) queryClient.setQueryData(sessionQuery.queryKey, session);
    void message.success(text);
    await queryClient.invalidateQueries({ queryKey: ['ownAccount'] });
  };
  return (
    <>
      <PageHeader />
      <SignOnEnd signOn={signOn} />
      <ProblemAlert error={error} />
      {signOn === 'confirm' && account !== undefined && <ConfirmIdentity name={account.loginName} />}
      {account === undefined ? error === null && <Loading /> : <Facts account={account} onOpen={setDialog} />}
      <Notices />
      <Devices />
      {account !== undefined && <Identities account={account} />}
      <Modal
        open={dialog !== null}
        title={dialog === null ? undefined : TITLES[dialog]}
        footer={null}
        onCancel={() => {
          setDialog(null);
          // Closed over its last step it may have changed something all the same.
          void queryClient.invalidateQueries({ queryKey: ['ownAccount'] });
        }}
        destroyOnHidden
      >
        {dialog === 'password' && account !== undefined && (
          <ChangePasswordForm
            rules={account.passwordRules}
            loginName={account.loginName}
            onDone={(session) => void done('密码已修改，其他设备上的登录已失效', session)}
          />
        )}
        <Suspense fallback={<Loading />}>
          {dialog === 'secondFactor' && (
            <SecondFactorEnrolment
              askPassword
              onDone={(session) => void done('动态口令已设置，其他设备上的登录已失效', session)}
            />
          )}
        </Suspense>
        {dialog === 'recoveryCodes' && <NewRecoveryCodes onDone={() => void done('恢复码已更换')} />}
      </Modal>
    </>
  );
}

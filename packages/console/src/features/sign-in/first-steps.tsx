import { accountRoutes } from '@zhaoshi/contract/routes/account';
import type { ReactNode } from 'react';
import type { Session } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { ChangePasswordForm } from '../../ui/change-password-form.tsx';
import { SecondFactorEnrolment } from '../../ui/second-factor-enrolment.tsx';

interface Props {
  readonly session: Session;
  readonly onDone: (next: Session) => void;
}

/** What has to be done once before the work begins: a password of one's own, the second factor. */
export default function FirstSteps({ session: { stage, account }, onDone }: Props): ReactNode {
  const { data } = useRead(accountRoutes.read, {});
  if (stage === 'changePassword') {
    return (
      <>
        <h1>修改密码</h1>
        <p className="quiet">初始密码或到期的密码须修改后才能继续。</p>
        <ChangePasswordForm
          rules={data?.passwordRules ?? null}
          loginName={account.loginName}
          onDone={onDone}
        />
      </>
    );
  }
  return (
    <>
      <h1>设置动态口令</h1>
      <p className="quiet">您的职责包括审批或管理，登录须核验动态口令。只需设置一次。</p>
      <SecondFactorEnrolment askPassword={false} onDone={onDone} />
    </>
  );
}

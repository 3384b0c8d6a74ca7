import { useMutation } from '@tanstack/react-query';
import { installationRoutes } from '@zhaoshi/contract/routes/installation';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { Alert, Button, Divider, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { addressOf, call } from '../../app/api.ts';
import type { Session } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';

interface Credentials {
  readonly loginName: string;
  readonly password: string;
}

interface Props {
  /** Where to go afterwards, for a service that signs in by itself. */
  readonly back: string | undefined;
  readonly onDone: (next: Session) => void;
}

/** Account and password, or another service where one is set up. */
export function PasswordStep({ back, onDone }: Props): ReactNode {
  const { data: options } = useRead(signInRoutes.options, {});
  const { data: installation } = useRead(installationRoutes.read, {});
  const signIn = useMutation({
    mutationFn: (body: Credentials) => call(sessionRoutes.signIn, { body }),
    onSuccess: onDone,
  });
  const demonstration = installation?.demonstration ?? null;
  const singleSignOn = options?.singleSignOn ?? null;
  return (
    <>
      <section className="card">
        <h1>登录</h1>
        <p className="quiet">政府信息公开工作人员使用本机关分配的账号。</p>
        {installation?.needsSetUp === true && (
          <Alert
            className="problem"
            type="info"
            role="status"
            showIcon
            title="系统还没有账号"
            description="请在浏览器中打开启动服务时终端显示的首次设置链接。"
          />
        )}
        <ProblemAlert error={signIn.error} />
        <Form<Credentials>
          layout="vertical"
          requiredMark={false}
          disabled={signIn.isPending}
          onFinish={(values) => signIn.mutate(values)}
        >
          <Form.Item name="loginName" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
            <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            登录
          </Button>
        </Form>
        {singleSignOn !== null && (
          <>
            <Divider plain>或</Divider>
            <Button
              block
              href={addressOf(signInRoutes.startSingleSignOn.path, {
                query: { back: `/console${back ?? '/'}` },
              })}
            >
              {singleSignOn.title}
            </Button>
          </>
        )}
      </section>
      {demonstration !== null && (
        <DemonstrationAccounts
          demonstration={demonstration}
          busy={signIn.isPending}
          onChoose={(loginName) => signIn.mutate({ loginName, password: demonstration.password })}
        />
      )}
    </>
  );
}

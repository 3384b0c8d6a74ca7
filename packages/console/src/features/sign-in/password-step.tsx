import { useMutation } from '@tanstack/react-query';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../app/api.ts';
import type { Session } from '../../app/session.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Credentials {
  readonly loginName: string;
  readonly password: string;
}

/** Account and password. */
export function PasswordStep({ onDone }: { readonly onDone: (next: Session) => void }): ReactNode {
  const signIn = useMutation({
    mutationFn: (body: Credentials) => call(sessionRoutes.signIn, { body }),
    onSuccess: onDone,
  });
  return (
    <>
      <h1>登录</h1>
      <p className="quiet">政府信息公开工作人员使用本机关分配的账号。</p>
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
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signInRoutes } from '@zhaoshi/contract/routes/sign-in';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../app/api.ts';
import { useLinkToken } from '../../ui/link-token.ts';
import { NewPasswordFields } from '../../ui/new-password-fields.tsx';
import { usePageTitle } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Entrance } from './entrance.tsx';

/** Where a one-time link of the administrator leads: the person sets a password that nobody else knows. */
export function SetPasswordPage(): ReactNode {
  const token = useLinkToken();
  usePageTitle('设置密码');
  const set = useMutation({
    mutationFn: ({ next }: { readonly next: string }) =>
      call(signInRoutes.setPassword, { body: { token, password: next } }),
  });
  return (
    <Entrance>
      <section className="card">
        <h1>设置密码</h1>
        {set.isSuccess ? (
          <>
            <p role="status">密码已设置，链接随之失效。</p>
            <Link to="/sign-in">前往登录</Link>
          </>
        ) : (
          <>
            <p className="quiet">密码只有您本人知道，管理员也看不到。</p>
            <ProblemAlert error={set.error} />
            <Form<{ readonly next: string }>
              layout="vertical"
              requiredMark={false}
              disabled={set.isPending}
              onFinish={(values) => set.mutate(values)}
            >
              <NewPasswordFields rules={null} />
              <Button type="primary" htmlType="submit" block loading={set.isPending}>
                设置密码
              </Button>
            </Form>
          </>
        )}
      </section>
    </Entrance>
  );
}

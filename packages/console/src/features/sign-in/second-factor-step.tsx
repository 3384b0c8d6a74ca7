import { useMutation } from '@tanstack/react-query';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../app/api.ts';
import type { Session } from '../../app/session.ts';
import { CodeField } from '../../ui/code-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** The second step: the authenticator's code, or a recovery code. */
export function SecondFactorStep({ onDone }: { readonly onDone: (next: Session) => void }): ReactNode {
  const confirm = useMutation({
    mutationFn: (body: { readonly code: string }) => call(sessionRoutes.confirmSecondFactor, { body }),
    onSuccess: onDone,
  });
  return (
    <>
      <h1>动态口令</h1>
      <p className="quiet">审批和管理类账号登录时须核验动态口令。</p>
      <ProblemAlert error={confirm.error} />
      <Form<{ readonly code: string }>
        layout="vertical"
        requiredMark={false}
        disabled={confirm.isPending}
        onFinish={(values) => confirm.mutate(values)}
      >
        <CodeField
          label="动态口令或恢复码"
          extra="手机上动态口令应用显示的六位数字；手机不在身边时填写恢复码。"
        />
        <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
          核验
        </Button>
      </Form>
    </>
  );
}

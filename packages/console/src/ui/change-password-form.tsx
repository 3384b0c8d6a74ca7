import { useMutation } from '@tanstack/react-query';
import { accountRoutes } from '@zhaoshi/contract/routes/account';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../app/api.ts';
import type { Session } from '../app/session.ts';
import { showFieldErrors } from './field-errors.ts';
import { NewPasswordFields, type PasswordRules } from './new-password-fields.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface Props {
  readonly rules: PasswordRules | null;
  /** So that a password manager knows whose password changes. */
  readonly loginName: string;
  readonly onDone: (session: Session) => void;
}

interface Values {
  readonly current: string;
  readonly next: string;
}

/** Changes the person's own password. */
export function ChangePasswordForm({ rules, loginName, onDone }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const change = useMutation({
    mutationFn: ({ current, next }: Values) =>
      call(accountRoutes.changePassword, { body: { current, next } }),
    onSuccess: onDone,
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <>
      <ProblemAlert error={change.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={change.isPending}
        onFinish={(values) => change.mutate(values)}
      >
        <input type="text" autoComplete="username" value={loginName} readOnly hidden />
        <Form.Item name="current" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPasswordFields rules={rules} />
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          修改密码
        </Button>
      </Form>
    </>
  );
}

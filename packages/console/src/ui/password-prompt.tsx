import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

interface Props {
  /** What follows, as a verb. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (password: string) => void;
}

/** Asks for the person's password once more before something grave. */
export function PasswordPrompt({ confirm, busy, error, onSubmit }: Props): ReactNode {
  return (
    <>
      <ProblemAlert error={error} />
      <Form<{ readonly password: string }>
        layout="vertical"
        requiredMark={false}
        disabled={busy}
        onFinish={({ password }) => onSubmit(password)}
      >
        <Form.Item name="password" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {confirm}
        </Button>
      </Form>
    </>
  );
}

import { Form, Input } from 'antd';
import type { ReactNode } from 'react';

/** The six digits of an authenticator: field `code` of the form around. */
export function CodeField({
  label,
  extra,
}: {
  readonly label: string;
  readonly extra?: ReactNode;
}): ReactNode {
  return (
    <Form.Item
      name="code"
      label={label}
      extra={extra}
      rules={[{ required: true, message: '请填写动态口令' }]}
    >
      <Input
        className="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        autoFocus
      />
    </Form.Item>
  );
}

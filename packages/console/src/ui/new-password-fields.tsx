import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { accountRoutes } from '@zhaoshi/contract/routes/account';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';

export type PasswordRules = RouteOutput<typeof accountRoutes.read>['passwordRules'];

/** What a password has to be, in a sentence. */
function rulesInWords({ minimumLength, composition, days, remembered }: PasswordRules): string {
  return [
    `至少 ${minimumLength} 位`,
    ...(composition ? ['含大写字母、小写字母、数字、符号中的三种'] : []),
    '不能是常见密码，也不能包含账号或姓名',
    ...(remembered > 0 ? [`不能与最近 ${remembered} 次用过的相同`] : []),
    ...(days > 0 ? [`每 ${days} 天更换一次`] : []),
  ].join('；');
}

interface Props {
  /** `null` where nobody has said yet what a password has to be; the server will. */
  readonly rules: PasswordRules | null;
}

/** A new password, typed twice: fields `next` and `repeated` of the form around. */
export function NewPasswordFields({ rules }: Props): ReactNode {
  return (
    <>
      <Form.Item
        name="next"
        label="新密码"
        extra={rules === null ? undefined : `${rulesInWords(rules)}。`}
        rules={[
          { required: true, message: '请填写新密码' },
          ...(rules === null
            ? []
            : [{ min: rules.minimumLength, message: `至少 ${rules.minimumLength} 位` }]),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label="再填写一次新密码"
        dependencies={['next']}
        rules={[
          { required: true, message: '请再填写一次新密码' },
          ({ getFieldValue }) => ({
            validator: (_rule, value: unknown) =>
              value === undefined || value === '' || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error('两次填写的密码不一致')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

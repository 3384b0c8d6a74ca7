import { SLUG } from '@zhaoshi/domain/organ/slug';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { required } from '../../ui/required.ts';

const SLUG_RULES = [
  {
    required: true,
    pattern: SLUG,
    message: '请填写网址名：小写字母开头，只含小写字母、数字和连字符',
  },
];

/** The name in addresses. */
export function SlugField({ name, label }: { readonly name: string | string[]; label: string }): ReactNode {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={SLUG_RULES}
      extra="公开网站网址的一部分，例如 duandian；定下后不再更改。"
    >
      <Input maxLength={63} autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  );
}

/** The first day on which something is there. */
export function DayField({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  return (
    <Form.Item name={name} label={label} rules={required('请填写日期')}>
      <Input type="date" className="date" />
    </Form.Item>
  );
}

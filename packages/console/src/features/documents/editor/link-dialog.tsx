import { isPublicHref } from '@zhaoshi/domain/disclosure/read-body';
import { Button, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';

interface Values {
  readonly href: string;
}

interface Props {
  /** The address at the selection; empty for a new link. */
  readonly href: string;
  readonly onDone: (href: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asks where a link leads. */
export function LinkDialog({ href, onDone, onRemove, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  return (
    <Modal
      open
      title={href === '' ? '插入链接' : '修改链接'}
      okText="确定"
      cancelText="取消"
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ href }}
        onFinish={(values) => onDone(values.href.trim())}
      >
        <Form.Item
          name="href"
          label="链接地址"
          extra="网页地址（https://…）、本网站的地址（/…）或者邮箱（mailto:…）。"
          rules={[
            {
              validator: (_rule, value: string) =>
                isPublicHref(value.trim())
                  ? Promise.resolve()
                  : Promise.reject(new Error('不是可以公开的地址，请填写网页地址')),
            },
          ]}
        >
          <Input autoFocus maxLength={2000} autoComplete="off" placeholder="https://" />
        </Form.Item>
        {href !== '' && (
          <Button danger onClick={onRemove}>
            去掉链接，保留文字
          </Button>
        )}
      </Form>
    </Modal>
  );
}

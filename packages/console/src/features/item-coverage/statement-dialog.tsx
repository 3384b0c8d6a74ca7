import { coverageRoutes } from '@zhaoshi/contract/routes/coverage';
import type { StatutoryCode } from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** What the statement is about. */
export interface StatedSubject {
  readonly title: string;
  readonly about: { readonly itemId: string } | { readonly code: StatutoryCode };
}

interface Props {
  readonly params: { readonly regionId: string; readonly organId: string };
  readonly year: number;
  readonly subject: StatedSubject;
  readonly onClose: () => void;
}

/** The organ states that it made nothing of an item this year, after reading what the public will see. */
export function StatementDialog({ params, year, subject, onClose }: Props): ReactNode {
  const [form] = Form.useForm<{ readonly reason: string }>();
  const state = useChange(coverageRoutes.state, { also: ['desk'] });
  const submit = ({ reason }: { readonly reason: string }): void =>
    state.mutate(
      { request: { params, body: { year, about: subject.about, reason } } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={`说明${year}年没有产生“${subject.title}”`}
      okText="作出说明"
      cancelText="取消"
      confirmLoading={state.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        网站栏目里将显示：“{year}年本机关没有产生‘{subject.title}
        ’信息。”当年又公开了这类信息的，自动不再显示。
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="reason"
          label="理由（内部留存，不公开）"
          rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
        >
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemAlert error={state.error} />
    </Modal>
  );
}

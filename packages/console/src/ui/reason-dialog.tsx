import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';
import { required } from './required.ts';

interface Props {
  readonly title: string;
  readonly verb: string;
  /** What it brings about. */
  readonly words: string;
  readonly example?: string;
  readonly change: { readonly error: Error | null; readonly isPending: boolean };
  readonly onSubmit: (body: { readonly reason: string }) => void;
  readonly onClose: () => void;
}

/** Takes something out that was entered by mistake, or sends it back, with the reason. */
export function ReasonDialog({
  title,
  verb,
  words,
  example = '如：重复登记',
  change,
  onSubmit,
  onClose,
}: Props): ReactNode {
  const [form] = Form.useForm<{ readonly reason: string }>();
  return (
    <Modal
      open
      title={title}
      okText={verb}
      cancelText="取消"
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{words}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={onSubmit}>
        <Form.Item name="reason" label="理由" rules={required('请填写理由')}>
          <Input maxLength={500} autoComplete="off" placeholder={example} />
        </Form.Item>
      </Form>
      <ProblemAlert error={change.error} />
    </Modal>
  );
}

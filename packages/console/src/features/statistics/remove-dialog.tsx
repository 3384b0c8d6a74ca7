import { statisticsNormativeRoutes } from '@zhaoshi/contract/routes/statistics-normative';
import { App, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownRecord } from './register.ts';

/** Takes a record that was entered by mistake out of the register. */
export function RemoveDialog({
  record,
  onClose,
}: {
  readonly record: ShownRecord;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const remove = useChange(statisticsNormativeRoutes.remove, { also: ['statistics'] });
  const { regionId, recordId, version, title } = record;
  const submit = (body: { readonly reason: string }): void =>
    remove.mutate(
      { request: { params: { regionId, recordId }, body }, version },
      {
        onSuccess: () => {
          void message.success('已注销登记');
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title="注销登记"
      okText="注销"
      cancelText="取消"
      confirmLoading={remove.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        《{title}》不再列入台账，登记和理由留存备查。文件已被废止、失效的，不要注销，请在“修改登记”里写明。
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
        >
          <Input maxLength={300} autoComplete="off" placeholder="如：重复登记" />
        </Form.Item>
      </Form>
      <ProblemAlert error={remove.error} />
    </Modal>
  );
}

import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { App, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type FactValues, factsOf, valuesOfDispute } from './dispute-values.ts';
import { FactFields } from './fact-fields.tsx';
import type { ShownDispute } from './shown-dispute.ts';

interface Values extends FactValues {
  readonly reason?: string;
}

/** Changes what kind of case it is, about what, and against whom. */
export function FactsDialog({
  shown,
  onClose,
}: {
  readonly shown: ShownDispute;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const edit = useChange(disputeRoutes.edit, { also: ['annualReports'] });
  const { regionId, disputeId, organId, version } = shown;
  const submit = ({ reason = '', ...facts }: Values): void =>
    edit.mutate(
      { request: { params: { regionId, disputeId }, body: { ...factsOf(facts), reason } }, version },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title="修改案件"
      okText="保存"
      cancelText="取消"
      confirmLoading={edit.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        className="dispute-form"
        requiredMark={false}
        initialValues={valuesOfDispute(shown)}
        onFinish={submit}
      >
        <FactFields organId={organId} form={form} />
        <Form.Item name="reason" label="理由（改动类别、本机关的地位时要写）">
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemAlert error={edit.error} />
    </Modal>
  );
}

import { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  readonly regionId: string;
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly onClose: () => void;
}

interface Values {
  readonly on: string;
  readonly keeps: boolean;
  readonly reason?: string;
  readonly nextOn?: string;
}

function Earlier({
  params,
}: {
  readonly params: { readonly regionId: string; readonly applicationId: string };
}): ReactNode {
  const { data } = useRead(reevaluationRoutes.ofCase, { params });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <ul aria-label="以前的评估">
      {data.items.map(({ reviewedOn, keeps, reason, recordedBy, recordedAt }) => (
        <li key={recordedAt}>
          {shownDate(reviewedOn)}，{recordedBy}：{keeps ? '仍不予公开' : '可以公开'}。{reason}
        </li>
      ))}
    </ul>
  );
}

/** Records how the review of a refused case ended. */
export function RecordDialog({ regionId, applicationId, registrationNumber, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const keeps = Form.useWatch('keeps', form) ?? true;
  const record = useChange(reevaluationRoutes.record, { also: ['desk'] });
  const params = { regionId, applicationId };
  const today = civilDateAt(new Date());
  const submit = (values: Values): void =>
    record.mutate(
      {
        request: {
          params,
          body: {
            on: values.on,
            keeps: values.keeps,
            reason: values.reason ?? '',
            nextOn: values.nextOn === undefined || values.nextOn === '' ? null : values.nextOn,
          },
        },
      },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={`评估申请 ${registrationNumber}`}
      okText="记录评估"
      cancelText="取消"
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Earlier params={params} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: today, keeps: true }}
        onFinish={submit}
      >
        <Form.Item name="on" label="评估日期" rules={[{ required: true, message: '请填写评估日期' }]}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="keeps" label="结果">
          <Radio.Group
            options={[
              { value: true, label: '仍不予公开' },
              { value: false, label: '情势变化，可以公开' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请填写评估的理由' }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        {keeps && (
          <Form.Item name="nextOn" label="下次评估的日期（可以不填，按本机关的周期）">
            <Input type="date" min={today} />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={record.error} />
    </Modal>
  );
}

import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { App, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownUnit } from './shown-assessment.ts';

/** What is objected to: a finding, or what was judged. */
export interface Objected {
  readonly code: string;
  readonly item: string | null;
  readonly about: string;
}

interface Props {
  readonly shown: ShownUnit;
  readonly one: Objected;
  readonly onClose: () => void;
}

/** Why a finding or a judgement is wrong. */
export function ObjectDialog({ shown, one: { code, item, about }, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const object = useChange(assessmentRoutes.object);
  const { regionId, assessmentId, unit } = shown;
  const submit = ({ reason }: { readonly reason: string }): void =>
    object.mutate(
      {
        request: {
          params: { regionId, assessmentId, unitOrganId: unit.organId },
          body: { code, item, reason },
        },
      },
      {
        onSuccess: () => {
          void message.success('已提出异议，裁定以前照常计分');
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title="提出异议"
      okText="提出"
      cancelText="取消"
      confirmLoading={object.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {code}：{about}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
        >
          <Input.TextArea maxLength={1000} rows={4} placeholder="哪里与事实不符，有什么材料可以证明" />
        </Form.Item>
      </Form>
      <p className="quiet">每一处只受理一次，由评定人以外的人裁定。</p>
      <ProblemAlert error={object.error} />
    </Modal>
  );
}

import { reevaluationRoutes } from '@zhaoshi/contract/routes/reevaluation';
import {
  REEVALUATION_TRIGGERS,
  type ReevaluationTrigger,
} from '@zhaoshi/domain/disclosure/reevaluation/reevaluation';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  readonly regionId: string;
  readonly kind: 'application' | 'document';
  readonly thingId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly kind: ReevaluationTrigger;
  readonly on: string;
  readonly words: string;
}

const OPTIONS = Object.entries(REEVALUATION_TRIGGERS).map(([value, label]) => ({ value, label }));

/** States what changed about something withheld, so that it is looked at again (条例18). */
export function TriggerDialog({ regionId, kind, thingId, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const state = useChange(reevaluationRoutes.stateTrigger, { also: ['desk'] });
  const submit = (body: Values): void =>
    state.mutate({ request: { params: { regionId, kind, thingId }, body } }, { onSuccess: onClose });
  return (
    <Modal
      open
      title="登记情势变化"
      okText="登记"
      cancelText="取消"
      confirmLoading={state.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">
        登记后，自所填日期起列为须评估。相似的申请、公开的决策、依据文件的废止由系统每日查找，不需要登记。
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'secrecyPeriodEnded', on: civilDateAt(new Date()) }}
        onFinish={submit}
      >
        <Form.Item name="kind" label="发生了什么">
          <Radio.Group options={OPTIONS} vertical />
        </Form.Item>
        <Form.Item
          name="on"
          label="日期（保密期限届满的，可以填将来的日期）"
          rules={[{ required: true, message: '请填写日期' }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="words"
          label="说明和依据"
          rules={[{ required: true, whitespace: true, message: '请写明发生了什么变化、依据是什么' }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
      <ProblemAlert error={state.error} />
    </Modal>
  );
}

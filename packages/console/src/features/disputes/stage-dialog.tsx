import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { STAGE_KINDS } from '@zhaoshi/domain/dispute/dispute-results';
import { App, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type StageValues, stageOf, valuesOfStage } from './dispute-values.ts';
import type { ShownDispute, ShownStage } from './shown-dispute.ts';
import { StageFields } from './stage-fields.tsx';

interface Values extends StageValues {
  readonly reason?: string;
}

interface Props {
  readonly shown: ShownDispute;
  /** `null`: the next one is entered. */
  readonly stage: ShownStage | null;
  readonly onClose: () => void;
}

/** Enters the next stage, fills in the result of one, or corrects it. */
export function StageDialog({ shown, stage, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const add = useChange(disputeRoutes.addStage, { also: ['desk', 'annualReports'] });
  const edit = useChange(disputeRoutes.editStage, { also: ['desk', 'annualReports'] });
  const { regionId, disputeId, version, next } = shown;
  const kinds = stage === null ? next : [stage.kind];
  const ended = {
    onSuccess: () => {
      void message.success('已登记');
      onClose();
    },
    onError: (error: Error) => showFieldErrors(form, error),
  };
  const submit = ({ reason = '', ...values }: Values): void => {
    const body = stageOf({ ...values, kind: stage?.kind ?? values.kind ?? next[0] });
    const params = { regionId, disputeId };
    if (stage === null) add.mutate({ request: { params, body }, version }, ended);
    else {
      const { sequence } = stage;
      const request = { params: { ...params, sequence }, body: { ...body, reason } };
      edit.mutate({ request, version }, ended);
    }
  };
  return (
    <Modal
      open
      title={stage === null ? '登记下一个审级' : `登记、更正${STAGE_KINDS[stage.kind]}`}
      okText="保存"
      cancelText="取消"
      confirmLoading={add.isPending || edit.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        className="dispute-form"
        requiredMark={false}
        initialValues={stage === null ? { kind: next[0] } : valuesOfStage(stage)}
        onFinish={submit}
      >
        <StageFields under={[]} kinds={kinds} />
        {stage !== null && (
          <Form.Item name="reason" label="更正理由（只补填空着的日期、结果时不用写）">
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={add.error ?? edit.error} />
    </Modal>
  );
}

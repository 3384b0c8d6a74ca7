import { Link } from '@tanstack/react-router';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import {
  LOSS_CAUSE_NAMES,
  LOSS_CAUSES,
  LOSS_GROUPS,
  type LossCause,
} from '@zhaoshi/domain/dispute/loss-causes';
import { App, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownDispute } from './shown-dispute.ts';

interface Values {
  readonly causes: LossCause[];
  readonly unit?: string;
  readonly measures?: string;
}

const CAUSES = Object.entries(LOSS_GROUPS).map(([group, label]) => ({
  label,
  options: LOSS_CAUSE_NAMES.filter((cause) => LOSS_CAUSES[cause].group === group).map((value) => ({
    value,
    label: LOSS_CAUSES[value].title,
  })),
}));

interface Props {
  readonly shown: ShownDispute;
  readonly loss: NonNullable<ShownDispute['loss']>;
}

function LossDialog({ shown, loss, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const record = useChange(disputeRoutes.recordLoss);
  const { regionId, disputeId, version } = shown;
  const submit = ({ causes, unit = '', measures = '' }: Values): void =>
    record.mutate(
      { request: { params: { regionId, disputeId }, body: { causes, unit, measures } }, version },
      {
        onSuccess: () => {
          void message.success('已登记');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title="登记纠错、败诉原因"
      okText="保存"
      cancelText="取消"
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        className="dispute-form"
        requiredMark={false}
        initialValues={loss}
        onFinish={submit}
      >
        <Form.Item
          name="causes"
          label="原因（可以多选）"
          rules={[{ required: true, message: '请至少选择一项原因' }]}
        >
          <Select mode="multiple" options={CAUSES} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="unit" label="责任内设机构（可以不填）">
          <Input maxLength={60} autoComplete="off" placeholder="如：办公室" />
        </Form.Item>
        <Form.Item name="measures" label="整改措施（不写个人姓名）">
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={record.error} />
    </Modal>
  );
}

function Known({ loss: { causes, unit, measures } }: Pick<Props, 'loss'>): ReactNode {
  return (
    <dl className="facts dispute-facts">
      <dt>原因</dt>
      <dd>{causes.map((cause) => LOSS_CAUSES[cause].title).join('；')}</dd>
      {unit !== '' && (
        <>
          <dt>责任内设机构</dt>
          <dd>{unit}</dd>
        </>
      )}
      {measures !== '' && (
        <>
          <dt>整改措施</dt>
          <dd className="as-written">{measures}</dd>
        </>
      )}
    </dl>
  );
}

/** Why the act did not stand, and what is done about it. */
export function LossCard({ shown }: { readonly shown: ShownDispute }): ReactNode {
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  const { loss, abilities } = shown;
  if (loss === null) return null;
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>纠错、败诉原因</h2>
        <AbilityButton size="small" needs="dispute.write" abilities={abilities} onClick={() => setOpen(true)}>
          {loss.causes.length === 0 ? '登记原因' : '修改原因'}
        </AbilityButton>
      </div>
      {loss.causes.length === 0 ? (
        <p className="quiet">
          还没有登记原因。写明因何被纠错、败诉，由哪个内设机构办理，怎样整改，供案件分析和培训。
        </p>
      ) : (
        <Known loss={loss} />
      )}
      <Link to="/disputes/losses">看全部案件的原因</Link>
      {isOpen && <LossDialog shown={shown} loss={loss} onClose={() => setOpen(false)} />}
    </section>
  );
}

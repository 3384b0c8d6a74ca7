import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { Form, Input, Modal, Radio, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownUnit } from './shown-assessment.ts';

type Objection = ShownUnit['objections'][number];

const RULINGS = { upheld: '成立', rejected: '不成立' } as const;

interface Values {
  readonly ruling: 'upheld' | 'rejected';
  readonly reason: string;
}

interface DialogProps {
  readonly shown: ShownUnit;
  readonly objection: Objection;
  readonly onClose: () => void;
}

function RuleDialog({ shown, objection, onClose }: DialogProps): ReactNode {
  const [form] = Form.useForm<Values>();
  const isVeto = shown.vetoes.some(({ code }) => code === objection.code);
  const rule = useChange(assessmentRoutes.rule);
  const { regionId, assessmentId, unit, version } = shown;
  const params = { regionId, assessmentId, unitOrganId: unit.organId, objectionId: objection.objectionId };
  const submit = (body: Values): void =>
    rule.mutate({ request: { params, body }, version }, { onSuccess: onClose });
  return (
    <Modal
      open
      title="裁定异议"
      okText="裁定"
      cancelText="取消"
      confirmLoading={rule.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {objection.code}：{objection.about}
      </p>
      <p>异议理由：{objection.reason}</p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="ruling" label="异议" rules={[{ required: true, message: '请选择异议是否成立' }]}>
          <Radio.Group
            options={[
              {
                value: 'upheld',
                label:
                  objection.item === null && !isVeto
                    ? '成立，原来评定的分不再计，由考核人员重新评定'
                    : '成立，这一处不计分',
              },
              { value: 'rejected', label: '不成立，照常计分' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
        >
          <Input.TextArea maxLength={1000} rows={3} />
        </Form.Item>
      </Form>
      <ProblemAlert error={rule.error} />
    </Modal>
  );
}

/** Objections of the unit with what was decided; nothing where there are none. */
export function ObjectionList({ shown }: { readonly shown: ShownUnit }): ReactNode {
  const [ruled, setRuled] = useState<Objection | null>(null);
  if (shown.objections.length === 0) return null;
  const mayRule = shown.state === 'running' && shown.abilities.includes('assessment.judge');
  return (
    <section className="card" aria-labelledby="objections">
      <h2 id="objections">异议</h2>
      <ul className="rows">
        {shown.objections.map((one) => (
          <li key={one.objectionId}>
            <span>
              {one.code}：{one.about}{' '}
              <Tag {...(one.ruling === 'upheld' && { color: 'green' })}>
                {one.ruling === null ? '待裁定' : RULINGS[one.ruling]}
              </Tag>
              <small className="quiet">
                {one.raisedBy}，{shownMoment(one.raisedAt)}：{one.reason}
              </small>
              {one.ruledAt !== null && (
                <small className="quiet">
                  {one.ruledBy}，{shownMoment(one.ruledAt)}：{one.rulingReason}
                </small>
              )}
              {one.ruling === 'upheld' && <strong className="ruling-effect">{one.effect}。</strong>}
            </span>
            {one.ruling === null && mayRule && (
              <AbilityButton
                needs="assessment.judge"
                abilities={shown.abilities}
                hindrance={one.rulingHindrance ?? undefined}
                aria-label={`裁定${one.code}的异议`}
                onClick={() => setRuled(one)}
              >
                裁定
              </AbilityButton>
            )}
          </li>
        ))}
      </ul>
      {ruled !== null && <RuleDialog shown={shown} objection={ruled} onClose={() => setRuled(null)} />}
    </section>
  );
}

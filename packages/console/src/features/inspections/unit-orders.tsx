import { Link } from '@tanstack/react-router';
import { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import { REMEDIATION_STATUSES } from '@zhaoshi/domain/oversight/remediation';
import { App, Form, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownInspection } from './shown-inspection.ts';

type Unit = ShownInspection['drawnFrom'][number];

interface Values {
  readonly dueOn: string;
  readonly words?: string;
}

function OrderDialog({
  shown,
  unit,
  onClose,
}: {
  readonly shown: ShownInspection;
  readonly unit: Unit;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const order = useChange(inspectionRoutes.order, { also: ['remediation'] });
  const { regionId, inspectionId, version } = shown;
  const submit = ({ dueOn, words = '' }: Values): void =>
    order.mutate(
      {
        request: {
          params: { regionId, inspectionId },
          body: { unit: { regionId: unit.regionId, organId: unit.organId }, dueOn, words },
        },
        version,
      },
      {
        onSuccess: () => {
          void message.success('已下达');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title={`向${unit.name}下达整改通知`}
      okText="下达"
      cancelText="取消"
      confirmLoading={order.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>登记的问题逐条写进通知。</p>
      <Form<Values>
        form={form}
        layout="vertical"
        className="inspection-form"
        requiredMark={false}
        onFinish={submit}
      >
        <Form.Item name="dueOn" label="完成期限" rules={[{ required: true, message: '请填写完成期限' }]}>
          <Input type="date" className="date" />
        </Form.Item>
        <Form.Item name="words" label="写在问题前面的话（可以不填）">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={order.error} />
    </Modal>
  );
}

/** The units of which something was found, each with its order or the button that gives it. */
export function UnitOrders({ shown }: { readonly shown: ShownInspection }): ReactNode {
  const headingId = useId();
  const [unit, setUnit] = useState<Unit | null>(null);
  const { drawnFrom, checks, orders, abilities } = shown;
  const faulty = drawnFrom
    .map((one) => ({
      one,
      faults: checks.filter(({ unit: own, verdict }) => own.organId === one.organId && verdict === 'fault'),
      order: orders.find(({ organId }) => organId === one.organId),
    }))
    .filter(({ faults }) => faults.length > 0);
  if (faulty.length === 0) return null;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>整改通知</h2>
      <ul className="rows">
        {faulty.map(({ one, faults, order }) => (
          <li key={one.organId}>
            <span>
              {one.name}：{faults.length} 条信息有问题{' '}
              {order !== undefined && (
                <Link
                  to="/remediation-orders/$regionId/$orderId"
                  params={{ regionId: order.regionId, orderId: order.orderId }}
                >
                  整改通知：{REMEDIATION_STATUSES[order.status]}，{shownDate(order.dueOn)}前完成
                </Link>
              )}
            </span>
            {order === undefined && (
              <AbilityButton
                size="small"
                needs="inspection.handle"
                abilities={abilities}
                onClick={() => setUnit(one)}
              >
                下达整改通知<span className="for-readers">：{one.name}</span>
              </AbilityButton>
            )}
          </li>
        ))}
      </ul>
      {unit !== null && <OrderDialog shown={shown} unit={unit} onClose={() => setUnit(null)} />}
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import { ORDER_KINDS, type OrderKind, REMEDIATION_STATUSES } from '@zhaoshi/domain/oversight/remediation';
import { App, Form, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownInspection } from './shown-inspection.ts';

const KINDS = Object.keys(ORDER_KINDS) as readonly OrderKind[];

type Unit = ShownInspection['drawnFrom'][number];

interface Values {
  readonly number?: string;
  readonly dueOn: string;
  readonly words?: string;
}

function OrderDialog({
  shown,
  unit,
  kind,
  onClose,
}: {
  readonly shown: ShownInspection;
  readonly unit: Unit;
  readonly kind: OrderKind;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const order = useChange(inspectionRoutes.order, { also: ['remediation'] });
  const { regionId, inspectionId, version } = shown;
  const isCircular = kind === 'circular';
  const submit = ({ number = '', dueOn, words = '' }: Values): void =>
    order.mutate(
      {
        request: {
          params: { regionId, inspectionId },
          body: { unit: { regionId: unit.regionId, organId: unit.organId }, kind, number, dueOn, words },
        },
        version,
      },
      {
        onSuccess: () => {
          void message.success(isCircular ? '已通报' : '已下达');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Modal
      open
      title={isCircular ? `通报${unit.name}` : `向${unit.name}下达整改通知`}
      okText={isCircular ? '通报' : '下达'}
      cancelText="取消"
      confirmLoading={order.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>登记的问题逐条写进{ORDER_KINDS[kind]}，生成文书，单位可以看到。</p>
      <Form<Values>
        form={form}
        layout="vertical"
        className="inspection-form"
        requiredMark={false}
        onFinish={submit}
      >
        <Form.Item
          name="number"
          label={isCircular ? '文号' : '文号（可以不填）'}
          rules={isCircular ? [{ required: true, whitespace: true, message: '请填写文号' }] : []}
          extra="如：昭政办通〔2026〕3号"
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="dueOn" label="完成期限" rules={[{ required: true, message: '请填写完成期限' }]}>
          <Input type="date" className="date" />
        </Form.Item>
        <Form.Item name="words" label="整改的要求（可以不填，不填的要求逐项整改）">
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
  const [given, setGiven] = useState<{ readonly unit: Unit; readonly kind: OrderKind } | null>(null);
  const { drawnFrom, checks, orders, abilities } = shown;
  const faulty = drawnFrom
    .map((one) => ({
      one,
      faults: checks.filter(({ unit: own, verdict }) => own.organId === one.organId && verdict === 'fault'),
      orders: orders.filter(({ organId }) => organId === one.organId),
    }))
    .filter(({ faults }) => faults.length > 0);
  if (faulty.length === 0) return null;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>整改通知和通报</h2>
      <ul className="rows">
        {faulty.map(({ one, faults, orders: own }) => (
          <li key={one.organId}>
            <span>
              {one.name}：{faults.length} 条信息有问题{' '}
              {own.map((order) => (
                <Link
                  key={order.orderId}
                  className="unit-order"
                  to="/remediation-orders/$regionId/$orderId"
                  params={{ regionId: order.regionId, orderId: order.orderId }}
                >
                  {ORDER_KINDS[order.kind]}：{REMEDIATION_STATUSES[order.status]}，{shownDate(order.dueOn)}
                  前完成
                </Link>
              ))}
            </span>
            <span className="unit-acts">
              {KINDS.filter((kind) => !own.some((order) => order.kind === kind)).map((kind) => (
                <AbilityButton
                  key={kind}
                  size="small"
                  needs="inspection.handle"
                  abilities={abilities}
                  onClick={() => setGiven({ unit: one, kind })}
                >
                  {kind === 'order' ? '下达整改通知' : '通报批评'}
                  <span className="for-readers">：{one.name}</span>
                </AbilityButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {given !== null && <OrderDialog shown={shown} {...given} onClose={() => setGiven(null)} />}
    </section>
  );
}

import { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { EntryDialog } from './entry-dialog.tsx';
import type { Handover } from './handover.ts';

interface Values {
  readonly receipt: string;
  readonly on: string;
}

/** Notes the receipt that archives or library gave. */
export function ReceiptDialog({
  row,
  onClose,
}: {
  readonly row: Handover;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const receive = useChange(handoverRoutes.receive);
  const today = civilDateAt(new Date());
  const { regionId, handoverId, version, receiver, handedOn, count } = row;
  const submit = (body: Values): void =>
    receive.mutate(
      { request: { params: { regionId, handoverId }, body }, version },
      {
        onSuccess: () => {
          void message.success('已登记回执');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <EntryDialog<Values>
      title="登记回执"
      confirm="登记"
      form={form}
      initialValues={{ on: today }}
      running={receive}
      about={
        <p>
          {handedOn}移交{receiver}，共 {count} 件。
        </p>
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="receipt"
        label="回执编号或者签收情况"
        rules={[{ required: true, whitespace: true, message: '请填写回执编号或者签收情况' }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="on" label="签收日期" rules={[{ required: true, message: '请填写签收日期' }]}>
        <Input type="date" min={handedOn} max={today} />
      </Form.Item>
    </EntryDialog>
  );
}

import type { RouteRequest } from '@zhaoshi/contract/define-route';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { AMENDMENT_DELIVERY_WAYS } from '@zhaoshi/domain/application/amendment-delivery';
import { DELIVERY_WAYS } from '@zhaoshi/domain/delivery/delivery';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { App, Button, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownAmendment } from './shown-amendment.ts';

type Values = RouteRequest<typeof recordAmendmentRoutes.deliver>['body'];

interface Props {
  readonly shown: ShownAmendment;
  readonly letter: NonNullable<ShownAmendment['letter']>;
}

/** Notes a delivery on paper; after mail came back another one. */
function DeliverForm({ shown, letter }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const today = civilDateAt(new Date());
  const way = Form.useWatch('way', form) ?? 'direct';
  const { regionId, amendmentId, version } = shown;
  const deliver = useChange(recordAmendmentRoutes.deliver);
  const submit = (body: Values): void =>
    deliver.mutate(
      { request: { params: { regionId, amendmentId }, body }, version },
      {
        onSuccess: () => {
          form.resetFields();
          void message.success('已登记送达');
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <details className="amendment-delivery">
      <summary>登记纸质送达</summary>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ way: 'direct', on: today, evidence: '' }}
        onFinish={submit}
      >
        <Form.Item name="way" label="送达方式">
          <Radio.Group className="decisions">
            {AMENDMENT_DELIVERY_WAYS.map((id) => (
              <Radio key={id} value={id}>
                {DELIVERY_WAYS[id].title}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="on"
          label={DELIVERY_WAYS[way].timePoint}
          rules={[{ required: true, message: '请填写日期' }]}
        >
          <Input type="date" min={letter.issuedOn} max={today} />
        </Form.Item>
        <Form.Item
          name="evidence"
          label="凭证"
          extra="谁签收；邮寄的写明邮政企业和邮件号；委托送达的写明受托的机关。"
          rules={[{ required: true, whitespace: true, message: '请写明凭证' }]}
        >
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
        <ProblemAlert error={deliver.error} />
        <div className="actions">
          <Button htmlType="submit" loading={deliver.isPending}>
            登记送达
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** How the letter went out beside the portal, and the form to note it. */
export function AmendmentDeliveries({ shown, letter }: Props): ReactNode {
  return (
    <>
      {letter.deliveries.length > 0 && (
        <ul className="amendment-deliveries">
          {letter.deliveries.map(({ way, on, evidence }) => (
            <li key={`${way} ${on} ${evidence}`}>
              {shownDate(on)} {DELIVERY_WAYS[way].title}：{evidence}
            </li>
          ))}
        </ul>
      )}
      {shown.abilities.includes('recordAmendment.decide') && <DeliverForm shown={shown} letter={letter} />}
    </>
  );
}

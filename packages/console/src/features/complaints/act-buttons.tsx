import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  actTitle,
  COMPLAINT_FINDINGS,
  type ComplaintActName,
  OTHER_WAYS,
  owedOrderWords,
  owesOrder,
} from '@zhaoshi/domain/oversight/complaint';
import type { OrderKind } from '@zhaoshi/domain/oversight/remediation';
import { App, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownComplaint } from './shown-complaint.ts';

const FINDINGS = Object.entries(COMPLAINT_FINDINGS).map(([value, label]) => ({ value, label }));
const WAYS = Object.entries(OTHER_WAYS).map(([value, label]) => ({ value, label }));

/** What each act asks for beside its words, and what the words are. */
const ASKED = {
  accept: { words: null, note: '投诉人凭编号和查询码可以看到“已经受理，正在核查”。' },
  redirect: { words: '告知投诉人的话', note: '不属于政府信息公开投诉的，告诉投诉人应当找哪里、怎么找。' },
  extend: { words: '延长的理由', note: '只能延长一次，理由告知投诉人。' },
  find: { words: '核查的经过和结论', note: '只有本机关可以看到，不告知投诉人。' },
  order: {
    words: '整改的要求',
    note: '按填写的内容生成整改通知书，发给被投诉的单位。不要写投诉人的情况，也不要写是投诉反映的。',
  },
  circular: {
    words: '整改的要求',
    note: '按填写的内容生成通报，发给被通报的单位。不要写投诉人的情况，也不要写是投诉反映的。',
  },
  refer: { words: '移送的事实和建议', note: '向有权机关提出追究责任的建议（条例第四十七条、第五十三条）。' },
  tell: { words: '告知投诉人的结果', note: '投诉人凭编号和查询码查看；实名的另按联系方式告知。' },
  close: { words: null, note: '办结以后不能再改。' },
} as const satisfies Readonly<
  Record<ComplaintActName, { readonly words: string | null; readonly note: string }>
>;

interface Values {
  readonly words?: string;
  readonly way?: keyof typeof OTHER_WAYS;
  readonly finding?: keyof typeof COMPLAINT_FINDINGS;
  readonly dueOn?: string;
  readonly facts?: string;
  readonly number?: string;
  readonly organ?: string;
}

/** The act as it is sent; what it needs the form has asked for. */
function actOf(type: ComplaintActName, { words = '', ...values }: Values) {
  const { way = 'petition', finding = 'true', dueOn = '', number = '', facts = '', organ = '' } = values;
  if (type === 'accept' || type === 'close') return { type };
  if (type === 'redirect') return { type, way, words };
  if (type === 'find') return { type, finding, words };
  if (type === 'order' || type === 'circular') return { type, number, facts, words, dueOn };
  return type === 'refer' ? { type, organ, words } : { type, words };
}

const filled = (message: string) => [{ required: true, whitespace: true, message }];

/** What the document says before its demand: a circular needs both, an order may do without. */
function DocumentFields({ kind }: { readonly kind: OrderKind }): ReactNode {
  const isNeeded = kind === 'circular';
  const may = isNeeded ? '' : '（可以不填）';
  return (
    <>
      <Form.Item
        name="number"
        label={`文号${may}`}
        rules={isNeeded ? filled('请填写文号') : []}
        extra="如：昭政办通〔2026〕3号"
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="facts" label={`查明的事实${may}`} rules={isNeeded ? filled('请填写查明的事实') : []}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  );
}

function Fields({ type }: { readonly type: ComplaintActName }): ReactNode {
  const { words } = ASKED[type];
  return (
    <>
      {type === 'redirect' && (
        <Form.Item name="way" label="途径" rules={filled('请选择途径')}>
          <Select options={WAYS} />
        </Form.Item>
      )}
      {type === 'find' && (
        <Form.Item name="finding" label="核查结论" rules={filled('请选择核查结论')}>
          <Select options={FINDINGS} />
        </Form.Item>
      )}
      {(type === 'order' || type === 'circular') && <DocumentFields kind={type} />}
      {type === 'refer' && (
        <Form.Item name="organ" label="移送的机关" rules={filled('请填写移送的机关')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      {words !== null && (
        <Form.Item name="words" label={words} rules={filled(`请填写${words}`)}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      )}
      {(type === 'order' || type === 'circular') && (
        <Form.Item name="dueOn" label="完成期限" rules={filled('请填写完成期限')}>
          <Input type="date" max="9999-12-31" />
        </Form.Item>
      )}
    </>
  );
}

function ActDialog({
  shown,
  type,
  onClose,
}: {
  readonly shown: ShownComplaint;
  readonly type: ComplaintActName;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const act = useChange(complaintRoutes.act, { also: ['desk', 'remediation'] });
  const { regionId, complaintId, version } = shown;
  const title = actTitle(type, shown.kind);
  const submit = (values: Values): void =>
    act.mutate(
      { request: { params: { regionId, complaintId }, body: actOf(type, values) }, version },
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
      title={title}
      okText={title}
      cancelText="取消"
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{ASKED[type].note}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        className="complaint-form"
        requiredMark={false}
        onFinish={submit}
      >
        <Fields type={type} />
      </Form>
      <ProblemAlert error={act.error} />
    </Modal>
  );
}

/** What the rules let be done now, the step that leads on first and in colour. */
export function ActButtons({ shown }: { readonly shown: ShownComplaint }): ReactNode {
  const [type, setType] = useState<ComplaintActName | null>(null);
  const { acts, abilities, kind, finding, orders, events } = shown;
  const ordered = orders.filter((order) => order.kind === 'order').length;
  const circulars = events.filter((event) => event.type === 'circular').length;
  const isOwed = acts.length > 0 && owesOrder({ kind, finding, orders: ordered, circulars });
  return (
    <>
      {isOwed && (
        // A stored civil date.
        <p>{owedOrderWords({ kind, receivedOn: shown.receivedOn as CivilDate })}</p>
      )}
      {acts.length === 0 && <p className="quiet">没有需要办理的。</p>}
      <div className="complaint-acts">
        {acts.map((act, index) => (
          <AbilityButton
            key={act}
            type={index === 0 ? 'primary' : 'default'}
            needs="complaint.handle"
            abilities={abilities}
            onClick={() => setType(act)}
          >
            {actTitle(act, kind)}
          </AbilityButton>
        ))}
      </div>
      {type !== null && <ActDialog shown={shown} type={type} onClose={() => setType(null)} />}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import {
  COMPLAINT_CHANNELS,
  COMPLAINT_KINDS,
  type ComplaintKind,
  complaintKindsOf,
  complaintLawOn,
  ENTERED_CHANNELS,
} from '@zhaoshi/domain/oversight/complaint';
import { LONGEST_COMPLAINT } from '@zhaoshi/domain/oversight/complaint-form';
import { Button, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type PickedUnit, UnitPicker } from '../../ui/unit-picker.tsx';
import './complaints.css';

const NO_UNITS: readonly PickedUnit[] = [];
const CHANNELS = ENTERED_CHANNELS.map((value) => ({ value, label: COMPLAINT_CHANNELS[value] }));

interface Values {
  readonly channel: (typeof ENTERED_CHANNELS)[number];
  readonly kind?: ComplaintKind;
  readonly unit?: readonly PickedUnit[];
  readonly text: string;
  readonly isNamed: boolean;
  readonly name?: string;
  readonly contact?: string;
  readonly applicationNumber?: string;
}

interface Receipt {
  readonly number: string;
  readonly code: string;
  readonly isNamed: boolean;
}

const filled = (message: string) => [{ required: true, whitespace: true, message }];

/** Number and code, to be told to the complainant; they are shown here only. */
function ReceiptCard({
  receipt,
  onNext,
}: {
  readonly receipt: Receipt;
  readonly onNext: () => void;
}): ReactNode {
  const headingId = useId();
  return (
    <section className="card narrow" aria-labelledby={headingId}>
      <h2 id={headingId}>已登记：请把编号和查询码告诉投诉人</h2>
      <dl className="facts complaint-facts">
        <dt>编号</dt>
        <dd className="figures">{receipt.number}</dd>
        <dt>查询码</dt>
        <dd className="figures">{receipt.code}</dd>
      </dl>
      <p>投诉人凭这两项在网站的投诉箱查看办理结果。查询码只在这里显示一次。</p>
      {!receipt.isNamed && <p>匿名投诉明天开箱后出现在登记簿里。</p>}
      <p className="complaint-acts">
        <Button onClick={onNext}>再登记一件</Button>
        <Link to="/complaints">返回登记簿</Link>
      </p>
    </section>
  );
}

/** What it is about; of a village there is but one thing, which is said and not asked. */
function KindField(): ReactNode {
  const form = Form.useFormInstance<Values>();
  const [unit] = Form.useWatch('unit', form) ?? NO_UNITS;
  const kinds = complaintKindsOf({ isVillage: unit?.isVillage === true });
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0)
    return (
      <Form.Item label="事项">
        {COMPLAINT_KINDS[only].title}
        <small className="quiet">（{complaintLawOn(only, civilDateAt(new Date()))}）</small>
      </Form.Item>
    );
  const options = kinds.map((value) => ({ value, label: COMPLAINT_KINDS[value].title }));
  return (
    <Form.Item name="kind" label="事项" rules={filled('请选择事项')} extra="投诉村务公开的，在上面选择村。">
      <Select options={options} placeholder="请选择" />
    </Form.Item>
  );
}

function WhoFields({ isNamed }: { readonly isNamed: boolean }): ReactNode {
  if (!isNamed)
    return (
      <p className="quiet">不登记姓名、电话、来电号码和申请登记号，事实里也不要写能认出投诉人的内容。</p>
    );
  return (
    <>
      <Form.Item
        name="name"
        label="姓名或者名称"
        rules={filled('请填写姓名或者名称')}
        extra="加密保存，只有办理人员可以看到。"
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label="联系方式" rules={filled('请填写联系方式')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="applicationNumber" label="申请登记号（投诉申请没有依法答复的填写）">
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function EntryForm({
  organ,
  onEntered,
}: {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly onEntered: (receipt: Receipt) => void;
}): ReactNode {
  const headingId = useId();
  const [form] = Form.useForm<Values>();
  const [nonce] = useState(() => crypto.randomUUID());
  const enter = useChange(complaintRoutes.enter, { also: ['desk'] });
  const isNamed: unknown = Form.useWatch('isNamed', form);
  const submit = ({ unit = [], isNamed: named, name = '', contact = '', ...values }: Values): void => {
    const [about] = unit;
    if (about === undefined) return;
    const { channel, text, applicationNumber } = values;
    const kinds = complaintKindsOf(about);
    const kind = kinds.find((one) => one === values.kind) ?? kinds[0];
    if (kind === undefined) return;
    const body = {
      channel,
      kind,
      text,
      unit: { regionId: about.regionId, organId: about.organId },
      complainant: named ? { name, contact } : null,
      applicationNumber: named ? (applicationNumber ?? null) : null,
      nonce,
    };
    enter.mutate(
      { request: { params: { regionId: organ.regionId, organId: organ.organId }, body } },
      {
        onSuccess: (receipt) => onEntered({ ...receipt, isNamed: named }),
        onError: (error) => showFieldErrors(form, error),
      },
    );
  };
  return (
    <section className="card narrow" aria-labelledby={headingId}>
      <h2 id={headingId}>投诉</h2>
      <Form<Values>
        form={form}
        layout="vertical"
        className="complaint-form"
        requiredMark={false}
        initialValues={{ channel: 'phone', isNamed: true }}
        onFinish={submit}
      >
        <Form.Item name="channel" label="来源">
          <Select options={CHANNELS} />
        </Form.Item>
        <Form.Item
          name="unit"
          label="被投诉的单位或者村"
          rules={[{ required: true, message: '请选择被投诉的单位或者村' }]}
        >
          <UnitPicker organ={organ} most={1} />
        </Form.Item>
        <KindField />
        <Form.Item name="text" label="事实" rules={filled('请填写投诉的事实')}>
          <Input.TextArea maxLength={LONGEST_COMPLAINT} autoSize={{ minRows: 4, maxRows: 12 }} />
        </Form.Item>
        <Form.Item name="isNamed" label="实名还是匿名">
          <Radio.Group
            options={[
              { value: true, label: '实名' },
              { value: false, label: '匿名' },
            ]}
          />
        </Form.Item>
        <WhoFields isNamed={isNamed !== false} />
        <ProblemAlert error={enter.error} />
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          登记
        </Button>
      </Form>
    </section>
  );
}

/** Enters a complaint made by telephone, in person or by letter. */
export function NewComplaintPage(): ReactNode {
  const { organ } = useSession();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  return (
    <>
      <PageHeader />
      {receipt !== null && <ReceiptCard receipt={receipt} onNext={() => setReceipt(null)} />}
      {receipt === null && organ !== null && <EntryForm organ={organ} onEntered={setReceipt} />}
    </>
  );
}

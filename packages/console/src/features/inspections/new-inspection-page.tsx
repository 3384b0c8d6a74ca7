import { useNavigate } from '@tanstack/react-router';
import { inspectionRoutes } from '@zhaoshi/contract/routes/inspections';
import { civilDateAt, firstDayOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { MOST_PER_UNIT, USUAL_CHECKLIST } from '@zhaoshi/domain/oversight/inspection';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { type ReactNode, useId } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type PickedUnit, UnitPicker } from '../../ui/unit-picker.tsx';
import './inspections.css';

const MOST_UNITS = 200;

interface Values {
  readonly title: string;
  readonly units: readonly PickedUnit[];
  readonly publishedFrom: string;
  readonly publishedUntil: string;
  readonly perUnit: number;
  readonly checklist: string;
  readonly seed?: string;
}

const filled = (message: string) => [{ required: true, whitespace: true, message }];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function PlanFields({
  organ,
}: {
  readonly organ: { readonly regionId: string; readonly organId: string };
}): ReactNode {
  return (
    <>
      <Form.Item name="title" label="名称" rules={filled('请填写名称')}>
        <Input maxLength={100} autoComplete="off" placeholder="如：2026年第四季度抽查" />
      </Form.Item>
      <Form.Item name="units" label="检查的单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitPicker organ={organ} most={MOST_UNITS} />
      </Form.Item>
      <Form.Item name="publishedFrom" label="公开日期从" rules={filled('请填写日期')}>
        <Input type="date" className="date" />
      </Form.Item>
      <Form.Item name="publishedUntil" label="公开日期到" rules={filled('请填写日期')}>
        <Input type="date" className="date" />
      </Form.Item>
      <Form.Item name="perUnit" label="每个单位抽几条" rules={[{ required: true, message: '请填写条数' }]}>
        <InputNumber min={1} max={MOST_PER_UNIT} precision={0} />
      </Form.Item>
      <Form.Item name="checklist" label="检查项目（一行一项）" rules={filled('请填写检查项目')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
      <Form.Item
        name="seed"
        label="抽签的种子（可以不填）"
        extra="不填的由系统产生。当众抽签的，可以填写当众产生的数字。"
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** Plans an inspection; its items are drawn at once. */
export function NewInspectionPage(): ReactNode {
  const { organ } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const headingId = useId();
  const [form] = Form.useForm<Values>();
  const create = useChange(inspectionRoutes.create);
  const today = civilDateAt(new Date());
  if (organ === null) return <PageHeader />;
  const { regionId, organId } = organ;
  const submit = ({ units, checklist, seed = '', ...plan }: Values): void =>
    create.mutate(
      {
        request: {
          params: { regionId, organId },
          body: {
            ...plan,
            seed,
            checklist: linesOf(checklist),
            units: units.map((unit) => ({ regionId: unit.regionId, organId: unit.organId })),
          },
        },
      },
      {
        onSuccess: ({ inspectionId }) => {
          void message.success('已抽取');
          void navigate({ to: '/inspections/$regionId/$inspectionId', params: { regionId, inspectionId } });
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <PageHeader />
      <section className="card narrow" aria-labelledby={headingId}>
        <h2 id={headingId}>计划</h2>
        <Form<Values>
          form={form}
          layout="vertical"
          className="inspection-form"
          requiredMark={false}
          initialValues={{
            publishedFrom: firstDayOf(yearOf(today)),
            publishedUntil: today,
            perUnit: 5,
            checklist: USUAL_CHECKLIST.join('\n'),
          }}
          onFinish={submit}
        >
          <PlanFields organ={{ regionId, organId }} />
          <ProblemAlert error={create.error} />
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            保存并抽取
          </Button>
        </Form>
      </section>
    </>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { WORK_KIND_NAMES, WORK_KINDS, type WorkKind } from '@zhaoshi/domain/work-register/work-kinds';
import { App, Button, Form, Radio } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { bodyOf, type WorkValues } from './shown-work.ts';
import { WorkFields } from './work-fields.tsx';
import './work-records.css';

const KINDS = WORK_KIND_NAMES.map((value) => ({ value, label: WORK_KINDS[value].title }));

/** Enters a plan, or something that was done. */
export function NewWorkRecordPage(): ReactNode {
  const search = useSearch({ from: '/frame/work-records/new' });
  const { organ } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const headingId = useId();
  const [form] = Form.useForm<WorkValues>();
  const [kind, setKind] = useState<WorkKind>(search.kind ?? 'task');
  const enter = useChange(workRecordRoutes.enter, { also: ['desk'] });
  if (organ === null) return <PageHeader />;
  const { regionId, organId } = organ;
  const owner = { regionId, organId };
  const enterOne = (values: WorkValues, after: (recordId: string) => void): void =>
    enter.mutate(
      { request: { params: owner, body: { kind, ...bodyOf(kind, values) } } },
      {
        onSuccess: ({ recordId }) => {
          void message.success('已登记');
          after(recordId);
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  const submit = (values: WorkValues): void =>
    enterOne(
      values,
      (recordId) =>
        void navigate({ to: '/work-records/$regionId/$recordId', params: { regionId, recordId } }),
    );
  // The next task of the same plan: a plan of a year is broken into many.
  const goOn = (values: WorkValues): void =>
    enterOne(values, () => {
      form.resetFields();
      form.setFieldsValue({ facts: { plan: values.facts?.['plan'] } });
      form.focusField('title');
    });
  const enterAndGoOn = async (): Promise<void> => {
    // What is wrong stands beside its field.
    const values = await form.validateFields().catch(() => null);
    if (values !== null) goOn(values);
  };
  return (
    <>
      <PageHeader />
      <section className="card narrow" aria-labelledby={headingId}>
        <h2 id={headingId}>{WORK_KINDS[kind].title}</h2>
        <Form<WorkValues> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item label="类别">
            <Radio.Group
              aria-label="类别"
              options={KINDS}
              value={kind}
              onChange={({ target }) => setKind(WORK_KIND_NAMES.find((one) => one === target.value) ?? kind)}
            />
          </Form.Item>
          <p className="quiet">依据：{WORK_KINDS[kind].law}</p>
          <WorkFields kind={kind} owner={owner} />
          <ProblemAlert error={enter.error} />
          <p className="form-submit">
            <Button type="primary" htmlType="submit" loading={enter.isPending}>
              登记
            </Button>{' '}
            {kind === 'task' && (
              <Button disabled={enter.isPending} onClick={() => void enterAndGoOn()}>
                登记，再登同一要点的下一项
              </Button>
            )}
          </p>
        </Form>
      </section>
    </>
  );
}

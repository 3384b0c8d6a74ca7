import { useNavigate } from '@tanstack/react-router';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { App, Button, Form } from 'antd';
import { type ReactNode, useId } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OpinionFields, type OpinionValues, sentFields } from './opinion-fields.tsx';
import { minuteOf } from './shown-opinion.ts';

/** Enters an event by hand. */
export function NewOpinionPage(): ReactNode {
  const { organ } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const headingId = useId();
  const [form] = Form.useForm<OpinionValues>();
  const enter = useChange(opinionRoutes.enter, { also: ['desk'] });
  if (organ === null) return <PageHeader />;
  const { regionId, organId } = organ;
  const submit = (values: OpinionValues): void =>
    enter.mutate(
      { request: { params: { regionId, organId }, body: sentFields(values) } },
      {
        onSuccess: ({ opinionId }) => {
          void message.success('已登记');
          void navigate({ to: '/opinions/$regionId/$opinionId', params: { regionId, opinionId } });
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <PageHeader />
      <section className="card narrow" aria-labelledby={headingId}>
        <h2 id={headingId}>舆情</h2>
        <Form<OpinionValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{
            title: '',
            level: 'other',
            occurredAt: '',
            platform: '',
            link: '',
            summary: '',
            foundAt: minuteOf(new Date().toISOString()),
          }}
          onFinish={submit}
        >
          <OpinionFields />
          <ProblemAlert error={enter.error} />
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            登记
          </Button>
        </Form>
      </section>
    </>
  );
}

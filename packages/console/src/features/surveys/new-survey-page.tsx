import { useNavigate } from '@tanstack/react-router';
import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { App, Button, Form } from 'antd';
import { type ReactNode, useId } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { bodyOf, type SurveyValues } from './shown-survey.ts';
import { SurveyFields } from './survey-fields.tsx';
import './surveys.css';

/** Questions that every evaluation asks, to start from. */
const FIRST = {
  mode: 'open',
  questions: [
    {
      kind: 'single',
      question: '您主要从哪里看到政府公开的信息？',
      options: ['政府网站', '公示栏', '微信等新媒体', '没有看到过'],
    },
    { kind: 'rating', question: '您对政府信息公开工作总体上打几分？' },
    { kind: 'text', question: '您有什么意见建议？' },
  ],
} as const;

/** Writes a survey. */
export function NewSurveyPage(): ReactNode {
  const { organ } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const headingId = useId();
  const [form] = Form.useForm<SurveyValues>();
  const create = useChange(surveyRoutes.create);
  if (organ === null) return <PageHeader />;
  const { regionId, organId } = organ;
  const submit = (values: SurveyValues): void =>
    create.mutate(
      { request: { params: { regionId, organId }, body: bodyOf(values) } },
      {
        onSuccess: ({ surveyId }) => {
          void message.success('已保存草稿');
          void navigate({ to: '/surveys/$regionId/$surveyId', params: { regionId, surveyId } });
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <PageHeader />
      <section className="card narrow" aria-labelledby={headingId}>
        <h2 id={headingId}>问卷</h2>
        <Form<SurveyValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={FIRST}
          onFinish={submit}
        >
          <SurveyFields />
          <ProblemAlert error={create.error} />
          <Button type="primary" htmlType="submit" loading={create.isPending} className="survey-submit">
            保存草稿
          </Button>
        </Form>
      </section>
    </>
  );
}

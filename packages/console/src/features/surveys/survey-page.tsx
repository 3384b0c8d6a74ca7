import { Link, useParams } from '@tanstack/react-router';
import { surveyRoutes } from '@zhaoshi/contract/routes/surveys';
import { choicesOf, QUESTION_KINDS, SURVEY_MODES, SURVEY_STATUSES } from '@zhaoshi/domain/survey/survey';
import { App, Button, Form } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { bodyOf, periodOf, type ShownSurvey, type SurveyValues } from './shown-survey.ts';
import { SurveyActs } from './survey-acts.tsx';
import { SurveyFields } from './survey-fields.tsx';
import { SurveyResults } from './survey-results.tsx';
import './surveys.css';

interface Props {
  readonly shown: ShownSurvey;
}

function Edit({ shown, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<SurveyValues>();
  const edit = useChange(surveyRoutes.edit);
  const { regionId, surveyId, version } = shown;
  const submit = (values: SurveyValues): void =>
    edit.mutate(
      { request: { params: { regionId, surveyId }, body: bodyOf(values) }, version },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <Form<SurveyValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={shown}
      onFinish={submit}
    >
      <SurveyFields />
      <ProblemAlert error={edit.error} />
      <div className="survey-submit">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          保存
        </Button>{' '}
        <Button onClick={onClose}>取消</Button>
      </div>
    </Form>
  );
}

function Facts({ shown }: Props): ReactNode {
  const { organName, status, mode, closesOn, endedOn, codes, intro, questions } = shown;
  return (
    <>
      <dl className="facts">
        <dt>机关</dt>
        <dd>{organName}</dd>
        <dt>状态</dt>
        <dd>{SURVEY_STATUSES[status]}</dd>
        <dt>谁可以填</dt>
        <dd>
          {SURVEY_MODES[mode]}
          {mode === 'invited' && `（已生成 ${codes.issued} 个邀请码，${codes.unused} 个还没有用）`}
        </dd>
        <dt>起止日期</dt>
        <dd>
          {periodOf(shown)}
          {endedOn !== null && endedOn < closesOn && `（提前结束，原定到${shownDate(closesOn)}）`}
        </dd>
      </dl>
      {intro !== '' && <p className="as-written">{intro}</p>}
      <ol>
        {questions.map((question, place) => (
          <li key={`${place} ${question.question}`}>
            {question.question}
            <small className="quiet">（{QUESTION_KINDS[question.kind]}）</small>
            {choicesOf(question).length > 0 && question.kind !== 'rating' && (
              <small className="under quiet">{choicesOf(question).join('；')}</small>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Shown({ shown }: Props): ReactNode {
  const headingId = useId();
  const [isEdited, setEdited] = useState(false);
  const { title, status, abilities } = shown;
  return (
    <>
      <section className="card" aria-labelledby={headingId}>
        <div className="card-head">
          <h2 id={headingId}>{title}</h2>
          {status === 'draft' && !isEdited && (
            <AbilityButton needs="survey.manage" abilities={abilities} onClick={() => setEdited(true)}>
              修改
            </AbilityButton>
          )}
        </div>
        {isEdited ? <Edit shown={shown} onClose={() => setEdited(false)} /> : <Facts shown={shown} />}
      </section>
      {status !== 'draft' && <SurveyResults shown={shown} />}
    </>
  );
}

/** One survey on its page. */
export function SurveyPage(): ReactNode {
  const params = useParams({ from: '/frame/surveys/$regionId/$surveyId' });
  const { data, error, isPlaceholderData } = useRead(surveyRoutes.read, { params });
  // While another survey loads, the former one must not be taken for it.
  const shown = isPlaceholderData ? undefined : data;
  return (
    <>
      <PageHeader
        actions={
          <>
            <Link to="/surveys">返回列表</Link>
            {shown !== undefined && <SurveyActs shown={shown} />}
          </>
        }
      />
      <ProblemAlert error={error} />
      {shown === undefined && error === null && <Loading />}
      {shown !== undefined && <Shown key={shown.surveyId} shown={shown} />}
    </>
  );
}

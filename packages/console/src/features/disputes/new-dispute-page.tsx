import { useNavigate, useSearch } from '@tanstack/react-router';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { DISPUTE_KIND_NAMES } from '@zhaoshi/domain/dispute/dispute';
import { nextStageKinds } from '@zhaoshi/domain/dispute/registered-stage';
import { App, Button, Form } from 'antd';
import { type ReactNode, useId } from 'react';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/use-route.ts';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { type FactValues, factsOf, type StageValues, stageOf } from './dispute-values.ts';
import { FactFields } from './fact-fields.tsx';
import { StageFields } from './stage-fields.tsx';
import './disputes.css';

interface Values extends FactValues {
  readonly stage: Partial<StageValues> & Pick<StageValues, 'tribunal'>;
}

/** Enters a dispute with its first stage. */
export function NewDisputePage(): ReactNode {
  const { number } = useSearch({ from: '/frame/disputes/new' });
  const { organ } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const headingId = useId();
  const [form] = Form.useForm<Values>();
  const enter = useChange(disputeRoutes.enter, { also: ['desk'] });
  const chosen: unknown = Form.useWatch('kind', form);
  const kind = DISPUTE_KIND_NAMES.find((one) => one === chosen) ?? 'reconsideration';
  const kinds = nextStageKinds(kind, []);
  if (organ === null) return <PageHeader />;
  const { regionId, organId } = organ;
  const submit = ({ stage, ...facts }: Values): void =>
    enter.mutate(
      {
        request: {
          params: { regionId, organId },
          body: { ...factsOf(facts), stage: stageOf({ ...stage, kind: kinds[0] ?? 'reconsideration' }) },
        },
      },
      {
        onSuccess: ({ disputeId }) => {
          void message.success('已登记');
          void navigate({ to: '/disputes/$regionId/$disputeId', params: { regionId, disputeId } });
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <PageHeader />
      <section className="card narrow" aria-labelledby={headingId}>
        <h2 id={headingId}>案件</h2>
        <Form<Values>
          form={form}
          layout="vertical"
          className="dispute-form"
          requiredMark={false}
          // What is wrong with a day is said beside it in the words of the office, not by the browser.
          noValidate
          initialValues={{
            kind: 'reconsideration',
            role: 'originalActOrgan',
            act: 'refusal',
            isPerson: true,
            registrationNumber: number ?? '',
            stage: { procedure: 'ordinary' },
          }}
          onFinish={submit}
        >
          <FactFields organId={organId} form={form} />
          <fieldset>
            <legend>{kind === 'reconsideration' ? '行政复议' : '一审'}</legend>
            <StageFields under={['stage']} kinds={kinds} />
          </fieldset>
          <ProblemAlert error={enter.error} />
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            登记
          </Button>
        </Form>
      </section>
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { IntakeApplicant } from './intake-applicant.tsx';
import { IntakeContent } from './intake-content.tsx';
import { IntakeDates } from './intake-dates.tsx';
import { IntakeErrors, type Refused, stillWrong } from './intake-errors.tsx';
import { IntakeFiles } from './intake-files.tsx';
import { EMPTY_INTAKE, type IntakeValues, intakeBody, needsConfirmation } from './intake-values.ts';

export type Registered = RouteOutput<typeof applicationRoutes.register>;

interface Props {
  readonly onRegistered: (done: Registered) => void;
  /** What was restored is given up: the form begins anew. */
  readonly onDiscarded: () => void;
}

/** Enters an application that came in otherwise than by the portal. */
export function IntakeForm({ onRegistered, onDiscarded }: Props): ReactNode {
  const { organ } = useSession();
  const draft = useDraft('application.register', { version: null }, () => EMPTY_INTAKE, { inWindow: true });
  const [form] = Form.useForm<IntakeValues>();
  const [values, setValues] = useState(draft.values);
  const [refused, setRefused] = useState<Refused>({ fields: [], tries: 0 });
  const register = useChange(applicationRoutes.register, { also: ['desk'] });
  const changed = (): void => {
    // What a field that is hidden now held, such as a date of another channel, stays typed.
    const all = form.getFieldsValue(true) as IntakeValues;
    setValues({ ...all });
    draft.keep(all);
  };
  const submit = (): void => {
    const { channel } = values;
    if (organ === null || channel === undefined) return;
    setRefused({ fields: [], tries: refused.tries });
    register.mutate(
      {
        request: {
          params: { regionId: organ.regionId, organId: organ.organId },
          body: intakeBody({ ...values, channel }),
        },
      },
      {
        onSuccess: (done) => {
          draft.forget();
          onRegistered(done);
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  };
  return (
    <div className="intake">
      <DraftGuard draft={draft} inWindow onDiscard={onDiscarded} />
      <IntakeErrors form={form} refused={refused} />
      <ProblemAlert error={register.error} title="没有登记" />
      <Form<IntakeValues>
        form={form}
        name="intake"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={false}
        initialValues={draft.values}
        onValuesChange={changed}
        onFinish={submit}
        onFinishFailed={({ errorFields }) => setRefused({ fields: errorFields, tries: refused.tries + 1 })}
        onFieldsChange={() => setRefused(stillWrong(form, refused))}
      >
        <IntakeDates values={values} awaitsConfirmation={needsConfirmation(values)} />
        <IntakeApplicant values={values} />
        <IntakeContent />
        <section className="card" aria-labelledby="intake-files">
          <h2 id="intake-files">四、扫描件</h2>
          <Form.Item name="files" noStyle>
            <IntakeFiles values={values} />
          </Form.Item>
        </section>
        <p className="quiet">
          登记后生成登记号和查询码，答复期限随即开始计算或者等待确认；登记簿中申请人的姓名只显示一部分。
        </p>
        <p className="actions form-end">
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            登记
          </Button>
          <Link to="/applications">返回登记簿</Link>
        </p>
      </Form>
    </div>
  );
}

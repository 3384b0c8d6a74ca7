import { applicationRelationRoutes } from '@zhaoshi/contract/routes/application-relations';
import { MOST_MATTERS } from '@zhaoshi/domain/application/split';
import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownCase } from './shown-application.ts';

interface Matters {
  readonly remaining: string;
  readonly matters: readonly string[];
}

interface FormProps {
  readonly shown: ShownCase;
  readonly description: string;
  readonly onClose: () => void;
}

const LONGEST = 4000;

/** A matter that becomes a case of its own, or the one that stays. */
function MatterInput({
  name,
  label,
}: {
  /** In the list, its place there. */
  readonly name: string | number;
  readonly label: string;
}): ReactNode {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: `请填写${label}` }]}
    >
      <Input.TextArea rows={2} maxLength={LONGEST} />
    </Form.Item>
  );
}

function MatterList(): ReactNode {
  return (
    <Form.List name="matters">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ name }) => (
            <MatterInput key={name} name={name} label={`拆出的第${name + 1}项内容`} />
          ))}
          <div className="actions">
            <Button disabled={fields.length >= MOST_MATTERS} onClick={() => add('')}>
              再拆出一项
            </Button>
            {fields.length > 1 && <Button onClick={() => remove(fields.length - 1)}>去掉最后一项</Button>}
          </div>
        </>
      )}
    </Form.List>
  );
}

/** What the form begins with: the matters that the description numbers, or all of it in this case. */
const partsOf = ({ suggestedMatters: [first, ...others] }: ShownCase, description: string): Matters =>
  first === undefined ? { remaining: description, matters: [''] } : { remaining: first, matters: others };

function SplitForm({ shown, description, onClose }: FormProps): ReactNode {
  const { regionId, applicationId } = shown;
  // What was asked may name people, so that what is typed lies in the window's memory only. It is written over the case
  // as it was then; over a newer one it must be refused.
  const draft = useDraft(`application.split/${applicationId}`, shown, (base) => partsOf(base, description), {
    inWindow: true,
  });
  const { version } = draft;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [form] = Form.useForm<Matters>();
  const { message } = App.useApp();
  const headingId = useId();
  const splitting = useChange(applicationRelationRoutes.split, { also: ['desk'] });
  const submit = ({ remaining, matters }: Matters): void =>
    splitting.mutate(
      {
        request: { params: { regionId, applicationId }, body: { remaining, matters: [...matters] } },
        version,
      },
      {
        onSuccess: ({ cases }) => {
          const numbers = cases.map(({ registrationNumber }) => registrationNumber).join('、');
          void message.success(`已拆分，新登记的申请：${numbers}`);
          draft.forget();
          onClose();
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <section className="act-form" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        拆分申请
      </h3>
      <p className="law-sentence">
        一份申请提出几项互不相关内容的，可以拆成几件，分别登记、分别答复；收到申请之日不变（国办函〔2020〕109号第四条）。
      </p>
      <DraftGuard draft={draft} inWindow staysOnPage onDiscard={onClose} />
      <Form<Matters>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="act-column"
        initialValues={draft.values}
        onValuesChange={(_changed, all) => draft.keep(all)}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onFinish={submit}
      >
        <MatterInput name="remaining" label="留在本件的内容" />
        <MatterList />
        <ProblemAlert error={splitting.error} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={splitting.isPending}>
            拆分申请
          </Button>
          <Button
            onClick={() => {
              draft.forget();
              onClose();
            }}
          >
            取消
          </Button>
        </div>
      </Form>
    </section>
  );
}

/** The way to split a form with several matters; what was split is linked to the case. */
export function SplitCase({ shown }: { readonly shown: ShownCase }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { form, status, abilities, suggestedMatters } = shown;
  // Afterwards the whole has been told of; the server has the last word (`refuseSplit`).
  if (form === null || (status !== 'registered' && status !== 'processing')) return null;
  if (isOpen) {
    return <SplitForm shown={shown} description={form.description} onClose={() => setOpen(false)} />;
  }
  return (
    <>
      <AbilityButton needs="application.register" abilities={abilities} onClick={() => setOpen(true)}>
        拆分申请
      </AbilityButton>
      {suggestedMatters.length > 0 && (
        <span className="quiet">
          申请写有{suggestedMatters.length}项内容，建议核对后拆成几件分别办理（国办函〔2020〕109号第四条）。
        </span>
      )}
    </>
  );
}

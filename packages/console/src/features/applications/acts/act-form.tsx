import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSession } from '../../../app/session.ts';
import { type DraftInHand, useDraft } from '../../../app/use-draft.ts';
import { DraftGuard } from '../../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../../ui/field-errors.ts';
import { LetterPreviewList } from '../../../ui/letter-previews.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { isStale } from '../../../ui/stale-current.ts';
import type { ShownCase } from '../shown-application.ts';
import { ActEnd } from './act-end.tsx';
import { ActFormFields } from './act-form-fields.tsx';
import { letterQuestion } from './act-letter.ts';
import { StaleNote } from './act-stale-note.tsx';
import { type ActValues, bodyOf, followingValues, initialValues, withGiven } from './act-values.ts';
import { withCharge } from './fee-words.ts';
import { useActing } from './use-acting.ts';
import { useCharge } from './use-charge.ts';
import { useKnownWords } from './use-known-words.ts';
import { gapped, useLetterForms, useLetterPreviews } from './use-letters.ts';
import { useUnsaidGrounds } from './use-unsaid-grounds.ts';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfCard } from './what-if.tsx';

interface Props {
  readonly shown: ShownCase;
  readonly type: ActType;
  /** What it begins with besides what the case says. */
  readonly given: ActValues;
  readonly onClose: () => void;
}

interface BodyProps extends Omit<Props, 'given'> {
  readonly draft: DraftInHand<ActValues, ShownCase>;
}

/** What is entered now. */
function useEntered(form: FormInstance<ActValues>, { values }: BodyProps['draft']): ActValues {
  const watched = Form.useWatch([], form) as Partial<ActValues> | undefined;
  return { act: { ...values.act, ...watched?.act }, texts: { ...watched?.texts } };
}

/** The fields, what they would do, and the letters that would go out. */
function ActFormBody({ shown, type, draft, onClose }: BodyProps): ReactNode {
  const [form] = Form.useForm<ActValues>();
  const { acting, send, since } = useActing(shown, type, draft.version, {
    onDone: onClose,
    onRefused: (error) => showFieldErrors(form, error),
  });
  const { act: entered, texts: typed } = useEntered(form, draft);
  const charged = useCharge(shown, type, entered);
  const act = withCharge(entered, charged.charge);
  const letters = useLetterForms(shown, type, act);
  const texts = useKnownWords(form, letters, typed);
  const whatIf = useWhatIf(shown, bodyOf(type, { act, texts: {} })?.act ?? null);
  const read = letters.length === 0 ? null : bodyOf(type, { act, texts: gapped(letters, texts) });
  const previews = useLetterPreviews(shown, read);
  const hasLetter = letterQuestion(type, act) !== null;
  const notes = useUnsaidGrounds(shown, type, { act, texts });
  const refusals = whatIf.data?.refusals ?? [];
  const submit = (values: ActValues): void => {
    // The button is grey then, but the enter key is not.
    if (refusals.length > 0) return;
    const body = bodyOf(type, { ...values, act: withCharge(values.act, charged.charge) });
    if (body === null) throw new Error(`the form of ${type} is complete and no ${type}`);
    send(body);
  };
  return (
    <div className={hasLetter ? 'act-columns' : 'act-column'}>
      <Form<ActValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onValuesChange={(changed: Partial<ActValues>, all) => {
          const following = changed.act && followingValues(type, changed.act, shown);
          if (following !== undefined) form.setFieldsValue(following);
          draft.keep(following === undefined ? all : withGiven(all, following));
        }}
        onFinish={submit}
      >
        <ActFormFields type={type} shown={shown} act={act} charged={charged} letters={letters} notes={notes}>
          <WhatIfCard shown={shown} whatIf={whatIf} />
        </ActFormFields>
        {isStale(acting.error) ? (
          <StaleNote error={acting.error} since={since} />
        ) : (
          <ProblemAlert error={acting.error} />
        )}
        <ActEnd type={type} refusals={refusals} isPending={acting.isPending} onCancel={onClose} />
      </Form>
      {hasLetter && <LetterPreviewList previews={previews} />}
    </div>
  );
}

/** The form of one act; its words name people, so that what is typed lies in the window's memory only. */
export function ActForm({ shown, type, given, onClose }: Props): ReactNode {
  const { account } = useSession();
  const filler = { today: civilDateAt(new Date()), name: account.displayName };
  const draft = useDraft(
    `application.act/${shown.applicationId}/${type}`,
    shown,
    (base) => initialValues(type, base, filler),
    { inWindow: true },
  );
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, law } = TRANSITIONS[type];
  return (
    <section className="act-form" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className="law-sentence">{law}</p>
      <DraftGuard draft={draft} inWindow staysOnPage onDiscard={onClose} />
      <ActFormBody
        shown={shown}
        type={type}
        draft={{ ...draft, values: withGiven(draft.values, given) }}
        onClose={() => {
          draft.forget();
          onClose();
        }}
      />
    </section>
  );
}

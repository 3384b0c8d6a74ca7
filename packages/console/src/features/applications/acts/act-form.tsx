import { useQueryClient } from '@tanstack/react-query';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { ActType } from '@zhaoshi/domain/application/act';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { App, Button, Form } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSession } from '../../../app/session.ts';
import { useChange } from '../../../app/use-route.ts';
import { showFieldErrors } from '../../../ui/field-errors.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { currentOf, isStale } from '../../../ui/stale-current.ts';
import type { ShownCase } from '../shown-application.ts';
import { ActFormFields } from './act-form-fields.tsx';
import { StaleNote } from './act-stale-note.tsx';
import { type ActBody, type ActValues, bodyOf, initialValues } from './act-values.ts';
import type { ActFacts, EnteredTexts } from './entered.ts';
import { LetterPreviewList } from './letter-previews.tsx';
import { useActDraft } from './use-act-draft.ts';
import { useKnownWords } from './use-known-words.ts';
import { gapped, useLetterForms, useLetterPreviews } from './use-letters.ts';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfCard } from './what-if.tsx';

interface Props {
  readonly shown: ShownCase;
  readonly type: ActType;
  readonly onClose: () => void;
}

/** Sends an act over the version that the person saw; after a stale one, over the one that was shown to them then. */
function useActing(shown: ShownCase, type: ActType, onDone: () => void) {
  const acting = useChange(applicationRoutes.act, { also: ['desk'] });
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { regionId, applicationId } = shown;
  const [seen, setSeen] = useState({ version: shown.version, sequence: shown.events.length });
  const send = (body: ActBody, showErrors: (error: unknown) => void): void =>
    acting.mutate(
      { request: { params: { regionId, applicationId }, body }, version: seen.version },
      {
        onSuccess: () => {
          void message.success(`已办理：${TRANSITIONS[type].title}`);
          onDone();
        },
        onError: (error) => {
          const current = currentOf(error);
          if (current === null) showErrors(error);
          else {
            setSeen({ ...seen, version: current.version });
            void queryClient.invalidateQueries({ queryKey: ['applications'] });
          }
        },
      },
    );
  return { acting, send, seen };
}

/** The form of one act: what it asks, what it would do, and the letter that goes with it. */
export function ActForm({ shown, type, onClose }: Props): ReactNode {
  const { account } = useSession();
  const [form] = Form.useForm<ActValues>();
  const draft = useActDraft(shown.applicationId, type);
  const [begun] = useState(
    () =>
      draft.kept ?? initialValues(type, shown, { today: civilDateAt(new Date()), name: account.displayName }),
  );
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const { acting, send, seen } = useActing(shown, type, close);
  const watched = Form.useWatch([], form) as Partial<ActValues> | undefined;
  const act: ActFacts = { ...begun.act, ...watched?.act };
  const texts: EnteredTexts = { ...watched?.texts };
  const letters = useLetterForms(shown, type, act);
  useKnownWords(form, letters);
  const whatIf = useWhatIf(shown, bodyOf(type, { act, texts: {} })?.act ?? null);
  const previews = useLetterPreviews(
    shown,
    letters.length === 0 ? null : bodyOf(type, { act, texts: gapped(letters, texts) }),
  );
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, law } = TRANSITIONS[type];
  const submit = (): void => {
    const body = bodyOf(type, form.getFieldsValue());
    if (body === null) throw new Error(`the form of ${type} is complete and no ${type}`);
    send(body, (error) => showFieldErrors(form, error));
  };
  return (
    <section className="act-form" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className="law-sentence">{law}</p>
      <div className={previews.length === 0 ? 'act-column' : 'act-columns'}>
        <Form<ActValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={begun}
          scrollToFirstError={{ focus: true, block: 'center' }}
          onValuesChange={(changed: Partial<ActValues>, all) => {
            if (changed.act?.['how'] === 'lapse') form.setFieldValue(['act', 'opinion'], 'none');
            draft.keep(all);
          }}
          onFinish={submit}
        >
          <ActFormFields type={type} shown={shown} act={act} letters={letters}>
            <WhatIfCard shown={shown} whatIf={whatIf} />
          </ActFormFields>
          {isStale(acting.error) ? (
            <StaleNote error={acting.error} since={seen.sequence} />
          ) : (
            <ProblemAlert error={acting.error} />
          )}
          <div className="actions">
            <Button type="primary" htmlType="submit" loading={acting.isPending}>
              {title}
            </Button>
            <Button onClick={close}>取消</Button>
          </div>
        </Form>
        {previews.length > 0 && <LetterPreviewList previews={previews} />}
      </div>
    </section>
  );
}

import { type DocumentActType, SIGNED_DOCUMENT_ACTS } from '@zhaoshi/domain/disclosure/document-act';
import { Button, Form } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useDraft } from '../../../../app/use-draft.ts';
import { DraftGuard } from '../../../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../../../ui/field-errors.ts';
import { ProblemAlert } from '../../../../ui/problem-alert.tsx';
import { isStale } from '../../../../ui/stale-current.ts';
import type { ShownDocument } from '../../shown-document.ts';
import { OwnFields, TextFields } from './act-fields.tsx';
import { type ActValues, bodyOf, initialAct } from './act-values.ts';
import { Consequence } from './consequence.tsx';
import { useDocumentAct } from './use-document-act.tsx';

const isSigned = (type: DocumentActType): boolean => SIGNED_DOCUMENT_ACTS.some((signed) => signed === type);

/** Takes something away or puts it out for good. */
const GRAVE: ReadonlySet<DocumentActType> = new Set([
  'withdraw',
  'declineAfterwards',
  'publishUrgently',
  'discard',
]);

/** Asks about the text line by line: wide screens show both side by side. */
const WITH_TEXT: ReadonlySet<DocumentActType> = new Set(['recordSecrecyReview']);

/** What is entered; an act that asks nothing, or has no words, has no fields for them. */
const complete = (entered: Partial<ActValues> | undefined): ActValues => ({
  act: { ...entered?.act },
  texts: { ...entered?.texts },
});

interface Props {
  readonly shown: ShownDocument;
  readonly type: DocumentActType;
  readonly title: string;
  readonly law: string;
  /** What belongs beside the fields, such as what the scan found. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** The form of one act: what is asked, what follows, and the button that does it. */
export function ActForm({ shown, type, title, law, children, onClose }: Props): ReactNode {
  const [form] = Form.useForm<ActValues>();
  const draft = useDraft(
    `document.act/${shown.documentId}/${type}`,
    shown,
    (base): ActValues => ({ act: initialAct(type, base, new Date()), texts: {} }),
    { inWindow: true },
  );
  const watched = Form.useWatch([], form) as Partial<ActValues> | undefined;
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const { acting, send, dialog } = useDocumentAct(shown, {
    onDone: close,
    onRefused: (error) => showFieldErrors(form, error),
  });
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={WITH_TEXT.has(type) ? 'act-form with-text' : 'act-form'} aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className="law-sentence">{law}</p>
      {children}
      <DraftGuard draft={draft} inWindow staysOnPage onDiscard={onClose} />
      <Form<ActValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onValuesChange={(_changed, all) => draft.keep(all)}
        onFinish={(entered) => {
          const body = bodyOf(type, complete(entered), shown);
          if (body === null) throw new Error(`the form of ${type} is complete and no ${type}`);
          send(body);
        }}
      >
        <OwnFields type={type} shown={shown} />
        <TextFields type={type} shown={shown} />
        <Consequence type={type} shown={shown} values={complete(watched)} />
        {isSigned(type) && <p className="quiet">办理时须用动态口令确认是本人。</p>}
        {isStale(acting.error) ? (
          <ProblemAlert
            error={acting.error}
            title="您填写期间别人办理过这份文件；页面已更新，请核对后再办，填写的内容没有丢失"
          />
        ) : (
          <ProblemAlert error={acting.error} />
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit" danger={GRAVE.has(type)} loading={acting.isPending}>
            {title}
          </Button>
          <Button onClick={close}>取消</Button>
        </div>
      </Form>
      {dialog}
    </section>
  );
}

import { Link, useNavigate } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../../app/use-route.ts';
import { ConfirmChange } from '../../../ui/confirm-change.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { isStale } from '../../../ui/stale-current.ts';
import type { ShownDocument } from '../shown-document.ts';
import type { DocumentForm } from './use-document-form.ts';

/** The step has one name, here and on the page of the document. */
const SUBMIT = DOCUMENT_TRANSITIONS.submit.title;

interface Props {
  readonly shown: ShownDocument;
  readonly held: DocumentForm;
  readonly onSaved: () => void;
}

/** Saving, which is never refused for what is missing, and submitting, which is. */
export function EditActions({ shown, held, onSaved }: Props): ReactNode {
  const { regionId, documentId } = shown;
  const { draft, save } = held;
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const act = useChange(documentRoutes.act, { also: ['desk'] });
  const saveNow = async (): Promise<number | null> => {
    const saved = await save.run();
    if (saved === null) return null;
    if (saved.isCut) void message.warning('正文太长，超出的部分没有保存；请把长表格放到附件里。', 8);
    else void message.success('已保存');
    onSaved();
    return saved.version;
  };
  const submit = async (): Promise<void> => {
    const version = draft.isDirty ? await saveNow() : draft.version;
    if (version === null) return;
    try {
      // Awaited: what was submitted cannot be written any more, so this part of the page is gone by then.
      await act.mutateAsync({
        request: { params: { regionId, documentId }, body: { act: { type: 'submit' }, texts: {} } },
        version,
      });
      void message.success(`已办理：${SUBMIT}`);
      await navigate({ to: '/documents/$regionId/$documentId', params: { regionId, documentId } });
    } catch {
      // Told by the alert above the buttons.
    }
  };
  return (
    <>
      {!isStale(save.error) && <ProblemAlert error={save.error} title="没有保存" />}
      <ProblemAlert error={act.error} title="没有提交" />
      <div className="actions edit-actions">
        <Button type="primary" loading={save.isPending} onClick={() => void saveNow()}>
          保存草稿
        </Button>
        <Button loading={act.isPending} onClick={() => setAsking(true)}>
          {SUBMIT}
        </Button>
        <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
          查看文件
        </Link>
        <span className="quiet" role="status">
          {draft.isDirty ? '有未保存的改动' : '没有未保存的改动'}
        </span>
      </div>
      <ConfirmChange
        open={isAsking}
        title={`${SUBMIT}？`}
        confirm={SUBMIT}
        onConfirm={() => {
          setAsking(false);
          void submit();
        }}
        onCancel={() => setAsking(false)}
      >
        <p>
          提交后先由站所（科室）负责人审核，再做公开审查和保密审查；审查期间不能改动，需要修改的可以撤回。
        </p>
      </ConfirmChange>
    </>
  );
}

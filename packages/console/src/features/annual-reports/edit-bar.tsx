import { App, Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { currentOf, isStale, staleWith } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import { groupOf, isOpen } from './findings.ts';
import { Rehearsal } from './rehearsal.tsx';
import { draftOfFlat, flatDraft, flatLabels } from './report-stale.ts';
import { goTo, type ShownReport } from './shown-report.ts';
import type { Editing, ReportForm } from './use-report-form.ts';

/** The familiar keys save. */
function useSaveKeys(save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Somebody else saved meanwhile: piece by piece one chooses. */
function Stale({ form, editing }: { readonly form: ReportForm; readonly editing: Editing }): ReactNode {
  const { error, reset } = editing.saving;
  const compared = staleWith(error, ({ draft }: ShownReport) => flatDraft(draft));
  const theirs = currentOf(compared);
  const mine = flatDraft(form.values);
  return (
    <StaleDialog
      error={compared}
      mine={mine}
      labels={theirs === null ? {} : flatLabels(mine, theirs)}
      onResolve={(chosen, version) => {
        const values = draftOfFlat(chosen);
        editing.put(values);
        void editing.save({ values, version });
      }}
      onCancel={reset}
    />
  );
}

interface Props {
  readonly shown: ShownReport;
  readonly form: ReportForm;
  readonly editing: Editing;
}

/** Saving, which is never refused for what is missing, what the rules find, and the rehearsal of the signature. */
export function EditBar({ shown, form, editing }: Props): ReactNode {
  const { message } = App.useApp();
  const [isRehearsing, setRehearsing] = useState(false);
  const { draft, saving } = editing;
  const save = async (): Promise<void> => {
    if ((await editing.save()) !== null) void message.success('已保存');
  };
  useSaveKeys(() => void save());
  const open = form.computed.findings.filter(isOpen);
  const count = (group: 'block' | 'warn'): number =>
    open.filter((finding) => groupOf(finding) === group).length;
  return (
    <>
      <DraftGuard draft={draft} onDiscard={() => editing.put(draft.base.draft)} />
      <Stale form={form} editing={editing} />
      <div className="report-end">
        {!isStale(saving.error) && <ProblemAlert error={saving.error} title="没有保存" />}
        <div className="actions">
          <Button type="primary" loading={saving.isPending} onClick={() => void save()} title="Ctrl+S">
            保存草稿
          </Button>
          <Button onClick={() => setRehearsing(true)}>预演提请签发</Button>
          <button type="button" className="as-link" onClick={() => goTo('report-findings')}>
            {count('block')} 处错误，{count('warn')} 处须说明
          </button>
          <span className="quiet" role="status">
            {form.checkState === 'running'
              ? '正在校验……'
              : draft.isDirty
                ? '有未保存的改动'
                : '没有未保存的改动'}
          </span>
        </div>
      </div>
      {isRehearsing && <Rehearsal shown={shown} form={form} onClose={() => setRehearsing(false)} />}
    </>
  );
}

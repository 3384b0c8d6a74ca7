import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import type { CellValues } from '@zhaoshi/domain/annual-report/report';
import { reportCells } from '@zhaoshi/domain/annual-report/work/report-cells';
import { useEffect, useRef, useState } from 'react';
import { type DraftInHand, useDraft } from '../../app/use-draft.ts';
import { usePause } from '../../app/use-pause.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { cellsOf, type DraftValues, type ShownCheck, type ShownReport } from './shown-report.ts';

/** How the last look at what is typed went. */
export type CheckState = 'done' | 'running' | 'failed';

/** The report in the hands of somebody: what is written, what it comes to, and saving. */
export interface ReportForm {
  readonly values: DraftValues;
  /** What the values come to; figures at once, findings when typing has paused. */
  readonly computed: ShownCheck;
  readonly cells: CellValues;
  readonly checkState: CheckState;
  /** `null`: the report can only be read. */
  readonly editing: Editing | null;
}

export interface Editing {
  readonly draft: DraftInHand<DraftValues, ShownReport>;
  readonly change: (changed: Partial<DraftValues>) => void;
  /** Puts other values into the form: those saved, or a draft's. */
  readonly put: (values: DraftValues) => void;
  /** Goes on over what a change answered. */
  readonly adopt: (report: ShownReport) => void;
  /** Saves what is typed; the report as it was saved, `null` when it was refused, which is then shown. */
  readonly save: (given?: {
    readonly values: DraftValues;
    readonly version: number;
  }) => Promise<ShownReport | null>;
  readonly saving: { readonly isPending: boolean; readonly error: Error | null; readonly reset: () => void };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const paramsOf = ({ regionId, organId, reportYear }: ShownReport) => ({
  regionId,
  organId,
  reportYear,
});

/** The report as it was frozen, or as somebody sees it who does not write it. */
export const readOnlyForm = (shown: ShownReport): ReportForm => ({
  values: shown.draft,
  computed: shown,
  cells: cellsOf(shown.cells),
  checkState: 'done',
  editing: null,
});

/**
 * Asks what the server finds in what is typed, when typing has paused; an older question is given up by that.
 */
function useLiveCheck(shown: ShownReport, values: DraftValues, saved: DraftValues) {
  const { value: settled, isSettled } = usePause(values);
  const isChanged = !isSame(settled, saved);
  const { data, isFetching, error } = useRead(
    annualReportRoutes.check,
    { params: paramsOf(shown), body: { draft: settled } },
    { enabled: isChanged },
  );
  const computed: ShownCheck = isChanged && data !== undefined ? data : shown;
  const isRunning = !isSettled || (isChanged && isFetching);
  const checkState: CheckState = isRunning ? 'running' : isChanged && error !== null ? 'failed' : 'done';
  return { computed, checkState };
}

/** The working copy of a report while it is written. */
export function useReportForm(shown: ShownReport): ReportForm & { readonly editing: Editing } {
  const { regionId, organId, reportYear } = shown;
  const draft = useDraft(
    `annualReport/${regionId}/${organId}/${reportYear}`,
    shown,
    (report): DraftValues => report.draft,
  );
  const [values, setValues] = useState(draft.values);
  const { computed, checkState } = useLiveCheck(shown, values, draft.base.draft);
  const change = useChange(annualReportRoutes.save, { also: ['desk'] });
  const latest = useRef({ draft, values });
  latest.current = { draft, values };
  const put = (next: DraftValues): void => {
    latest.current = { ...latest.current, values: next };
    setValues(next);
  };
  const adopt = (report: ShownReport): void => {
    draft.forget();
    draft.begin(report);
    put(report.draft);
  };
  // Others have changed it, and nothing is typed here: what is shown is what there is now.
  const isBehind = !draft.isDirty && shown.version !== draft.base.version;
  const follow = useRef(adopt);
  follow.current = adopt;
  useEffect(() => {
    if (isBehind) follow.current(shown);
  }, [isBehind, shown]);
  const save: Editing['save'] = async (given) => {
    const sent = given?.values ?? latest.current.values;
    try {
      const saved = await change.mutateAsync({
        request: { params: paramsOf(shown), body: { draft: sent } },
        version: given?.version ?? latest.current.draft.version,
      });
      const now = latest.current.values;
      draft.forget();
      draft.begin(saved);
      // What was typed while it was being saved is not saved.
      if (given === undefined && !isSame(now, sent)) draft.keep(now);
      else put(saved.draft);
      return saved;
    } catch {
      // Told beside the button.
      return null;
    }
  };
  return {
    values,
    computed,
    cells: reportCells(shown.formVersion, { ...values, datedOn: null }, computed.counted),
    checkState,
    editing: {
      draft,
      change: (changed) => {
        const next = { ...latest.current.values, ...changed };
        put(next);
        draft.keep(next);
      },
      put,
      adopt,
      save,
      saving: { isPending: change.isPending, error: change.error, reset: change.reset },
    },
  };
}

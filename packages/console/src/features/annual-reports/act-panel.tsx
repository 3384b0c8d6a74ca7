import type { ReportActType } from '@zhaoshi/domain/annual-report/work/report-act';
import { REPORT_REFUSALS } from '@zhaoshi/domain/annual-report/work/report-refusals';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type ReactNode, useState } from 'react';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ActForm } from './act-form.tsx';
import type { ShownReport } from './shown-report.ts';
import type { ReportForm } from './use-report-form.ts';

/** The acts that lead on; the others stand behind them. */
const MAIN: ReadonlySet<ReportActType> = new Set([
  'recordSecrecyReview',
  'askSignature',
  'sign',
  'accept',
  'publish',
]);

const RECEIVER: ReadonlySet<ReportActType> = new Set(['accept', 'returnForMending']);

/** Above this much a reason is cut: the server says it whole when the act is tried. */
const LONGEST_REASON = 120;

const OF_FINDINGS = [REPORT_REFUSALS['findings-block'], REPORT_REFUSALS['findings-unexplained']];

/** A reason in so many words as a line takes; findings are listed elsewhere. */
function shortened(reason: string): string {
  const found = OF_FINDINGS.find((words) => reason.startsWith(words));
  if (found !== undefined) return `${found.slice(0, -1)}（见“校验结果”）。`;
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}……` : reason;
}

const needOf = (type: ReportActType, isOwn: boolean): Permission =>
  RECEIVER.has(type) || (type === 'publish' && !isOwn) ? 'report.receive' : 'report.handle';

interface Props {
  readonly shown: ShownReport;
  readonly form: ReportForm;
}

/** What the person may do with the report now; what is against it stands with each. */
export function ActPanel({ shown, form }: Props): ReactNode {
  const [open, setOpen] = useState<ReportActType | null>(null);
  const { acts, abilities, isOwn } = shown;
  const opened = acts.find(({ type }) => type === open);
  const main = acts.findLast(({ type, refusals }) => MAIN.has(type) && refusals.length === 0);
  const inOrder = acts.toSorted((one, other) => Number(other === main) - Number(one === main));
  const hindered = acts.filter(({ refusals }) => refusals.length > 0);
  return (
    <section className="card" aria-labelledby="report-acts">
      <h2 id="report-acts">可以办理</h2>
      {acts.length === 0 && <p className="quiet">现在没有您可以办理的步骤。</p>}
      <div className="actions">
        {inOrder.map((act) => (
          <AbilityButton
            key={act.type}
            type={act === main ? 'primary' : 'default'}
            needs={needOf(act.type, isOwn)}
            abilities={abilities}
            hindrance={act.refusals.length === 0 ? undefined : act.refusals.map(shortened).join('')}
            aria-expanded={act.type === open}
            onClick={() => setOpen(act.type)}
          >
            {act.title}
          </AbilityButton>
        ))}
      </div>
      {hindered.length > 0 && (
        <ul className="hindrances quiet">
          {hindered.map(({ type, title, refusals }) => (
            <li key={type}>
              {title}：{refusals.map(shortened).join('')}
            </li>
          ))}
        </ul>
      )}
      {opened !== undefined && (
        <ActForm key={opened.type} shown={shown} form={form} act={opened} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

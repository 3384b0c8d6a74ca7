import { decideReportAct, mayDo } from '@zhaoshi/domain/annual-report/work/decide-report-act';
import {
  REPORT_ACT_TEXTS,
  type ReportAct,
  type ReportActType,
} from '@zhaoshi/domain/annual-report/work/report-act';
import type { ReportRefusal } from '@zhaoshi/domain/annual-report/work/report-refusals';
import { REPORT_TRANSITIONS } from '@zhaoshi/domain/annual-report/work/report-transitions';
import type { Caller } from '../context.ts';
import { completeReportAct, decideReportContext, reportActorOf } from './act-on-report.ts';
import type { CheckedReport } from './check-report.ts';
import type { LoadedReport } from './loaded-report.ts';

export interface OfferedReportAct {
  readonly type: ReportActType;
  /** What is against it now, apart from what a form still has to be given. */
  readonly refusals: readonly ReportRefusal[];
}

/** An act of the type as it would be right if anything of the type is; what a form gives is taken as given. */
function actLikely(type: ReportActType, loaded: LoadedReport): ReportAct | null {
  const sha256 = loaded.state.frozen?.sha256 ?? '';
  switch (type) {
    case 'enterFile':
      return null;
    case 'sign':
    case 'accept':
    case 'publish':
      return completeReportAct(loaded, { type, sha256 });
    case 'returnForMending':
      return { type, cells: [], passages: ['-'] };
    default:
      return completeReportAct(loaded, { type });
  }
}

/** Acts that status and roles allow, in the order of the table, each with what is against it now. */
export function offeredReportActs(
  loaded: LoadedReport,
  checked: CheckedReport,
  given: { readonly caller: Caller; readonly now: Date; readonly moved: readonly string[] },
): readonly OfferedReportAct[] {
  const context = decideReportContext(loaded, checked, given);
  const actor = reportActorOf(given.caller, loaded);
  return (Object.keys(REPORT_TRANSITIONS) as readonly ReportActType[]).flatMap((type) => {
    const isOver = type === 'discardRestatement' && loaded.state.published === null;
    if (isOver || !REPORT_TRANSITIONS[type].from.includes(loaded.state.status) || !mayDo(type, actor))
      return [];
    const act = actLikely(type, loaded);
    if (act === null) return [];
    const texts = Object.fromEntries(Object.keys(REPORT_ACT_TEXTS[type]).map((key) => [key, '-']));
    const decided = decideReportAct(loaded.state, { act, texts }, context);
    return [{ type, refusals: decided.ok ? [] : decided.error }];
  });
}

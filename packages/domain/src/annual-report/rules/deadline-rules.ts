import { organKindOf } from '../organ-kind.ts';
import { deadlineOf } from './deadlines.ts';
import { defineRule, type Evaluation } from './define.ts';
import type { CheckRule } from './rule.ts';

/**
 * The day of the signature stands for the day of publication, which a report does not print: signed too late
 * is published too late, but signed in time proves submission only, so the note says what was compared.
 */
const inTime: Evaluation = ({ report, settings, asOf }, verdicts) => {
  const kind = organKindOf(report);
  if (report.reportYear === null || kind === null) {
    return [verdicts.notEvaluated('报告年度或单位类别不明')];
  }
  const due = deadlineOf(kind, report.reportYear, settings.localDeadline);
  if (due === undefined) return [];
  const sides = (day: string, note: string) => ({
    left: day,
    right: due.date,
    note: `${note}（期限依据：${due.source}）`,
  });
  const signed = report.signature?.date;
  if (signed) {
    if (signed <= due.date) return [verdicts.pass(sides(signed, '按落款日期判断'))];
    const passage = { section: 'signature', text: report.signature?.raw ?? '' } as const;
    return [verdicts.fail({ date: due.date }, { ...sides(signed, `落款日期${signed}晚于期限`), passage })];
  }
  if (asOf === undefined) return [verdicts.notEvaluated('没有落款日期')];
  if (asOf <= due.date) return [verdicts.pass(sides(asOf, '期限未到'))];
  // A file from elsewhere may have been published in time; a report without a source is still a draft here.
  return report.structure
    ? [verdicts.notEvaluated('没有落款日期，无法判断公布日期')]
    : [verdicts.fail({ date: due.date }, sides(asOf, '尚未签发'))];
};

const yearIsOver: Evaluation = ({ report, asOf }, verdicts) => {
  if (report.reportYear === null || asOf === undefined) return [verdicts.notEvaluated('报告年度不明')];
  const first = `${report.reportYear + 1}-01-01`;
  return asOf < first
    ? [verdicts.fail({}, { left: asOf, right: first })]
    : [verdicts.pass({ left: asOf, right: first })];
};

/** Deadlines (annual-report.md §9.13). */
export const DEADLINE_RULES: readonly CheckRule[] = [
  defineRule(
    {
      id: 'AR-DDL-01',
      class: 'DDL',
      severity: 'warn',
      message: '应于{date}前报送并公布。',
      basis: '条例49；国办公开办函〔2021〕30号',
    },
    inTime,
  ),
  defineRule(
    {
      id: 'AR-DDL-02',
      class: 'DDL',
      severity: 'warn',
      needs: ['report', 'asOf'],
      message: '统计期未结束。',
      basis: '国办公开办函〔2021〕30号',
    },
    yearIsOver,
  ),
];

import { chineseDate } from '../../kernel/chinese-date.ts';
import { type CivilDate, firstDayOf } from '../../kernel/civil-date.ts';
import { organKindOf } from '../organ-kind.ts';
import { type Due, deadlineOf } from './deadlines.ts';
import { defineRule, type Evaluation, type Verdicts } from './define.ts';
import type { ReportWork } from './register-facts.ts';
import type { CheckContext, CheckResult, CheckRule } from './rule.ts';

type Sides = (day: CivilDate, note: string) => Pick<CheckResult, 'left' | 'right' | 'note'>;

/** What is due, and how the report stands to it by the days that are known. */
interface Judged {
  readonly context: CheckContext;
  readonly due: Due;
  readonly verdicts: Verdicts;
  readonly sides: Sides;
}

/** On the platform both days are known: that of submission and that of publication. */
function byWork({ context: { asOf }, due, verdicts, sides }: Judged, work: ReportWork): CheckResult {
  const fail = (day: CivilDate, note: string) =>
    verdicts.fail({ date: chineseDate(due.date) }, sides(day, note));
  const steps = [
    { on: work.submittedOn, name: '报送' },
    { on: work.publishedOn, name: '公布' },
  ];
  for (const { on, name } of steps) {
    if (on !== null && on > due.date) return fail(on, `${chineseDate(on)}${name}，晚于期限`);
  }
  const open = steps.find(({ on }) => on === null);
  if (open === undefined) return verdicts.pass(sides(work.publishedOn ?? due.date, '按报送日和公布日判断'));
  if (asOf === undefined) return verdicts.notEvaluated(`尚未${open.name}，未给定校验日期`);
  return asOf <= due.date ? verdicts.pass(sides(asOf, '期限未到')) : fail(asOf, `尚未${open.name}`);
}

/**
 * The day of the signature stands for the day of publication, which a report does not print: signed too late
 * is published too late, but signed in time proves submission only, so the note says what was compared.
 */
function bySignature({ context: { report, asOf }, due, verdicts, sides }: Judged): CheckResult {
  const signed = report.signature?.date;
  if (signed) {
    if (signed <= due.date) return verdicts.pass(sides(signed, '按落款日期判断'));
    const passage = { section: 'signature', text: report.signature?.raw ?? '' } as const;
    const values = { date: chineseDate(due.date) };
    return verdicts.fail(values, { ...sides(signed, `落款日期${chineseDate(signed)}晚于期限`), passage });
  }
  if (asOf === undefined) return verdicts.notEvaluated('没有落款日期');
  if (asOf <= due.date) return verdicts.pass(sides(asOf, '期限未到'));
  // A file from elsewhere may have been published in time; a report without a source is still a draft here.
  return report.structure
    ? verdicts.notEvaluated('没有落款日期，无法判断公布日期')
    : verdicts.fail({ date: chineseDate(due.date) }, sides(asOf, '尚未签发'));
}

const inTime: Evaluation = (context, verdicts) => {
  const { report, settings, work } = context;
  const kind = organKindOf(report);
  if (report.reportYear === null || kind === null) {
    return [verdicts.notEvaluated('报告年度或单位类别不明')];
  }
  const due = deadlineOf(kind, report.reportYear, settings.localDeadline);
  if (due === undefined) return [];
  const sides: Sides = (day, note) => ({
    left: day,
    right: due.date,
    note: `${note}（期限依据：${due.source}）`,
  });
  const judged = { context, due, verdicts, sides };
  return [work === undefined ? bySignature(judged) : byWork(judged, work)];
};

/** What is published, or would be on the day of the check, waits for the year to be over. */
const yearIsOver: Evaluation = ({ report, asOf, work }, verdicts) => {
  const day = work?.publishedOn ?? asOf;
  if (report.reportYear === null || day === undefined) return [verdicts.notEvaluated('报告年度不明')];
  const first = firstDayOf(report.reportYear + 1);
  const sides = { left: day, right: first };
  return [day < first ? verdicts.fail({}, sides) : verdicts.pass(sides)];
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

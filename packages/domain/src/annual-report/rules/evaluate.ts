import { formForYear } from '../forms/registry.ts';
import type { CellId, TableId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { type AssumedZeros, assumeZeros } from './blanks-as-zero.ts';
import { CHECK_RULES } from './catalogue.ts';
import { applyConfirmations, type Confirmation } from './confirmations.ts';
import { notEvaluatedResult } from './define.ts';
import { findingOf } from './finding.ts';
import type { CheckContext, CheckResult, CheckRule, Finding, RuleNeed, Waiver } from './rule.ts';
import { withSuggestions } from './suggestions.ts';
import { applyWaivers } from './waivers.ts';

export interface EvaluateOptions {
  /** Reasoned acceptances given so far; see `staleWaivers` for those that no longer hold. */
  readonly waivers?: readonly Waiver[];
  /** Sentences whose meaning a person confirmed. */
  readonly confirmations?: readonly Confirmation[];
  /** Rules to run; the whole catalogue when absent. */
  readonly rules?: readonly CheckRule[];
  /** Mode Z: a blank is taken as 0 where a rule reads figures, and flagged. Only for imports of old reports. */
  readonly treatBlankAsZero?: boolean;
}

const NEED_NOTES: Readonly<Record<Exclude<RuleNeed, 'report'>, string>> = {
  structure: '报告不是从文件读入的，没有版式信息',
  previous: '未提供上年度报告',
  earlier: '未提供前年及更早的报告',
  members: '未提供成员单位的报告',
  memberList: '未提供成员单位的报告',
  peers: '未提供其他单位的报告',
  peerTexts: '未提供其他单位的报告',
  asOf: '未给定校验日期',
  register: '未接入台账',
  work: '不是在平台上办理的报告',
};

function givenFor(need: Exclude<RuleNeed, 'report'>, context: CheckContext): unknown {
  if (need === 'structure') return context.report.structure;
  if (need === 'memberList') return context.work?.members ?? context.members;
  if (need === 'peerTexts') return context.peerTexts ?? context.peers;
  return context[need];
}

function absentNeed({ needs }: CheckRule, context: CheckContext): string | undefined {
  for (const need of needs) {
    if (need === 'report') continue;
    if (givenFor(need, context) === undefined) return NEED_NOTES[need];
  }
  return undefined;
}

const tablesByRule = new WeakMap<CheckRule, readonly TableId[]>();

function isTableId(text: string): text is TableId {
  return text === 't2' || text === 't3' || text === 't4';
}

/** Tables a rule reads; remembered because some rules read every cell of both forms. */
function tablesRead(rule: CheckRule): readonly TableId[] {
  const known = tablesByRule.get(rule);
  if (known) return known;
  const tables = [...new Set(rule.cells.map((cell) => cell.slice(0, 2)))].filter(isTableId);
  tablesByRule.set(rule, tables);
  return tables;
}

/**
 * A rule about tables speaks of tables that are there (a missing one is AR-FRM-08) and follow its forms; a rule
 * about text goes by the form that binds the report's year.
 */
function isApplicable(rule: CheckRule, report: AnnualReport): boolean {
  const { forms, fromYear } = rule;
  if (fromYear !== undefined && report.reportYear !== null && report.reportYear < fromYear) return false;
  if (rule.cells.length > 0) {
    const versions = tablesRead(rule).flatMap((table) => report.tableForms[table] ?? []);
    return versions.some((version) => forms === undefined || forms.includes(version));
  }
  if (forms === undefined || report.reportYear === null) return true;
  const bound = formForYear(report.reportYear);
  return bound !== undefined && forms.includes(bound.version);
}

function flagAssumed(result: CheckResult, assumed: ReadonlySet<CellId>): CheckResult {
  const missing = result.cells.filter((cell) => assumed.has(cell));
  if (missing.length === 0) return result;
  const note = '空白按0计（推定）';
  return { ...result, missing, note: result.note === undefined ? note : `${result.note}；${note}` };
}

function resultsOf(
  rule: CheckRule,
  context: CheckContext,
  zeros: AssumedZeros | undefined,
): readonly CheckResult[] {
  const absent = absentNeed(rule, context);
  if (absent !== undefined) return [notEvaluatedResult(absent)];
  const year = context.report.reportYear;
  if (rule.fromYear !== undefined && year === null) return [notEvaluatedResult('报告年度不明')];
  // Only equations may read a blank as 0: where the blank is itself the failure, it stays one.
  if (!zeros || rule.blank !== 'U') return rule.evaluate(context);
  return rule.evaluate(zeros.context).map((result) => flagAssumed(result, zeros.assumed));
}

/** More than a report has cells; whoever has mended these is shown the next. */
const MOST_OF_A_RULE = 300;

/** A text of a hundred thousand sentences is no report; what is found in it need not fill every answer. */
function withinReason(results: readonly CheckResult[]): readonly CheckResult[] {
  if (results.length <= MOST_OF_A_RULE) return results;
  const byStatus = Map.groupBy(results, ({ status }) => status);
  return [...byStatus.values()].flatMap((same) =>
    same.slice(0, MOST_OF_A_RULE).map((result, index) => {
      const isCut = index === MOST_OF_A_RULE - 1 && same.length > MOST_OF_A_RULE;
      const note = `这一项共有${same.length}处，只列出前${MOST_OF_A_RULE}处，改正以后再校验。`;
      return isCut ? { ...result, note } : result;
    }),
  );
}

/**
 * Runs every rule that applies to the report and returns all findings: failures with their suggestion, passes,
 * and what could not be evaluated and why. The same input gives the same findings in the same order everywhere.
 */
export function evaluateReport(context: CheckContext, options: EvaluateOptions = {}): readonly Finding[] {
  const { rules = CHECK_RULES, waivers = [], confirmations = [], treatBlankAsZero = false } = options;
  const zeros = treatBlankAsZero ? assumeZeros(context) : undefined;
  const findings = rules
    .filter((rule) => isApplicable(rule, context.report))
    .flatMap((rule) =>
      withinReason(resultsOf(rule, context, zeros)).map((result) => findingOf(rule, context.report, result)),
    );
  const confirmed = applyConfirmations(findings, confirmations);
  return applyWaivers(withSuggestions(confirmed, context, zeros?.context ?? context), waivers);
}

import { formTable } from '../forms/registry.ts';
import { type CellId, cellId, type RowId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { defineRule, type RuleSpec } from './define.ts';
import type { CaseReference, Evidence } from './register-facts.ts';
import type { CheckRule } from './rule.ts';

const COMMON = {
  class: 'LEG',
  severity: 'warn',
  waiver: 'author',
  needs: ['report', 'register'],
} as const satisfies Partial<RuleSpec>;

/** The totals that count the cases, on the form of the report. */
function totalsOf({ tableForms }: AnnualReport, rows: readonly RowId[]): readonly CellId[] {
  const version = tableForms.t3;
  const known = version === undefined ? [] : formTable('t3', version).rows;
  return known.flatMap(({ id }) => (rows.includes(id) ? [cellId(id, 'total')] : []));
}

interface EvidenceSpec extends Pick<RuleSpec, 'id' | 'message' | 'basis'> {
  readonly evidence: Evidence;
  /** Leaves whose cases must hold it. */
  readonly leaves: readonly RowId[];
}

/** More are counted, and open from their cell. */
const MOST_NAMED = 10;

const numbersOf = (cases: readonly CaseReference[]): string => {
  const named = cases.slice(0, MOST_NAMED).map(({ registrationNumber }) => registrationNumber);
  return `涉及：${named.join('、')}${cases.length > MOST_NAMED ? `等${cases.length}件` : ''}。`;
};

/** Cases of some outcomes must each hold what the law asks for that outcome. */
const evidenceRule = ({ evidence, leaves, ...spec }: EvidenceSpec): CheckRule =>
  defineRule({ ...COMMON, ...spec }, ({ report, register }, verdicts) => {
    const cases = register?.lacking?.[evidence];
    if (cases === undefined) return [verdicts.notEvaluated('未接入申请台账')];
    const cells = totalsOf(report, leaves);
    return cases.length === 0
      ? [verdicts.pass({ cells })]
      : [
          verdicts.fail(
            { n: cases.length },
            { cells, cases, left: cases.length, right: 0, note: numbersOf(cases) },
          ),
        ];
  });

const DIRECT_SUITS: CellId = 't4.litigationDirect/total';

const DIRECT_SUIT_RULE = defineRule(
  {
    ...COMMON,
    id: 'AR-LEG-01',
    // 复议前置 of refusals is in force since 1 January 2024 (复议法 of 2023).
    fromYear: 2024,
    message: '不予公开案件未经复议直接起诉{n}件，请核实。',
    basis: '行政复议法第二十三条第一款第（四）项；法释〔2025〕8号第十条',
  },
  ({ register }, verdicts) => {
    const cases = register?.directSuitsOnRefusals;
    const cells = [DIRECT_SUITS];
    if (cases === undefined) return [verdicts.notEvaluated('未接入复议诉讼台账')];
    return cases.length === 0
      ? [verdicts.pass({ cells })]
      : [
          verdicts.fail(
            { n: cases.length },
            { cells, cases, left: cases.length, right: 0, note: numbersOf(cases) },
          ),
        ];
  },
);

/** Legality that only the cases themselves can show (annual-report.md §9.11). */
export const REGISTER_EVIDENCE_RULES: readonly CheckRule[] = [
  DIRECT_SUIT_RULE,
  evidenceRule({
    id: 'AR-LEG-02',
    evidence: 'reasonsAssessed',
    leaves: ['t3.notProcessed.excessive'],
    message: '{n}件缺少说明理由记录。',
    basis: '政府信息公开条例第三十五条',
  }),
  evidenceRule({
    id: 'AR-LEG-03',
    evidence: 'feeNotice',
    leaves: ['t3.otherHandling.feeUnpaid', 't3.otherHandling'],
    message: '{n}件缺少收费通知。',
    basis: '国办函〔2020〕109号',
  }),
  evidenceRule({
    id: 'AR-LEG-04',
    evidence: 'correctionNotice',
    leaves: ['t3.otherHandling.correctionLapsed', 't3.otherHandling'],
    message: '{n}件缺少补正告知。',
    basis: '政府信息公开条例第三十条',
  }),
  evidenceRule({
    id: 'AR-LEG-05',
    evidence: 'thirdPartyConsultation',
    leaves: ['t3.refused.thirdPartyRights'],
    message: '{n}件缺少第三方意见材料。',
    basis: '政府信息公开条例第三十二条',
  }),
  evidenceRule({
    id: 'AR-LEG-07',
    evidence: 'searchLog',
    leaves: ['t3.unavailable.notHeld'],
    message: '{n}件缺少检索记录。',
    basis: '法释〔2025〕8号第五条第（六）项',
  }),
  evidenceRule({
    id: 'AR-LEG-08',
    evidence: 'riskAssessment',
    leaves: ['t3.refused.securityAndStability', 't3.refused.stateSecret'],
    message: '{n}件缺少风险评估或密级材料。',
    basis: '法释〔2025〕8号第六条；《江苏省政府信息公开申请办理答复规范》（供参考）',
  }),
];

import { isStopping } from '@zhaoshi/domain/annual-report/rules/steps';
import type { ShownFinding, ShownReport } from './shown-report.ts';

/** The lists into which findings are parted, the gravest first. */
export const FINDING_GROUPS = {
  block: '错误，须改正',
  warn: '须改正或者说明',
  notice: '提醒',
  hint: '提示',
  waived: '已说明',
  notEvaluated: '没有校验',
} as const;

export type FindingGroup = keyof typeof FINDING_GROUPS;

export const FINDING_GROUP_IDS = Object.keys(FINDING_GROUPS) as readonly FindingGroup[];

/** What of a finding says how grave it is, and for whom. */
type Judged = Pick<ShownFinding, 'status' | 'severity' | 'waiverBy'>;

/** A warning that nobody may explain, such as a day that is missed, stands on the file and asks for nothing. */
export function groupOf({ status, severity, waiverBy }: Judged): FindingGroup {
  if (status === 'waived' || status === 'notEvaluated') return status;
  return severity === 'warn' && waiverBy === 'none' ? 'notice' : severity;
}

/** What is to be mended, explained or looked at. */
export const isOpen = ({ status }: Pick<ShownFinding, 'status'>): boolean => status === 'fail';

/** What would stop the report from being handed on for signature. */
export const stopping = (findings: readonly ShownFinding[]): readonly ShownFinding[] =>
  findings.filter((finding) => isStopping(finding, 'submit'));

/** Whether the person may accept the finding with a reason. */
export function mayExplain(
  { status, severity, waiverBy }: Judged,
  waivesAs: ShownReport['waivesAs'],
): boolean {
  if (waivesAs === null || waiverBy === 'none' || severity === 'hint') return false;
  if (status !== 'fail' && status !== 'waived') return false;
  return waiverBy === 'author' || waivesAs === 'reviewer';
}

/** Whether the person is asked what the sentence of the finding means, or may take back what was said of it. */
export const mayConfirm = (
  { confirmable, confirmation }: Pick<ShownFinding, 'confirmable' | 'confirmation'>,
  waivesAs: ShownReport['waivesAs'],
): boolean => waivesAs !== null && (confirmable || confirmation !== undefined);

/** Why a finding that somebody may accept is not accepted by this person; `null` where that is not the case. */
export const explainedBy = (finding: Judged, waivesAs: ShownReport['waivesAs']): string | null => {
  if (!isOpen(finding) || finding.severity === 'hint' || mayExplain(finding, waivesAs)) return null;
  if (finding.waiverBy === 'none')
    return finding.severity === 'block'
      ? '必须改正，不能以说明理由的方式通过。'
      : '不用说明理由，不影响提请签发、报送和公布。';
  return finding.waiverBy === 'reviewer'
    ? '确属特殊情况的，由工作机构负责人或者分管领导写明理由。'
    : '确属特殊情况的，由编写单位写明理由。';
};

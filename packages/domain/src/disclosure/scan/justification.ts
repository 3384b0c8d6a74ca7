import { ROLES, type Role } from '../../permission/roles.ts';
import { findingKey, SCAN_KINDS, type ScanFinding } from './finding.ts';

/** Why a finding may stand: who says so, on what ground. Holds no personal data. */
export interface ScanJustification {
  /** `findingKey` of the finding, in the scanned version it was written for. */
  readonly finding: string;
  readonly role: Role;
  /** The provision that requires or allows it. */
  readonly ground: string;
  readonly reason: string;
}

const LEAST_REASON = 4;

/** Who may justify a finding; nobody when it must be masked or taken out (privacy-security.md §2). */
export const justifyingRoles = ({ kind, inList }: Pick<ScanFinding, 'kind' | 'inList'>): readonly Role[] =>
  inList ? [] : SCAN_KINDS[kind].justifiedBy;

/** Why a justification cannot be accepted, in Chinese; `undefined` when it can. */
export function refuseJustification(finding: ScanFinding, given: ScanJustification): string | undefined {
  const roles = justifyingRoles(finding);
  if (given.finding !== findingKey(finding)) return '说明对应的不是这一处内容，没有保存；请重新填写。';
  if (roles.length === 0) return '同一行同时有完整身份证号和银行账号，不能以说明理由代替；请遮盖或者删去。';
  if (!roles.includes(given.role)) {
    return `这类内容须由${roles.map((role) => ROLES[role]).join('或者')}说明理由。`;
  }
  if (given.ground.trim() === '') return '请填写可以公开的法律依据。';
  return given.reason.trim().length < LEAST_REASON ? '请写明理由，至少4个字。' : undefined;
}

/**
 * Findings that still keep the item from being published: those that block, are neither masked (then they are not
 * found any more) nor validly justified. Warnings never block.
 */
export function blockingFindings(
  findings: readonly ScanFinding[],
  justifications: readonly ScanJustification[],
): readonly ScanFinding[] {
  const byFinding = Map.groupBy(justifications, ({ finding }) => finding);
  return findings.filter((finding) => {
    if (finding.severity !== 'blocks') return false;
    const given = byFinding.get(findingKey(finding)) ?? [];
    return given.every((one) => refuseJustification(finding, one) !== undefined);
  });
}

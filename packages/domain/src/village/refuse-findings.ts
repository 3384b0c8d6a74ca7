import { findingKey, type ScanFinding } from '../disclosure/scan/finding.ts';
import { justifyingRoles } from '../disclosure/scan/justification.ts';
import { placeWords } from '../disclosure/scan/piece.ts';
import { kindTitle } from '../disclosure/scan/scan-text.ts';
import { ROLES, type Role } from '../permission/roles.ts';
import type { PostFault } from './village-post.ts';

/** Why a finding may stand, by who may say so; the key names it without quoting. */
export interface JustifiedFinding {
  readonly key: string;
  readonly reason: string;
}

/** Whether a person with these roles may let a finding stand, as for documents (`justifyingRoles`). */
export const mayJustify = (finding: ScanFinding, roles: readonly Role[]): boolean =>
  justifyingRoles(finding).some((role) => roles.includes(role));

function words(finding: ScanFinding): string {
  const who = justifyingRoles(finding).map((role) => ROLES[role]);
  const instead = who.length === 0 ? '' : `确需公开的，由本村的${who.join('、')}说明理由后公布`;
  return `${placeWords(finding.place)}有${kindTitle(finding)}，没有公布，内容已保留。请遮盖后再公布；${instead || '这一项任何情况下不得公开'}。`;
}

/**
 * What of the findings stops a post: everything that blocks and is neither masked nor justified by who may
 * (条例15 as for documents; privacy-security.md §2).
 */
export const refuseFindings = (
  findings: readonly ScanFinding[],
  justified: readonly JustifiedFinding[],
  roles: readonly Role[],
): readonly PostFault[] =>
  findings
    .filter(({ severity }) => severity === 'blocks')
    .filter(
      (finding) => !mayJustify(finding, roles) || !justified.some(({ key }) => key === findingKey(finding)),
    )
    .map((finding) => ({ pointer: '/body', message: words(finding) }));

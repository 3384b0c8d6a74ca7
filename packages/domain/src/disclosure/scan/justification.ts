import type { Role } from '../../permission/roles.ts';
import { SCAN_KINDS, type ScanFinding } from './finding.ts';

/** Who may justify a finding; nobody when it must be masked or taken out (privacy-security.md §2). */
export const justifyingRoles = ({ kind, inList }: Pick<ScanFinding, 'kind' | 'inList'>): readonly Role[] =>
  inList ? [] : SCAN_KINDS[kind].justifiedBy;

import { type Due, deadlineOf } from '../annual-report/rules/deadlines.ts';
import { type CivilDate, firstDayOf, lastDayOf } from '../kernel/civil-date.ts';
import { isGovernment, isOrganInLaw, type TreeKind } from './tree.ts';

/** An organ that a region's list of reporting units may name. */
export interface Candidate {
  readonly organId: string;
  readonly kind: TreeKind;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  /** Names of those that took over its powers. */
  readonly successors: readonly string[];
}

/** A row of the list: reports, or is left out for a reason. */
export interface UnitChoice {
  readonly organId: string;
  readonly included: boolean;
  readonly reason: string | null;
}

export type ReportScope = 'organ' | 'governmentOrgan' | 'regionGovernment';

/** What a member of the list sends in; `null` for a village, which never reports (annual-report.md §2). */
export function reportScopeOf(kind: TreeKind): ReportScope | null {
  if (!isOrganInLaw(kind)) return null;
  if (isGovernment(kind)) return 'regionGovernment';
  return kind === 'governmentOrgan' ? 'governmentOrgan' : 'organ';
}

/** Last day for a member's report of a year, by 条例49 and 国办公开办函〔2021〕30号. */
export const reportDue = (kind: TreeKind, reportYear: number): Due | null =>
  isOrganInLaw(kind) ? (deadlineOf(kind, reportYear, null) ?? null) : null;

/**
 * A list to start a year from: the rows of the year before in their order, then organs that were not on it. An organ
 * that ended in the year is left out, because whoever exercises its powers reports both parts (annual-report.md §8);
 * one that ended before, or came after, is not on the list at all.
 */
export function startReportingUnits(
  reportYear: number,
  candidates: readonly Candidate[],
  yearBefore: readonly UnitChoice[],
): readonly UnitChoice[] {
  const known = new Map(candidates.map((candidate) => [candidate.organId, candidate]));
  const order = new Set([...yearBefore, ...candidates].map(({ organId }) => organId));
  const chosen = new Map(yearBefore.map((choice) => [choice.organId, choice]));
  return [...order].flatMap((organId) => {
    const candidate = known.get(organId);
    if (candidate === undefined || reportScopeOf(candidate.kind) === null) return [];
    const { validFrom, validTo, successors } = candidate;
    if (validFrom > lastDayOf(reportYear) || (validTo !== null && validTo <= firstDayOf(reportYear)))
      return [];
    if (validTo !== null && validTo <= lastDayOf(reportYear)) {
      // Who counts its register where several or none took over: `countedBy`.
      const heir = successors.length === 0 ? '政府办公厅（室）' : successors.join('、');
      return [{ organId, included: false, reason: `${validTo}起不再保留，由${heir}一并报送` }];
    }
    return [chosen.get(organId) ?? { organId, included: true, reason: null }];
  });
}

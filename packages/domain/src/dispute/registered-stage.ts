import type { CivilDate } from '../kernel/civil-date.ts';
import type { DisputeKind, DisputeStage, Procedure } from './dispute.ts';
import { isAppealable, type StageKind } from './dispute-results.ts';

/** A stage as the register keeps it. */
export interface RegisteredStage extends DisputeStage {
  /** Organ or court. */
  readonly tribunal: string;
  /** 案号; empty: none yet. */
  readonly number: string;
  /** Of a reconsideration; `null`: not known. */
  readonly procedure: Procedure | null;
  /** The notice to answer was received (复议法48, 54). */
  readonly servedOn: CivilDate | null;
  readonly answeredOn: CivilDate | null;
  /** What was ordered was done (法释〔2025〕8号11). */
  readonly performedOn: CivilDate | null;
  /** An opinion was received (行政复议意见书, 复议法76). */
  readonly opinionOn: CivilDate | null;
  readonly reportedOn: CivilDate | null;
  /** The application for reconsideration, or the suit, was received (复议法30, 行诉法46). */
  readonly filedOn: CivilDate | null;
  /** The reconsideration organ extended its period by up to 30 days (复议法62). */
  readonly isExtended: boolean;
  /** The decision or judgment reached the other party, whose own periods begin (行诉法45, 85). */
  readonly decisionServedOn: CivilDate | null;
  /** It reached the organ itself: from then on a decision binds it (复议法75), and its own time to appeal runs. */
  readonly decisionReceivedOn: CivilDate | null;
  /** It orders the organ to reply anew, to perform, or to disclose. */
  readonly ordersReply: boolean;
  /** The last day that the decision or judgment itself names; `null`: it names none. */
  readonly performBy: CivilDate | null;
}

/** A stage of which nothing is known yet but where it is heard. */
export const OPEN_STAGE = {
  procedure: null,
  acceptedOn: null,
  result: null,
  decidedOn: null,
  effectiveOn: null,
  servedOn: null,
  answeredOn: null,
  performedOn: null,
  opinionOn: null,
  reportedOn: null,
  filedOn: null,
  isExtended: false,
  decisionServedOn: null,
  decisionReceivedOn: null,
  ordersReply: false,
  performBy: null,
} as const satisfies Omit<RegisteredStage, 'kind' | 'tribunal' | 'number'>;

const AFTER_RESULT: Readonly<Partial<Record<string, readonly StageKind[]>>> = {
  'litigation.remanded': ['firstInstance', 'secondInstance'],
  'litigation.transferred': ['firstInstance'],
  'reconsideration.notAccepted': ['reconsideration'],
  'reconsideration.applicationRejected': ['reconsideration'],
};

/**
 * Where a dispute may be heard next, by how its last stage ended: an appeal lies until a judgment takes effect, a retrial
 * after it; what was sent back or transferred is heard anew; a reconsideration that was refused may be ordered (复议法35).
 */
export function nextStageKinds(kind: DisputeKind, stages: readonly DisputeStage[]): readonly StageKind[] {
  const last = stages.at(-1);
  if (last === undefined) return [kind === 'reconsideration' ? 'reconsideration' : 'firstInstance'];
  if (last.result === null) return [];
  const named = AFTER_RESULT[last.result];
  if (named !== undefined) return named;
  if (kind === 'reconsideration') return [];
  return isAppealable(last.kind, last.result) && last.effectiveOn === null ? ['secondInstance'] : ['retrial'];
}

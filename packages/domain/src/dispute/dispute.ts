import type { OutcomeId } from '../application/outcome.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { DisputeResult, StageKind } from './dispute-results.ts';

/** The blocks of table four. */
export const DISPUTE_KINDS = {
  reconsideration: '行政复议',
  litigationDirect: '行政诉讼（未经复议直接起诉）',
  litigationAfterReconsideration: '行政诉讼（复议后起诉）',
} as const;

export type DisputeKind = keyof typeof DISPUTE_KINDS;

export const DISPUTE_KIND_NAMES = Object.keys(DISPUTE_KINDS) as readonly DisputeKind[];

/**
 * As what the organ takes part. A suit in which the reconsideration organ is only co-defendant is counted by the organ of
 * the original act alone (30号一（四）; 60号; 国办公开办函〔2016〕201号).
 */
export const DISPUTE_ROLES = {
  originalActOrgan: '作出原行为的机关',
  reconsiderationOrganAsCoDefendant: '复议机关作共同被告',
} as const;

export type DisputeRole = keyof typeof DISPUTE_ROLES;

export const DISPUTE_ROLE_NAMES = Object.keys(DISPUTE_ROLES) as readonly DisputeRole[];

/** What is disputed. */
export const DISPUTED_ACTS = {
  refusal: '不予公开（条例第十四条至第十六条）',
  partialRefusal: '部分公开',
  otherReply: '其他答复、告知',
  silence: '逾期不答复',
  proactive: '主动公开中的行为',
  other: '其他',
} as const;

export type DisputedAct = keyof typeof DISPUTED_ACTS;

export const DISPUTED_ACT_NAMES = Object.keys(DISPUTED_ACTS) as readonly DisputedAct[];

/** The ordinary or the simplified procedure of a reconsideration (复议法第四章第三节、第四节). */
export const PROCEDURES = { ordinary: '普通程序', simplified: '简易程序' } as const;

export type Procedure = keyof typeof PROCEDURES;

export const PROCEDURE_NAMES = Object.keys(PROCEDURES) as readonly Procedure[];

/** One hearing of a dispute, by one organ or court. */
export interface DisputeStage {
  readonly kind: StageKind;
  /** 受理、立案; `null`: not yet, or never (不予受理). */
  readonly acceptedOn: CivilDate | null;
  readonly result: DisputeResult | null;
  /** Day of the decision; given exactly with the result. */
  readonly decidedOn: CivilDate | null;
  /** 生效: asked of judgments and rulings against which an appeal lies. */
  readonly effectiveOn: CivilDate | null;
}

/** A dispute as table four counts it; its stages in their order. */
export interface Dispute {
  readonly disputeId: string;
  readonly kind: DisputeKind;
  readonly role: DisputeRole;
  readonly act: DisputedAct;
  /** Day of the act; `null`: silence, or unknown. */
  readonly actOn: CivilDate | null;
  readonly stages: readonly DisputeStage[];
}

/** Where a dispute of a kind may be heard. */
export const stageKindsOf = (kind: DisputeKind): readonly StageKind[] =>
  kind === 'reconsideration' ? ['reconsideration'] : ['firstInstance', 'secondInstance', 'retrial'];

/** What is disputed, out of how the application ended; without a result it is the silence. */
export function actOfOutcome(outcome: OutcomeId | null): DisputedAct {
  if (outcome === null) return 'silence';
  if (outcome === 'partiallyGranted') return 'partialRefusal';
  // 行政查询事项 stands among the refusals of the form, and rests on 条例36(7).
  const isRefusal = outcome.startsWith('refused.') && outcome !== 'refused.administrativeInquiry';
  return isRefusal ? 'refusal' : 'otherReply';
}

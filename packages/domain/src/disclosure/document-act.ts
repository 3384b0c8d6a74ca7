import type { CivilDate } from '../kernel/civil-date.ts';
import type { DisclosureClass } from './disclosure-class.ts';
import type { SecrecyAnswer, SecrecyConclusion, SecrecyQuestion } from './secrecy-review.ts';

/** Why something published is taken down (publication.md §10). */
export const WITHDRAWAL_KINDS = {
  leak: '含有国家秘密、个人隐私等不应公开的内容',
  penaltyChanged: '行政处罚决定被变更、撤销、确认违法或者无效（行政处罚法第四十八条）',
  error: '内容有误',
  audience: '只对特定群体公开的信息误对社会公开',
  notOurs: '不属于本机关公开的信息',
} as const;

export type WithdrawalKind = keyof typeof WITHDRAWAL_KINDS;

/** Why it was taken down, in words; also of what was published in a hurry and not approved afterwards. */
export const withdrawalWords = (kind: WithdrawalKind | 'notApproved'): string =>
  kind === 'notApproved' ? '发布后审查没有通过' : WITHDRAWAL_KINDS[kind];

/** What was shown to people who must not see it: the persons concerned and the authority are told (publication.md §10). */
export const LEAK_KINDS = ['leak', 'audience'] as const satisfies readonly WithdrawalKind[];

/** What is owed after such a withdrawal (个人信息保护法57). */
export const LEAK_DUTIES = {
  persons: '通知有关个人',
  authority: '报告履行个人信息保护职责的部门、保密行政管理部门等主管部门',
} as const;

export type LeakDuty = keyof typeof LEAK_DUTIES;

/** What came of such a duty; one that is not needed has its reason in the words that go with it. */
export const LEAK_ANSWERS = { done: '已经办理', notNeeded: '不需要' } as const;

export type LeakAnswer = keyof typeof LEAK_ANSWERS;

/** Where published information is handed over for reading (条例25). */
export const READING_PLACES = {
  archives: '国家档案馆',
  library: '公共图书馆',
  serviceHall: '政务服务场所',
} as const;

export type ReadingPlace = keyof typeof READING_PLACES;

/** How talks with another organ ended (条例11). */
export const COORDINATION_RESULTS = {
  agreed: '对方同意公开',
  objected: '对方不同意公开',
  decidedForPublication: '主管部门决定公开',
  decidedAgainst: '主管部门决定不公开',
} as const;

export type CoordinationResult = keyof typeof COORDINATION_RESULTS;

/** A version as it was submitted: its number, the hash of its content, and who wrote on it. */
export interface SubmittedRevision {
  readonly number: number;
  readonly sha256: string;
  readonly disclosureClass: DisclosureClass;
  readonly isForPublic: boolean;
  /** Accounts that saved anything in it. */
  readonly authors: readonly string[];
}

/** Everything that is done to a document, as facts; an act that is accepted is the event that is kept. Moments are ISO. */
export type DocumentAct =
  /** `hasUnitStep`: whether the organ's chain, as it stood that day, begins with the head of the unit. */
  | { readonly type: 'submit'; readonly revision: SubmittedRevision; readonly hasUnitStep: boolean }
  | { readonly type: 'takeBack' }
  | { readonly type: 'agreeInUnit' }
  | { readonly type: 'sendBack' }
  | {
      readonly type: 'recordSecrecyReview';
      readonly sha256: string;
      readonly answers: Readonly<Record<SecrecyQuestion, SecrecyAnswer>>;
      readonly conclusion: SecrecyConclusion;
    }
  | { readonly type: 'justifyFinding'; readonly finding: string }
  | { readonly type: 'askCoordination'; readonly coordinationId: string }
  | {
      readonly type: 'endCoordination';
      readonly coordinationId: string;
      readonly result: CoordinationResult;
    }
  | { readonly type: 'passReview'; readonly sha256: string }
  | { readonly type: 'report' }
  | { readonly type: 'resolveReport'; readonly mayBePublished: boolean }
  | { readonly type: 'approve'; readonly sha256: string; readonly disclosureClass: DisclosureClass }
  | { readonly type: 'publish' }
  | { readonly type: 'schedule'; readonly minute: string }
  | { readonly type: 'cancelSchedule' }
  /** The minute of a scheduled publication has come; noted by the system. */
  | { readonly type: 'becomePublic' }
  | { readonly type: 'publishUrgently'; readonly revision: SubmittedRevision }
  | { readonly type: 'approveAfterwards' }
  | { readonly type: 'declineAfterwards' }
  | {
      readonly type: 'withdraw';
      readonly kind: WithdrawalKind;
      /** The very existence is secret: its address answers as if nothing had been there. */
      readonly hidesExistence: boolean;
    }
  | {
      readonly type: 'followUpLeak';
      readonly duty: LeakDuty;
      readonly answer: LeakAnswer;
      readonly on: CivilDate;
    }
  | { readonly type: 'revise' }
  | { readonly type: 'discard' }
  | { readonly type: 'reevaluate'; readonly on: CivilDate; readonly keeps: boolean }
  | { readonly type: 'handOver'; readonly place: ReadingPlace; readonly on: CivilDate };

export type DocumentActType = DocumentAct['type'];

/**
 * Acts by which one person answers for what the public sees, or no longer sees: they are signed, the second factor
 * shown again shortly before.
 */
export const SIGNED_DOCUMENT_ACTS = [
  'approve',
  'publishUrgently',
  'approveAfterwards',
  'declineAfterwards',
  'withdraw',
] as const satisfies readonly DocumentActType[];

/** An act that was accepted, with the moment it was. */
export type DocumentEvent = DocumentAct & { readonly by: string; readonly at: string };

/** The words that go with an act; `isPublic`: the public reads them. */
export const DOCUMENT_ACT_TEXTS: Readonly<
  Record<
    DocumentActType,
    Readonly<Record<string, { readonly title: string; readonly required: boolean; readonly isPublic?: true }>>
  >
> = {
  submit: { remark: { title: '送审说明', required: false } },
  takeBack: {},
  agreeInUnit: { opinion: { title: '审核意见', required: false } },
  sendBack: { reason: { title: '退回理由', required: true } },
  recordSecrecyReview: { basis: { title: '审查依据和理由', required: true } },
  justifyFinding: { reason: { title: '保留的理由和依据', required: true } },
  askCoordination: {
    organ: { title: '协商的机关', required: true },
    matter: { title: '需要确认的内容', required: true },
  },
  endCoordination: { opinion: { title: '对方意见或者决定', required: true } },
  passReview: { opinion: { title: '审查意见', required: false } },
  report: {
    authority: { title: '报请的主管部门或者保密行政管理部门', required: true },
    reason: { title: '不能确定的理由', required: true },
  },
  resolveReport: { decision: { title: '确定的结果和依据', required: true } },
  approve: { opinion: { title: '签发意见', required: false } },
  publish: { lateReason: { title: '超过期限的原因', required: false } },
  schedule: { lateReason: { title: '超过期限的原因', required: false } },
  cancelSchedule: { reason: { title: '取消的理由', required: true } },
  becomePublic: {},
  publishUrgently: { reason: { title: '须立即公开的理由', required: true } },
  approveAfterwards: { opinion: { title: '补审意见', required: false } },
  declineAfterwards: { reason: { title: '不同意的理由', required: true, isPublic: true } },
  withdraw: { notice: { title: '撤回公告（公众可见）', required: true, isPublic: true } },
  followUpLeak: { account: { title: '怎样通知、报告，告知了什么；不需要的写明理由', required: true } },
  revise: { reason: { title: '修改的原因', required: true } },
  discard: { reason: { title: '作废的理由', required: false } },
  reevaluate: { reason: { title: '评估意见', required: true } },
  handOver: { receipt: { title: '移交回执', required: false } },
};

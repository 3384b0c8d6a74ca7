import type { CellId } from '../ids.ts';
import type { ReportDraft } from './report-draft.ts';

/** Everything that is done to a report, as facts; an act that is accepted is the event that is kept. */
export type ReportAct =
  /** Of the words as they then stood; figures carry nothing to be kept secret (annual-report.md AR-PRV-02). */
  | { readonly type: 'recordSecrecyReview'; readonly textsHash: string }
  /** `submission`: the number of the frozen state, whose cells and cases are kept with it. */
  | { readonly type: 'askSignature'; readonly submission: number; readonly sha256: string }
  | { readonly type: 'takeBack' }
  | { readonly type: 'sendBack' }
  /** `hasReceiver`: whether a competent department above receives it in the platform. */
  | { readonly type: 'sign'; readonly sha256: string; readonly hasReceiver: boolean }
  | {
      readonly type: 'returnForMending';
      readonly cells: readonly CellId[];
      /** Sentences of the text that must change. */
      readonly passages: readonly string[];
    }
  | { readonly type: 'accept'; readonly sha256: string }
  | { readonly type: 'publish'; readonly sha256: string }
  /** `draft`: what was written of what is public, so that giving the restatement up brings it back. */
  | { readonly type: 'restate'; readonly draft: ReportDraft }
  /** Given up again; what is published stays. */
  | { readonly type: 'discardRestatement' }
  /** The report of a unit without the platform, or of a year before it, as its file says. */
  | {
      readonly type: 'enterFile';
      readonly submission: number;
      readonly sha256: string;
      readonly as: 'submitted' | 'published';
    };

export type ReportActType = ReportAct['type'];

/** An act that was accepted, by whom and when (ISO). */
export type ReportEvent = ReportAct & { readonly by: string; readonly at: string };

/** Acts by which one person answers for the figures: signed, the second factor shown again shortly before. */
export const SIGNED_REPORT_ACTS = ['sign', 'publish'] as const satisfies readonly ReportActType[];

/** The words that go with an act; `isPublic`: the public reads them. */
export const REPORT_ACT_TEXTS: Readonly<
  Record<
    ReportActType,
    Readonly<Record<string, { readonly title: string; readonly required: boolean; readonly isPublic?: true }>>
  >
> = {
  recordSecrecyReview: { basis: { title: '审查意见和依据', required: true } },
  askSignature: { remark: { title: '送签说明', required: false } },
  takeBack: {},
  sendBack: { reason: { title: '退回理由', required: true } },
  sign: { opinion: { title: '签发意见', required: false } },
  returnForMending: { reason: { title: '需要修改的问题', required: true } },
  accept: { opinion: { title: '审核意见', required: false } },
  publish: {},
  restate: { reason: { title: '更正的原因（公众可见）', required: true, isPublic: true } },
  discardRestatement: { reason: { title: '放弃更正的理由', required: false } },
  enterFile: { source: { title: '文件来源', required: false } },
};

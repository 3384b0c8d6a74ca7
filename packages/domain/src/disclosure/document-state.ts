import type {
  CoordinationResult,
  LeakAnswer,
  LeakDuty,
  SubmittedRevision,
  WithdrawalKind,
} from './document-act.ts';
import type { DocumentRefusalCode } from './document-refusals.ts';
import type { DocumentStatus } from './document-status.ts';
import type { SecrecyReview } from './secrecy-review.ts';

/** An edition that the public sees, or saw. */
export interface PublicEdition {
  readonly edition: number;
  readonly revision: SubmittedRevision;
  /** From this moment on; ISO. */
  readonly since: string;
}

export interface Coordination {
  readonly coordinationId: string;
  readonly result: CoordinationResult | null;
}

/** A document as its events made it; facts only. */
export interface DocumentState {
  readonly status: DocumentStatus;
  /** The edition being worked on, or the last one; 1 is the first. */
  readonly edition: number;
  /** What was submitted last and is under review, signed or public. */
  readonly revision: SubmittedRevision | null;
  /** What the change now under way began from, and what is gone back to when it is given up. */
  readonly resting: SubmittedRevision | null;
  readonly submittedBy: string | null;
  readonly secrecyReview: SecrecyReview | null;
  /** Keys of scan findings that may stay as they are, with a reason. */
  readonly justified: readonly string[];
  readonly coordinations: readonly Coordination[];
  /** What the authority that was asked decided (条例17). */
  readonly reportResult: 'for' | 'against' | null;
  /** The last text that a review or the authority did not let go public, and why; a return to the desk forgets nothing of it. */
  readonly heldBack: {
    readonly sha256: string;
    readonly because: Extract<DocumentRefusalCode, 'secrecy-against' | 'secrecy-report' | 'report-against'>;
  } | null;
  readonly reviewedBy: string | null;
  readonly approvedBy: string | null;
  /** Who published or scheduled the edition. */
  readonly publishedBy: string | null;
  /** Minute of a scheduled publication. */
  readonly scheduledFor: string | null;
  /** What the public sees now; `null` before, and after a withdrawal. */
  readonly public: PublicEdition | null;
  /** Published first and reviewed later: who still has to be asked. */
  readonly awaitsThirdPerson: boolean;
  readonly withdrawn: {
    readonly edition: number;
    /** ISO. */
    readonly at: string;
    readonly kind: WithdrawalKind | 'notApproved';
    readonly hidesExistence: boolean;
  } | null;
  /** Something was taken down that the public should not have seen: since when, and what came of each duty after it. */
  readonly leak: ({ readonly since: string } & Readonly<Record<LeakDuty, LeakAnswer | null>>) | null;
  readonly wasFiled: boolean;
}

/** Somebody has still to be told of what the public should not have seen (个人信息保护法57). */
export const isLeakOpen = ({ leak }: Pick<DocumentState, 'leak'>): boolean =>
  leak !== null && (leak.persons === null || leak.authority === null);

export const DOCUMENT_START: DocumentState = {
  status: 'draft',
  edition: 1,
  revision: null,
  resting: null,
  submittedBy: null,
  secrecyReview: null,
  justified: [],
  coordinations: [],
  reportResult: null,
  heldBack: null,
  reviewedBy: null,
  approvedBy: null,
  publishedBy: null,
  scheduledFor: null,
  public: null,
  awaitsThirdPerson: false,
  withdrawn: null,
  leak: null,
  wasFiled: false,
};

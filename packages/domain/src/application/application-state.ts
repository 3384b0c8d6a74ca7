import type { DeliveryWay } from '../delivery/delivery.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { CaseRelation, Opinion, ReviewKind, SearchPlace } from './act.ts';
import type { ConsultationKind } from './clock/clock-event.ts';
import { CLOCK_START, type ClockState } from './clock/clock-state.ts';
import type { OutcomeId } from './outcome.ts';
import type { Status } from './status.ts';

/** What a letter was sent for. */
export type LetterPurpose =
  | 'acknowledgement'
  | 'correction'
  | 'consultation'
  | 'consultationNotice'
  | 'extension'
  | 'movedDue'
  | 'reasons'
  | 'deferral'
  | 'fee'
  | 'closing'
  | 'thirdPartyNotice'
  | 'promotion'
  | 'assistance'
  | 'reply';

export interface CaseLetter {
  readonly letterId: string;
  readonly purpose: LetterPurpose;
  readonly issuedOn: CivilDate;
  /** Of a consultation letter. */
  readonly consultationId: string | null;
  readonly delivered: { readonly on: CivilDate; readonly way: DeliveryWay } | null;
  /** It came back with the mail at least once. */
  readonly isReturned: boolean;
}

/** A third party was told that its objection is overruled. */
export interface ThirdPartyNotice {
  readonly letterId: string;
  readonly consultationId: string;
  /** Calendar days from its receipt before the reply goes out. */
  readonly waitDays: number;
}

export interface CaseConsultation {
  readonly consultationId: string;
  readonly kind: ConsultationKind;
  readonly opinion: Opinion | null;
}

/** A case as its events made it: facts only, no text and nobody's name. */
export interface ApplicationState {
  readonly status: Status;
  readonly isImported: boolean;
  readonly clock: ClockState;
  /** Day of the last contact while the day of receipt waits for confirmation: the office asked for it (条例31). */
  readonly askedOn: CivilDate | null;
  /** It was tried in vain while the day of receipt waited for confirmation: it is the day contact is restored (207号). */
  readonly wasUnreachable: boolean;
  /** 收到申请之日 as it was fixed first or put right, whatever restarted the clock since; `null` before it is known. */
  readonly receivedOn: CivilDate | null;
  readonly officerId: string | null;
  readonly letters: readonly CaseLetter[];
  /** Working days that the notice of correction gives. */
  readonly correctionDays: number | null;
  /** Day on which the applicant handed in a correction after its period, while the office has not decided on it. */
  readonly lateCorrectionOn: CivilDate | null;
  readonly consultations: readonly CaseConsultation[];
  /** Since the case was last taken up: a new reply is told anew. */
  readonly thirdPartyNotices: readonly ThirdPartyNotice[];
  readonly extensionProposed: number | null;
  readonly reasons: 'none' | 'asked' | 'given' | 'notGiven' | 'reasonable' | 'unreasonable';
  /** 分, of the fee that was noticed. */
  readonly fee: {
    readonly amount: number;
    readonly reportedOn: CivilDate | null;
    readonly paidOn: CivilDate | null;
  } | null;
  readonly searchedPlaces: readonly SearchPlace[];
  readonly openAssistance: readonly string[];
  readonly links: readonly {
    readonly relation: CaseRelation;
    readonly otherId: string;
    readonly givenBefore: boolean;
  }[];
  readonly draft: {
    readonly outcome: OutcomeId;
    /** Accounts that wrote or submitted it: none of them reviews or approves. */
    readonly writers: readonly string[];
    readonly reviews: readonly ReviewKind[];
    /** Its words say why it gives what a third party does not agree to: public interest, or no good reason (条例32). */
    readonly overrulesObjection: boolean;
    /** It withholds a part for the rights of third parties (条例15), and does not say why none of them was asked. */
    readonly needsConsultation: boolean;
    /** Day of the last submission, before which it cannot have been approved. */
    readonly submittedOn: CivilDate | null;
  } | null;
  /** The first result, which table three counts; a later one after reopening does not change it. */
  readonly result: { readonly outcome: OutcomeId; readonly on: CivilDate } | null;
  /** The result that holds now. */
  readonly lastResult: { readonly outcome: OutcomeId; readonly on: CivilDate } | null;
  /** It was taken up again on a reconsideration or a judgment. */
  readonly wasDisputed: boolean;
  /** What came of the suggestion to publish the information proactively (条例44); `null`: nobody suggested it. */
  readonly promotion: {
    readonly proposedOn: CivilDate;
    readonly byApplicant: boolean;
    readonly decided: { readonly on: CivilDate; readonly accepted: boolean } | null;
  } | null;
}

export const APPLICATION_START: ApplicationState = {
  status: 'awaitingConfirmation',
  isImported: false,
  clock: CLOCK_START,
  askedOn: null,
  wasUnreachable: false,
  receivedOn: null,
  officerId: null,
  letters: [],
  correctionDays: null,
  lateCorrectionOn: null,
  consultations: [],
  thirdPartyNotices: [],
  extensionProposed: null,
  reasons: 'none',
  fee: null,
  searchedPlaces: [],
  openAssistance: [],
  links: [],
  draft: null,
  result: null,
  lastResult: null,
  wasDisputed: false,
  promotion: null,
};

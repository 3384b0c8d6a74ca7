import type { ApplicantKind } from '../annual-report/ids.ts';
import type { Carrier, DeliveryWay } from '../delivery/delivery.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { ConsultationKind } from './clock/clock-event.ts';
import type { OutcomeId } from './outcome.ts';

/** What the one who was asked answers (条例32, 34). */
export type Opinion = 'agrees' | 'refuses' | 'partly' | 'none';

/** Why a finished case is taken up again. */
export type ReopenCause = 'reconsideration' | 'judgment' | 'ownCorrection';

/** How another case belongs to this one. */
export type CaseRelation = 'duplicateOf' | 'sameMatter' | 'jointReply' | 'splitInto';

/**
 * What is written with an act and may name or describe a person: kept sealed, apart from the facts. Keys are those of
 * `ACT_TEXTS`; the fields of a letter are keyed by its template.
 */
export type ActTexts = Readonly<Record<string, string>>;

/** A letter that goes with an act where it can be composed; its id. */
interface MayHaveLetter {
  readonly letterId?: string;
}

/** How a letter reached whom it is for; the dates beside `on` that the way has, as far as they are known. */
interface DeliveryFacts {
  readonly letterId: string;
  readonly way: DeliveryWay;
  readonly sentOn?: CivilDate;
  readonly receivedOn?: CivilDate;
  readonly carrier?: Carrier;
}

/**
 * Everything that is done to a case, as facts: dates, ids, codes and amounts. An act that the law accepts is the event
 * that is kept; replaying a case's events gives its state. `on` is the civil date of the fact, not of its entry.
 */
export type ApplicationAct =
  /** A try to reach the applicant, while the day of receipt waits for confirmation or at any other time. */
  | { readonly type: 'logContact'; readonly on: CivilDate; readonly reached: boolean }
  /** 条例31: the day both sides confirmed. */
  | ({ readonly type: 'confirmReceipt'; readonly on: CivilDate } & MayHaveLetter)
  /** The day of receipt was entered wrongly; possible until something was done on it. */
  | ({ readonly type: 'correctReceipt'; readonly on: CivilDate } & MayHaveLetter)
  /** The kind of applicant was entered wrongly: table three counts the case in another column. */
  | { readonly type: 'correctApplicantKind'; readonly on: CivilDate; readonly applicantKind: ApplicantKind }
  | { readonly type: 'takeUp'; readonly on: CivilDate }
  | { readonly type: 'assign'; readonly on: CivilDate; readonly officerId: string }
  | {
      readonly type: 'noticeCorrection';
      readonly on: CivilDate;
      readonly letterId: string;
      /** Working days to correct, from receipt of the notice. */
      readonly days: number;
    }
  | { readonly type: 'acceptCorrection'; readonly on: CivilDate }
  /** Handed in on the portal after the period: the office decides whether it accepts it (条例30). */
  | { readonly type: 'offerCorrection'; readonly on: CivilDate }
  | ({ readonly type: 'lapseCorrection'; readonly on: CivilDate } & MayHaveLetter)
  | {
      readonly type: 'sendConsultation';
      readonly on: CivilDate;
      readonly consultationId: string;
      readonly kind: ConsultationKind;
      readonly letterId: string;
      /** Of the letter that tells the applicant. */
      readonly noticeLetterId?: string;
    }
  | {
      readonly type: 'endConsultation';
      readonly on: CivilDate;
      readonly consultationId: string;
      readonly how: 'opinion' | 'lapse';
      readonly opinion: Opinion;
    }
  | { readonly type: 'proposeExtension'; readonly on: CivilDate; readonly days: number }
  | {
      readonly type: 'approveExtension';
      readonly on: CivilDate;
      readonly days: number;
      readonly letterId: string;
    }
  | { readonly type: 'declineExtension'; readonly on: CivilDate }
  /** The calendar moved the last day to another than the applicant was told (国务院办公厅 of holidays; §8.1). */
  | {
      readonly type: 'tellDue';
      readonly on: CivilDate;
      readonly letterId: string;
      /** The day that the applicant was told before. */
      readonly toldOn: CivilDate;
    }
  | { readonly type: 'requestReasons'; readonly on: CivilDate; readonly letterId: string }
  | { readonly type: 'recordReasons'; readonly on: CivilDate; readonly given: boolean }
  | { readonly type: 'judgeReasons'; readonly on: CivilDate; readonly reasonable: boolean }
  | {
      readonly type: 'deferReply';
      readonly on: CivilDate;
      readonly dueOn: CivilDate;
      readonly letterId: string;
    }
  | {
      readonly type: 'noticeFee';
      readonly on: CivilDate;
      readonly letterId: string;
      readonly basis: 'perItem' | 'perPage';
      /** The application's place in the applicant's month, or its pages. */
      readonly count: number;
      /** 分 */
      readonly amount: number;
    }
  /** The applicant says that the fee is paid; the office finds it and records it. */
  | { readonly type: 'reportPayment'; readonly on: CivilDate }
  | { readonly type: 'recordPayment'; readonly on: CivilDate; readonly amount: number }
  | ({ readonly type: 'lapsePayment'; readonly on: CivilDate } & MayHaveLetter)
  | {
      readonly type: 'logSearch';
      readonly on: CivilDate;
      readonly place: SearchPlace;
      readonly minutes: number;
      readonly hits: number;
    }
  | ({
      readonly type: 'requestAssistance';
      readonly on: CivilDate;
      readonly assistanceId: string;
      readonly dueOn: CivilDate;
    } & MayHaveLetter)
  | { readonly type: 'answerAssistance'; readonly on: CivilDate; readonly assistanceId: string }
  | {
      readonly type: 'linkCase';
      readonly on: CivilDate;
      readonly relation: CaseRelation;
      readonly otherId: string;
      /** Of an earlier case of the same content: the information was given then (法释〔2025〕8号 10(4)). */
      readonly givenBefore: boolean;
    }
  | { readonly type: 'proposePromotion'; readonly on: CivilDate }
  /** Whether what was suggested is published proactively; an applicant who suggested it is told (条例44). */
  | ({ readonly type: 'decidePromotion'; readonly on: CivilDate; readonly accepted: boolean } & MayHaveLetter)
  | {
      readonly type: 'draftReply';
      readonly on: CivilDate;
      readonly outcome: OutcomeId;
      /** Its words say why the public interest outweighs a third party that does not agree (条例32); from the words. */
      readonly hasPublicInterest?: boolean;
      /** Its words say why the reasons of a third party that does not agree do not hold (条例32); from the words. */
      readonly hasUnfoundedObjection?: boolean;
      /** What it withholds of a part rests on the rights of third parties (条例15); from the letter's grounds. */
      readonly withholdsForThirdParty?: boolean;
      /** Its words say why no third party had to be asked: what would harm it is withheld (条例32); from the words. */
      readonly saysWhyUnconsulted?: boolean;
    }
  | { readonly type: 'discardDraft'; readonly on: CivilDate }
  | { readonly type: 'submitReply'; readonly on: CivilDate }
  | { readonly type: 'reviewReply'; readonly on: CivilDate; readonly review: ReviewKind }
  | { readonly type: 'returnReply'; readonly on: CivilDate }
  | {
      readonly type: 'approveReply';
      readonly on: CivilDate;
      readonly letterId: string;
      /** Cases that the same letter answers. */
      readonly jointWith?: readonly string[];
    }
  /** What is given against a third party's will, told to it with the reasons (条例32); one notice for each of them. */
  | {
      readonly type: 'notifyThirdParty';
      readonly on: CivilDate;
      readonly letterId: string;
      /** In which this third party did not agree. */
      readonly consultationId: string;
      /** Calendar days from its receipt before the reply goes out, by the organ's setting [U]; from the rules. */
      readonly waitDays?: number;
    }
  /** Of any letter but the reply; `on` is the day it reached whom it is for. */
  | ({ readonly type: 'deliverLetter'; readonly on: CivilDate } & DeliveryFacts)
  /** `on` is the point in time that counts for "on time" by the way of delivery. */
  | ({ readonly type: 'deliverReply'; readonly on: CivilDate } & DeliveryFacts)
  /** The reply goes out again after its mail came back; the first delivery goes on counting. */
  | ({ readonly type: 'redeliverReply'; readonly on: CivilDate } & DeliveryFacts)
  | { readonly type: 'noteReturnedMail'; readonly on: CivilDate; readonly letterId: string }
  /** The applicant takes a letter on the portal before it came otherwise: both sides know that it was delivered then. */
  | { readonly type: 'receiveLetter'; readonly on: CivilDate; readonly letterId: string }
  | { readonly type: 'confirmDelivery'; readonly on: CivilDate; readonly letterId: string }
  | { readonly type: 'close'; readonly on: CivilDate }
  | { readonly type: 'archive'; readonly on: CivilDate; readonly retentionYears: number }
  | ({ readonly type: 'withdraw'; readonly on: CivilDate } & MayHaveLetter)
  | { readonly type: 'reopen'; readonly on: CivilDate; readonly cause: ReopenCause }
  | { readonly type: 'rate'; readonly on: CivilDate; readonly score: number }
  | { readonly type: 'note'; readonly on: CivilDate }
  /** The end of a case of an old register, taken over as it was. */
  | {
      readonly type: 'importResult';
      readonly on: CivilDate;
      readonly outcome: OutcomeId;
      readonly dueOn: CivilDate | null;
    };

export type ActType = ApplicationAct['type'];

/** Where was searched; a non-existence reply needs the registry and the responsible unit (§10) [U]. */
export const SEARCH_PLACES = {
  officeSystem: '办公系统（OA）',
  archiveRoom: '档案室',
  businessSystem: '业务系统',
  responsibleUnit: '承办科室',
  transferList: '档案馆移交目录',
} as const;

export type SearchPlace = keyof typeof SEARCH_PLACES;

export const REVIEWS = { legal: '合法性审核', secrecy: '保密审查' } as const;

export type ReviewKind = keyof typeof REVIEWS;

/** The first event of every case. */
export interface Registration extends MayHaveLetter {
  readonly type: 'register';
  /** Day of the entry. */
  readonly on: CivilDate;
  /** By the rule of the channel; `null` while it waits for confirmation. */
  readonly receiptDate: CivilDate | null;
  /** Taken over from an old register. */
  readonly isImported: boolean;
}

type NoticeCorrection = Extract<ApplicationAct, { readonly type: 'noticeCorrection' }>;

/** What is kept of a case; a notice of correction with whether it was late by the calendar of its day. */
export type ApplicationEvent =
  | Registration
  | Exclude<ApplicationAct, NoticeCorrection>
  | (NoticeCorrection & { readonly isLate: boolean });

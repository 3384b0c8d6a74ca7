import type { CivilDate } from '../../kernel/civil-date.ts';

/** Who is asked: a third party (条例32), a co-maker (34), another organ concerned (11, 33¶3). */
export type ConsultationKind = 'thirdPartyConsultation' | 'coMakerConsultation' | 'organConsultation';

/** What moves the clock of an application (applications.md §8.1); `on` is the civil date of the fact. */
export type ClockEvent =
  /** `on` by the rule of the intake channel (条例31). */
  | { readonly type: 'received'; readonly on: CivilDate }
  | { readonly type: 'correctionNoticed'; readonly on: CivilDate }
  /** The applicant has the notice; the period of `days` working days to correct begins. */
  | { readonly type: 'correctionNoticeDelivered'; readonly on: CivilDate; readonly days: number }
  | { readonly type: 'corrected'; readonly on: CivilDate }
  | { readonly type: 'correctionLapsed'; readonly on: CivilDate }
  | {
      readonly type: 'consultationSent';
      readonly on: CivilDate;
      readonly consultationId: string;
      readonly kind: ConsultationKind;
    }
  /** The consultee has the letter; where the law gives them a period, it begins. */
  | { readonly type: 'consultationReceived'; readonly on: CivilDate; readonly consultationId: string }
  /** An opinion came in, or the period ended without one. */
  | {
      readonly type: 'consultationEnded';
      readonly on: CivilDate;
      readonly consultationId: string;
      readonly how: 'opinion' | 'lapse';
    }
  /** 条例35 says nothing of the period while reasons are asked for; it moves the clock only by a setting [U]. */
  | { readonly type: 'reasonsRequested'; readonly on: CivilDate }
  /** The reasons came in, or it is clear that none do. */
  | { readonly type: 'reasonsGiven'; readonly on: CivilDate }
  | { readonly type: 'extended'; readonly on: CivilDate; readonly days: number }
  | { readonly type: 'deferred'; readonly on: CivilDate; readonly dueOn: CivilDate }
  | { readonly type: 'feeNoticed'; readonly on: CivilDate }
  | { readonly type: 'feeNoticeDelivered'; readonly on: CivilDate }
  | { readonly type: 'feePaid'; readonly on: CivilDate }
  | { readonly type: 'feeLapsed'; readonly on: CivilDate }
  | { readonly type: 'replied'; readonly on: CivilDate }
  | { readonly type: 'withdrawn'; readonly on: CivilDate };

export type ClockEventType = ClockEvent['type'];

/** Lengths of the clock's periods, in working days, and how it goes on; data, because a change of law is a new row. */
export interface ClockRules {
  /** 条例33¶2: 20 working days from receipt. */
  readonly replyDays: number;
  /** 条例30: the notice of correction within 7 working days of receipt. */
  readonly correctionNoticeDays: number;
  /** 条例30 says "reasonable"; 规范 takes the period of third-party consultation [L]. */
  readonly correctionDays: number;
  /** 条例32, 34: 15 working days from the consultee's receipt. */
  readonly consultationDays: number;
  /** 条例33¶2: at most 20 working days in total, once. */
  readonly mostExtensionDays: number;
  /** 109号 as restated by provincial finance notices: 20 working days from the day after receipt. */
  readonly paymentDays: number;
  /** Whether payment starts the period afresh, or lets it run on from where it stopped [U]. */
  readonly restartsAfterPayment: boolean;
  /** Whether the time in which reasons are waited for is left out of the period; 条例35 does not say so [U]. */
  readonly excludesReasons: boolean;
}

/** In force since 2019-05-15 (国务院令第711号); payment since 2021-01-01 (国办函〔2020〕109号). */
export const CLOCK_RULES: ClockRules = {
  replyDays: 20,
  correctionNoticeDays: 7,
  correctionDays: 15,
  consultationDays: 15,
  mostExtensionDays: 20,
  paymentDays: 20,
  restartsAfterPayment: true,
  excludesReasons: false,
};

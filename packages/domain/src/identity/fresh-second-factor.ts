import { MINUTE_MS } from '../kernel/durations.ts';

/**
 * How long one showing of the second factor stands for signatures: long enough for a pile that is signed together,
 * too short for a desk that was left open (GB/T 22239-2019 8.1.4.1 d).
 */
export const FRESH_SECOND_FACTOR_MINUTES = 10;

/** Whether a second factor shown at that moment still counts as just shown. */
export const isFreshSecondFactor = (shownAt: Date | null, now: Date): boolean =>
  shownAt !== null && now.getTime() - shownAt.getTime() <= FRESH_SECOND_FACTOR_MINUTES * MINUTE_MS;

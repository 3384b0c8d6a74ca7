import type { ApplicationState } from './application-state.ts';
import type { OutcomeId } from './outcome.ts';

/** A third party that was asked does not agree, wholly or in part. */
const isOpposed = ({ consultations }: Pick<ApplicationState, 'consultations'>): boolean =>
  consultations.some(
    ({ kind, opinion }) =>
      kind === 'thirdPartyConsultation' && (opinion === 'refuses' || opinion === 'partly'),
  );

/** Given whole. A part that is withheld (条例37) may be just what the third party does not agree to. */
const gives = (outcome: OutcomeId): boolean => outcome.startsWith('granted.');

/**
 * The drafted reply gives what a third party does not agree to: only because withholding it may gravely affect the public
 * interest, and with content and reasons told to the third party in writing (条例32).
 */
export const givesAgainstWill = (state: ApplicationState): boolean =>
  state.draft !== null && gives(state.draft.outcome) && isOpposed(state);

import type { ApplicationState, LetterPurpose } from './application-state.ts';

/** Letters that tell the applicant the last day to reply. */
const TELLING: ReadonlySet<LetterPurpose> = new Set(['acknowledgement', 'extension', 'movedDue']);

const isTold = (
  letters: ApplicationState['letters'],
  { base, excluded }: ApplicationState['clock'],
): boolean =>
  letters.some(
    ({ purpose, issuedOn }) =>
      TELLING.has(purpose) &&
      base !== null &&
      issuedOn >= base &&
      excluded.every(({ upTo }) => upTo <= issuedOn),
  );

/**
 * Whether a letter told the applicant the last day of the period that runs now. A period that was started afresh by a
 * correction or a payment was told in no letter, nor one that somebody's opinion has put off since.
 */
export const wasToldDue = ({ letters, clock }: ApplicationState): boolean =>
  clock.open.length === 0 && clock.reasonsAskedOn === null && isTold(letters, clock);

/**
 * Whether the last day follows from the file and the calendar alone. While somebody is asked whose period is not known,
 * it moves on with every day that goes by.
 */
export const isDueSettled = ({ clock }: ApplicationState): boolean =>
  clock.reasonsAskedOn === null &&
  clock.open.every(({ kind, receivedOn }) => kind !== 'organConsultation' && receivedOn !== null);

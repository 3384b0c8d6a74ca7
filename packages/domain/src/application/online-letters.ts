import type { CaseLetter, LetterPurpose } from './application-state.ts';

/**
 * Letters whose delivery counts and which the applicant may take on the portal before they came otherwise. The reply is
 * delivered by the organ itself; a receipt is no document that is served; other letters go to others.
 */
const TAKEN_ONLINE: ReadonlySet<LetterPurpose> = new Set([
  'correction',
  'consultationNotice',
  'extension',
  'movedDue',
  'reasons',
  'deferral',
  'fee',
  'closing',
  'promotion',
]);

export const isTakenOnline = (purpose: LetterPurpose): boolean => TAKEN_ONLINE.has(purpose);

/** Letters that lie ready for the applicant and were not delivered yet. */
export const lettersToReceive = (letters: readonly CaseLetter[]): readonly CaseLetter[] =>
  letters.filter(({ purpose, delivered }) => delivered === null && isTakenOnline(purpose));

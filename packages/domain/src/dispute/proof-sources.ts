import type { ApplicationEvent } from '../application/act.ts';
import type { CaseFileUse } from '../application/case-files.ts';
import type { ProofSource } from './burden-of-proof.ts';

/**
 * What a file of the case shows. What was withheld, what is not looked through, and documents of identity are handed to
 * nobody with the evidence (条例14–16; 个保法6): `null`.
 */
const FILE_SOURCES: Readonly<Record<CaseFileUse, ProofSource | null>> = {
  form: 'form',
  envelope: 'receipt',
  identity: null,
  powerOfAttorney: 'form',
  correction: 'correction',
  search: 'searchFile',
  consultation: 'opinion',
  evidence: 'evidenceFile',
  payment: 'fee',
  source: null,
  redacted: null,
  released: 'supplied',
};

export const sourceOfFile = (use: CaseFileUse): ProofSource | null => FILE_SOURCES[use];

const LETTER_SOURCES: Readonly<Record<string, ProofSource>> = {
  acknowledgement: 'receipt',
  correctionNotice: 'correction',
  thirdPartyConsultationLetter: 'consultation',
  coMakerLetter: 'organConsultation',
  assistanceRequest: 'organConsultation',
  reasonsRequestNotice: 'reasons',
  feeNotice: 'fee',
};

const isReply = (kind: string): boolean => kind.startsWith('replyLetter.');

/** What a letter of the case shows; the notices of the course stand together. */
export const sourceOfLetter = (kind: string): ProofSource =>
  isReply(kind) ? 'reply' : (LETTER_SOURCES[kind] ?? 'notice');

/** What the proof of its delivery shows. */
export const sourceOfDelivery = (kind: string): ProofSource =>
  isReply(kind) ? 'delivery' : sourceOfLetter(kind);

/**
 * What an event of the case shows by itself; `null`: nothing that must be shown.
 *
 * @param thirdParties ids of the consultations in which a third party was asked, not another organ
 */
export function sourceOfEvent(
  event: ApplicationEvent,
  thirdParties: ReadonlySet<string>,
): ProofSource | null {
  switch (event.type) {
    case 'logSearch':
      return 'search';
    case 'reviewReply':
      return event.review === 'secrecy' ? 'secrecyReview' : null;
    case 'endConsultation':
      return thirdParties.has(event.consultationId) ? 'opinion' : 'organConsultation';
    case 'recordReasons':
    case 'judgeReasons':
      return 'reasons';
    case 'linkCase':
      return 'earlierCase';
    case 'draftReply':
      return event.hasPublicInterest === true ? 'publicInterest' : null;
    default:
      return null;
  }
}

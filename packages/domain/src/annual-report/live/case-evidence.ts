import type { ApplicationState, LetterPurpose } from '../../application/application-state.ts';
import type { CaseFileUse } from '../../application/case-files.ts';
import type { OutcomeId } from '../../application/outcome.ts';
import type { Evidence } from '../rules/register-facts.ts';

/** What shows that the law was kept for one outcome: a record of the case, or a file put into it. */
interface Proof {
  readonly evidence: Evidence;
  readonly isRecorded: (state: ApplicationState) => boolean;
  readonly files: readonly CaseFileUse[];
}

const isDelivered =
  (purpose: LetterPurpose) =>
  ({ letters }: ApplicationState): boolean =>
    letters.some((letter) => letter.purpose === purpose && letter.delivered !== null);

const SEARCHED: Proof = {
  evidence: 'searchLog',
  isRecorded: ({ searchedPlaces }) => searchedPlaces.length > 0,
  files: ['search', 'evidence'],
};

/** 《风险评估报告》, marks and period of secrecy are papers: only a file shows them. */
const ASSESSED: Proof = { evidence: 'riskAssessment', isRecorded: () => false, files: ['evidence'] };

const PROOFS: Readonly<Partial<Record<OutcomeId, Proof>>> = {
  'notProcessed.excessive': {
    evidence: 'reasonsAssessed',
    isRecorded: ({ reasons }) => reasons === 'unreasonable' || reasons === 'notGiven',
    files: ['evidence'],
  },
  'otherHandling.feeUnpaid': {
    evidence: 'feeNotice',
    isRecorded: isDelivered('fee'),
    files: ['payment', 'evidence'],
  },
  'otherHandling.correctionLapsed': {
    evidence: 'correctionNotice',
    isRecorded: isDelivered('correction'),
    files: ['correction', 'evidence'],
  },
  'refused.thirdPartyRights': {
    evidence: 'thirdPartyConsultation',
    isRecorded: ({ consultations }) => consultations.some(({ kind }) => kind === 'thirdPartyConsultation'),
    files: ['consultation', 'evidence'],
  },
  'unavailable.nonExistent': SEARCHED,
  // The letter of the platform names the organ that holds it, where it can be told (条例36(5)).
  'unavailable.otherOrgan': {
    ...SEARCHED,
    isRecorded: (state) => !state.isImported || SEARCHED.isRecorded(state),
  },
  'refused.securityAndStability': ASSESSED,
  'refused.stateSecret': ASSESSED,
};

/**
 * What the file of a case lacks for its first result, which table three counts (AR-LEG-02…08); `null` when it lacks
 * nothing. A case of an old register came without its papers, and lacks them until they are added.
 */
export function lackedEvidence(state: ApplicationState, files: readonly CaseFileUse[]): Evidence | null {
  const proof = state.result === null ? undefined : PROOFS[state.result.outcome];
  if (proof === undefined || proof.isRecorded(state)) return null;
  return proof.files.some((use) => files.includes(use)) ? null : proof.evidence;
}

/** Outcomes whose cases must be looked at. */
export const PROVED_OUTCOMES = Object.keys(PROOFS) as readonly OutcomeId[];

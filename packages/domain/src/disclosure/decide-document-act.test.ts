import { expect, it } from 'vitest';
import type { Role } from '../permission/roles.ts';
import { decideDocumentAct } from './decide-document-act.ts';
import type { DocumentAct, SubmittedRevision } from './document-act.ts';
import { DOCUMENT_START, type DocumentState } from './document-state.ts';
import { FULL_CHAIN } from './review-chain.ts';
import { SECRECY_QUESTION_IDS, type SecrecyAnswer, type SecrecyQuestion } from './secrecy-review.ts';

const REVISION: SubmittedRevision = {
  number: 1,
  sha256: 'one',
  disclosureClass: 'proactive',
  isForPublic: true,
  authors: ['ann'],
};

const NOTHING_FOUND = Object.fromEntries(SECRECY_QUESTION_IDS.map((id) => [id, 'no'])) as Record<
  SecrecyQuestion,
  SecrecyAnswer
>;

const REVIEW = { sha256: 'one', answers: NOTHING_FOUND, conclusion: 'publish', by: 'dan' } as const;

/** The codes of what stands against it; none when it may be done. */
function refusals(
  state: Partial<DocumentState>,
  role: Role,
  act: DocumentAct,
  texts: Record<string, string>,
  interpretedFrom: readonly (string | null)[] = [],
) {
  const decided = decideDocumentAct(
    { ...DOCUMENT_START, revision: REVISION, submittedBy: 'ann', ...state },
    { act, texts },
    {
      chain: FULL_CHAIN,
      contentRefusals: [],
      publicRefusals: [],
      holdsWithdrawn: false,
      interpretedFrom,
      scan: { blocking: new Map(), unscannedFiles: 0 },
      isLate: false,
      isBeingShown: false,
      now: '2026-11-22T01:00:00.000Z',
      actor: { id: 'eva', roles: [role] },
    },
  );
  return decided.ok ? [] : decided.error.map(({ code }) => code);
}

it('whoever signs it as not for the public states why (国办发〔2016〕80号)', () => {
  const sign = (disclosureClass: 'proactive' | 'onApplication' | 'withheld', opinion: string) =>
    refusals(
      { status: 'inApproval', secrecyReview: REVIEW },
      'leader',
      { type: 'approve', sha256: 'one', disclosureClass },
      { opinion },
    );
  expect(sign('proactive', '')).toEqual([]);
  expect(sign('withheld', ' ')).toEqual(['class-change-reason-missing']);
  expect(sign('onApplication', '')).toEqual(['class-change-reason-missing']);
  expect(sign('withheld', '涉及商业秘密（条例第十五条）')).toEqual([]);
});

it('an interpretation goes public with what it interprets or after it, never before', () => {
  const approved = { status: 'approved', secrecyReview: REVIEW, approvedBy: 'fu' } as const;
  const publish = (from: string | null) =>
    refusals(approved, 'disclosureOfficer', { type: 'publish' }, {}, [from]);
  expect(publish('2026-11-22T01:00:00.000Z')).toEqual([]);
  expect(publish('2026-11-22T02:00:00.000Z')).toEqual(['interpreted-not-public']);
  expect(publish(null)).toEqual(['interpreted-not-public']);
  const schedule = (minute: string) =>
    refusals(approved, 'disclosureOfficer', { type: 'schedule', minute }, {}, ['2026-11-22T02:00:00.000Z']);
  expect(schedule('2026-11-22T02:00:00.000Z')).toEqual([]);
  expect(schedule('2026-11-22T01:59:00.000Z')).toEqual(['interpreted-not-public']);
});

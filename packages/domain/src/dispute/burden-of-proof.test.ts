import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../application/outcome.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { PROOF_SOURCE_NAMES, type ProofSource, proofNeeds, proofsOf } from './burden-of-proof.ts';
import { type DisputeGround, groundOf } from './dispute-ground.ts';
import { sourceOfDelivery, sourceOfEvent, sourceOfFile, sourceOfLetter } from './proof-sources.ts';

const missing = (ground: Parameters<typeof proofsOf>[0], ...there: ProofSource[]) =>
  proofsOf(ground, new Set(there)).flatMap(({ words, isMissing }) => (isMissing ? [words] : []));

const PROCEDURE = ['form', 'reply', 'delivery', 'course'] as const;

describe('what the organ must show', () => {
  it('of information that does not exist is the search, in two places', () => {
    expect(missing('unavailable.nonExistent', ...PROCEDURE)).toEqual([
      '合理检索：检索的地点、用的词、经过和结果',
      '在两处以上检索过（登记机构和承办科室）',
    ]);
    expect(missing('unavailable.nonExistent', ...PROCEDURE, 'search')).toEqual([
      '在两处以上检索过（登记机构和承办科室）',
    ]);
    expect(missing('unavailable.nonExistent', ...PROCEDURE, 'search', 'searchPlaces')).toEqual([]);
  });

  it('of a state secret is the record of secrecy', () => {
    expect(missing('refused.stateSecret', ...PROCEDURE)).toEqual(['密级标识、保密期限或者其他说明']);
    expect(missing('refused.stateSecret', ...PROCEDURE, 'secrecyReview')).toEqual([]);
  });

  it('of the rights of a third party is that it was asked, what it said, and the public interest', () => {
    expect(missing('refused.thirdPartyRights', ...PROCEDURE, 'consultation')).toEqual([
      '第三方的意见，或者逾期没有回复',
      '衡量了不公开会不会对公共利益造成重大影响',
    ]);
  });

  it('against silence is what stopped the clock; nothing is asked of a reply that never was', () => {
    expect(missing('act.silence', 'form', 'course')).toEqual([
      '没有超过答复期限，或者超过的正当理由（补正、征求意见、延期）',
    ]);
  });

  it('is something of its own for every outcome, each with its source', () => {
    for (const outcome of Object.keys(OUTCOMES)) {
      const needs = proofNeeds(groundOf('refusal', outcome as keyof typeof OUTCOMES));
      expect(needs.length, outcome).toBeGreaterThan(3);
      expect(needs.every(({ words, source, anyOf }) => words && source && anyOf.length > 0)).toBe(true);
    }
    // What the organ adds is handed in with every ground.
    const grounds = [...Object.keys(OUTCOMES), 'act.silence', 'act.proactive'] as DisputeGround[];
    for (const ground of grounds) {
      const asked = proofNeeds(ground).flatMap(({ anyOf, also = [] }) => [...anyOf, ...also]);
      expect(asked, ground).toContain('ownEvidence');
    }
    // All that can be found at all proves everything.
    expect(missing('refused.securityAndStability', ...PROOF_SOURCE_NAMES)).toEqual([]);
  });
});

describe('what the file of a case shows', () => {
  it('leaves documents of identity, what was withheld and what is not looked through with the organ', () => {
    expect((['identity', 'source', 'redacted'] as const).map(sourceOfFile)).toEqual([null, null, null]);
    expect(sourceOfFile('released')).toBe('supplied');
  });

  it('is by its letters: the reply and its delivery, the third party asked, the notices', () => {
    expect(sourceOfLetter('replyLetter.refused.stateSecret')).toBe('reply');
    expect(sourceOfDelivery('replyLetter.refused.stateSecret')).toBe('delivery');
    expect(sourceOfDelivery('thirdPartyConsultationLetter')).toBe('consultation');
    expect(sourceOfLetter('extensionNotice')).toBe('notice');
  });

  it('is by its events: an opinion of a third party is none of another organ', () => {
    const ended = {
      type: 'endConsultation',
      on: '2026-03-02' as CivilDate,
      consultationId: 'a',
      how: 'lapse',
      opinion: 'none',
    } as const;
    expect(sourceOfEvent(ended, new Set(['a']))).toBe('opinion');
    expect(sourceOfEvent(ended, new Set())).toBe('organConsultation');
    const reviewed = { type: 'reviewReply', on: ended.on } as const;
    expect(sourceOfEvent({ ...reviewed, review: 'secrecy' }, new Set())).toBe('secrecyReview');
    expect(sourceOfEvent({ ...reviewed, review: 'legal' }, new Set())).toBeNull();
  });
});

it('the ground of a dispute is how the application ended, and against silence nothing', () => {
  expect(groundOf('refusal', 'refused.stateSecret')).toBe('refused.stateSecret');
  expect(groundOf('silence', 'refused.stateSecret')).toBe('act.silence');
  expect(groundOf('otherReply', null)).toBe('act.otherReply');
});

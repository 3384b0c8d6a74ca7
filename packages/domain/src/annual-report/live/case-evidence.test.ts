import { describe, expect, it } from 'vitest';
import { drawer } from '../../../test/balanced-table.ts';
import { drawHistory } from '../../../test/case-histories.ts';
import { march, stateAfter } from '../../../test/case-lives.ts';
import type { CaseFileUse } from '../../application/case-files.ts';
import { OUTCOME_IDS, type OutcomeId } from '../../application/outcome.ts';
import { lackedEvidence, PROVED_OUTCOMES } from './case-evidence.ts';

/** A case of an old register, whose papers are not in the platform. */
const imported = (outcome: OutcomeId) =>
  stateAfter([
    { type: 'register', on: march(2), receiptDate: march(2), isImported: true },
    { type: 'importResult', on: march(9), outcome, dueOn: null },
  ]);

describe('a case of an old register', () => {
  it.each([
    ['notProcessed.excessive', 'reasonsAssessed', 'evidence'],
    ['otherHandling.feeUnpaid', 'feeNotice', 'payment'],
    ['otherHandling.correctionLapsed', 'correctionNotice', 'correction'],
    ['refused.thirdPartyRights', 'thirdPartyConsultation', 'consultation'],
    ['unavailable.nonExistent', 'searchLog', 'search'],
    ['unavailable.otherOrgan', 'searchLog', 'search'],
    ['refused.securityAndStability', 'riskAssessment', 'evidence'],
    ['refused.stateSecret', 'riskAssessment', 'evidence'],
  ] as const)('%s lacks %s until %s is added', (outcome, evidence, file) => {
    const others: readonly CaseFileUse[] = ['form', 'released'];
    expect(lackedEvidence(imported(outcome), others)).toBe(evidence);
    expect(lackedEvidence(imported(outcome), [...others, file])).toBeNull();
  });

  it('lacks nothing for any other outcome', () => {
    const others = OUTCOME_IDS.filter((outcome) => !PROVED_OUTCOMES.includes(outcome));
    expect(others.map((outcome) => lackedEvidence(imported(outcome), []))).toEqual(others.map(() => null));
  });
});

describe('a case that was led in the platform', () => {
  const drawn = Array.from({ length: 5000 }, (_, seed) => drawHistory(drawer(seed)).state);
  const led = drawn.filter(({ isImported, result }) => !isImported && result !== null);

  it('lacks at most the papers of secrecy and risk: the rest is asked before the reply goes out', () => {
    const lacked = led.flatMap((state) => {
      const evidence = lackedEvidence(state, []);
      return evidence === null ? [] : [`${state.result?.outcome} ${evidence}`];
    });
    expect([...new Set(lacked)].toSorted()).toEqual([
      'refused.securityAndStability riskAssessment',
      'refused.stateSecret riskAssessment',
    ]);
  });

  it('lacks nothing while it is open', () => {
    const open = drawn.filter(({ result }) => result === null);
    expect(open.length).toBeGreaterThan(100);
    expect(open.every((state) => lackedEvidence(state, []) === null)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { interpretationWords, owesInterpretation } from './interpretation-owed.ts';

const POLICY = { kind: 'normativeDocument', disclosureClass: 'proactive', status: 'inApproval' } as const;

describe('the interpretation of a policy', () => {
  it.each([
    ['a normative document on its way', {}],
    ['one of which the class is still open', { disclosureClass: null, status: 'draft' }],
    ['a policy that is public', { kind: 'policyDocument', status: 'published' }],
    ['an administrative rule', { kind: 'administrativeRule' }],
  ] as const)('is owed with %s', (_what, given) => {
    expect(owesInterpretation({ ...POLICY, ...given })).toBe(true);
  });

  it.each([
    ['a notice', { kind: 'announcement' }],
    ['the interpretation itself', { kind: 'interpretation' }],
    ['what is not for the public', { disclosureClass: 'withheld', status: 'filed' }],
    ['what is only given on application', { disclosureClass: 'onApplication' }],
    ['what was withdrawn', { status: 'withdrawn' }],
  ] as const)('is not owed with %s', (_what, given) => {
    expect(owesInterpretation({ ...POLICY, ...given })).toBe(false);
  });

  it('is due on the day or within the days of the setting', () => {
    expect(interpretationWords({ interpretationDays: 0, interpretationAlarmDays: 3 })).toMatch(
      /文件公开当日发布，公开3个工作日后仍没有/,
    );
    expect(interpretationWords({ interpretationDays: 2, interpretationAlarmDays: 3 })).toMatch(
      /文件公开后2个工作日以内发布/,
    );
  });
});

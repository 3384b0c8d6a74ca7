import { SECRECY_QUESTION_IDS } from '@zhaoshi/domain/disclosure/secrecy-review';
import { describe, expect, it } from 'vitest';
import { bodyOf, momentOfMinute } from './act-values.ts';

const sha256 = 'a'.repeat(64);
const shown = { revision: { number: 1, sha256, disclosureClass: 'proactive' } } as const;

describe('the call that a form makes', () => {
  it('takes the minute of a schedule as China’s', () => {
    expect(momentOfMinute('2026-11-23T08:30')).toBe('2026-11-23T00:30:00.000Z');
    expect(momentOfMinute('2026-11-23')).toBeNull();
    expect(momentOfMinute('2026-13-23T08:30')).toBeNull();
    expect(bodyOf('schedule', { act: { minute: '2026-11-23T08:30' }, texts: {} }, shown)?.act).toEqual({
      type: 'schedule',
      minute: '2026-11-23T00:30:00.000Z',
    });
  });

  it('names the version that was looked at', () => {
    expect(bodyOf('passReview', { act: {}, texts: { opinion: '同意' } }, shown)).toEqual({
      act: { type: 'passReview', sha256 },
      texts: { opinion: '同意' },
    });
    expect(bodyOf('approve', { act: { disclosureClass: 'withheld' }, texts: {} }, shown)?.act).toEqual({
      type: 'approve',
      sha256,
      disclosureClass: 'withheld',
    });
  });

  it('is not made before everything is chosen', () => {
    const answers = Object.fromEntries(SECRECY_QUESTION_IDS.map((id) => [id, 'no']));
    const complete = { answers, conclusion: 'publish' };
    expect(bodyOf('recordSecrecyReview', { act: complete, texts: {} }, shown)).not.toBeNull();
    expect(bodyOf('recordSecrecyReview', { act: { answers }, texts: {} }, shown)).toBeNull();
    expect(bodyOf('withdraw', { act: { hidesExistence: false }, texts: {} }, shown)).toBeNull();
    expect(bodyOf('schedule', { act: { minute: '' }, texts: {} }, shown)).toBeNull();
  });

  it('leaves out words that were not written', () => {
    expect(bodyOf('publish', { act: {}, texts: { lateReason: undefined } }, shown)?.texts).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import type { OutcomeId } from './outcome.ts';
import { REDACTION_GROUND_IDS, REDACTION_GROUNDS, type RedactionGround } from './redaction.ts';
import { refuseUnsaidGrounds } from './released-grounds.ts';

const fileWith = (...grounds: readonly RedactionGround[]) => ({
  name: '分配方案.pdf',
  marks: grounds.map((ground, index) => ({ label: String(index + 1), ground, reason: '领取人' })),
});

const refused = (files: Parameters<typeof refuseUnsaidGrounds>[0], outcome: OutcomeId, grounds: string) =>
  refuseUnsaidGrounds(files, { outcome, grounds });

describe('a reply to files with parts withheld (条例37)', () => {
  it.each(REDACTION_GROUND_IDS)('has to cite the article of %s', (ground) => {
    const { letterChoice, title, article } = REDACTION_GROUNDS[ground];
    const files = [fileWith(ground)];
    expect(refused(files, 'partiallyGranted', letterChoice)).toBeNull();
    const others = ['article14', 'article15', 'article16first', 'article16second'].filter(
      (id) => id !== letterChoice,
    );
    const problem = refused(files, 'partiallyGranted', others.join(','));
    expect(problem?.field).toBe('grounds');
    expect(problem?.message).toContain(`以${title}（${article}）为由`);
  });

  it('names every article that is missing, from whichever file', () => {
    const files = [fileWith('privacy', 'tradeSecret'), fileWith('internalAffairs')];
    expect(refused(files, 'partiallyGranted', '')?.message).toContain(
      '个人隐私、商业秘密（条例第十五条）、内部事务信息（条例第十六条第一款）',
    );
    expect(refused(files, 'partiallyGranted', 'article15')?.message).not.toContain('第十五条');
  });

  it('may cite more than the marks: something else may be withheld as a whole', () => {
    expect(refused([fileWith('privacy')], 'partiallyGranted', 'article14,article15')).toBeNull();
  });

  it('cannot say that everything is given', () => {
    const problem = refused([fileWith('privacy')], 'granted.provided', '');
    expect(problem?.field).toBe('outcome');
    expect(problem?.message).toContain('部分公开');
    expect(refused([fileWith('privacy')], 'unavailable.nonExistent', '')).toBeNull();
  });

  it('says nothing where nothing is blacked out', () => {
    expect(refused([fileWith()], 'granted.provided', '')).toBeNull();
    expect(refused([], 'partiallyGranted', 'article14')).toBeNull();
  });
});

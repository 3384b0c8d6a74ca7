import { describe, expect, it } from 'vitest';
import type { DocumentRow, ShownDocument } from '../../shown-document.ts';
import { batchActOf, batchHindrance, batchNotices, batchOutcome, isBatchable } from './batch-act.ts';

const row = (status: DocumentRow['status']) => ({ status }) as DocumentRow;

describe('an act on many documents', () => {
  it('is the next step of the status they share', () => {
    expect(batchActOf([row('inUnitReview'), row('inUnitReview')])).toBe('agreeInUnit');
    expect(batchActOf([row('inReview')])).toBe('passReview');
    expect(batchActOf([row('inApproval')])).toBe('approve');
    expect(batchActOf([row('approved')])).toBe('publish');
  });

  it('is none where they stand at different steps, or at none that is done to many', () => {
    expect(batchActOf([row('inReview'), row('inApproval')])).toBeNull();
    expect(batchActOf([row('draft')])).toBeNull();
    expect(batchActOf([])).toBeNull();
    expect([row('published'), row('approved')].map(isBatchable)).toEqual([false, true]);
  });

  it('says beforehand what is against it', () => {
    const refusals = [{ code: 'secrecy-missing', message: '这一版还没有保密审查记录。' }];
    const shown = (acts: unknown) => ({ acts }) as ShownDocument;
    expect(batchHindrance(shown([{ type: 'passReview', refusals: [] }]), 'passReview')).toBeNull();
    expect(batchHindrance(shown([{ type: 'passReview', refusals }]), 'passReview')).toBe(
      '这一版还没有保密审查记录。',
    );
    expect(batchHindrance(shown([]), 'approve')).toContain('不能签发');
  });

  it('tells of the same text and of the owed interpretation, which hinder nothing', () => {
    const told = (sameTexts: readonly string[], linked: readonly boolean[] | null) =>
      batchNotices({
        sameTexts: sameTexts.map((title) => ({ title })),
        interpretation: linked && { words: '', linked: linked.map((isPublic) => ({ isPublic })) },
      } as ShownDocument);
    expect(told([], null)).toEqual([]);
    expect(told([], [false, true])).toEqual([]);
    expect(told(['示范通知'], [])).toEqual(['正文与已公开的《示范通知》相同。', '还没有解读。']);
    expect(told([], [false])).toEqual(['解读还没有公开。']);
  });

  it('says how many went through, and of none that did not when there is none', () => {
    expect(batchOutcome(5, 0)).toBe('5份全部办理。');
    expect(batchOutcome(2, 1)).toBe('办理了2份，没有办理1份。');
  });
});

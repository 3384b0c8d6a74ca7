import { describe, expect, it } from 'vitest';
import { OUTCOME_IDS, OUTCOMES } from './outcome.ts';
import { outcomeTold } from './outcome-told.ts';

describe('what the applicant is told of the outcome', () => {
  it.each(OUTCOME_IDS)('%s names the articles of its letter, in words of a citizen', (outcome) => {
    const { result, why, next } = outcomeTold(outcome);
    for (const article of OUTCOMES[outcome].article.match(/第[一二三四五六七八九十]+条/g) ?? []) {
      expect(why).toContain(article);
    }
    for (const text of [why, next]) expect(text).toMatch(/^[^…]+。$/);
    expect(`${result}${why}${next}`).not.toMatch(/其他处理|三安全一稳定|区分处理|过程性信息/);
  });

  it('says the result as the register counts it', () => {
    expect(outcomeTold('granted.provided').result).toBe('予以公开');
    expect(outcomeTold('partiallyGranted').result).toBe('部分公开');
    expect(outcomeTold('refused.stateSecret').result).toBe('不予公开');
    expect(outcomeTold('unavailable.nonExistent').result).toBe('无法提供');
    expect(outcomeTold('notProcessed.duplicate').result).toBe('不予处理');
    expect(outcomeTold('otherHandling.withdrawn').result).toBe('不再处理');
  });
});

import { describe, expect, it } from 'vitest';
import { formTable } from '../annual-report/forms/registry.ts';
import { OUTCOME_IDS, OUTCOMES } from './outcome.ts';

describe('outcomes', () => {
  it('reach every leaf of table three of the form of 2021, and no other row', () => {
    const rows = formTable('t3', '2021')
      .rows.filter(({ kind }) => kind === 'leaf')
      .map(({ id }) => id);
    const reached = new Set(OUTCOME_IDS.map((id) => OUTCOMES[id].leaf));
    expect([...reached].toSorted()).toEqual(rows.toSorted());
  });

  it.each(OUTCOME_IDS)('%s has words for the letter and says what is to be shown', (id) => {
    const { words, letter, evidence } = OUTCOMES[id];
    expect(words).toMatch(/。$/);
    expect(letter).toMatch(/告知书$/);
    expect(evidence).not.toBe('');
  });
});

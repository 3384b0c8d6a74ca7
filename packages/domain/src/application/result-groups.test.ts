import { expect, it } from 'vitest';
import { OUTCOME_IDS, OUTCOMES } from './outcome.ts';
import { RESULT_GROUPS, resultGroupOf } from './result-groups.ts';

it('every outcome is in the group that its row of table three stands in', () => {
  for (const outcome of OUTCOME_IDS) {
    const [, part] = OUTCOMES[outcome].leaf.split('.');
    expect(resultGroupOf(outcome)).toBe(part);
    expect(RESULT_GROUPS[resultGroupOf(outcome)]).not.toBe('');
  }
});

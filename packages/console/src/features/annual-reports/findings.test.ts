import { expect, test } from 'vitest';
import { explainedBy, groupOf } from './findings.ts';

const late = { status: 'fail', severity: 'warn', waiverBy: 'none' } as const;

test('what nobody may explain is told apart from what must be mended or explained', () => {
  expect(groupOf(late)).toBe('notice');
  expect(groupOf({ ...late, waiverBy: 'author' })).toBe('warn');
  expect(groupOf({ ...late, severity: 'block' })).toBe('block');
  expect(groupOf({ ...late, waiverBy: 'author', status: 'waived' })).toBe('waived');
  expect(explainedBy(late, 'author')).toBe('不用说明理由，不影响提请签发、报送和公布。');
  expect(explainedBy({ ...late, severity: 'block' }, 'author')).toMatch(/^必须改正/);
});

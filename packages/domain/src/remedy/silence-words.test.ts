import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { REMEDY_READINGS } from './remedy.ts';
import { silenceRemedy } from './silence-words.ts';

const places = { reviewOrgan: '昭和县人民政府', court: '昭和县人民法院', reviewAddress: null };
const due = '2026-03-30' as CivilDate;

it('names both roads against silence, or the review first where the organ reads it so', () => {
  const either = silenceRemedy(due, places, REMEDY_READINGS);
  expect(either).toMatchObject({ unconfirmed: true, source: '法释〔2025〕8号第二条第二款' });
  expect(either.words).toContain('可以向昭和县人民政府申请行政复议，也可以向昭和县人民法院提起行政诉讼');
  const first = silenceRemedy(due, places, { ...REMEDY_READINGS, silence: 'REVIEW_FIRST' });
  expect(first.words).toContain('应当先向昭和县人民政府申请行政复议');
});

it('goes by the day on which the reply was overdue', () => {
  expect(silenceRemedy('2025-05-30' as CivilDate, null, REMEDY_READINGS).words).toContain('应当先');
  expect(silenceRemedy('2025-05-31' as CivilDate, null, REMEDY_READINGS).words).toContain('也可以');
});

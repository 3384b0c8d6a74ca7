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

it('tells the applicant each road with the period of its own', () => {
  const told = (readings: typeof REMEDY_READINGS, reviewAddress: string | null = null) =>
    silenceRemedy(due, { ...places, reviewAddress }, readings).told;
  expect(told(REMEDY_READINGS)).toEqual([
    '可以向昭和县人民政府申请行政复议，期限为60日。',
    '也可以向昭和县人民法院提起行政诉讼，期限为6个月。',
  ]);
  expect(told({ ...REMEDY_READINGS, silence: 'REVIEW_FIRST' }, 'https://fy.example.cn')).toEqual([
    '应当先向昭和县人民政府申请行政复议，期限为60日；可以通过https://fy.example.cn在线提交。',
    '对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向昭和县人民法院提起行政诉讼。',
  ]);
  expect(silenceRemedy(due, null, REMEDY_READINGS).told[0]).toContain('可以向行政复议机关申请行政复议');
});

import { expect, it } from 'vitest';
import { day } from '../../test/sample-letter.ts';
import type { ApplicationEvent } from '../application/act.ts';
import { courseWords } from './course-words.ts';

const registered: ApplicationEvent = {
  type: 'register',
  on: day('2026-03-02'),
  receiptDate: day('2026-03-02'),
  isImported: false,
};

const consulted: readonly ApplicationEvent[] = [
  {
    type: 'sendConsultation',
    on: day('2026-03-09'),
    consultationId: 'C',
    kind: 'thirdPartyConsultation',
    letterId: 'L2',
  },
  { type: 'endConsultation', on: day('2026-03-12'), consultationId: 'C', how: 'opinion', opinion: 'refuses' },
  { type: 'approveExtension', on: day('2026-03-13'), days: 5, letterId: 'L3' },
];

it('tells what was done and when, and never what anybody answered', () => {
  expect(
    courseWords(
      [
        registered,
        { type: 'noticeCorrection', on: day('2026-03-03'), letterId: 'L1', days: 15, isLate: false },
        { type: 'acceptCorrection', on: day('2026-03-06') },
        ...consulted,
      ],
      '您',
    ),
  ).toBe(
    '本机关于2026年3月3日告知您补正；您于2026年3月6日补正；本机关于2026年3月9日书面征求第三方的意见；于2026年3月12日收到第三方的意见；本机关于2026年3月13日告知您延长答复期限5个工作日。',
  );
});

it('is empty for a case without any, and begins anew when the case is taken up again', () => {
  expect(courseWords([registered], '您')).toBe('');
  const reopened: ApplicationEvent = { type: 'reopen', on: day('2026-06-01'), cause: 'judgment' };
  expect(courseWords([registered, ...consulted, reopened], '贵单位')).toBe('');
});

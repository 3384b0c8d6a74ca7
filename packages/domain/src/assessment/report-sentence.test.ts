import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { reportSentence } from './report-sentence.ts';

it('says how many were assessed, the mean and who passed', () => {
  const scores = [
    { total: 9000, verdict: 'passed' },
    { total: 5555, verdict: 'failed' },
    { total: null, verdict: 'notAssessable' },
  ] as const;
  const year = { startsOn: '2026-01-01' as CivilDate, countedTo: '2026-12-31' as CivilDate };
  expect(reportSentence({ ...year, scores })).toBe(
    '对3个单位2026年的政府信息公开工作进行了考核，平均得分72.78分；合格1个，不合格1个，尚不能评定1个。',
  );
  expect(reportSentence({ ...year, scores: scores.slice(2) })).toBe(
    '对1个单位2026年的政府信息公开工作进行了考核，尚没有可以评定的结果。',
  );
  // The sentence goes into an annual report: it says no more days than were counted.
  const cut = { ...year, countedTo: '2026-11-22' as CivilDate };
  expect(reportSentence({ ...cut, scores: scores.slice(2) })).toContain('2026年1月1日至2026年11月22日的');
});

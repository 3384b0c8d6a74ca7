import { expect, test } from 'vitest';
import { cleanReport, earlierReport, withText } from '../../../test/build-report.ts';
import type { AnnualReport } from '../report.ts';
import { COPYING_RULES, profileOf } from './copying-rules.ts';
import { evaluateReport } from './evaluate.ts';
import type { CheckContext } from './rule.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const seen = (report: AnnualReport, more: Partial<CheckContext> = {}) =>
  evaluateReport({ report, settings: DEFAULT_SETTINGS, ...more }, { rules: COPYING_RULES })
    .filter(({ status }) => status !== 'notEvaluated')
    .map(({ rule, status, message }) => `${rule} ${status === 'fail' ? message : status}`);

test("last year's text with new figures is a copy", () => {
  const report = cleanReport();
  expect(seen(report, { previous: cleanReport('2021', 2022) })).toEqual(['AR-DUP-01 与上年度重复率100%。']);
  expect(seen(report, { previous: earlierReport() })).toEqual(['AR-DUP-01 pass']);
});

test('the threshold is a setting', () => {
  const settings = { ...DEFAULT_SETTINGS, similarityOwnPercent: 0 };
  expect(seen(cleanReport(), { previous: earlierReport(), settings })[0]).toMatch(/与上年度重复率[\d.]+%/);
});

test('each unit with the same text is named; the report itself is no peer', () => {
  const report = cleanReport();
  const copy = { ...cleanReport(), organ: '清溪县松坪镇人民政府' };
  expect(seen(report, { peers: [report, copy, earlierReport()] })).toEqual([
    'AR-DUP-02 与清溪县松坪镇人民政府报告重复率100%。',
  ]);
});

test('texts that were kept stand for the reports themselves', () => {
  const report = cleanReport();
  const profile = profileOf(cleanReport());
  if (profile === null) throw new Error('the clean report has no text');
  const peerTexts = [{ unit: '清溪县松坪镇人民政府', profile }];
  expect(seen(report, { peerTexts })).toEqual(['AR-DUP-02 与清溪县松坪镇人民政府报告重复率100%。']);
});

test('texts too short to tell are not compared', () => {
  const short = withText(withText(cleanReport(), 's1', ['无。']), 's5', ['无。']);
  expect(seen(short, { previous: short })).toEqual([]);
});

test('nothing to compare with, nothing said', () => {
  expect(seen(cleanReport())).toEqual([]);
});

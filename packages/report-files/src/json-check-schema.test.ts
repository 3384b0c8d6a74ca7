import { readFileSync } from 'node:fs';
import { evaluateReport } from '@zhaoshi/domain/annual-report/rules/evaluate';
import { DEFAULT_SETTINGS } from '@zhaoshi/domain/annual-report/rules/settings';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleReport, troubledReport } from '../test/sample-reports.ts';
import { toJsonCheck } from './json-check.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../schemas/report-check.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function checked(report = troubledReport()) {
  const findings = evaluateReport({
    report,
    settings: DEFAULT_SETTINGS,
    previous: sampleReport({ seed: 3, year: (report.reportYear ?? 2023) - 1 }),
  });
  return toJsonCheck('a.docx', { format: 'docx', report, provenance: {}, notes: [] }, findings);
}

describe('report-check.schema.json', () => {
  it.each([2019, 2020, 2021, 2023])('accepts every finding of a troubled report of %i', (year) => {
    const json = checked(troubledReport({ year }));
    expect(json.findings.length).toBeGreaterThan(30);
    expect(validate(throughText(json)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it('accepts several files, unreadable ones among them', () => {
    const json = [checked(), { file: 'b.doc', error: { code: 'encrypted', message: '文件已加密。' } }];
    expect(validate(throughText(json))).toBe(true);
  });

  it.each([
    ['without findings', { file: 'a', reportYear: 2023, formVersion: '2021' }],
    [
      'with a suggestion of another shape',
      { ...checked(), findings: [{ ...checked().findings[0], suggestion: '应为3' }] },
    ],
    ['with an unknown status', { ...checked(), findings: [{ ...checked().findings[0], status: 'maybe' }] }],
    ['without a message', { file: 'a', error: { code: 'damaged' } }],
  ])('refuses output %s', (_, json) => {
    expect(validate(throughText(json))).toBe(false);
  });
});

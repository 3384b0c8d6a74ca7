import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { sampleReport } from '../../../test/sample-reports.ts';
import { toJsonReport } from '../../json-report.ts';
import { ReadFailure } from '../../read-error.ts';
import { readJsonReport } from './read-json.ts';

const refusal = (text: string): string => {
  try {
    readJsonReport(Buffer.from(text));
  } catch (error) {
    if (error instanceof ReadFailure) return `${error.failure.code}: ${error.failure.message}`;
    throw error;
  }
  return 'read';
};

test('what was printed as JSON is read back, in whatever encoding an editor saved it', () => {
  const report = sampleReport();
  const json = JSON.stringify(toJsonReport({ format: 'docx', report, provenance: {}, notes: [] }));
  expect(readJsonReport(Buffer.from(json)).report).toEqual(report);
  expect(readJsonReport(Buffer.from(`\uFEFF${json}`)).report).toEqual(report);
  expect(readJsonReport(Buffer.from(`\uFEFF${json}`, 'utf16le')).report).toEqual(report);
});

test.each([
  ['{"cells": ', 'damaged: JSON 语法有误'],
  ['['.repeat(200_000), 'damaged: JSON 语法有误'],
  [`{"cells": {}, "preamble": ["${'字'.repeat(1_000_000)}"]}`, 'too-large: JSON 超过 100 万字'],
  ['[]', 'not-a-report: '],
  ['{"title": "x"}', 'not-a-report: '],
])('%.20s is refused', (text, beginning) => {
  expect(refusal(text).startsWith(beginning), refusal(text)).toBe(true);
});

/** A finding about the text sends its reader to a place: to the title, not to “the report”. */
import { expect, test } from 'vitest';
import { cleanContext, cleanReport, withStructure, withText } from '../../../test/build-report.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import type { AnnualReport } from '../report.ts';
import { evaluateReport } from './evaluate.ts';

const clean = cleanReport();

function passageOf(rule: string, report: AnnualReport) {
  const findings = evaluateReport({ ...cleanContext(), report });
  return findings.filter(({ status }) => status === 'fail').find((finding) => finding.rule === rule)?.passage;
}

const withoutTable = { ...clean, tableForms: { t2: '2021', t4: '2021' } } as const;
const signature = clean.signature!;
const overview = clean.sections.s1!;

test.each<[string, string, AnnualReport, string, string]>([
  ['AR-FRM-01', 'table of the old form', { ...clean, tableForms: { t2: '2021', t3: '2019' } }, 's3', ''],
  ['AR-FRM-02', 'no title', { ...clean, title: null }, 'title', ''],
  [
    'AR-FRM-03',
    'period of another year',
    { ...clean, preamble: ['统计期限为2022年1月1日至2022年12月31日。'] },
    'preamble',
    '2022年1月1日至2022年12月31日',
  ],
  [
    'AR-FRM-03',
    'signed years later',
    { ...clean, signature: { ...signature, date: civilDate(2030, 1, 5)! } },
    'signature',
    signature.raw,
  ],
  [
    'AR-FRM-04',
    'another organ signs',
    { ...clean, signature: { ...signature, organ: '清溪县松坪镇人民政府' } },
    'signature',
    '清溪县松坪镇人民政府',
  ],
  [
    'AR-FRM-05',
    'part five missing',
    withStructure(clean, {
      headings: clean.structure!.headings.filter(({ section }) => section !== 's5'),
    }),
    's5',
    '',
  ],
  ['AR-FRM-07', 'not signed', { ...clean, signature: null }, 'signature', ''],
  [
    'AR-FRM-07',
    'part of a year in part one',
    {
      ...clean,
      sections: {
        ...clean.sections,
        s1: { ...overview, paragraphs: ['数据统计期限为2023年1月1日至2023年11月30日。'] },
      },
    },
    's1',
    '2023年1月1日至2023年11月30日',
  ],
  ['AR-FRM-08', 'a table missing', withoutTable, 's3', ''],
  [
    'AR-FRM-09',
    'a row of its own',
    withStructure(clean, {
      tables: clean.structure!.tables.map((table) =>
        table.table === 't4' ? { ...table, deviatingLabels: ['行政复仪'] } : table,
      ),
    }),
    's4',
    '行政复仪',
  ],
  [
    'AR-DDL-01',
    'signed too late',
    { ...clean, signature: { ...signature, date: civilDate(2024, 3, 5)! } },
    'signature',
    signature.raw,
  ],
  ['AR-NAR-01', 'too long', withText(clean, 's1', ['长'.repeat(1001)]), 's1', ''],
  ['AR-NAR-02', 'topics left out', withText(clean, 's1', ['无。']), 's1', ''],
  ['AR-NAR-03', 'results left out', withText(clean, 's1', ['无。']), 's1', ''],
  ['AR-NAR-04', 'no measure', withText(clean, 's5', ['无。']), 's5', ''],
  ['AR-NAR-05', "last year's problem forgotten", withText(clean, 's5', ['无。']), 's5', ''],
  ['AR-NAR-06', 'no word on the fee', withText(clean, 's6', ['无。']), 's6', ''],
  ['AR-TXT-14', 'not a word on applications', withText(clean, 's1', ['无。']), 's1', ''],
  ['AR-PLS-09', 'grounds left out', withText(clean, 's1', ['无。']), 's1', ''],
])('%s, %s', (rule, _, report, section, text) => {
  expect(passageOf(rule, report)).toEqual({ section, text });
});

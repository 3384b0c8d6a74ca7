/** Test-only: one row for every rule of identity-rules.ts, form-rules.ts and deadline-rules.ts. */
import { SECTION_IDS } from '../../src/annual-report/ids.ts';
import type { AnnualReport, TableAsFound } from '../../src/annual-report/report.ts';
import { civilDate } from '../../src/kernel/civil-date.ts';
import { CLEAN_ORGAN, cleanReport, earlierReport, withStructure } from '../build-report.ts';
import { type Mutation, ofReport } from './mutation.ts';

function withTable(report: AnnualReport, change: Partial<TableAsFound>): AnnualReport {
  const tables = report.structure!.tables.map((table) =>
    table.table === 't3' ? { ...table, ...change } : table,
  );
  return withStructure(report, { tables });
}

function signed(report: AnnualReport, year: number, month: number, day: number): AnnualReport {
  return { ...report, signature: { ...report.signature!, date: civilDate(year, month, day)! } };
}

export const FORM_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'AR-FRM-01',
    what: 'the form of 2019 used for 2021',
    mutate: (clean) => ({
      ...clean,
      report: cleanReport('2019', 2021),
      previous: earlierReport('2019', 2020),
      asOf: civilDate(2022, 1, 25)!,
    }),
  },
  ofReport('AR-FRM-02', 'title without 工作', (report) => ({
    ...report,
    title: `${CLEAN_ORGAN}2023年政府信息公开年度报告`,
  })),
  ofReport('AR-FRM-02', 'the year before the organ', (report) => ({
    ...report,
    title: `2023年${CLEAN_ORGAN}政府信息公开工作年度报告`,
  })),
  ofReport('AR-FRM-02', 'no title', (report) => ({ ...report, title: null })),
  ofReport('AR-FRM-02', 'title without the organ', (report) => ({
    ...report,
    title: '2023年政府信息公开工作年度报告',
  })),
  ofReport('AR-FRM-03', 'signed three years later', (report) => signed(report, 2026, 1, 20), {
    alsoFails: ['AR-DDL-01'],
  }),
  ofReport('AR-FRM-04', 'another organ signs', (report) => ({
    ...report,
    signature: { ...report.signature!, organ: '清溪县松坪镇人民政府' },
  })),
  ofReport('AR-FRM-05', 'part four missing', (report) =>
    withStructure(report, {
      headings: report.structure!.headings.filter(({ section }) => section !== 's4'),
    }),
  ),
  ofReport('AR-FRM-05', 'part two doubled', (report) =>
    withStructure(report, {
      headings: SECTION_IDS.flatMap((section) => {
        const found = report.structure!.headings.filter((heading) => heading.section === section);
        return section === 's2' ? [...found, ...found] : found;
      }),
    }),
  ),
  ofReport('AR-FRM-06', 'heading in other words', (report) =>
    withStructure(report, {
      headings: report.structure!.headings.map((heading) =>
        heading.section === 's5' ? { ...heading, text: '五、存在的主要问题及整改措施' } : heading,
      ),
    }),
  ),
  ofReport('AR-FRM-07', 'signed on the last day of the year', (report) => signed(report, 2023, 12, 31)),
  ofReport('AR-FRM-07', 'not signed', (report) => ({ ...report, signature: null })),
  ofReport('AR-FRM-08', 'a row of table three missing', (report) =>
    withTable(report, { missingRows: ['t3.refused.enforcementFile'] }),
  ),
  ofReport('AR-FRM-09', 'a local row in table three', (report) =>
    withTable(report, { extraRows: ['其他主动公开文件'] }),
  ),
  ofReport('AR-FRM-10', 'a machine leftover', (report) =>
    withStructure(report, { leftovers: [{ section: 's5', text: '[bookmark: _GoBack]' }] }),
  ),
  ofReport('AR-FRM-11', 'the outline names five parts', (report) => ({
    ...report,
    preamble: report.preamble.map((text) => text.replace('存在的主要问题及改进情况、', '')),
  })),
  ofReport('AR-DDL-01', 'a township signs in February', (report) => signed(report, 2024, 2, 10)),
  {
    rule: 'AR-DDL-02',
    what: 'checked as final before the year is over',
    mutate: (clean) => ({ ...clean, asOf: civilDate(2023, 12, 20)! }),
  },
];

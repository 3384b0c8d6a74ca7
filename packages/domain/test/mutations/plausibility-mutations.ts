/** Test-only: rows for the rules of plausibility-rules.ts, share-rules.ts, legality-rules.ts, and AR-XYR-02. */
import type { AnnualReport } from '../../src/annual-report/report.ts';
import { CLEAN_YEAR, earlierReport, withCell, withCells, withText, zeroed } from '../build-report.ts';
import { type Mutation, ofReport } from './mutation.ts';

/** Without figures in part one, so that table changes do not contradict the text. */
function withoutCounts(report: AnnualReport): AnnualReport {
  const text = report.sections.s1!.paragraphs.map((paragraph) =>
    paragraph
      .replace('本年新收政府信息公开申请18件，上年结转1件，均按规定办理', '规范办理政府信息公开申请')
      .replace('行政复议3件，行政诉讼1件。', '依法应对行政复议、行政诉讼。'),
  );
  return withText(report, 's1', text);
}

/** The same figures in a row's first kind and its total. */
const naturalPersons = (row: string, count: number, total = count) => ({
  [`${row}/naturalPerson`]: count,
  [`${row}/total`]: total,
});

export const PLAUSIBILITY_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'AR-XYR-02',
    what: 'no report of last year',
    mutate: ({ report, settings, asOf }) => ({ report, settings, ...(asOf && { asOf }) }),
  },
  ofReport(
    'AR-LEG-06',
    'a fifth handled otherwise',
    (report) =>
      withCells(report, { ...naturalPersons('t3.granted', 2, 5), ...naturalPersons('t3.otherHandling', 4) }),
    { version: '2019' },
  ),
  ofReport('AR-PLS-01', 'ten times as many licences', (report) =>
    withCell(report, 't2.licensing/decisions', 300),
  ),
  {
    rule: 'AR-PLS-02',
    what: 'no coercion where others have hundreds',
    mutate: (clean) => ({
      ...clean,
      peers: [
        {
          ...withCell(earlierReport('2021', CLEAN_YEAR['2021']), 't2.coercion/decisions', 240),
          organ: '清溪县松坪镇人民政府',
        },
      ],
    }),
  },
  {
    rule: 'AR-PLS-03',
    what: 'disputes without applications in two years',
    mutate: (clean) => ({
      ...clean,
      report: zeroed(withoutCounts(clean.report), ['t3']),
      previous: zeroed(clean.previous!, ['t3']),
    }),
    alsoFails: ['AR-PLS-04'],
  },
  {
    rule: 'AR-PLS-04',
    what: 'disputes without results this year',
    mutate: (clean) => ({
      ...clean,
      report: zeroed(withoutCounts(clean.report), ['t3']),
      previous: withCells(zeroed(clean.previous!, ['t3']), naturalPersons('t3.newlyReceived', 2)),
    }),
  },
  {
    rule: 'AR-PLS-05',
    what: 'three years of zeros',
    mutate: (clean) => ({
      ...clean,
      report: zeroed(withoutCounts(clean.report)),
      previous: zeroed(clean.previous!),
      earlier: [zeroed(earlierReport('2021', CLEAN_YEAR['2021'] - 2))],
    }),
  },
  {
    rule: 'AR-PLS-06',
    what: 'more than half carried forward',
    mutate: (clean) => ({
      ...clean,
      report: withCells(withoutCounts(clean.report), {
        ...naturalPersons('t3.carriedIn', 2),
        ...naturalPersons('t3.granted', 1, 4),
        ...naturalPersons('t3.partiallyGranted', 0),
        ...naturalPersons('t3.unavailable.notHeld', 0, 2),
        ...naturalPersons('t3.resultTotal', 4, 10),
        ...naturalPersons('t3.carriedForward', 10),
      }),
      previous: withCells(clean.previous!, naturalPersons('t3.carriedForward', 2)),
    }),
  },
  ofReport('AR-PLS-07', 'a fifth under 其他', (report) =>
    withCells(report, {
      ...naturalPersons('t3.granted', 1, 4),
      ...naturalPersons('t3.otherHandling.other', 4),
    }),
  ),
  ofReport('AR-PLS-08', 'five of eleven rectified', (report) =>
    withCells(withoutCounts(report), {
      't4.reconsideration/upheld': 6,
      't4.reconsideration/rectified': 5,
      't4.reconsideration/total': 12,
    }),
  ),
  ofReport('AR-PLS-09', 'refusals without a word on the grounds', (report) =>
    withText(
      report,
      's1',
      report.sections.s1!.paragraphs.map((text) =>
        text.replace('不予公开的主要涉及保护第三方合法权益和内部事务信息。', ''),
      ),
    ),
  ),
];

/**
 * Test-only: what proves each rule of annual-report.md §9 on the platform. A rule that reads only the report is proved by the
 * table of single changes (`annual-report-rules.test.ts`); every other one by a planted case in the test named here.
 */

const RULES = 'packages/server/src/use-cases/annual-report';

/** Rules that ask more than the report: the test in which a planted case, person or unit makes each of them speak. */
export const PROVED_BY_FACTS: Readonly<Record<string, string>> = {
  'AR-T4-01': `${RULES}/rules-register.test.ts`,
  'AR-SRC-01': `${RULES}/rules-register.test.ts`,
  'AR-SRC-02': `${RULES}/rules-register.test.ts`,
  'AR-SRC-03': `${RULES}/rules-register.test.ts`,
  'AR-SRC-04': `${RULES}/rules-register.test.ts`,
  'AR-SRC-05': `${RULES}/rules-register.test.ts`,
  'AR-SRC-06': `${RULES}/rules-register.test.ts`,
  'AR-LEG-01': `${RULES}/rules-register.test.ts`,
  'AR-LEG-02': `${RULES}/lacking-cases.test.ts`,
  'AR-LEG-03': `${RULES}/lacking-cases.test.ts`,
  'AR-LEG-04': `${RULES}/lacking-cases.test.ts`,
  'AR-LEG-05': `${RULES}/lacking-cases.test.ts`,
  'AR-LEG-07': `${RULES}/lacking-cases.test.ts`,
  'AR-LEG-08': `${RULES}/lacking-cases.test.ts`,
  'AR-AGG-01': `${RULES}/rules-region.test.ts`,
  'AR-AGG-02': `${RULES}/rules-region.test.ts`,
  'AR-PLS-02': `${RULES}/rules-region.test.ts`,
  'AR-DUP-02': `${RULES}/rules-region.test.ts`,
  'AR-DDL-01': `${RULES}/rules-publication.test.ts`,
  'AR-DDL-02': `${RULES}/rules-publication.test.ts`,
  'AR-DUP-03': `${RULES}/rules-publication.test.ts`,
  'AR-PUB-01': `${RULES}/publish-outputs.test.ts`,
  'AR-PUB-02': `${RULES}/rules-publication.test.ts`,
  'AR-PUB-03': `${RULES}/rules-publication.test.ts`,
  'AR-PUB-04': `${RULES}/rules-publication.test.ts`,
};

/** Rules that cannot speak on the platform, and why. */
export const CANNOT_HAPPEN: Readonly<Record<string, string>> = {
  'AR-AGG-03':
    'The tree of organs has no kind for units of a vertical system: they report inside their own line (30号二（一）), so that none can stand in a list.',
  'AR-AGG-04':
    'A unit stands in a list once by its primary key, and a county below a city enters with its own sum, never with its members.',
};

/** Rules that a report made on the platform cannot break, only one that comes as a file: the platform makes these parts itself. */
export const ONLY_IN_FILES: ReadonlySet<string> = new Set([
  // The form goes by the year.
  'AR-FRM-01',
  // Title, headings, rows and labels are those of the form.
  'AR-FRM-02',
  'AR-FRM-05',
  'AR-FRM-06',
  'AR-FRM-08',
  'AR-FRM-09',
  // Totals are computed at entry, never typed (annual-report.md §5.3).
  'AR-T3-ROW',
  'AR-T3-SUM',
  'AR-T4-SUM',
]);

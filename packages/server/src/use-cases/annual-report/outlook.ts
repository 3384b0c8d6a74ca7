import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { figureList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { type MemberReportRow, memberReports, type ReportKey } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { sumOfMembers } from './counted-cells.ts';
import { loadReport } from './loaded-report.ts';

/** As many units are counted at a time as leave the others something of the database. */
const AT_ONCE = 4;

/** What a unit would add to the sum. */
export interface UnitOutlook {
  readonly row: MemberReportRow;
  /** Its report has come; else what it would say now, out of its registers and what is typed; else nothing at all. */
  readonly source: 'sent' | 'now' | 'nothing';
  readonly tableForms: AnnualReport['tableForms'];
  readonly figures: readonly (number | null)[];
}

export interface RegionOutlook {
  readonly units: readonly UnitOutlook[];
  /** Every cell in the order of the form; `null` where no unit has a figure. */
  readonly cells: ReturnType<typeof sumOfMembers>['sum']['cells'];
}

const formsOf = (version: FormVersion): AnnualReport['tableForms'] => ({
  t2: version,
  t3: version,
  t4: version,
});

/** What is typed and counted for a unit today; of a county what its own units come to today. */
async function unitNow(
  database: Kysely<Schema>,
  row: MemberReportRow,
  {
    reportYear,
    version,
    now,
  }: { readonly reportYear: number; readonly version: FormVersion; readonly now: Date },
): Promise<UnitOutlook> {
  const key = { regionId: row.region_id, organId: row.organ_id, reportYear };
  const nothing = { row, source: 'nothing', tableForms: formsOf(version), figures: [] } as const;
  if (isGovernment(row.kind)) {
    const below = await regionOutlook(database, key, now);
    if (below === null || below.units.length === 0) return nothing;
    return { ...nothing, source: 'now', figures: below.cells.map(({ value }) => value) };
  }
  const loaded = await loadReport(database, key, { now });
  if (loaded === null) return nothing;
  const { tableForms } = loaded.report;
  return { row, source: 'now', tableForms, figures: figureList(loaded.report) };
}

function unitSent(row: MemberReportRow): UnitOutlook | null {
  if (row.table_forms === null || row.figures === null) return null;
  return {
    row,
    source: 'sent',
    tableForms: JSON.parse(row.table_forms) as AnnualReport['tableForms'],
    figures: JSON.parse(row.figures) as (number | null)[],
  };
}

/**
 * What a region's report would say if the year ended today: the units whose reports have come as they came, the others as their
 * own reports stand at this moment.
 *
 * @returns `null`: the year has no uniform form
 */
export async function regionOutlook(
  database: Kysely<Schema>,
  { regionId, reportYear }: Pick<ReportKey, 'regionId' | 'reportYear'>,
  now: Date,
): Promise<RegionOutlook | null> {
  const version = formForYear(reportYear)?.version;
  if (version === undefined) return null;
  const rows = await memberReports(database, regionId, reportYear);
  const units: UnitOutlook[] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    const asked = { reportYear, version, now };
    units.push(
      ...(await Promise.all(some.map(async (row) => unitSent(row) ?? (await unitNow(database, row, asked))))),
    );
  }
  const counted = units.map(({ row, source, tableForms, figures }) => ({
    ...row,
    table_forms: source === 'nothing' ? null : JSON.stringify(tableForms),
    figures: source === 'nothing' ? null : JSON.stringify(figures),
  }));
  return { units, cells: sumOfMembers(counted, version).sum.cells };
}

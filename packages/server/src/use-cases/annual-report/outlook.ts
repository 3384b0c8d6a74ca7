import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { isGovernment } from '@zhaoshi/domain/organ/tree';
import type { Kysely } from 'kysely';
import { type MemberReportRow, memberReports, type ReportKey } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { sumOfMembers } from './counted-cells.ts';
import { unitsNow } from './units-now.ts';

/** What a unit would add to the sum. */
export interface UnitOutlook {
  readonly row: MemberReportRow;
  /** Its report has come; else what it would say now, out of its registers and what is typed; else nothing at all. */
  readonly source: 'sent' | 'now' | 'nothing';
  readonly tableForms: AnnualReport['tableForms'];
  readonly figures: readonly (number | null)[];
}

const formsOf = (version: FormVersion): AnnualReport['tableForms'] => ({
  t2: version,
  t3: version,
  t4: version,
});

const isCounty = ({ kind }: MemberReportRow): boolean => isGovernment(kind);

export interface RegionOutlook {
  readonly units: readonly UnitOutlook[];
  /** Every cell in the order of the form; `null` where no unit has a figure. */
  readonly cells: ReturnType<typeof sumOfMembers>['sum']['cells'];
}

interface Asked {
  readonly reportYear: number;
  readonly version: FormVersion;
  readonly now: Date;
}

/** A county among the units of a city: what its own units come to today. */
async function countyNow(
  database: Kysely<Schema>,
  row: MemberReportRow,
  { reportYear, version, now }: Asked,
): Promise<UnitOutlook | null> {
  const below = await regionOutlook(database, { regionId: row.region_id, reportYear }, now);
  if (below === null || below.units.length === 0) return null;
  const figures = below.cells.map(({ value }) => value);
  return { row, source: 'now', tableForms: formsOf(version), figures };
}

/** What every unit comes to that has not reported. */
async function waitedFor(
  database: Kysely<Schema>,
  rows: readonly MemberReportRow[],
  asked: Asked,
): Promise<ReadonlyMap<string, UnitOutlook>> {
  const found = new Map<string, UnitOutlook>();
  const [counties, units] = [rows.filter(isCounty), rows.filter((row) => !isCounty(row))];
  const own = await unitsNow(database, units, asked);
  for (const row of units) {
    const figures = own.get(row.organ_id);
    if (figures !== undefined) found.set(row.organ_id, { row, source: 'now', ...figures });
  }
  for (const row of counties) {
    const county = await countyNow(database, row, asked);
    if (county !== null) found.set(row.organ_id, county);
  }
  return found;
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
  const waiting = rows.filter((row) => unitSent(row) === null);
  const today = await waitedFor(database, waiting, { reportYear, version, now });
  const nothing = { source: 'nothing', tableForms: formsOf(version), figures: [] } as const;
  const units = rows.map((row) => unitSent(row) ?? today.get(row.organ_id) ?? { row, ...nothing });
  const counted = units.map(({ row, source, tableForms, figures }) => ({
    ...row,
    table_forms: source === 'nothing' ? null : JSON.stringify(tableForms),
    figures: source === 'nothing' ? null : JSON.stringify(figures),
  }));
  return { units, cells: sumOfMembers(counted, version).sum.cells };
}

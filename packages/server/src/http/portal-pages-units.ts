import { organPath, reportPath, unitsOfYearPath, unitsPath } from '@zhaoshi/portal/paths';
import type {
  ColumnOwner,
  ReportingUnitLink,
  ReportingUnitsPage,
  ReportingUnitYearsPage,
} from '@zhaoshi/portal/view-models';
import { publishedGovernment } from '../db/queries/published.ts';
import { publishedUnits, publishedUnitYears } from '../db/queries/published-units.ts';
import { findOrgan, organPathOf, type PathNames, placeOf, yearOf } from './portal-pages-data.ts';
import type { PortalSource } from './portal-pages-site.ts';

interface Government {
  readonly regionId: string;
  readonly owner: ColumnOwner;
}

/** The government in whose column the lists of its region stand; `null` for any other organ. */
async function findGovernment(source: PortalSource, names: PathNames): Promise<Government | null> {
  const organ = await findOrgan(source.published, names);
  if (organ === undefined) return null;
  const government = await publishedGovernment(source.published, organ.region_id);
  if (government?.slug !== names.organ) return null;
  const place = await placeOf(source, organ.region_id);
  const owner = { name: organ.name, path: organPathOf(names), endedOn: organ.ended_on, ...place };
  return { regionId: organ.region_id, owner };
}

/** The years for which the government's region has a list. */
export async function loadUnitYears(
  source: PortalSource,
  names: PathNames,
): Promise<ReportingUnitYearsPage | null> {
  const government = await findGovernment(source, names);
  if (government === null) return null;
  const { owner, regionId } = government;
  const years = await publishedUnitYears(source.published, regionId);
  return {
    organ: owner,
    path: unitsPath(owner.path),
    years: years.map((reportYear) => ({ reportYear, path: unitsOfYearPath(owner.path, reportYear) })),
  };
}

type UnitRow = Awaited<ReturnType<typeof publishedUnits>>[number];

function unitLink(row: UnitRow, reportYear: number): ReportingUnitLink {
  const path = organPath(row.region_slug, row.organ_slug);
  return {
    name: row.name,
    path,
    hasEnded: row.ended_on !== null,
    reportPath: row.report_title === null ? null : reportPath(path, reportYear),
  };
}

/** Who reports for a year (条例27, 49), with the reports, and who does not and why. */
export async function loadUnits(source: PortalSource, names: PathNames): Promise<ReportingUnitsPage | null> {
  const reportYear = yearOf(names.year);
  const government = reportYear === null ? null : await findGovernment(source, names);
  if (reportYear === null || government === null) return null;
  const { owner, regionId } = government;
  const rows = await publishedUnits(source.published, regionId, reportYear);
  if (rows.length === 0) return null;
  return {
    organ: owner,
    reportYear,
    path: unitsOfYearPath(owner.path, reportYear),
    included: rows.filter(({ included }) => included).map((row) => unitLink(row, reportYear)),
    leftOut: rows
      .filter(({ included }) => !included)
      .map((row) => ({ unit: unitLink(row, reportYear), reason: row.reason ?? '' })),
  };
}

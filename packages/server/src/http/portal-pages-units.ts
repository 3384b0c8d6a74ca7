import { organPath, reportPath, unitsOfYearPath, unitsPartPath, unitsPath } from '@zhaoshi/portal/paths';
import { UNIT_LEVELS, type UnitLevel, unitLevelOf } from '@zhaoshi/portal/unit-levels';
import type {
  ColumnOwner,
  ReportingUnitLevel,
  ReportingUnitLink,
  ReportingUnitsPage,
  ReportingUnitYearsPage,
} from '@zhaoshi/portal/view-models';
import { publishedGovernment } from '../db/queries/published.ts';
import {
  publishedUnitCounts,
  publishedUnits,
  publishedUnitYears,
  type UnitCounts,
} from '../db/queries/published-units.ts';
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

/** Units on a page of a list. */
const PAGE_LENGTH = 100;
/** Left out are few, each with its reason; those of a list stand on its first page. */
const MOST_LEFT_OUT = 1000;

/** A number of a page as a path writes it, 2 and more; the first page has none. */
const pageOf = (text: string | undefined): number | null => {
  if (text === undefined) return 1;
  return /^(?:[2-9]|[1-9]\d{1,3})$/.test(text) ? Number(text) : null;
};

/** The level that the path names; `null` for all, `undefined` for none that there is. */
const levelOf = ({ level }: PathNames): UnitLevel | null | undefined =>
  level === undefined ? null : unitLevelOf(level);

const sumOfCounts = (counts: readonly UnitCounts[], what: 'units' | 'published' | 'left_out'): number =>
  counts.reduce((sum, one) => sum + one[what], 0);

/** The choices of the filter: all, and each level that the list has. */
function levelChoices(
  organ: string,
  reportYear: number,
  { counts, chosen }: { readonly counts: readonly UnitCounts[]; readonly chosen: UnitLevel | null },
): readonly ReportingUnitLevel[] {
  const choice = (level: UnitLevel | null): ReportingUnitLevel => {
    const own = counts.filter(({ kind }) => level === null || kind === level.kind);
    return {
      name: level?.name ?? '全部',
      path: unitsPartPath(organ, reportYear, { level: level?.slug ?? '' }),
      units: sumOfCounts(own, 'units'),
      published: sumOfCounts(own, 'published'),
      isChosen: level === chosen,
    };
  };
  const present = UNIT_LEVELS.filter(({ kind }) => counts.some((one) => one.kind === kind));
  return [choice(null), ...present.map(choice)];
}

/** The parts of a year's list that have an address: each level with its pages; for lists of all addresses. */
export async function unitParts(
  published: PortalSource['published'],
  regionId: string,
  reportYear: number,
): Promise<readonly { readonly level: string | null; readonly pages: number }[]> {
  const counts = await publishedUnitCounts(published, { regionId, reportYear });
  const pagesOf = (own: readonly UnitCounts[]): number =>
    Math.max(1, Math.ceil(sumOfCounts(own, 'units') / PAGE_LENGTH));
  return [
    { level: null, pages: pagesOf(counts) },
    ...UNIT_LEVELS.flatMap(({ kind, slug }) => {
      const own = counts.filter((one) => one.kind === kind);
      return own.length === 0 ? [] : [{ level: slug, pages: pagesOf(own) }];
    }),
  ];
}

/** Who reports for a year (条例27, 49), with the reports, and who does not and why; all, or those of a level. */
export async function loadUnits(source: PortalSource, names: PathNames): Promise<ReportingUnitsPage | null> {
  const { published } = source;
  const reportYear = yearOf(names.year);
  const [level, page] = [levelOf(names), pageOf(names.page)];
  if (reportYear === null || level === undefined || page === null) return null;
  const government = await findGovernment(source, names);
  if (government === null) return null;
  const { owner, regionId } = government;
  const counts = await publishedUnitCounts(published, { regionId, reportYear });
  if (counts.length === 0) return null;
  const kind = level?.kind ?? null;
  const own = counts.filter((one) => kind === null || one.kind === kind);
  const total = sumOfCounts(own, 'units');
  const pageCount = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  if (page > pageCount) return null;
  const asked = { regionId, reportYear, kind };
  const [rows, leftOut, years] = await Promise.all([
    publishedUnits(published, {
      ...asked,
      included: true,
      limit: PAGE_LENGTH,
      offset: (page - 1) * PAGE_LENGTH,
    }),
    page === 1
      ? publishedUnits(published, { ...asked, included: false, limit: MOST_LEFT_OUT, offset: 0 })
      : [],
    publishedUnitYears(published, regionId),
  ]);
  const partPath = (year: number, number: number): string =>
    unitsPartPath(owner.path, year, { level: level?.slug ?? '', page: number });
  return {
    organ: owner,
    reportYear,
    path: partPath(reportYear, page),
    levelName: level?.name ?? null,
    levels: levelChoices(owner.path, reportYear, { counts, chosen: level }),
    years: years.map((year) => ({ reportYear: year, path: partPath(year, 1) })),
    total,
    page,
    pages: Array.from({ length: pageCount }, (_, index) => partPath(reportYear, index + 1)),
    included: rows.map((row) => unitLink(row, reportYear)),
    leftOut: leftOut.map((row) => ({ unit: unitLink(row, reportYear), reason: row.reason ?? '' })),
  };
}

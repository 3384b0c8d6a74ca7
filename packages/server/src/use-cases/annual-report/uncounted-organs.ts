import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import { countedBy } from '@zhaoshi/domain/organ/counted-by';
import type { Kysely } from 'kysely';
import { type LinkedOrgan, linkedOrgans, officesAndEnded } from '../../db/queries/linked-organs.ts';
import { findRegionGovernment } from '../../db/queries/organs.ts';
import { listedUnits, type MemberReportRow } from '../../db/queries/report-work.ts';
import type { Schema } from '../../db/schema.ts';
import { countedFromRegisters } from './counted-cells.ts';

/** A region and year with its list. */
interface UnitList {
  readonly regionId: string;
  readonly reportYear: number;
}

/** An organ of the region in whose registers something stands that no unit of its list counts. */
interface UncountedOrgan extends Pick<LinkedOrgan, 'regionId' | 'organId' | 'kind' | 'path'> {
  /** Its name, and why nobody counts it. */
  readonly name: string;
}

const nameOf = ({ name, isGovernment }: LinkedOrgan): string =>
  isGovernment
    ? `${name}（以政府名义办理的没有单位报送，应当由政府办公厅（室）报送）`
    : `${name}（已经撤销，继续行使其职权的单位不在名单上）`;

/** Whether nothing of the organ stands in the sum: no report counts it, or one of the region that is not on the list. */
function isLost(
  { organId, regionId }: LinkedOrgan,
  reportYear: number,
  linked: ReadonlyMap<string, LinkedOrgan>,
  listed: ReadonlySet<string>,
): boolean {
  const reporterId = countedBy(organId, reportYear, linked);
  const reporter = reporterId === null ? undefined : linked.get(reporterId);
  // Another region's list is that region's business.
  if (reporter !== undefined && reporter.regionId !== regionId) return false;
  return reporterId === null || !listed.has(reporterId);
}

/**
 * What would be missing in a region's report though every unit of its list has reported: what its government received
 * where it has no office on the list, and what organs left that are no more (条例27; annual-report.md §8). Only those are
 * named whose registers hold anything of the year. Whom a list leaves out for a reason is not asked about.
 *
 * @returns none for a year without a list
 */
export async function uncountedOrgans(
  database: Kysely<Schema>,
  { regionId, reportYear }: UnitList,
  now: Date,
): Promise<readonly UncountedOrgan[]> {
  const version = formForYear(reportYear)?.version;
  const listed = await listedUnits(database, { regionId, reportYear });
  const government = await findRegionGovernment(database, regionId);
  if (version === undefined || listed.size === 0 || government === undefined) return [];
  const special = await officesAndEnded(database, regionId);
  const isPlain = special.every(({ organ_id, valid_to }) => valid_to === null && listed.has(organ_id));
  // As nearly everywhere: nothing has ended, and the office is on the list.
  if (special.length > 0 && isPlain) return [];
  const start = { regionId, organId: government.organ_id };
  const linked = await linkedOrgans(database, [start], reportYear);
  const uncounted: UncountedOrgan[] = [];
  for (const organ of linked.values()) {
    const isAsked = organ.regionId === regionId && (organ.isGovernment || organ.validTo !== null);
    if (!isAsked || !isLost(organ, reportYear, linked, listed)) continue;
    const counted = await countedFromRegisters(database, [organ], { reportYear, version, now });
    if (!Object.values(counted).some((value) => (value ?? 0) > 0)) continue;
    uncounted.push({
      regionId: organ.regionId,
      organId: organ.organId,
      kind: organ.kind,
      path: organ.path,
      name: nameOf(organ),
    });
  }
  return uncounted;
}

/** The same as units of the list that have sent nothing, so that the sum, its findings and its cells name them. */
export const asMissingUnits = (organs: readonly UncountedOrgan[]): readonly MemberReportRow[] =>
  organs.map(({ regionId, organId, kind, path, name }) => ({
    region_id: regionId,
    organ_id: organId,
    name,
    kind,
    path,
    status: null,
    report_id: null,
    submission: null,
    content_sha256: null,
    table_forms: null,
    figures: null,
  }));

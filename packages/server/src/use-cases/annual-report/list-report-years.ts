import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import { deadlineOf } from '@zhaoshi/domain/annual-report/rules/deadlines';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Actor } from '@zhaoshi/domain/permission/can';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { findOrgan, findRegionGovernment, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import { yearsWithCopiesOff } from '../../db/queries/report-copies.ts';
import { reportsOfOrgan } from '../../db/queries/report-work.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

interface Asking {
  readonly caller: { readonly actor: Pick<Actor, 'path' | 'jurisdiction'> };
  readonly reaches: (path: OrganRow['path']) => boolean;
  readonly now: () => Date;
}

/** The first year with a uniform form (60号). */
const FIRST_YEAR = 2019;

/** The government that the caller's own organ serves as its office. */
async function servedGovernment(database: Kysely<Schema>, organ: OrganRow, { caller: { actor } }: Asking) {
  if (actor.path !== organ.path) return null;
  const government = await findRegionGovernment(database, organ.region_id);
  if (government === undefined || government.path !== actor.jurisdiction || government.path === organ.path) {
    return null;
  }
  return { regionId: government.region_id, organId: government.organ_id, name: government.name };
}

/**
 * Every year for which an organ has a report to make or has made one, the running year first.
 *
 * @returns `null`: there is no such organ within reach, or it makes no reports
 */
export async function listReportYears(database: Kysely<Schema>, ids: OrganIds, asking: Asking) {
  const organ = await findOrgan(database, ids);
  if (organ === undefined || !asking.reaches(organ.path)) return null;
  const { kind } = organ;
  if (!isOrganInLaw(kind)) return null;
  const begun = new Map((await reportsOfOrgan(database, ids)).map((row) => [row.report_year, row]));
  const copiesOff = await yearsWithCopiesOff(database, [organ.path]);
  const settings = settingsAt(organ.path, await chosenSettings(database, organ.path));
  const running = yearOf(civilDateAt(asking.now()));
  const years = Array.from({ length: running - FIRST_YEAR + 1 }, (_, index) => running - index);
  return {
    regionId: ids.regionId,
    organId: ids.organId,
    organName: organ.name,
    government: await servedGovernment(database, organ, asking),
    years: years
      .filter((year) => formForYear(year) !== undefined)
      .map((reportYear) => {
        const row = begun.get(reportYear);
        return {
          reportYear,
          // A report that was published before the platform made reports has no row of work.
          status: row === undefined ? null : (row.status ?? ('published' as const)),
          edition: row?.edition ?? 1,
          dueOn: deadlineOf(kind, reportYear, settings('annualReport.localDeadline') || null)?.date ?? null,
          blocks: row?.blocks ?? null,
          warnings: row?.warnings ?? null,
          isCopyOff: copiesOff.includes(reportYear),
        };
      }),
  };
}

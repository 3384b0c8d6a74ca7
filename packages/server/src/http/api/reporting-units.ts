import type { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import { lastDayOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok } from '@zhaoshi/domain/kernel/result';
import { reportDue, reportScopeOf } from '@zhaoshi/domain/organ/reporting-units';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { findRegionGovernment } from '../../db/queries/organs.ts';
import {
  type FoundReportingUnits,
  findReportingUnits,
  reportingYears,
} from '../../db/queries/reporting-units.ts';
import { editReportingUnits } from '../../use-cases/organs/edit-reporting-units.ts';
import { startReportingUnits } from '../../use-cases/organs/start-reporting-units.ts';
import { type Handlers, presentResult, type ReadContext } from './handler.ts';

function present(
  { regionId, reportYear, copied_from, version, units, candidates }: FoundReportingUnits,
  abilities: Permission[],
) {
  const listed = new Set(units.map(({ organ_id }) => organ_id));
  const isThere = ({ validFrom, validTo }: (typeof candidates)[number]): boolean =>
    validFrom <= lastDayOf(reportYear) && (validTo === null || validTo > lastDayOf(reportYear));
  return {
    regionId,
    reportYear,
    copiedFrom: copied_from,
    version,
    abilities,
    units: units.map((unit) => ({
      regionId: unit.region_id,
      organId: unit.organ_id,
      name: unit.name,
      included: unit.included,
      reason: unit.reason,
      reportScope: reportScopeOf(unit.kind),
      dueOn: reportDue(unit.kind, reportYear)?.date ?? null,
      dueBasis: reportDue(unit.kind, reportYear)?.source ?? null,
      ended: unit.valid_to !== null && unit.valid_to <= lastDayOf(reportYear),
    })),
    notListed: candidates
      .filter((candidate) => !listed.has(candidate.organId))
      .filter((candidate) => reportScopeOf(candidate.kind) !== null && isThere(candidate))
      .map((candidate) => ({
        regionId: candidate.regionId,
        organId: candidate.organId,
        name: candidate.name,
      })),
  };
}

/** What the caller may do to the lists of a region, whose government they belong to; `null` when out of reach. */
async function abilitiesFor(context: ReadContext, regionId: string): Promise<Permission[] | null> {
  const government = await findRegionGovernment(context.database, regionId);
  if (government === undefined || !context.reaches(government.path)) return null;
  return context.abilities(government.path);
}

export const reportingUnitHandlers: Handlers<typeof reportingUnitRoutes> = {
  listYears: async (context, { params: { regionId } }) => {
    const abilities = await abilitiesFor(context, regionId);
    if (abilities === null) return err({ code: 'not-found' });
    const years = await reportingYears(context.database, regionId);
    return ok({
      years: years.map(({ report_year, included }) => ({ reportYear: report_year, included })),
      abilities,
    });
  },
  read: async (context, { params: { regionId, reportYear } }) => {
    const abilities = await abilitiesFor(context, regionId);
    const found = await findReportingUnits(context.database, regionId, reportYear);
    return found === undefined || abilities === null
      ? err({ code: 'not-found' })
      : ok(present(found, abilities));
  },
  start: async (context, { params }) => {
    const result = await startReportingUnits(context, params);
    const abilities = (await abilitiesFor(context, params.regionId)) ?? [];
    return presentResult(result, (found) => present(found, abilities));
  },
  edit: async (context, { params, body }) => {
    const result = await editReportingUnits(context, { ...params, ...body });
    const abilities = (await abilitiesFor(context, params.regionId)) ?? [];
    return presentResult(result, (found) => present(found, abilities));
  },
};

import type { FieldError, Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { reportScopeOf } from '@zhaoshi/domain/organ/reporting-units';
import { announcePublication } from '../../db/published-channel.ts';
import { findRegionGovernment } from '../../db/queries/organs.ts';
import {
  type FoundReportingUnits,
  findReportingUnits,
  type UnitCandidate,
} from '../../db/queries/reporting-units.ts';
import type { ChangeContext } from '../context.ts';
import { given } from './given.ts';
import { type ReportingUnit, writeReportingUnits } from './write-reporting-units.ts';

export interface EditReportingUnits {
  readonly regionId: string;
  readonly reportYear: number;
  readonly units: readonly ReportingUnit[];
}

function faultsOf(
  units: readonly ReportingUnit[],
  candidates: readonly UnitCandidate[],
): readonly FieldError[] {
  const known = new Map(
    candidates.map((candidate) => [`${candidate.regionId}/${candidate.organId}`, candidate]),
  );
  const named = new Set<string>();
  return units.flatMap(({ regionId, organId, included, reason }, index): FieldError[] => {
    const key = `${regionId}/${organId}`;
    const candidate = known.get(key);
    const faults: FieldError[] = [];
    if (candidate === undefined || reportScopeOf(candidate.kind) === null) {
      faults.push({ pointer: `/units/${index}`, message: '不是本级应报送年度报告的单位' });
    }
    if (named.has(key)) faults.push({ pointer: `/units/${index}`, message: '同一个单位列了两次' });
    named.add(key);
    if (!included && given(reason) === null) {
      faults.push({ pointer: `/units/${index}/reason`, message: '不报送的单位请写明理由' });
    }
    return faults;
  });
}

/** What the trail keeps of a list: who is left out and why, and how many report. */
const traceOf = (units: readonly ReportingUnit[]) => ({
  included: units.filter(({ included }) => included).length,
  leftOut: Object.fromEntries(
    units.filter(({ included }) => !included).map(({ organId, reason }) => [organId, reason]),
  ),
});

const asUnits = ({ units }: FoundReportingUnits): readonly ReportingUnit[] =>
  units.map(({ region_id, organ_id, included, reason }) => ({
    regionId: region_id,
    organId: organ_id,
    included,
    reason,
  }));

/** Saves a region's list of reporting units, as its competent department decided it. */
export async function editReportingUnits(
  { change, reaches, expectedVersion }: ChangeContext,
  { regionId, reportYear, units }: EditReportingUnits,
): Promise<Result<FoundReportingUnits, Rejection>> {
  return await change(async (transaction) => {
    const government = await findRegionGovernment(transaction, regionId);
    if (government === undefined || !reaches(government.path)) return err({ code: 'not-found' });
    const before = await findReportingUnits(transaction, regionId, reportYear);
    if (before === undefined) return err({ code: 'not-found' });
    const saved = await transaction
      .updateTable('reporting_unit_list')
      .set({ version: expectedVersion + 1 })
      .where('region_id', '=', regionId)
      .where('report_year', '=', reportYear)
      .where('version', '=', expectedVersion)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) {
      const current = await findReportingUnits(transaction, regionId, reportYear);
      return err({ code: 'stale', current });
    }
    const errors = faultsOf(units, before.candidates);
    if (errors.length > 0) return err({ code: 'invalid', errors });
    const kept = units.map((unit) => ({ ...unit, reason: given(unit.reason) }));
    await writeReportingUnits(transaction, { regionId, reportYear }, kept);
    await announcePublication(transaction);
    const after = await findReportingUnits(transaction, regionId, reportYear);
    if (after === undefined) throw new Error('a list that was written is not there');
    return ok({
      value: after,
      subject: `reportingUnits/${reportYear}`,
      organPath: government.path,
      details: { before: traceOf(asUnits(before)), after: traceOf(kept) },
    });
  });
}

import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';

export interface ReportingUnit {
  readonly regionId: string;
  readonly organId: string;
  readonly included: boolean;
  readonly reason: string | null;
}

/** Replaces the rows of a list by these, in this order. */
export async function writeReportingUnits(
  transaction: Transaction<Schema>,
  { regionId, reportYear }: { readonly regionId: string; readonly reportYear: number },
  units: readonly ReportingUnit[],
): Promise<void> {
  await transaction
    .deleteFrom('reporting_unit')
    .where('region_id', '=', regionId)
    .where('report_year', '=', reportYear)
    .execute();
  if (units.length === 0) return;
  await transaction
    .insertInto('reporting_unit')
    .values(
      units.map((unit, position) => ({
        region_id: regionId,
        report_year: reportYear,
        unit_region_id: unit.regionId,
        unit_organ_id: unit.organId,
        position,
        included: unit.included,
        reason: unit.reason,
      })),
    )
    .execute();
}

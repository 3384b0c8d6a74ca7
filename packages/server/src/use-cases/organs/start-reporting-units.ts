import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { startReportingUnits as startList } from '@zhaoshi/domain/organ/reporting-units';
import type { Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { findRegionGovernment } from '../../db/queries/organs.ts';
import {
  type FoundReportingUnits,
  findReportingUnits,
  reportingUnitCandidates,
  reportingUnitRows,
} from '../../db/queries/reporting-units.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { writeReportingUnits } from './write-reporting-units.ts';

export interface StartReportingUnits {
  readonly regionId: string;
  readonly reportYear: number;
}

/** Writes a year's list, begun from the year before; `false` when the year has one. */
export async function insertReportingUnits(
  transaction: Transaction<Schema>,
  { regionId, reportYear }: StartReportingUnits,
): Promise<boolean> {
  const yearBefore = await reportingUnitRows(transaction, regionId, reportYear - 1);
  const started = await transaction
    .insertInto('reporting_unit_list')
    .values({
      region_id: regionId,
      report_year: reportYear,
      copied_from: yearBefore.length === 0 ? null : reportYear - 1,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'report_year']).doNothing())
    .returning('version')
    .executeTakeFirst();
  if (started === undefined) return false;
  const candidates = await reportingUnitCandidates(transaction, regionId);
  const regionOf = new Map(candidates.map((candidate) => [candidate.organId, candidate.regionId]));
  const choices = startList(
    reportYear,
    candidates,
    yearBefore.map(({ organ_id, included, reason }) => ({ organId: organ_id, included, reason })),
  );
  await writeReportingUnits(
    transaction,
    { regionId, reportYear },
    choices.map(({ organId, included, reason }) => ({
      regionId: regionOf.get(organId) ?? regionId,
      organId,
      included,
      reason,
    })),
  );
  return true;
}

/** Starts a region's list of reporting units for a year. */
export async function startReportingUnits(
  { change, reaches }: ChangeContext,
  command: StartReportingUnits,
): Promise<Result<FoundReportingUnits, Rejection>> {
  const { regionId, reportYear } = command;
  return await change(async (transaction) => {
    const government = await findRegionGovernment(transaction, regionId);
    if (government === undefined || !reaches(government.path)) return err({ code: 'not-found' });
    if (!(await insertReportingUnits(transaction, command))) {
      return err({ code: 'conflict', detail: `${reportYear} 年度的名单已经建立。` });
    }
    const list = await findReportingUnits(transaction, regionId, reportYear);
    if (list === undefined) throw new Error('a list that was written is not there');
    await announcePublication(transaction);
    return ok({
      value: list,
      subject: `reportingUnits/${reportYear}`,
      organPath: government.path,
      details: { started: true, copiedFrom: list.copied_from, units: list.units.length },
    });
  });
}

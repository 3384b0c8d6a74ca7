import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import {
  type AssessmentIds,
  type AssessmentUnitRow,
  assessmentUnits,
  type FoundAssessment,
  findAssessment,
} from '../../db/queries/assessments.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';

export interface UnitIds extends AssessmentIds {
  readonly unitOrganId: string;
}

const CLOSED: Rejection = {
  code: 'state-refuses',
  detail: '考核已经结束，得分和依据不再变化，这次没有改动。',
};

/** The assessment that the right reaches, locked; refused when it is no longer running. */
export async function runningAssessment(
  transaction: Transaction<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  ids: AssessmentIds,
): Promise<Result<FoundAssessment, Rejection>> {
  const found = await findAssessment(transaction, ids, { locks: true });
  if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
  return found.state === 'running' ? ok(found) : err(CLOSED);
}

interface RunningUnit {
  readonly assessment: FoundAssessment;
  readonly unit: AssessmentUnitRow;
}

/** A unit that the right reaches, locked with its assessment; refused when that is no longer running. */
export async function runningUnit(
  transaction: Transaction<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  ids: UnitIds,
): Promise<Result<RunningUnit, Rejection>> {
  const assessment = await findAssessment(transaction, ids, { locks: true });
  const [unit] = assessment === undefined ? [] : await assessmentUnits(transaction, ids, ids.unitOrganId);
  if (assessment === undefined || unit === undefined || !reaches(unit.path))
    return err({ code: 'not-found' });
  return assessment.state === 'running' ? ok({ assessment, unit }) : err(CLOSED);
}

/** The same in the version that the person saw. */
export async function seenUnit(
  transaction: Transaction<Schema>,
  context: Pick<ChangeContext, 'reaches' | 'expectedVersion'>,
  ids: UnitIds,
): Promise<Result<RunningUnit, Rejection>> {
  const found = await runningUnit(transaction, context, ids);
  if (!found.ok) return found;
  return found.value.unit.version === context.expectedVersion
    ? found
    : err({ code: 'stale', current: found.value.unit });
}

/** What was said of the unit has changed. */
export async function raiseUnit(transaction: Transaction<Schema>, ids: UnitIds): Promise<void> {
  await transaction
    .updateTable('assessment_unit')
    .set({ version: sql<number>`version + 1` })
    .where('region_id', '=', ids.regionId)
    .where('assessment_id', '=', ids.assessmentId)
    .where('unit_organ_id', '=', ids.unitOrganId)
    .execute();
}

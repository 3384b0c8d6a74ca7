import type { Rejection } from '@zhaoshi/contract/problems';
import type { IndicatorSet } from '@zhaoshi/domain/assessment/indicator';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql } from 'kysely';
import type { AssessmentIds } from '../../db/queries/assessments.ts';
import type { ChangeContext } from '../context.ts';
import { runningAssessment } from './keep-assessment.ts';

/** Takes another set for a running assessment; what was judged of codes that it does not have rests. */
export async function replaceSet(
  context: ChangeContext,
  ids: AssessmentIds,
  set: IndicatorSet,
): Promise<Result<null, Rejection>> {
  const { change, caller, now, expectedVersion } = context;
  return await change(async (transaction) => {
    const found = await runningAssessment(transaction, context, ids);
    if (!found.ok) return found;
    const assessment = found.value;
    if (assessment.version !== expectedVersion) return err({ code: 'stale', current: assessment });
    await transaction
      .insertInto('assessment_set')
      .values({
        region_id: ids.regionId,
        assessment_id: ids.assessmentId,
        number: assessment.set_number + 1,
        content: JSON.stringify(set),
        recorded_by: caller.accountId,
        recorded_at: now(),
      })
      .execute();
    await transaction
      .updateTable('assessment')
      .set({ version: sql<number>`version + 1` })
      .where('region_id', '=', ids.regionId)
      .where('assessment_id', '=', ids.assessmentId)
      .execute();
    return ok({
      value: null,
      subject: `assessment/${ids.assessmentId}`,
      organPath: assessment.path,
      details: { after: { set: assessment.set_number + 1, indicators: set.indicators.length } },
    });
  });
}

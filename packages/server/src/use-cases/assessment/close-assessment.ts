import type { Rejection } from '@zhaoshi/contract/problems';
import {
  type Ending,
  type EndingSaid,
  endingOf,
  missingForEnding,
  unratedOf,
} from '@zhaoshi/domain/assessment/ending';
import { verdictWords } from '@zhaoshi/domain/assessment/verdict-words';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { announcePublication } from '../../db/published-channel.ts';
import { type AssessmentIds, type FoundAssessment, findAssessment } from '../../db/queries/assessments.ts';
import type { AssessmentState } from '../../db/schema/assessment.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { runningAssessment } from './keep-assessment.ts';
import { countedDays, type ScoredUnit, scoreUnits } from './score-units.ts';

const refused = (detail: string): Rejection => ({ code: 'state-refuses', detail });

async function moveOn(
  transaction: Transaction<Schema>,
  ids: AssessmentIds,
  to: {
    readonly state: AssessmentState;
    readonly version: number;
    readonly closed_at?: Date;
    readonly counted_to?: CivilDate;
    readonly early_reason?: string;
    readonly published_at?: Date;
  },
): Promise<void> {
  await transaction
    .updateTable('assessment')
    .set(to)
    .where('region_id', '=', ids.regionId)
    .where('assessment_id', '=', ids.assessmentId)
    .execute();
}

/** Whether and how an assessment may be ended now. */
export const endingNow = (
  { starts_on, ends_on }: FoundAssessment,
  scored: readonly ScoredUnit[],
  now: Date,
): Ending =>
  endingOf({
    startsOn: starts_on,
    endsOn: ends_on,
    today: civilDateAt(now),
    openObjections: scored.reduce(
      (sum, { objections }) => sum + objections.filter(({ ruling }) => ruling === null).length,
      0,
    ),
    units: scored.map(({ unit, score }) => ({ name: unit.name, score })),
  });

/** What does not let an assessment be ended so; `null`: nothing. */
function refuseEnding(ending: Ending, said: EndingSaid): Rejection | null {
  if (ending.refusal !== null) return refused(ending.refusal);
  const missing = missingForEnding(ending, said);
  return missing && { code: 'invalid', errors: [{ pointer: `/${missing.field}`, message: missing.words }] };
}

/** Keeps of each unit what its score is made of, and what the public is told of it. */
async function keepResults(
  transaction: Transaction<Schema>,
  { region_id, assessment_id, set }: FoundAssessment,
  scored: readonly ScoredUnit[],
): Promise<void> {
  await transaction
    .insertInto('assessment_result')
    .values(
      scored.map(({ unit, facts, score, place }) => ({
        region_id,
        assessment_id,
        unit_organ_id: unit.organ_id,
        unit_name: unit.name,
        place,
        total: score.total,
        verdict: score.verdict,
        because: verdictWords(score, set),
        unrated: unratedOf(score).indicators,
        facts: JSON.stringify(facts),
      })),
    )
    .execute();
}

/** Closes an assessment: each unit's facts and score are kept and no longer change. */
export async function closeAssessment(
  context: ChangeContext,
  ids: AssessmentIds,
  said: EndingSaid,
): Promise<Result<null, Rejection>> {
  const { change, now, expectedVersion } = context;
  return await change(async (transaction) => {
    const found = await runningAssessment(transaction, context, ids);
    if (!found.ok) return found;
    const assessment = found.value;
    if (assessment.version !== expectedVersion) return err({ code: 'stale', current: assessment });
    const scored = await scoreUnits(transaction, assessment, now());
    const ending = endingNow(assessment, scored, now());
    const rejection = refuseEnding(ending, said);
    if (rejection !== null) return err(rejection);
    await keepResults(transaction, assessment, scored);
    const early_reason = ending.isEarly ? said.earlyReason : '';
    const counted_to = countedDays(assessment, now()).to;
    await moveOn(transaction, ids, {
      state: 'closed',
      closed_at: now(),
      counted_to,
      early_reason,
      version: expectedVersion + 1,
    });
    return ok({
      value: null,
      subject: `assessment/${ids.assessmentId}`,
      organPath: assessment.path,
      details: { after: { units: scored.length, countedTo: counted_to, unrated: ending.unrated.length } },
      personal: { earlyReason: early_reason },
    });
  });
}

/** Publishes the results of a closed assessment on the portal. */
export async function publishAssessment(
  { change, reaches, now, expectedVersion }: ChangeContext,
  ids: AssessmentIds,
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const found = await findAssessment(transaction, ids, { locks: true });
    if (found === undefined || !reaches(found.path)) return err({ code: 'not-found' });
    if (found.version !== expectedVersion) return err({ code: 'stale', current: found });
    if (found.state === 'running') return err(refused('考核还没有结束，结果还会变化，不能公布。'));
    if (found.state === 'published') return err(refused('考核结果已经公布。'));
    await moveOn(transaction, ids, { state: 'published', published_at: now(), version: expectedVersion + 1 });
    await announcePublication(transaction);
    return ok({
      value: null,
      subject: `assessment/${ids.assessmentId}`,
      organPath: found.path,
      details: { after: { state: 'published' } },
    });
  });
}

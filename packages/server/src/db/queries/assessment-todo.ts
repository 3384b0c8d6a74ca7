import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { AssessedUnitIds } from '@zhaoshi/domain/todo/duty-todo';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

interface Counted {
  readonly count: number;
  readonly due_on: CivilDate | null;
}

const counted = async (database: Kysely<Schema>, query: RawBuilder<Counted>): Promise<Counted> => {
  const { rows } = await query.execute(database);
  return rows[0] ?? { count: 0, due_on: null };
};

/** Units of assessments that run. */
const RUNNING_UNITS = sql`assessment
  join assessment_unit unit on unit.region_id = assessment.region_id
    and unit.assessment_id = assessment.assessment_id
  join organ on organ.region_id = unit.unit_region_id and organ.organ_id = unit.unit_organ_id`;

/**
 * Objections without a ruling that somebody may decide: they raised none of them and never judged what it is about
 * themselves. With the unit of the oldest.
 */
export async function objectionsToRule(
  database: Kysely<Schema>,
  actor: Actor,
  accountId: string,
): Promise<{ readonly count: number; readonly first: AssessedUnitIds | null }> {
  const { rows } = await sql<AssessedUnitIds>`
      select objection.region_id as "regionId", objection.assessment_id as "assessmentId",
        objection.unit_organ_id as "unitOrganId"
      from ${RUNNING_UNITS}
      join assessment_objection objection on objection.region_id = unit.region_id
        and objection.assessment_id = unit.assessment_id and objection.unit_organ_id = unit.unit_organ_id
      where assessment.state = 'running' and objection.ruling is null
        and objection.raised_by <> ${accountId}::uuid and ${reachedOrgan(actor, 'assessment.judge')}
        and not (objection.item is null and exists (select from assessment_mark mark
          where mark.region_id = objection.region_id and mark.assessment_id = objection.assessment_id
            and mark.unit_organ_id = objection.unit_organ_id and mark.code = objection.code
            and mark.marked_by = ${accountId}::uuid))
      order by objection.raised_at, objection.objection_id`.execute(database);
  const [first] = rows;
  return { count: rows.length, first: first ?? null };
}

/** Units within reach that have not assessed themselves, of assessments that end by a day. */
export const selfAssessmentsAsked = async (
  database: Kysely<Schema>,
  actor: Actor,
  until: CivilDate,
): Promise<Counted> =>
  await counted(
    database,
    sql<Counted>`select count(*)::int as count, min(assessment.ends_on) as due_on
      from ${RUNNING_UNITS}
      where assessment.state = 'running' and assessment.ends_on <= ${until}::date and unit.self_at is null
        and ${reachedOrgan(actor, 'assessment.answer')}`,
  );

/** Assessments of organs within reach whose last day is over and that nobody has ended. */
export const assessmentsToEnd = async (
  database: Kysely<Schema>,
  actor: Actor,
  today: CivilDate,
): Promise<Counted> =>
  await counted(
    database,
    sql<Counted>`select count(*)::int as count, null::date as due_on
      from assessment
      join organ on organ.region_id = assessment.region_id and organ.organ_id = assessment.organ_id
      where assessment.state = 'running' and assessment.ends_on < ${today}::date
        and ${reachedOrgan(actor, 'assessment.manage')}`,
  );

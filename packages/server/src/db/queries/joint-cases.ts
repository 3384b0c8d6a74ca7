import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { CaseRow } from './application-case.ts';

/**
 * The applicant's other cases that were linked with a case for one reply to all (并案答复), whichever of them was linked,
 * with what is drafted for each.
 */
export async function jointCases(
  database: Kysely<Schema>,
  { region_id, organ_id, application_id, applicant_id }: CaseRow,
) {
  const linked = sql<boolean>`exists (
    select from application_event e where e.region_id = ${region_id} and e.type = 'linkCase'
      and e.data ->> 'relation' = 'jointReply'
      and ((e.application_id = ${application_id} and e.data ->> 'otherId' = application.application_id::text)
        or (e.application_id = application.application_id and e.data ->> 'otherId' = ${application_id})))`;
  const drafted = sql<OutcomeId | null>`(
    select e.data ->> 'outcome' from application_event e where e.region_id = application.region_id
      and e.application_id = application.application_id and e.type = 'draftReply' order by e.sequence desc limit 1)`;
  return await database
    .selectFrom('application')
    .select(['application_id', 'registration_number', 'summary', 'status', 'version'])
    .select(drafted.as('outcome'))
    .where('region_id', '=', region_id)
    .where('applicant_id', '=', applicant_id)
    .where('organ_id', '=', organ_id)
    .where('application_id', '<>', application_id)
    .where(linked)
    .orderBy('registration_number')
    .execute();
}

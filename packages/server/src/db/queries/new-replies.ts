import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { ApplicationIds } from './application-case.ts';

/** A reply that was delivered after its case was taken up again on a reconsideration or a judgment. */
export interface NewReply {
  readonly applicationId: string;
  readonly on: CivilDate;
  readonly letterId: string;
  /** 文号; `null`: none. */
  readonly documentNumber: string | null;
}

/** The new replies of some cases, the first delivered first; each case is found by the key of its events. */
export async function newRepliesOf(
  database: Kysely<Schema>,
  cases: readonly ApplicationIds[],
): Promise<readonly NewReply[]> {
  if (cases.length === 0) return [];
  const regions = cases.map(({ regionId }) => regionId);
  const ids = cases.map(({ applicationId }) => applicationId);
  const { rows } = await sql<NewReply>`
    select e.application_id as "applicationId", e.data->>'on' as "on", e.data->>'letterId' as "letterId",
      letter.document_number as "documentNumber"
    from unnest(${regions}::uuid[], ${ids}::uuid[]) as wanted (region_id, application_id)
    join application_event e using (region_id, application_id)
    left join letter on letter.region_id = e.region_id and letter.letter_id = (e.data->>'letterId')::uuid
    where e.type = 'deliverReply'
      and exists (select from application_event reopened
        where reopened.region_id = e.region_id and reopened.application_id = e.application_id
          and reopened.type = 'reopen' and reopened.sequence < e.sequence
          and reopened.data->>'cause' in ('reconsideration', 'judgment'))
    order by e.application_id, e.sequence`.execute(database);
  return rows;
}

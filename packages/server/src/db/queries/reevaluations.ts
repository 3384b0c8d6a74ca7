import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

/** Something that was decided not to be published, with its last review; days as text. */
interface WithheldRow {
  readonly region_id: string;
  readonly organ_id: string;
  readonly organ_name: string;
  readonly path: string;
  readonly withheld_on: string;
  readonly last_reviewed_on: string | null;
  readonly next_on: string | null;
}

export interface WithheldDocument extends WithheldRow {
  readonly document_id: string;
  readonly title: string;
}

export interface WithheldCase extends WithheldRow {
  readonly application_id: string;
  readonly registration_number: string;
  readonly summary: string;
  readonly outcome: OutcomeId;
}

/** Condition on `organ`: all whose withheld items are looked at. */
export type OrganCondition = RawBuilder<boolean>;

export const withinReach = (actor: Actor, permission: Permission, organId?: string): OrganCondition =>
  organId === undefined
    ? reachedOrgan(actor, permission)
    : sql<boolean>`(${reachedOrgan(actor, permission)}) and organ.organ_id = ${organId}`;

/** Documents that were signed as not to be published (status `filed`). */
export async function withheldDocuments(
  database: Kysely<Schema>,
  organs: OrganCondition,
): Promise<readonly WithheldDocument[]> {
  const { rows } = await sql<WithheldDocument>`
    select d.region_id, d.organ_id, organ.name as organ_name, organ.path, d.document_id, d.title,
      (approved.at at time zone 'Asia/Shanghai')::date as withheld_on, reviewed.last_on as last_reviewed_on,
      null::date as next_on
    from document d
    join organ on organ.region_id = d.region_id and organ.organ_id = d.organ_id
    join lateral (select max(recorded_at) as at from document_event e
      where e.region_id = d.region_id and e.document_id = d.document_id and e.type = 'approve') approved on true
    left join lateral (select max((e.data ->> 'on')::date) as last_on from document_event e
      where e.region_id = d.region_id and e.document_id = d.document_id and e.type = 'reevaluate') reviewed on true
    where d.status = 'filed' and d.reevaluate_on is not null and approved.at is not null and ${organs}`.execute(
    database,
  );
  return rows;
}

const cases = (condition: RawBuilder<boolean>) => sql<WithheldCase>`
  select a.region_id, a.organ_id, organ.name as organ_name, organ.path, a.application_id, a.registration_number,
    a.summary, a.last_outcome as outcome, a.result_on as withheld_on, review.reviewed_on as last_reviewed_on,
    review.next_on
  from application a
  join organ on organ.region_id = a.region_id and organ.organ_id = a.organ_id
  left join lateral (select r.reviewed_on, r.next_on, r.keeps from case_reevaluation r
    where r.region_id = a.region_id and r.application_id = a.application_id
    order by r.reviewed_on desc, r.recorded_at desc limit 1) review on true
  where a.last_outcome like 'refused.%' and a.result_on is not null and coalesce(review.keeps, true)
    and ${condition}`;

/** Refused cases, as long as no review said that the information may be published. */
export async function withheldCases(
  database: Kysely<Schema>,
  organs: OrganCondition,
): Promise<readonly WithheldCase[]> {
  return (await cases(organs).execute(database)).rows;
}

export interface CaseIds {
  readonly regionId: string;
  readonly applicationId: string;
}

export async function findWithheldCase(
  database: Kysely<Schema>,
  { regionId, applicationId }: CaseIds,
): Promise<WithheldCase | undefined> {
  const { rows } = await cases(
    sql<boolean>`a.region_id = ${regionId} and a.application_id = ${applicationId}`,
  ).execute(database);
  return rows[0];
}

/** Where a case belongs; `undefined` when there is none. */
export async function caseOrganPath(
  database: Kysely<Schema>,
  { regionId, applicationId }: CaseIds,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('application')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'application.region_id')
        .onRef('organ.organ_id', '=', 'application.organ_id'),
    )
    .select('organ.path')
    .where('application.region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.path;
}

/** Reviews of a case, the last first. */
export async function caseReevaluations(database: Kysely<Schema>, { regionId, applicationId }: CaseIds) {
  return await database
    .selectFrom('case_reevaluation')
    .innerJoin('account', 'account.account_id', 'case_reevaluation.recorded_by')
    .selectAll('case_reevaluation')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .orderBy('reviewed_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
}

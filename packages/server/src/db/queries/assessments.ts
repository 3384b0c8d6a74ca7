import type { IndicatorSet } from '@zhaoshi/domain/assessment/indicator';
import { type StoredSet, setFromStored } from '@zhaoshi/domain/assessment/stored-set';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Level, TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { AssessmentState } from '../schema/assessment.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface AssessmentIds {
  readonly regionId: string;
  readonly assessmentId: string;
}

export interface AssessmentRow {
  readonly region_id: string;
  readonly assessment_id: string;
  readonly organ_id: string;
  readonly organ_name: string;
  readonly path: string;
  readonly year: number;
  readonly title: string;
  readonly starts_on: CivilDate;
  readonly ends_on: CivilDate;
  readonly state: AssessmentState;
  readonly begun_at: Date;
  readonly closed_at: Date | null;
  readonly published_at: Date | null;
  /** The last day that was counted; `null` while it runs. */
  readonly counted_to: CivilDate | null;
  /** Why it ended before its last day; empty where it did not. */
  readonly early_reason: string;
  readonly version: number;
}

export interface ListedAssessment extends AssessmentRow {
  readonly units: number;
  readonly is_own_unit: boolean;
}

const COLUMNS = sql`assessment.region_id, assessment.assessment_id, assessment.organ_id, assessor.name as organ_name,
  assessor.path, assessment.year, assessment.title, assessment.starts_on, assessment.ends_on, assessment.state,
  assessment.begun_at, assessment.closed_at, assessment.published_at, assessment.counted_to,
  assessment.early_reason, assessment.version`;

const ASSESSORS = sql`assessment
  join organ as assessor on assessor.region_id = assessment.region_id and assessor.organ_id = assessment.organ_id`;

/** Assessments with a unit within reach, the newest first; one more than the limit. */
export async function listAssessments(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<readonly ListedAssessment[]> {
  const after = decodeCursor(cursor, z.tuple([cursorMoment, z.uuid()]));
  const { rows } = await sql<ListedAssessment>`
    select ${COLUMNS},
      (select count(*)::int from assessment_unit unit where unit.region_id = assessment.region_id
        and unit.assessment_id = assessment.assessment_id) as units,
      exists (select from assessment_unit unit join organ on organ.region_id = unit.unit_region_id
        and organ.organ_id = unit.unit_organ_id where unit.region_id = assessment.region_id
        and unit.assessment_id = assessment.assessment_id and organ.path = ${actor.path}) as is_own_unit
    from ${ASSESSORS}
    where exists (select from assessment_unit unit join organ on organ.region_id = unit.unit_region_id
        and organ.organ_id = unit.unit_organ_id
      where unit.region_id = assessment.region_id and unit.assessment_id = assessment.assessment_id
        and ${reachedOrgan(actor, permission)})
      ${after === null ? sql`` : sql`and (assessment.begun_at, assessment.assessment_id) < (${after[0]}, ${after[1]})`}
    order by assessment.begun_at desc, assessment.assessment_id desc
    limit ${limit + 1}`.execute(database);
  return rows;
}

export const assessmentKey = ({ begun_at, assessment_id }: AssessmentRow) => [
  begun_at.toISOString(),
  assessment_id,
];

/** An assessment with the set that holds. */
export interface FoundAssessment extends AssessmentRow {
  readonly set: IndicatorSet;
  readonly set_number: number;
}

/** @param locks keeps others from changing it until the transaction ends */
export async function findAssessment(
  database: Kysely<Schema>,
  { regionId, assessmentId }: AssessmentIds,
  { locks = false }: { readonly locks?: boolean } = {},
): Promise<FoundAssessment | undefined> {
  const { rows } = await sql<Omit<FoundAssessment, 'set'> & { readonly set: StoredSet }>`
    select ${COLUMNS}, held.content as set, held.number as set_number
    from ${ASSESSORS}
    join lateral (select content, number from assessment_set
      where assessment_set.region_id = assessment.region_id
        and assessment_set.assessment_id = assessment.assessment_id
      order by number desc limit 1) as held on true
    where assessment.region_id = ${regionId}::uuid and assessment.assessment_id = ${assessmentId}::uuid
    ${locks ? sql`for update of assessment` : sql``}`.execute(database);
  const [found] = rows;
  return found && { ...found, set: setFromStored(found.set) };
}

export interface AssessmentUnitRow {
  readonly region_id: string;
  readonly organ_id: string;
  readonly name: string;
  readonly path: string;
  readonly kind: TreeKind;
  readonly level: Level;
  readonly valid_from: string;
  readonly self_points: number | null;
  readonly self_text: string;
  readonly self_by: string | null;
  readonly self_at: Date | null;
  readonly version: number;
}

/** The units of an assessment in the order of the tree; or one of them. */
export async function assessmentUnits(
  database: Kysely<Schema>,
  { regionId, assessmentId }: AssessmentIds,
  unitOrganId?: string,
): Promise<readonly AssessmentUnitRow[]> {
  const { rows } = await sql<AssessmentUnitRow>`
    select organ.region_id, organ.organ_id, organ.name, organ.path, organ.kind, organ.level, organ.valid_from,
      unit.self_points, unit.self_text, account.display_name as self_by, unit.self_at, unit.version
    from assessment_unit unit
    join organ on organ.region_id = unit.unit_region_id and organ.organ_id = unit.unit_organ_id
    left join account on account.account_id = unit.self_by
    where unit.region_id = ${regionId}::uuid and unit.assessment_id = ${assessmentId}::uuid
      ${unitOrganId === undefined ? sql`` : sql`and unit.unit_organ_id = ${unitOrganId}::uuid`}
    order by organ.path`.execute(database);
  return rows;
}

export interface MarkRow {
  readonly unit_organ_id: string;
  readonly code: string;
  readonly points: number | null;
  readonly is_met: boolean | null;
  readonly note: string;
  readonly marked_by: string;
  readonly marked_by_name: string;
  readonly marked_at: Date;
}

/** What was judged and holds, of all units or of one. */
export async function marksInForce(
  database: Kysely<Schema>,
  { regionId, assessmentId }: AssessmentIds,
  unitOrganId?: string,
): Promise<readonly MarkRow[]> {
  const { rows } = await sql<MarkRow>`
    select mark.unit_organ_id, mark.code, mark.points, mark.is_met, mark.note, mark.marked_by,
      account.display_name as marked_by_name, mark.marked_at
    from assessment_mark mark join account on account.account_id = mark.marked_by
    where mark.region_id = ${regionId}::uuid and mark.assessment_id = ${assessmentId}::uuid and mark.ended_at is null
      ${unitOrganId === undefined ? sql`` : sql`and mark.unit_organ_id = ${unitOrganId}::uuid`}
    order by mark.code`.execute(database);
  return rows;
}

/** The codes of a unit that a person judged, now or before. */
export async function codesJudgedBy(
  database: Kysely<Schema>,
  { regionId, assessmentId }: AssessmentIds,
  unitOrganId: string,
  accountId: string,
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('assessment_mark')
    .select('code')
    .where('region_id', '=', regionId)
    .where('assessment_id', '=', assessmentId)
    .where('unit_organ_id', '=', unitOrganId)
    .where('marked_by', '=', accountId)
    .execute();
  return new Set(rows.map(({ code }) => code));
}

/** The files that prove a unit's self-assessment, in its order. */
export const selfFilesOf = async (
  database: Kysely<Schema>,
  { regionId, assessmentId }: AssessmentIds,
  unitOrganId: string,
) =>
  await database
    .selectFrom('assessment_self_file as held')
    .innerJoin('file', (join) =>
      join.onRef('file.region_id', '=', 'held.unit_region_id').onRef('file.file_id', '=', 'held.file_id'),
    )
    .select(['file.region_id', 'file.file_id', 'file.original_name', 'file.media_type', 'file.size'])
    .where('held.region_id', '=', regionId)
    .where('held.assessment_id', '=', assessmentId)
    .where('held.unit_organ_id', '=', unitOrganId)
    .orderBy('held.place')
    .execute();

export interface ObjectionRow {
  readonly objection_id: string;
  readonly unit_organ_id: string;
  readonly code: string;
  readonly item: string | null;
  readonly about: string;
  readonly reason: string;
  readonly raised_by: string;
  readonly raised_by_name: string;
  readonly raised_at: Date;
  readonly ruling: 'upheld' | 'rejected' | null;
  readonly ruling_reason: string;
  readonly ruled_by_name: string | null;
  readonly ruled_at: Date | null;
}

/** Objections of all units or of one, the newest first. */
export async function objectionsOf(
  database: Kysely<Schema>,
  { regionId, assessmentId }: AssessmentIds,
  unitOrganId?: string,
): Promise<readonly ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`
    select objection.objection_id, objection.unit_organ_id, objection.code, objection.item, objection.about,
      objection.reason, objection.raised_by, raiser.display_name as raised_by_name, objection.raised_at,
      objection.ruling, objection.ruling_reason, ruler.display_name as ruled_by_name, objection.ruled_at
    from assessment_objection objection
    join account raiser on raiser.account_id = objection.raised_by
    left join account ruler on ruler.account_id = objection.ruled_by
    where objection.region_id = ${regionId}::uuid and objection.assessment_id = ${assessmentId}::uuid
      ${unitOrganId === undefined ? sql`` : sql`and objection.unit_organ_id = ${unitOrganId}::uuid`}
    order by objection.raised_at desc, objection.objection_id`.execute(database);
  return rows;
}

export interface ResultRow {
  readonly unit_organ_id: string;
  readonly place: number | null;
  readonly facts: unknown;
}

/** Results as the assessment was closed, of all units or of one. */
export async function closedResults(
  database: Kysely<Schema>,
  { regionId, assessmentId }: AssessmentIds,
  unitOrganId?: string,
): Promise<readonly ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    select unit_organ_id, place, facts from assessment_result
    where region_id = ${regionId}::uuid and assessment_id = ${assessmentId}::uuid
      ${unitOrganId === undefined ? sql`` : sql`and unit_organ_id = ${unitOrganId}::uuid`}`.execute(database);
  return rows;
}

/** Which organs become units of a new assessment. */
export type UnitChoice = 'region' | 'below' | 'list';

/** Organs in law that are there today: of the region, with the governments below it, or of its list of a year. */
export async function organsToAssess(
  database: Kysely<Schema>,
  regionId: string,
  choice: UnitChoice,
  year: number,
): Promise<readonly { readonly region_id: string; readonly organ_id: string }[]> {
  const inBeing = sql`organ.kind <> 'village' and organ.valid_from <= civil_today()
    and (organ.valid_to is null or organ.valid_to > civil_today())`;
  const chosen = {
    region: sql`organ.region_id = ${regionId}::uuid and organ.parent_id is not null`,
    below: sql`(organ.region_id = ${regionId}::uuid and organ.parent_id is not null or organ.parent_id is null
      and organ.region_id in (select region_id from region where parent_id = ${regionId}::uuid))`,
    list: sql`exists (select from reporting_unit unit where unit.region_id = ${regionId}::uuid
      and unit.report_year = ${year}::integer and unit.included and unit.unit_region_id = organ.region_id
      and unit.unit_organ_id = organ.organ_id)`,
  };
  const { rows } = await sql<{ region_id: string; organ_id: string }>`
    select organ.region_id, organ.organ_id from organ where ${inBeing} and ${chosen[choice]}
    order by organ.path`.execute(database);
  return rows;
}

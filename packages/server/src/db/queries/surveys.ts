import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface SurveyIds {
  readonly regionId: string;
  readonly surveyId: string;
}

const position = z.tuple([z.iso.date(), z.uuid()]);

const surveys = (database: Kysely<Schema>) =>
  database
    .selectFrom('survey')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'survey.region_id').onRef('organ.organ_id', '=', 'survey.organ_id'),
    )
    .innerJoin('survey_box as box', (join) =>
      join.onRef('box.region_id', '=', 'survey.region_id').onRef('box.survey_id', '=', 'survey.survey_id'),
    )
    .selectAll('survey')
    .select([
      'organ.name as organ_name',
      'organ.path',
      sql<number>`(box.answers->>'sheets')::integer`.as('sheets'),
    ]);

export type ListedSurvey = Awaited<ReturnType<ReturnType<typeof surveys>['execute']>>[number];

/** With its box. */
const boxed = (database: Kysely<Schema>) =>
  surveys(database).select(['box.issued', 'box.unused_codes', 'box.answers']);

export type SurveyRow = Awaited<ReturnType<ReturnType<typeof boxed>['execute']>>[number];

export const surveyKey = ({ opens_on, survey_id }: ListedSurvey): readonly [string, string] => [
  opens_on,
  survey_id,
];

/** A page of surveys, the last begun first, with one more than the limit. */
export async function listSurveys(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  {
    cursor,
    limit,
    organId,
  }: { readonly cursor?: string | undefined; readonly limit: number; readonly organId?: string | undefined },
): Promise<readonly ListedSurvey[]> {
  const after = decodeCursor(cursor, position);
  let query = surveys(database).where(reachedOrgan(actor, permission));
  if (organId !== undefined) query = query.where('survey.organ_id', '=', organId);
  if (after !== null) {
    query = query.where(
      sql<boolean>`(survey.opens_on, survey.survey_id) < (${after[0]}::date, ${after[1]}::uuid)`,
    );
  }
  return await query
    .orderBy('survey.opens_on', 'desc')
    .orderBy('survey.survey_id', 'desc')
    .limit(limit + 1)
    .execute();
}

export const findSurvey = async (
  database: Kysely<Schema>,
  { regionId, surveyId }: SurveyIds,
): Promise<SurveyRow | undefined> =>
  await boxed(database)
    .where('survey.region_id', '=', regionId)
    .where('survey.survey_id', '=', surveyId)
    .executeTakeFirst();

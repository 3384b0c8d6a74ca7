import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import { findSurvey, type SurveyIds, type SurveyRow } from '../../db/queries/surveys.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';

/** Holds the box of a survey: sheets are added one after the other, and no two use one code. */
export async function lockSurvey(
  transaction: Transaction<Schema>,
  ids: SurveyIds,
): Promise<SurveyRow | undefined> {
  await sql`select 1 from survey_box where region_id = ${ids.regionId}::uuid and survey_id = ${ids.surveyId}::uuid
    for update`.execute(transaction);
  return await findSurvey(transaction, ids);
}

/** The survey, locked, of an organ that the right reaches. */
export async function reachedSurvey(
  transaction: Transaction<Schema>,
  { reaches }: Pick<ChangeContext, 'reaches'>,
  ids: SurveyIds,
): Promise<Result<SurveyRow, Rejection>> {
  const found = await lockSurvey(transaction, ids);
  return found === undefined || !reaches(found.path) ? err({ code: 'not-found' }) : ok(found);
}

/** The same in the version that the person saw. */
export async function seenSurvey(
  transaction: Transaction<Schema>,
  context: Pick<ChangeContext, 'reaches' | 'expectedVersion'>,
  ids: SurveyIds,
): Promise<Result<SurveyRow, Rejection>> {
  const found = await reachedSurvey(transaction, context, ids);
  if (!found.ok || found.value.version === context.expectedVersion) return found;
  return err({ code: 'stale', current: ids });
}

export const refused = (detail: string) => err({ code: 'state-refuses', detail } as const);

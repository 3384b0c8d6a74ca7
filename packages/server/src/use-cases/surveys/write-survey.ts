import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Survey } from '@zhaoshi/domain/survey/survey';
import { emptyBox } from '@zhaoshi/domain/survey/survey-box';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { SurveyIds } from '../../db/queries/surveys.ts';
import type { ChangeContext } from '../context.ts';
import { refused, seenSurvey } from './keep-survey.ts';

const columnsOf = ({ title, intro, mode, opensOn, closesOn, questions }: Survey) => ({
  title,
  intro,
  mode,
  opens_on: opensOn,
  closes_on: closesOn,
  questions: JSON.stringify(questions),
});

/** Writes a draft; it may lack anything that only starting it asks for. */
export async function createSurvey(
  { change, reaches, now, newId }: ChangeContext,
  ids: OrganIds,
  survey: Survey,
): Promise<Result<{ readonly surveyId: string }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const surveyId = newId();
    const key = { region_id: ids.regionId, survey_id: surveyId };
    await transaction
      .insertInto('survey')
      .values({
        ...key,
        organ_id: ids.organId,
        ...columnsOf(survey),
        status: 'draft',
        entered_at: now(),
        published_at: null,
      })
      .execute();
    const answers = JSON.stringify(emptyBox(survey.questions));
    await transaction
      .insertInto('survey_box')
      .values({ ...key, issued: 0, unused_codes: '[]', answers })
      .execute();
    return ok({ value: { surveyId }, subject: `survey/${surveyId}`, organPath: organ.path });
  });
}

/** Changes a draft. What people have answered to is not changed under their answers. */
export async function editSurvey(
  context: ChangeContext,
  ids: SurveyIds,
  survey: Survey,
): Promise<Result<SurveyIds, Rejection>> {
  return await context.change(async (transaction) => {
    const found = await seenSurvey(transaction, context, ids);
    if (!found.ok) return found;
    const { status, version, path } = found.value;
    if (status !== 'draft') return refused('调查已经开始，题目和日期不能再改。请另起草一项。');
    await transaction
      .updateTable('survey')
      .set({ ...columnsOf(survey), version: version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('survey_id', '=', ids.surveyId)
      .execute();
    await transaction
      .updateTable('survey_box')
      .set({ answers: JSON.stringify(emptyBox(survey.questions)) })
      .where('region_id', '=', ids.regionId)
      .where('survey_id', '=', ids.surveyId)
      .execute();
    return ok({ value: ids, subject: `survey/${ids.surveyId}`, organPath: path });
  });
}

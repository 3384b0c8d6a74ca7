import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { endOfSurvey, surveyFaults } from '@zhaoshi/domain/survey/survey';
import { tooFewSheets } from '@zhaoshi/domain/survey/survey-box';
import type { SurveyIds, SurveyRow } from '../../db/queries/surveys.ts';
import type { ChangeContext } from '../context.ts';
import { refused, seenSurvey } from './keep-survey.ts';

export type SurveyAct =
  | { readonly type: 'start' | 'close' }
  | { readonly type: 'publish'; readonly response: string };

type Step = Partial<Pick<SurveyRow, 'status' | 'response' | 'published_at' | 'ended_on' | 'has_too_few'>>;

// Stored civil dates.
const datesOf = ({ opens_on, closes_on }: SurveyRow) => ({
  opensOn: opens_on as CivilDate,
  closesOn: closes_on as CivilDate,
});

function start(row: SurveyRow, today: CivilDate): Result<Step, Rejection> {
  if (row.status !== 'draft') return refused('调查已经开始过。');
  const errors = surveyFaults({ ...row, ...datesOf(row) }, today);
  return errors.length > 0 ? err({ code: 'invalid', errors }) : ok({ status: 'open' });
}

function publish({ status, answers }: SurveyRow, response: string, at: Date): Result<Step, Rejection> {
  if (status !== 'closed') return refused('调查结束以后才能公布结果。');
  const tooFew = tooFewSheets(answers);
  if (tooFew !== null) return refused(tooFew);
  return ok({ status: 'published', response, published_at: at });
}

function stepOf(row: SurveyRow, act: SurveyAct, at: Date): Result<Step, Rejection> {
  if (act.type === 'start') return start(row, civilDateAt(at));
  if (act.type === 'publish') return publish(row, act.response, at);
  return row.status === 'open'
    ? ok({
        status: 'closed',
        ended_on: endOfSurvey(datesOf(row), civilDateAt(at)),
        has_too_few: tooFewSheets(row.answers) !== null,
      })
    : refused('只有进行中的调查可以结束。');
}

/** Starts a survey, ends it, publishes what it came to. */
export async function actOnSurvey(
  context: ChangeContext,
  ids: SurveyIds,
  act: SurveyAct,
): Promise<Result<SurveyIds, Rejection>> {
  return await context.change(async (transaction) => {
    const found = await seenSurvey(transaction, context, ids);
    if (!found.ok) return found;
    const step = stepOf(found.value, act, context.now());
    if (!step.ok) return step;
    const { version, path } = found.value;
    await transaction
      .updateTable('survey')
      .set({ ...step.value, version: version + 1 })
      .where('region_id', '=', ids.regionId)
      .where('survey_id', '=', ids.surveyId)
      .execute();
    const details = { act: act.type };
    return ok({ value: ids, subject: `survey/${ids.surveyId}`, organPath: path, details });
  });
}

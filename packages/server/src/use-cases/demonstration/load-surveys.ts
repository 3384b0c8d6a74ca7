import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { SurveyIds } from '../../db/queries/surveys.ts';
import { actOnSurvey, type SurveyAct } from '../surveys/act-on-survey.ts';
import { enterPaper, takeSheetWithin } from '../surveys/take-sheet.ts';
import { createSurvey } from '../surveys/write-survey.ts';
import { done, type Hand, handOf, idsOf, morningOf, type Stage, todayOf } from './stage.ts';
import { type SurveyStory, surveyStories } from './survey-stories.ts';

/** When the organ looks at what came, and when it tells of it. */
const CLOSED_AFTER = 1;
const PUBLISHED_AFTER = 10;

/** Puts the sheets in the box: most from the portal, the last ones typed from paper. */
async function fillIn(stage: Stage, officer: Hand, ids: SurveyIds, story: SurveyStory): Promise<void> {
  const { transaction, secretBox: box } = stage;
  const { survey, sheets, paper } = story;
  const today = addDays(survey.opensOn, 1);
  const typed = await handOf(stage, officer, morningOf(stage, today));
  for (const [index, answers] of sheets.entries()) {
    if (index < sheets.length - paper)
      done(await takeSheetWithin(transaction, { today, box }, ids, { code: '', answers }));
    else done(await enterPaper(typed, ids, answers));
  }
}

async function playStory(stage: Stage, story: SurveyStory): Promise<void> {
  const { organ, survey, stand, response } = story;
  const officer: Hand = { organ, role: 'disclosureOfficer', permission: 'survey.manage' };
  const place = idsOf(stage, organ);
  const handOn = async (day: CivilDate, version = 1) =>
    await handOf(stage, officer, morningOf(stage, day), version);
  const written = stand === 'draft' ? todayOf(stage) : addDays(survey.opensOn, -3);
  const { surveyId } = done(await createSurvey(await handOn(written), place, survey));
  const ids = { regionId: place.regionId, surveyId };
  const act = async (day: CivilDate, version: number, acted: SurveyAct): Promise<void> => {
    done(await actOnSurvey(await handOn(day, version), ids, acted));
  };
  if (stand === 'draft') return;
  await act(survey.opensOn, 1, { type: 'start' });
  await fillIn(stage, officer, ids, story);
  if (stand === 'open') return;
  await act(addDays(survey.closesOn, CLOSED_AFTER), 2, { type: 'close' });
  await act(addDays(survey.closesOn, PUBLISHED_AFTER), 3, { type: 'publish', response });
}

/**
 * Writes the invented surveys with their sheets; as of every survey only the counts are kept.
 *
 * @returns how many there are
 */
export async function loadSurveys(stage: Stage): Promise<number> {
  const stories = surveyStories(todayOf(stage));
  for (const story of stories) await playStory(stage, story);
  return stories.length;
}

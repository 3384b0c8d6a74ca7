import type { PublishedDatabase } from './published.ts';

/** As many are listed, those that end last first. */
const MOST_LISTED = 100;

const surveys = (database: PublishedDatabase) =>
  database
    .selectFrom('published.survey as survey')
    .innerJoin('published.region as region', 'region.region_id', 'survey.region_id')
    .selectAll('survey')
    .select('region.slug as region_slug');

export type PublicSurveyRow = Awaited<ReturnType<ReturnType<typeof surveys>['execute']>>[number];

export const listPublicSurveys = async (database: PublishedDatabase): Promise<readonly PublicSurveyRow[]> =>
  await surveys(database)
    .orderBy('survey.closes_on', 'desc')
    .orderBy('survey.survey_id')
    .limit(MOST_LISTED)
    .execute();

export const findPublicSurvey = async (
  database: PublishedDatabase,
  { region, surveyId }: { readonly region: string; readonly surveyId: string },
): Promise<PublicSurveyRow | undefined> =>
  await surveys(database)
    .where('region.slug', '=', region)
    .where('survey.survey_id', '=', surveyId)
    .executeTakeFirst();

/** What a published survey came to, without what people wrote. */
export const findPublicResult = async (
  database: PublishedDatabase,
  { region_id, survey_id }: Pick<PublicSurveyRow, 'region_id' | 'survey_id'>,
) =>
  await database
    .selectFrom('published.survey_result')
    .selectAll()
    .where('region_id', '=', region_id)
    .where('survey_id', '=', survey_id)
    .executeTakeFirst();

import type { OrganKey, PublishedDatabase } from './published.ts';

/** Assessments whose results an organ published, the newest year first. */
export const publishedAssessments = async (
  database: PublishedDatabase,
  { region_id, organ_id }: Pick<OrganKey, 'region_id' | 'organ_id'>,
) =>
  await database
    .selectFrom('published.assessment')
    .select([
      'region_id',
      'assessment_id',
      'title',
      'starts_on',
      'ends_on',
      'counted_to',
      'early_reason',
      'published_at',
    ])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .orderBy('year', 'desc')
    .orderBy('published_at', 'desc')
    .execute();

/** The results of an assessment by place; units without one last. */
export const publishedResults = async (
  database: PublishedDatabase,
  { region_id, assessment_id }: { readonly region_id: string; readonly assessment_id: string },
) =>
  await database
    .selectFrom('published.assessment_result')
    .select(['unit_name', 'place', 'total', 'verdict', 'because', 'unrated'])
    .where('region_id', '=', region_id)
    .where('assessment_id', '=', assessment_id)
    .orderBy('place')
    .orderBy('unit_name')
    .execute();

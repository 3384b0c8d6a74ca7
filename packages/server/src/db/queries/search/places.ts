import type { PublishedDatabase } from '../published.ts';

/** Names and addresses of organs by their ids. */
export async function namesOfOrgans(database: PublishedDatabase, organIds: readonly string[]) {
  if (organIds.length === 0) return [];
  return await database
    .selectFrom('published.organ_record as organ')
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .select(['organ.organ_id', 'organ.name', 'organ.slug', 'region.slug as region_slug'])
    .where('organ.organ_id', 'in', organIds)
    .execute();
}

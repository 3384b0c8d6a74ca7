import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import type { OrganKey, PublishedDatabase } from './published.ts';

interface Township {
  readonly region_id: string;
  readonly organ_id: string;
}

/** The villages of a township today, with how many posts each shows. */
export async function publishedVillages(database: PublishedDatabase, { region_id, organ_id }: Township) {
  return await database
    .selectFrom('published.village as village')
    .select(['village.slug', 'village.name'])
    .select((build) =>
      build
        .selectFrom('published.village_post as post')
        .select(sql<number>`count(*)::int`.as('shown'))
        .whereRef('post.region_id', '=', 'village.region_id')
        .whereRef('post.organ_id', '=', 'village.organ_id')
        .where(sql<boolean>`post.visible_until >= civil_today()`)
        .as('shown'),
    )
    .where('village.region_id', '=', region_id)
    .where('village.parent_id', '=', organ_id)
    .orderBy('village.slug')
    .execute();
}

/** The townships of a region under which villages stand today. */
export const townshipsWithVillages = async (database: PublishedDatabase, regionId: string) =>
  await database
    .selectFrom('published.village')
    .select('parent_id')
    .distinct()
    .where('region_id', '=', regionId)
    .execute();

/** A village by its name below a township, with the database's day, which says what of it is shown and by which law. */
export const publishedVillage = async (
  database: PublishedDatabase,
  { region_id, organ_id }: Township,
  slug: string,
) =>
  await database
    .selectFrom('published.village')
    .select(['region_id', 'organ_id', 'slug', 'name', 'path'])
    .select(sql<CivilDate>`civil_today()`.as('today'))
    .where('region_id', '=', region_id)
    .where('parent_id', '=', organ_id)
    .where('slug', '=', slug)
    .executeTakeFirst();

const IS_SHOWN = sql<boolean>`visible_until >= civil_today()`;
const IS_PAST = sql<boolean>`visible_until < civil_today()`;

/** Most that a village's page shows at once: a dozen items a quarter, some of them more than once. */
const MOST_SHOWN = 60;
export const PAST_ON_PAGE = 20;

/** What a village shows now, or a page of what it showed before; the newest first. */
export const publishedVillagePosts = async (
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
  pastPage: number | null,
) =>
  await database
    .selectFrom('published.village_post')
    .selectAll()
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where(pastPage === null ? IS_SHOWN : IS_PAST)
    .orderBy('posted_at', 'desc')
    .orderBy('post_id')
    .limit(pastPage === null ? MOST_SHOWN : PAST_ON_PAGE)
    .offset(pastPage === null ? 0 : (pastPage - 1) * PAST_ON_PAGE)
    .execute();

export type PublishedVillagePost = Awaited<ReturnType<typeof publishedVillagePosts>>[number];

/** How many posts were shown for their time. */
export async function pastVillagePosts(
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
): Promise<number> {
  const { count } = await database
    .selectFrom('published.village_post')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where(IS_PAST)
    .executeTakeFirstOrThrow();
  return count;
}

/** Pictures of posts. */
export async function publishedVillagePhotos(
  database: PublishedDatabase,
  { region_id }: Pick<OrganKey, 'region_id'>,
  postIds: readonly string[],
) {
  if (postIds.length === 0) return [];
  return await database
    .selectFrom('published.village_photo')
    .selectAll()
    .where('region_id', '=', region_id)
    .where('post_id', 'in', [...postIds])
    .orderBy('place')
    .execute();
}

/** What of villagers' questions is shown, the newest first. */
export const publishedVillageQuestions = async (
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
) =>
  await database
    .selectFrom('published.village_question')
    .select(['received_at', 'shown_text', 'shown_reply'])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .orderBy('received_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();

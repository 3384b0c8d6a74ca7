import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

export interface PostIds {
  readonly regionId: string;
  readonly postId: string;
}

const posts = (database: Kysely<Schema>) =>
  database
    .selectFrom('village_post as post')
    .innerJoin('village_post_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'post.region_id')
        .onRef('edition.post_id', '=', 'post.post_id')
        .onRef('edition.edition', '=', 'post.edition'),
    )
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'post.region_id').onRef('organ.organ_id', '=', 'post.organ_id'),
    )
    .selectAll('edition')
    .select(['post.item', 'post.period_from', 'post.period_to', 'organ.name as village_name', 'organ.path']);

const one = (database: Kysely<Schema>, { regionId, postId }: PostIds) =>
  posts(database).where('post.region_id', '=', regionId).where('post.post_id', '=', postId);

/** The newest edition of a post. */
export const findPost = async (database: Kysely<Schema>, ids: PostIds) =>
  await one(database, ids).executeTakeFirst();

export const lockPost = async (database: Kysely<Schema>, ids: PostIds) =>
  await one(database, ids).forUpdate('post').executeTakeFirst();

export type PostRow = NonNullable<Awaited<ReturnType<typeof findPost>>>;

const position = z.tuple([cursorMoment, z.uuid()]);

/** A page of what a village posted, the newest first. */
export async function listPosts(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<readonly PostRow[]> {
  const after = decodeCursor(cursor, position);
  return await posts(database)
    .where('edition.region_id', '=', regionId)
    .where('edition.organ_id', '=', organId)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(edition.posted_at, edition.post_id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('edition.posted_at', 'desc')
    .orderBy('edition.post_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Who signed last in a village. */
export const lastSigners = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await database
    .selectFrom('village_post_edition')
    .select(['committee_signer as committee', 'supervisor_signer as supervisor'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .orderBy('posted_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Pictures of the newest edition of posts. */
export async function photosOf(database: Kysely<Schema>, rows: readonly PostRow[]) {
  if (rows.length === 0) return [];
  return await database
    .selectFrom('village_photo as photo')
    .innerJoin('village_post as post', (join) =>
      join
        .onRef('post.region_id', '=', 'photo.region_id')
        .onRef('post.post_id', '=', 'photo.post_id')
        .onRef('post.edition', '=', 'photo.edition'),
    )
    .select(['photo.post_id', 'photo.place', 'photo.board_on', 'photo.file_id'])
    .where('photo.region_id', 'in', [...new Set(rows.map(({ region_id }) => region_id))])
    .where(
      'photo.post_id',
      'in',
      rows.map(({ post_id }) => post_id),
    )
    .orderBy('photo.place')
    .execute();
}

export type PhotoRow = Awaited<ReturnType<typeof photosOf>>[number];

/** All editions of a post, the newest first. */
export const editionsOf = async (database: Kysely<Schema>, { regionId, postId }: PostIds) =>
  await database
    .selectFrom('village_post_edition as edition')
    .innerJoin('account', 'account.account_id', 'edition.posted_by')
    .select(['edition.edition', 'edition.posted_at', 'edition.reason', 'account.display_name as by'])
    .where('edition.region_id', '=', regionId)
    .where('edition.post_id', '=', postId)
    .orderBy('edition.edition', 'desc')
    .execute();

/** Most that a village's list of questions shows. */
const MOST_QUESTIONS = 100;

/** What villagers asked, open questions first, then the newest. */
export const questionsOf = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await database
    .selectFrom('public_voice as voice')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'voice.region_id').onRef('organ.organ_id', '=', 'voice.organ_id'),
    )
    .selectAll('voice')
    .select('organ.path as organ_path')
    .where('voice.region_id', '=', regionId)
    .where('voice.village_id', '=', organId)
    .orderBy(sql`voice.status = 'answered'`)
    .orderBy('voice.received_at', 'desc')
    .limit(MOST_QUESTIONS)
    .execute();

/** Columns by which a question is shown, of a list or of one. */
export type QuestionRow = Awaited<ReturnType<typeof questionsOf>>[number];

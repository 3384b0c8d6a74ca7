import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { reachedOrgan } from './reached-organ.ts';

const accounts = (database: Kysely<Schema>) =>
  database
    .selectFrom('media_account')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'media_account.region_id')
        .onRef('organ.organ_id', '=', 'media_account.organ_id'),
    )
    .selectAll('media_account')
    .select('organ.path as path');

/** Accounts of an organ, those in use first. */
export const listMediaAccounts = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await accounts(database)
    .where('media_account.region_id', '=', regionId)
    .where('media_account.organ_id', '=', organId)
    .orderBy(sql`media_account.closed_on is not null`)
    .orderBy('media_account.name')
    .execute();

export type MediaAccountRow = Awaited<ReturnType<typeof listMediaAccounts>>[number];

export interface MediaIds {
  readonly regionId: string;
  readonly mediaId: string;
}

export const findMediaAccount = async (database: Kysely<Schema>, { regionId, mediaId }: MediaIds) =>
  await accounts(database)
    .where('media_account.region_id', '=', regionId)
    .where('media_account.media_id', '=', mediaId)
    .executeTakeFirst();

const IS_WITHDRAWN = sql<boolean>`edition.ended_at is not null`;

const posts = (database: Kysely<Schema>) =>
  database
    .selectFrom('media_post as post')
    .innerJoin('media_account as media', (join) =>
      join.onRef('media.region_id', '=', 'post.region_id').onRef('media.media_id', '=', 'post.media_id'),
    )
    .innerJoin('document_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'post.region_id')
        .onRef('edition.document_id', '=', 'post.document_id')
        .onRef('edition.edition', '=', 'post.edition'),
    )
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'post.region_id').onRef('organ.organ_id', '=', 'post.organ_id'),
    )
    .innerJoin('account', 'account.account_id', 'post.asked_by')
    .selectAll('post')
    .select([
      'media.name as account_name',
      'media.address',
      'edition.title',
      'organ.name as organ_name',
      'organ.path as path',
      'account.display_name as asker_name',
      IS_WITHDRAWN.as('is_withdrawn'),
    ]);

/** Somebody may still read it there although it was withdrawn here. */
const TO_TAKE_DOWN = sql<boolean>`${IS_WITHDRAWN} and post.state not in ('takenDown', 'failed')`;

const cursorShape = z.tuple([cursorMoment, z.uuid()]);

/** A page of the register, the last first. */
export async function listMediaPosts(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  listing: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly organId?: string | undefined;
    readonly stage?: 'toTakeDown' | undefined;
  },
) {
  const after = decodeCursor(listing.cursor, cursorShape);
  return await posts(database)
    .where(reachedOrgan(actor, permission))
    .$if(listing.organId !== undefined, (query) => query.where('post.organ_id', '=', listing.organId ?? ''))
    .$if(listing.stage === 'toTakeDown', (query) => query.where(TO_TAKE_DOWN))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(post.asked_at, post.post_id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('post.asked_at', 'desc')
    .orderBy('post.post_id', 'desc')
    .limit(listing.limit + 1)
    .execute();
}

export type MediaPostRow = Awaited<ReturnType<typeof listMediaPosts>>[number];

export interface PostIds {
  readonly regionId: string;
  readonly postId: string;
}

export const findMediaPost = async (database: Kysely<Schema>, { regionId, postId }: PostIds) =>
  await posts(database)
    .where('post.region_id', '=', regionId)
    .where('post.post_id', '=', postId)
    .executeTakeFirst();

export const lockMediaPost = async (database: Kysely<Schema>, { regionId, postId }: PostIds) =>
  await posts(database)
    .where('post.region_id', '=', regionId)
    .where('post.post_id', '=', postId)
    .forUpdate('post')
    .executeTakeFirst();

/** How many posts of withdrawn documents still stand, within the right's reach. */
export async function mediaPostsToTakeDown(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
): Promise<number> {
  const { count } = await database
    .selectFrom('media_post as post')
    .innerJoin('document_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'post.region_id')
        .onRef('edition.document_id', '=', 'post.document_id')
        .onRef('edition.edition', '=', 'post.edition'),
    )
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'post.region_id').onRef('organ.organ_id', '=', 'post.organ_id'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where(reachedOrgan(actor, permission))
    .where(TO_TAKE_DOWN)
    .executeTakeFirstOrThrow();
  return count;
}

import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { supersededAt } from './public-editions.ts';
import { reachedOrgan } from './reached-organ.ts';

const boards = (database: Kysely<Schema>) =>
  database
    .selectFrom('notice_board as board')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'board.region_id').onRef('organ.organ_id', '=', 'board.organ_id'),
    )
    .selectAll('board')
    .select([
      'organ.path as path',
      sql<number>`(select count(*)::int from board_posting hanging where hanging.region_id = board.region_id
        and hanging.board_id = board.board_id and hanging.taken_down_on is null)`.as('hanging'),
    ]);

/** The boards of an organ, those in use first. */
export const listBoards = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await boards(database)
    .where('board.region_id', '=', regionId)
    .where('board.organ_id', '=', organId)
    .orderBy(sql`board.closed_on is not null`)
    .orderBy('board.place')
    .execute();

export type BoardRow = Awaited<ReturnType<typeof listBoards>>[number];

export interface BoardIds {
  readonly regionId: string;
  readonly boardId: string;
}

const board = (database: Kysely<Schema>, { regionId, boardId }: BoardIds) =>
  boards(database).where('board.region_id', '=', regionId).where('board.board_id', '=', boardId);

export const findBoard = async (database: Kysely<Schema>, ids: BoardIds) =>
  await board(database, ids).executeTakeFirst();

/** The board, locked: nothing is put up while it is given up. */
export const lockBoard = async (database: Kysely<Schema>, ids: BoardIds) =>
  await board(database, ids).forUpdate('board').executeTakeFirst();

/** Nothing of the document is public any more. */
const IS_WITHDRAWN = sql<boolean>`edition.ended_at is not null`;

/** A later edition is public. */
const IS_SUPERSEDED = sql<boolean>`${supersededAt} is not null`;

const postings = (database: Kysely<Schema>) =>
  database
    .selectFrom('board_posting as posting')
    .innerJoin('notice_board as board', (join) =>
      join
        .onRef('board.region_id', '=', 'posting.region_id')
        .onRef('board.board_id', '=', 'posting.board_id'),
    )
    .innerJoin('document_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'posting.region_id')
        .onRef('edition.document_id', '=', 'posting.document_id')
        .onRef('edition.edition', '=', 'posting.edition'),
    )
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'posting.region_id')
        .onRef('organ.organ_id', '=', 'posting.organ_id'),
    )
    .innerJoin('account as poster', 'poster.account_id', 'posting.posted_by')
    .leftJoin('account as remover', 'remover.account_id', 'posting.taken_down_by')
    .selectAll('posting')
    .select([
      'board.place as board_place',
      'edition.title',
      'edition.document_number',
      'organ.name as organ_name',
      'organ.path as path',
      'poster.display_name as poster_name',
      'remover.display_name as remover_name',
      IS_WITHDRAWN.as('is_withdrawn'),
      IS_SUPERSEDED.as('is_superseded'),
    ]);

export interface PostingListing {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly organId?: string | undefined;
  readonly boardId?: string | undefined;
  readonly stage?: 'hanging' | 'due' | 'down' | undefined;
  readonly today: CivilDate;
}

/** What has to come down: withdrawn, replaced, or past the day that was planned. */
const toBeTakenDown = (today: CivilDate): RawBuilder<boolean> =>
  sql<boolean>`(posting.taken_down_on is null
    and (posting.planned_on < ${today}::date or ${IS_WITHDRAWN} or ${IS_SUPERSEDED}))`;

function ofStage({ stage, today }: PostingListing): RawBuilder<boolean> {
  if (stage === undefined) return sql<boolean>`true`;
  if (stage === 'due') return toBeTakenDown(today);
  return stage === 'down'
    ? sql<boolean>`posting.taken_down_on is not null`
    : sql<boolean>`posting.taken_down_on is null`;
}

const cursorShape = z.tuple([z.iso.date(), z.uuid()]);

/** A page of the register, what was put up last first. */
export async function listPostings(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  listing: PostingListing,
) {
  const after = decodeCursor(listing.cursor, cursorShape);
  const { organId, boardId } = listing;
  return await postings(database)
    .where(reachedOrgan(actor, permission))
    .where(ofStage(listing))
    .$if(organId !== undefined, (query) => query.where('posting.organ_id', '=', organId ?? ''))
    .$if(boardId !== undefined, (query) => query.where('posting.board_id', '=', boardId ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(posting.posted_on, posting.posting_id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('posting.posted_on', 'desc')
    .orderBy('posting.posting_id', 'desc')
    .limit(listing.limit + 1)
    .execute();
}

export type PostingRow = Awaited<ReturnType<typeof listPostings>>[number];

/** How many rows an export takes at most; a village board has some dozens a year. */
const MOST_EXPORTED = 20_000;

/** The whole register of an organ, the oldest first. */
export const allPostings = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await postings(database)
    .where('posting.region_id', '=', regionId)
    .where('posting.organ_id', '=', organId)
    .orderBy('posting.posted_on')
    .orderBy('posting.posting_id')
    .limit(MOST_EXPORTED)
    .execute();

export interface PostingIds {
  readonly regionId: string;
  readonly postingId: string;
}

const posting = (database: Kysely<Schema>, { regionId, postingId }: PostingIds) =>
  postings(database).where('posting.region_id', '=', regionId).where('posting.posting_id', '=', postingId);

export const findPosting = async (database: Kysely<Schema>, ids: PostingIds) =>
  await posting(database, ids).executeTakeFirst();

export const lockPosting = async (database: Kysely<Schema>, ids: PostingIds) =>
  await posting(database, ids).forUpdate('posting').executeTakeFirst();

/** How many posters have to come down, within the right's reach. */
export async function postersToTakeDown(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  today: CivilDate,
): Promise<number> {
  const { count } = await database
    .selectFrom('board_posting as posting')
    .innerJoin('document_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'posting.region_id')
        .onRef('edition.document_id', '=', 'posting.document_id')
        .onRef('edition.edition', '=', 'posting.edition'),
    )
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'posting.region_id')
        .onRef('organ.organ_id', '=', 'posting.organ_id'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where(reachedOrgan(actor, permission))
    .where(toBeTakenDown(today))
    .executeTakeFirstOrThrow();
  return count;
}

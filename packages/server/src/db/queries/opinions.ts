import type { OpinionFacts } from '@zhaoshi/domain/opinion/opinion';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface OpinionIds {
  readonly regionId: string;
  readonly opinionId: string;
}

/** The moment of the first release; a linked document counts from the minute at which it went public. */
const FIRST_RELEASE = sql<Date | null>`least(
  (select min(r.released_at) from opinion_release r
    where r.region_id = opinion.region_id and r.opinion_id = opinion.opinion_id),
  (select min(d.first_published_at) from opinion_document l
    join document d on d.region_id = l.region_id and d.document_id = l.document_id
    where l.region_id = opinion.region_id and l.opinion_id = opinion.opinion_id
      and d.first_published_at <= now()))`;

const FIRST_CONFERENCE = sql<Date | null>`(select min(r.released_at) from opinion_release r
  where r.region_id = opinion.region_id and r.opinion_id = opinion.opinion_id and r.kind = 'pressConference')`;

/** Events with their organ and what their clocks depend on. */
export const opinionRows = (database: Kysely<Schema>) =>
  database
    .selectFrom('opinion')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'opinion.region_id')
        .onRef('organ.organ_id', '=', 'opinion.organ_id'),
    )
    .leftJoin('account as owner', 'owner.account_id', 'opinion.owner_id')
    .leftJoin('opinion_source as source', (join) =>
      join
        .onRef('source.region_id', '=', 'opinion.region_id')
        .onRef('source.source_id', '=', 'opinion.source_id'),
    )
    .selectAll('opinion')
    .select([
      'organ.name as organ_name',
      'organ.path',
      'owner.display_name as owner_name',
      'source.name as source_name',
      FIRST_RELEASE.as('first_release_at'),
      FIRST_CONFERENCE.as('press_conference_at'),
    ]);

export type OpinionRow = Awaited<ReturnType<ReturnType<typeof opinionRows>['execute']>>[number];

/** What the rules look at. */
export const factsOf = (row: OpinionRow): OpinionFacts => ({
  level: row.level,
  step: row.step,
  occurredAt: row.occurred_at,
  foundAt: row.found_at,
  firstReleaseAt: row.first_release_at,
  pressConferenceAt: row.press_conference_at,
});

export const findOpinion = async (
  database: Kysely<Schema>,
  { regionId, opinionId }: OpinionIds,
): Promise<OpinionRow | undefined> =>
  await opinionRows(database)
    .where('opinion.region_id', '=', regionId)
    .where('opinion.opinion_id', '=', opinionId)
    .executeTakeFirst();

export interface OpinionFilter {
  readonly organId?: string | undefined;
  readonly level?: OpinionRow['level'] | undefined;
  readonly state?: 'open' | 'closed' | undefined;
  /** Found from the first of these instants on and before the second. */
  readonly found?: { readonly from: Date; readonly before: Date } | undefined;
}

/** Where a page begins: after this event. */
export type OpinionKey = readonly [foundAt: string, opinionId: string];

const ORDER = sql<boolean>`(opinion.found_at, opinion.opinion_id)`;

/** Events in the organs that a right reaches, the last found first; by the index on their discovery. */
export async function listOpinions(
  database: Kysely<Schema>,
  { actor, permission }: { readonly actor: Actor; readonly permission: Permission },
  { organId, level, state, found }: OpinionFilter,
  { after, limit }: { readonly after: OpinionKey | null; readonly limit: number },
): Promise<readonly OpinionRow[]> {
  let query = opinionRows(database).where(reachedOrgan(actor, permission));
  if (organId !== undefined) query = query.where('opinion.organ_id', '=', organId);
  if (level !== undefined) query = query.where('opinion.level', '=', level);
  if (state === 'open') query = query.where('opinion.step', '<>', 'closed');
  if (state === 'closed') query = query.where('opinion.step', '=', 'closed');
  if (found !== undefined) {
    query = query.where('opinion.found_at', '>=', found.from).where('opinion.found_at', '<', found.before);
  }
  if (after !== null) {
    query = query.where(sql<boolean>`${ORDER} < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return await query
    .orderBy('opinion.found_at', 'desc')
    .orderBy('opinion.opinion_id', 'desc')
    .limit(limit)
    .execute();
}

const openRows = (database: Kysely<Schema>, condition: RawBuilder<boolean>) =>
  opinionRows(database).where('opinion.step', '<>', 'closed').where(condition);

/** What is open in an organ. */
export const openOpinionsOf = async (
  database: Kysely<Schema>,
  path: string,
): Promise<readonly OpinionRow[]> => await openRows(database, sql`organ.path = ${path}`).execute();

/** Everything that is open, an organ's after the other's. */
export const openOpinions = async (database: Kysely<Schema>): Promise<readonly OpinionRow[]> =>
  await openRows(database, sql`true`).orderBy('organ.path').orderBy('opinion.opinion_id').execute();

/** What was given out, the first first. */
export const releasesOf = async (database: Kysely<Schema>, { regionId, opinionId }: OpinionIds) =>
  await database
    .selectFrom('opinion_release')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('opinion_id', '=', opinionId)
    .orderBy('released_at')
    .orderBy('release_id')
    .execute();

/** The documents that answer it. */
export const documentsOfOpinion = async (database: Kysely<Schema>, { regionId, opinionId }: OpinionIds) =>
  await database
    .selectFrom('opinion_document as link')
    .innerJoin('document', (join) =>
      join
        .onRef('document.region_id', '=', 'link.region_id')
        .onRef('document.document_id', '=', 'link.document_id'),
    )
    .select([
      'document.document_id',
      'document.organ_id',
      'document.title',
      'document.status',
      'document.first_published_at',
    ])
    .where('link.region_id', '=', regionId)
    .where('link.opinion_id', '=', opinionId)
    .orderBy('link.linked_at')
    .execute();

/** Everything that happened, the last first, with who did it. */
export const eventsOfOpinion = async (database: Kysely<Schema>, { regionId, opinionId }: OpinionIds) =>
  await database
    .selectFrom('opinion_event as event')
    .leftJoin('account', 'account.account_id', 'event.recorded_by')
    .select([
      'event.sequence',
      'event.type',
      'event.data',
      'event.note',
      'event.recorded_at',
      'account.display_name',
    ])
    .where('event.region_id', '=', regionId)
    .where('event.opinion_id', '=', opinionId)
    .orderBy('event.sequence', 'desc')
    .execute();

/** The systems that report to organs within reach. */
export const sourcesWithin = async (database: Kysely<Schema>, actor: Actor, permission: Permission) =>
  await database
    .selectFrom('opinion_source as source')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'source.region_id').onRef('organ.organ_id', '=', 'source.organ_id'),
    )
    .select([
      'source.region_id',
      'source.organ_id',
      'source.source_id',
      'source.name',
      'source.created_at',
      'source.received_at',
      'source.ended_at',
      'organ.name as organ_name',
      'organ.path',
    ])
    .where(reachedOrgan(actor, permission))
    .orderBy('organ.path')
    .orderBy('source.created_at')
    .execute();

/** A system by its id, with the secret it signs with; one that was ended is none. */
export const findSource = async (database: Kysely<Schema>, sourceId: string) =>
  await database
    .selectFrom('opinion_source as source')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'source.region_id').onRef('organ.organ_id', '=', 'source.organ_id'),
    )
    .select([
      'source.region_id',
      'source.organ_id',
      'source.source_id',
      'source.name',
      'source.sealed_secret',
      'organ.path',
      'organ.name as organ_name',
    ])
    .where('source.source_id', '=', sourceId)
    .where('source.ended_at', 'is', null)
    .executeTakeFirst();

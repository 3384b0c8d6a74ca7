import type { ReadingPlace } from '@zhaoshi/domain/disclosure/document-act';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { editionsWithText, isPublicNow } from './public-editions.ts';
import { reachedOrgan } from './reached-organ.ts';

const handovers = (database: Kysely<Schema>) =>
  database
    .selectFrom('handover')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'handover.region_id')
        .onRef('organ.organ_id', '=', 'handover.organ_id'),
    )
    .innerJoin('account', 'account.account_id', 'handover.made_by')
    .selectAll('handover')
    .select([
      'organ.name as organ_name',
      'organ.path as path',
      'account.display_name as maker_name',
      sql<number>`(select count(*)::int from handover_item item where item.region_id = handover.region_id
        and item.handover_id = handover.handover_id)`.as('count'),
      sql<number>`(select count(*)::int from handover_item item
        join document_edition edition using (region_id, document_id, edition)
        where item.region_id = handover.region_id and item.handover_id = handover.handover_id
          and edition.ended_at is not null)`.as('withdrawn'),
    ]);

const cursorShape = z.tuple([z.iso.date(), z.uuid()]);

/** A page of the register, what was handed over last first. */
export async function listHandovers(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  {
    cursor,
    limit,
    organId,
  }: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly organId?: string | undefined;
  },
) {
  const after = decodeCursor(cursor, cursorShape);
  return await handovers(database)
    .where(reachedOrgan(actor, permission))
    .$if(organId !== undefined, (query) => query.where('handover.organ_id', '=', organId ?? ''))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(handover.handed_on, handover.handover_id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('handover.handed_on', 'desc')
    .orderBy('handover.handover_id', 'desc')
    .limit(limit + 1)
    .execute();
}

export type HandoverRow = Awaited<ReturnType<typeof listHandovers>>[number];

export interface HandoverIds {
  readonly regionId: string;
  readonly handoverId: string;
}

export const findHandover = async (database: Kysely<Schema>, { regionId, handoverId }: HandoverIds) =>
  await handovers(database)
    .where('handover.region_id', '=', regionId)
    .where('handover.handover_id', '=', handoverId)
    .executeTakeFirst();

export const lockHandover = async (database: Kysely<Schema>, { regionId, handoverId }: HandoverIds) =>
  await handovers(database)
    .where('handover.region_id', '=', regionId)
    .where('handover.handover_id', '=', handoverId)
    .forUpdate('handover')
    .executeTakeFirst();

/** What was handed over, in its order; what was withdrawn since is left out of what anybody still gets. */
export const handedEditions = async (database: Kysely<Schema>, { regionId, handoverId }: HandoverIds) =>
  await editionsWithText(database)
    .innerJoin('handover_item as item', (join) =>
      join
        .onRef('item.region_id', '=', 'edition.region_id')
        .onRef('item.document_id', '=', 'edition.document_id')
        .onRef('item.edition', '=', 'edition.edition'),
    )
    .select('item.place')
    .where('item.region_id', '=', regionId)
    .where('item.handover_id', '=', handoverId)
    .where('edition.ended_at', 'is', null)
    .orderBy('item.place')
    .execute();

export type HandedEdition = Awaited<ReturnType<typeof handedEditions>>[number];

/** Whether nobody noted that the edition was given to the place since it became public; each such note is an act. */
const isNotHanded = (place: ReadingPlace): RawBuilder<boolean> => sql<boolean>`not exists (
  select from document_event handed
  where handed.region_id = edition.region_id and handed.document_id = edition.document_id
    and handed.type = 'handOver' and handed.data->>'place' = ${place} and handed.recorded_at >= edition.visible_from)`;

export interface PendingListing extends OrganIds {
  readonly place: ReadingPlace;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly publishedFrom?: string | undefined;
  readonly publishedTo?: string | undefined;
}

/** What is public and was not given to the place yet, what was made first first. */
export async function pendingHandovers(database: Kysely<Schema>, listing: PendingListing) {
  const after = decodeCursor(listing.cursor, cursorShape);
  const { publishedFrom, publishedTo } = listing;
  const publishedOn = sql`(edition.visible_from at time zone 'Asia/Shanghai')::date`;
  return await database
    .selectFrom('document_edition as edition')
    .innerJoin('document', (join) =>
      join
        .onRef('document.region_id', '=', 'edition.region_id')
        .onRef('document.document_id', '=', 'edition.document_id'),
    )
    .select([
      'edition.region_id',
      'edition.organ_id',
      'edition.document_id',
      'edition.edition',
      'edition.title',
      'edition.document_number',
      'edition.index_number',
      'edition.created_on',
      'edition.visible_from',
      'document.status',
    ])
    .where('edition.region_id', '=', listing.regionId)
    .where('edition.organ_id', '=', listing.organId)
    .where(isPublicNow)
    .where(isNotHanded(listing.place))
    .$if(publishedFrom !== undefined, (query) =>
      query.where(sql<boolean>`${publishedOn} >= ${publishedFrom ?? ''}::date`),
    )
    .$if(publishedTo !== undefined, (query) =>
      query.where(sql<boolean>`${publishedOn} <= ${publishedTo ?? ''}::date`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(edition.created_on, edition.document_id) > (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('edition.created_on')
    .orderBy('edition.document_id')
    .limit(listing.limit + 1)
    .execute();
}

export type PendingRow = Awaited<ReturnType<typeof pendingHandovers>>[number];

/** How many public documents of an organ, made on the day or before, were not given to the archives. */
export async function countNotHanded(
  database: Kysely<Schema>,
  path: string,
  madeUntil: CivilDate,
): Promise<number> {
  const { count } = await database
    .selectFrom('document_edition as edition')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'edition.region_id')
        .onRef('organ.organ_id', '=', 'edition.organ_id'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organ.path', '=', path)
    .where('edition.created_on', '<=', madeUntil)
    .where(isPublicNow)
    .where(isNotHanded('archives'))
    .executeTakeFirstOrThrow();
  return count;
}

import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DocumentIds } from './documents.ts';

/** Editions of the same document that took the place of one. */
const LATER = sql`from document_edition later
  where later.region_id = edition.region_id and later.document_id = edition.document_id
    and later.edition > edition.edition and later.visible_from <= now() and later.cancelled_at is null`;

/** The minute at which a later edition took the place of one; `null` while none has. */
export const supersededAt = sql<Date | null>`(select min(later.visible_from) ${LATER})`;

/**
 * Whether an edition is what the public sees now, by the database's clock: as the view `current_edition` says it, which
 * is asked about editions that a query does not read anyway.
 */
export const isPublicNow = sql<boolean>`edition.visible_from <= now() and edition.ended_at is null
  and edition.cancelled_at is null and not exists (select ${LATER})`;

/** Editions with their texts and the organs whose they are. */
export const editionsWithText = (database: Kysely<Schema>) =>
  database
    .selectFrom('document_edition as edition')
    .innerJoin('document_revision as revision', (join) =>
      join
        .onRef('revision.region_id', '=', 'edition.region_id')
        .onRef('revision.document_id', '=', 'edition.document_id')
        .onRef('revision.revision', '=', 'edition.revision'),
    )
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'edition.region_id')
        .onRef('organ.organ_id', '=', 'edition.organ_id'),
    )
    .innerJoin('region', 'region.region_id', 'edition.region_id')
    .select([
      'edition.region_id',
      'edition.organ_id',
      'edition.document_id',
      'edition.edition',
      'edition.content_sha256',
      'edition.public_name',
      'edition.index_number',
      'edition.kind',
      'edition.title',
      'edition.document_number',
      'edition.issuing_organ',
      'edition.abstract',
      'edition.subject_category',
      'edition.created_on',
      'edition.date_of_document',
      'edition.file_ids',
      'edition.check_code',
      'edition.visible_from',
      'revision.content',
      'organ.name as organ_name',
      'organ.kind as organ_kind',
      'organ.path as path',
      'organ.slug as organ_slug',
      'region.slug as region_slug',
    ]);

/** What the public sees of a document now; `undefined` when it sees nothing of it. */
export const findPublicEdition = async (database: Kysely<Schema>, { regionId, documentId }: DocumentIds) =>
  await editionsWithText(database)
    .where('edition.region_id', '=', regionId)
    .where('edition.document_id', '=', documentId)
    .where(isPublicNow)
    .executeTakeFirst();

export type PublicEdition = NonNullable<Awaited<ReturnType<typeof findPublicEdition>>>;

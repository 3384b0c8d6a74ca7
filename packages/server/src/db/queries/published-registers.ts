import type { DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { startOfYear } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import type { PublishedDatabase } from './published.ts';

/** A region, or one organ of it. */
export interface RegisterPlace {
  readonly region_id: string;
  readonly organ_id: string | null;
}

/** A document as the registers of open data have it. */
export interface RegisterRow {
  readonly document_id: string;
  readonly public_name: string;
  readonly index_number: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly document_number: string;
  readonly issuing_organ: string;
  readonly abstract: string;
  readonly subject_category: string;
  readonly catalog_code: string;
  readonly created_on: string;
  readonly date_of_document: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly edition: number;
  readonly content_sha256: string;
  readonly check_code: string;
  readonly published_at: Date;
  readonly today: string;
  readonly organ_slug: string;
  readonly organ_name: string;
}

const ofPlace = ({ region_id, organ_id }: RegisterPlace) =>
  organ_id === null
    ? sql`d.region_id = ${region_id}`
    : sql`d.region_id = ${region_id} and d.organ_id = ${organ_id}`;

const COLUMNS = sql`d.document_id, d.public_name, d.index_number, d.kind, d.title, d.document_number, d.issuing_organ,
  d.abstract, d.subject_category, d.catalog_code, d.created_on, d.date_of_document, d.valid_from, d.valid_to, d.edition,
  d.content_sha256, d.check_code, d.published_at, d.today, organ.slug as organ_slug, organ.name as organ_name`;

/** Documents by their year of publication in China, the first one first, so that full parts stay as they are. */
export async function registerOfYear(
  database: PublishedDatabase,
  place: RegisterPlace,
  year: number,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select ${COLUMNS} from published.document d join published.organ_record organ using (region_id, organ_id)
    where ${ofPlace(place)} and d.published_at >= ${startOfYear(year)}::timestamptz
      and d.published_at < ${startOfYear(year + 1)}::timestamptz
    order by d.published_at, d.document_id limit ${limit} offset ${offset}`.execute(database);
  return rows;
}

/** Documents of some kinds, by number and title. */
export async function registerOfKinds(
  database: PublishedDatabase,
  place: RegisterPlace,
  kinds: readonly DocumentKind[],
  limit: number,
): Promise<readonly RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select ${COLUMNS} from published.document d join published.organ_record organ using (region_id, organ_id)
    where ${ofPlace(place)} and d.kind = any(${kinds}::text[])
    order by organ.slug, d.published_at, d.document_id limit ${limit}`.execute(database);
  return rows;
}

/** How many documents a place published in each year. */
export async function documentsByYear(
  database: PublishedDatabase,
  place: RegisterPlace,
): Promise<readonly { readonly year: number; readonly documents: number }[]> {
  const { rows } = await sql<{ year: number; documents: number }>`
    select extract(year from d.published_at at time zone 'Asia/Shanghai')::integer as year,
      count(*)::integer as documents
    from published.document d where ${ofPlace(place)} group by 1 order by 1 desc`.execute(database);
  return rows;
}

/** What the published documents of a region do to the validity of others; few, whatever the region publishes. */
export async function validityRelations(database: PublishedDatabase, regionId: string) {
  return await database
    .selectFrom('published.document_relation')
    .select(['region_id', 'relation', 'document_id', 'other_document_id', 'other_number', 'effective_on'])
    .where('region_id', '=', regionId)
    .where('relation', 'in', ['amends', 'repeals', 'replaces'])
    .execute();
}

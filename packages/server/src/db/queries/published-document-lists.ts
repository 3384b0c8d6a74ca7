import type { DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { startOfYear } from '@zhaoshi/domain/kernel/civil-date';
import { sql } from 'kysely';
import type { OrganKey, PublishedDatabase } from './published.ts';

/** Lists of published documents, the newest first; each reads a page of an index of editions and no more. */

/** What lists show of a document. */
export interface ListedDocument {
  readonly region_id: string;
  readonly document_id: string;
  readonly public_name: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly document_number: string;
  readonly index_number: string;
  readonly created_on: string;
  readonly date_of_document: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly published_at: Date;
  readonly today: string;
  readonly organ_slug: string;
  readonly organ_name: string;
  readonly region_slug: string;
}

const listed = (database: PublishedDatabase) =>
  database
    .selectFrom('published.document as document')
    .innerJoin('published.organ_record as organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'document.region_id')
        .onRef('organ.organ_id', '=', 'document.organ_id'),
    )
    .innerJoin('published.region as region', 'region.region_id', 'document.region_id')
    .select(['document.region_id', 'document.document_id', 'document.public_name', 'document.kind'])
    .select(['document.title', 'document.document_number', 'document.index_number', 'document.created_on'])
    .select(['document.date_of_document', 'document.valid_from', 'document.valid_to'])
    .select(['document.published_at', 'document.today'])
    .select(['organ.slug as organ_slug', 'organ.name as organ_name', 'region.slug as region_slug']);

/** What a list of an organ's documents holds; of the parts that are given, all must fit. */
export interface DocumentFilter {
  readonly code?: string;
  readonly kinds?: readonly DocumentKind[];
  /** Year of publication in China. */
  readonly year?: number;
  /** Published later than this moment, and at this one at the latest. */
  readonly after?: Date;
  readonly until?: Date;
}

/** A page of an organ's documents. */
export async function documentsOfOrgan(
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
  { code, kinds, year, after, until }: DocumentFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedDocument[]> {
  let found = listed(database)
    .where('document.region_id', '=', region_id)
    .where('document.organ_id', '=', organ_id);
  if (code !== undefined) found = found.where('document.catalog_code', '=', code);
  if (kinds !== undefined) found = found.where('document.kind', 'in', kinds);
  if (year !== undefined) {
    found = found
      .where('document.published_at', '>=', startOfYear(year))
      .where('document.published_at', '<', startOfYear(year + 1));
  }
  if (after !== undefined) found = found.where('document.published_at', '>', after);
  if (until !== undefined) found = found.where('document.published_at', '<=', until);
  return await found
    .orderBy('document.published_at', 'desc')
    .orderBy('document.document_id')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** The newest documents of the whole site. */
export async function newestDocuments(
  database: PublishedDatabase,
  limit: number,
): Promise<readonly ListedDocument[]> {
  return await listed(database)
    .orderBy('document.published_at', 'desc')
    .orderBy('document.document_id')
    .limit(limit)
    .execute();
}

/** The newest documents of some regions: a few of each organ, so that a region with old ones is not searched through. */
export async function newestDocumentsOf(
  database: PublishedDatabase,
  regionIds: readonly string[],
  limit: number,
): Promise<readonly ListedDocument[]> {
  const { rows } = await sql<ListedDocument>`
    select document.*, organ.slug as organ_slug, organ.name as organ_name, region.slug as region_slug
    from published.organ_record organ
    join published.region region using (region_id)
    cross join lateral (
      select d.region_id, d.document_id, d.public_name, d.kind, d.title, d.document_number, d.index_number,
        d.created_on, d.date_of_document, d.valid_from, d.valid_to, d.published_at, d.today
      from published.document d
      where d.region_id = organ.region_id and d.organ_id = organ.organ_id
      order by d.published_at desc, d.document_id limit ${limit}) document
    where organ.region_id = any(${regionIds}::uuid[])
    order by document.published_at desc, document.document_id limit ${limit}`.execute(database);
  return rows;
}

/** How many documents an organ has under each item of the catalogue, of each kind, in each year of publication. */
export interface DocumentCount {
  readonly catalog_code: string;
  readonly kind: DocumentKind;
  readonly year: number;
  readonly documents: number;
}

export async function documentCounts(
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
): Promise<readonly DocumentCount[]> {
  const { rows } = await sql<DocumentCount>`
    select catalog_code, kind, extract(year from published_at at time zone 'Asia/Shanghai')::integer as year,
      count(*)::integer as documents
    from published.document where region_id = ${region_id} and organ_id = ${organ_id}
    group by 1, 2, 3`.execute(database);
  return rows;
}

/** Items of the catalogue of which the organ says that a year brought nothing, the newest year first. */
export async function statedEmpty(database: PublishedDatabase, { region_id, organ_id }: OrganKey) {
  return await database
    .selectFrom('published.nothing_produced')
    .select(['catalog_code', 'year'])
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where('catalog_code', 'is not', null)
    .orderBy('year', 'desc')
    .execute();
}

/** What published documents do to those of a list, by id or, where they name none, by number. */
export async function relationsToListed(
  database: PublishedDatabase,
  listedDocuments: readonly ListedDocument[],
) {
  if (listedDocuments.length === 0) return [];
  const ids = listedDocuments.map(({ document_id }) => document_id);
  const numbers = listedDocuments.flatMap(({ document_number }) =>
    document_number === '' ? [] : [document_number],
  );
  const regions = [...new Set(listedDocuments.map(({ region_id }) => region_id))];
  return await database
    .selectFrom('published.document_relation')
    .select(['region_id', 'relation', 'document_id', 'other_document_id', 'other_number', 'effective_on'])
    .where('region_id', 'in', regions)
    .where((where) =>
      numbers.length === 0
        ? where('other_document_id', 'in', ids)
        : where.or([
            where('other_document_id', 'in', ids),
            where.and([where('other_document_id', 'is', null), where('other_number', 'in', numbers)]),
          ]),
    )
    .execute();
}

/** Where documents that others name can be read; those that are not public are left out. */
export async function publishedAddresses(
  database: PublishedDatabase,
  regionId: string,
  { ids, numbers }: { readonly ids: readonly string[]; readonly numbers: readonly string[] },
): Promise<readonly ListedDocument[]> {
  if (ids.length + numbers.length === 0) return [];
  return await listed(database)
    .where('document.region_id', '=', regionId)
    .where((where) =>
      where.or([
        ...(ids.length === 0 ? [] : [where('document.document_id', 'in', ids)]),
        ...(numbers.length === 0 ? [] : [where('document.document_number', 'in', numbers)]),
      ]),
    )
    .limit(200)
    .execute();
}

/** The editions of a document that are public or were, the first one first. */
export async function publishedEditions(database: PublishedDatabase, organ: OrganKey, name: string) {
  return await database
    .selectFrom('published.document_version')
    .select(['edition', 'title', 'change_note', 'published_at', 'check_code', 'content_sha256'])
    .where('region_id', '=', organ.region_id)
    .where('organ_id', '=', organ.organ_id)
    .where('public_name', '=', name)
    .orderBy('edition')
    .execute();
}

/** One edition with its content. */
export async function publishedEdition(
  database: PublishedDatabase,
  organ: OrganKey,
  name: string,
  edition: number,
) {
  return await database
    .selectFrom('published.document_version')
    .selectAll()
    .where('region_id', '=', organ.region_id)
    .where('organ_id', '=', organ.organ_id)
    .where('public_name', '=', name)
    .where('edition', '=', edition)
    .executeTakeFirst();
}

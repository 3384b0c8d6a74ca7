import { sql } from 'kysely';
import type { OrganKey, PublishedDatabase } from './published.ts';

/** A document as lists of all addresses name it. */
export interface DocumentAddress {
  readonly public_name: string;
  readonly edition: number;
  /** The same as long as the document's page says the same of it and of the documents related to it. */
  readonly content_key: string;
}

interface AddressRow extends DocumentAddress {
  readonly document_id: string;
  readonly published_at: string;
}

const BATCH = 1000;

/** The next documents of an organ after one, along the index by which its lists are read. */
async function nextBatch(
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
  after: AddressRow | undefined,
): Promise<readonly AddressRow[]> {
  const behind =
    after === undefined
      ? sql`true`
      : sql`(d.published_at, d.document_id) < (${after.published_at}::timestamptz, ${after.document_id}::uuid)`;
  const { rows } = await sql<AddressRow>`
    select d.public_name, d.edition, d.document_id, d.published_at::text as published_at,
      concat_ws(' ', d.check_code, case when d.kind in ('administrativeRule', 'normativeDocument')
        then d.today::text end, (
        select string_agg(other.check_code, ' ' order by other.check_code) from published.document other
        where other.region_id = d.region_id and other.document_id in (
          select r.document_id from published.document_relation r
            where r.region_id = d.region_id and r.other_document_id = d.document_id
          union select r.document_id from published.document_relation r
            where r.region_id = d.region_id and d.document_number <> '' and r.other_number = d.document_number
          union select r.other_document_id from published.document_relation r
            where r.region_id = d.region_id and r.document_id = d.document_id))) as content_key
    from published.document d
    where d.region_id = ${region_id} and d.organ_id = ${organ_id} and ${behind}
    order by d.published_at desc, d.document_id desc limit ${BATCH}`.execute(database);
  return rows;
}

/** Every document of an organ, a batch at a time, so that nobody holds all of them at once. */
export async function* documentAddresses(
  database: PublishedDatabase,
  organ: OrganKey,
): AsyncGenerator<DocumentAddress> {
  let last: AddressRow | undefined;
  do {
    const batch = await nextBatch(database, organ, last);
    yield* batch;
    last = batch.length === BATCH ? batch.at(-1) : undefined;
  } while (last !== undefined);
}

/** The edition of a document that is public; 0 when none is. */
export async function documentEdition(
  database: PublishedDatabase,
  { region_id, organ_id }: OrganKey,
  name: string,
): Promise<number> {
  const found = await database
    .selectFrom('published.document')
    .select('edition')
    .where('region_id', '=', region_id)
    .where('organ_id', '=', organ_id)
    .where('public_name', '=', name)
    .executeTakeFirst();
  return found?.edition ?? 0;
}

/** How many documents a region has. */
export async function documentsInRegion(database: PublishedDatabase, regionId: string): Promise<number> {
  const { documents } = await database
    .selectFrom('published.document')
    .select((build) => build.fn.countAll<number>().as('documents'))
    .where('region_id', '=', regionId)
    .executeTakeFirstOrThrow();
  return documents;
}

/** Where the documents of a region stand, a part of them. */
export async function documentPlaces(
  database: PublishedDatabase,
  regionId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  return await database
    .selectFrom('published.document as document')
    .innerJoin('published.organ_record as organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'document.region_id')
        .onRef('organ.organ_id', '=', 'document.organ_id'),
    )
    .select(['organ.slug as organ_slug', 'document.public_name', 'document.published_at'])
    .where('document.region_id', '=', regionId)
    .orderBy('document.organ_id')
    .orderBy('document.published_at', 'desc')
    .orderBy('document.document_id')
    .limit(limit)
    .offset(offset)
    .execute();
}

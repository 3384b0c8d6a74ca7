import { documentPath, HOME, organPath, regionPath } from '@zhaoshi/portal/paths';
import { type Kysely, sql } from 'kysely';
import type { ChangedKeys } from '../published-channel.ts';
import type { Schema } from '../schema.ts';
import type { DocumentRow } from './documents.ts';

interface KeyRow {
  readonly region: string;
  readonly organ: string;
  readonly name: string;
}

/** The documents that stand in a relation to this one, either way, by id or by number; they show it on their pages. */
async function relatedRows(
  database: Kysely<Schema>,
  { region_id, document_id }: Pick<DocumentRow, 'region_id' | 'document_id'>,
): Promise<readonly KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    with own as (select distinct document_number from document_edition
      where region_id = ${region_id} and document_id = ${document_id} and document_number <> ''),
    acts as (select other_document_id, other_number from document_relation
      where region_id = ${region_id} and document_id = ${document_id}),
    related as (
      select other_document_id as id from acts where other_document_id is not null
      union select document_id from document_relation
        where region_id = ${region_id} and other_document_id = ${document_id}
      union select document_id from document_relation
        where region_id = ${region_id} and other_number in (select document_number from own)
      union select document_id from document where region_id = ${region_id} and public_name is not null
        and document_number <> '' and document_number in (select other_number from acts))
    select distinct r.slug as region, o.slug as organ, d.public_name as name
    from related join document d on d.region_id = ${region_id} and d.document_id = related.id
    join organ o on o.region_id = d.region_id and o.organ_id = d.organ_id
    join region r on r.region_id = d.region_id
    where d.public_name is not null and related.id <> ${document_id}`.execute(database);
  return rows;
}

/** Slug of the document's organ, of its region and of the regions above. */
async function placesOf(
  database: Kysely<Schema>,
  { region_id, organ_id }: Pick<DocumentRow, 'region_id' | 'organ_id'>,
): Promise<{ readonly organ: string; readonly regions: readonly string[] }> {
  const { rows } = await sql<{ organ: string; regions: readonly string[] }>`
    with recursive above as (
      select region_id, parent_id, slug, 0 as depth from region where region_id = ${region_id}
      union all select r.region_id, r.parent_id, r.slug, above.depth + 1
        from region r join above on r.region_id = above.parent_id where above.depth < 16)
    select o.slug as organ, (select array_agg(slug order by depth) from above) as regions
    from organ o where o.region_id = ${region_id} and o.organ_id = ${organ_id}`.execute(database);
  const [found] = rows;
  if (found === undefined) throw new Error('a document without its organ');
  return found;
}

/**
 * Keys of the pages that show a document: its own, those of its organ's column and of the regions that list it, the
 * home page, and the pages of documents related to it.
 *
 * @param publicName its name in addresses, which a first publication has only just given
 */
export async function keysOfDocument(
  database: Kysely<Schema>,
  row: Pick<DocumentRow, 'region_id' | 'organ_id' | 'document_id'>,
  publicName: string | null,
): Promise<readonly string[]> {
  const [{ organ, regions }, related] = [await placesOf(database, row), await relatedRows(database, row)];
  const column = organPath(regions[0] ?? '', organ);
  return [
    HOME,
    ...regions.map(regionPath),
    column,
    ...(publicName === null ? [] : [documentPath(column, publicName)]),
    ...related.map((one) => documentPath(organPath(one.region, one.organ), one.name)),
  ];
}

/** More at one minute are cheaper forgotten with everything else. */
const MOST_AT_ONCE = 200;

/**
 * Keys of what became public in a span of time only because its minute came; `null` when it was a report, or too many
 * documents to go through.
 */
export async function keysOfMinutes(
  database: Kysely<Schema>,
  { after, to }: { readonly after: Date; readonly to: Date },
): Promise<ChangedKeys> {
  const reports = await database
    .selectFrom('report_version')
    .select('version')
    .where('published_at', '>', after)
    .where('published_at', '<=', to)
    .limit(1)
    .execute();
  if (reports.length > 0) return null;
  const rows = await database
    .selectFrom('document_edition')
    .select(['region_id', 'organ_id', 'document_id', 'public_name'])
    .where('visible_from', '>', after)
    .where('visible_from', '<=', to)
    .where('cancelled_at', 'is', null)
    .limit(MOST_AT_ONCE + 1)
    .execute();
  if (rows.length > MOST_AT_ONCE) return null;
  const keys: string[] = [];
  for (const row of rows) keys.push(...(await keysOfDocument(database, row, row.public_name)));
  return [...new Set(keys)];
}

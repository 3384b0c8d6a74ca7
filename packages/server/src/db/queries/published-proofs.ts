import type { PublishedDatabase } from './published.ts';

/** The edition that a check code names, however it stands; `undefined` when the public is told of none. */
export async function checkedEdition(database: PublishedDatabase, checkCode: string) {
  return await database
    .selectFrom('published.document_check as checked')
    .innerJoin('published.organ_record as organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'checked.region_id')
        .onRef('organ.organ_id', '=', 'checked.organ_id'),
    )
    .innerJoin('published.region as region', 'region.region_id', 'checked.region_id')
    .selectAll('checked')
    .select(['organ.name as organ_name', 'organ.slug as organ_slug', 'region.slug as region_slug'])
    .where('checked.check_code', '=', checkCode)
    .executeTakeFirst();
}

export type CheckedEditionRow = NonNullable<Awaited<ReturnType<typeof checkedEdition>>>;

type EditionKey = Pick<CheckedEditionRow, 'region_id' | 'document_id' | 'edition'>;

/** The content of an edition that is public or was followed by a later one, as JSON text. */
export async function editionContent(
  database: PublishedDatabase,
  { region_id, document_id, edition }: EditionKey,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('published.document_version')
    .select('content')
    .where('region_id', '=', region_id)
    .where('document_id', '=', document_id)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return row?.content;
}

/** The trail's entry of an edition's minute; `undefined` until it was noted. */
export async function editionEntry(
  database: PublishedDatabase,
  { region_id, document_id, edition }: EditionKey,
) {
  return await database
    .selectFrom('published.document_entry')
    .selectAll()
    .where('region_id', '=', region_id)
    .where('document_id', '=', document_id)
    .where('edition', '=', edition)
    .orderBy('sequence')
    .executeTakeFirst();
}

/** The seal that a publication's entry lies under, with the signed checkpoint; `undefined` until the day is over. */
export async function sealAfter(database: PublishedDatabase, sequence: number) {
  const entry = await database
    .selectFrom('published.publication_seal')
    .selectAll()
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .executeTakeFirst();
  if (entry === undefined) return undefined;
  const checkpoint = await database
    .selectFrom('published.checkpoint')
    .selectAll()
    .where('sequence', '=', entry.sequence)
    .executeTakeFirst();
  return checkpoint && { entry, checkpoint };
}

/** Hashes of the entries of publications between two places of the trail, in their order. */
export async function sealedEntries(
  database: PublishedDatabase,
  { after, before }: { readonly after: number; readonly before: number },
) {
  return await database
    .selectFrom('published.sealed_entry')
    .selectAll()
    .where('sequence', '>', after)
    .where('sequence', '<', before)
    .orderBy('sequence')
    .execute();
}

import type { Validity } from '@zhaoshi/domain/disclosure/validity/validity';
import { type CivilDate, civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { gramsOf, markOf, markOfMonth, markOfNumber } from '@zhaoshi/domain/search/grams';
import { monthAt } from '@zhaoshi/domain/search/months';
import { foldPublished } from '@zhaoshi/domain/search/published';
import type { Genre } from '@zhaoshi/domain/search/published-thing';
import { wholeText } from '@zhaoshi/domain/search/question';
import { sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Which published thing an entry is of. */
export interface SearchEntryKey {
  readonly regionId: string;
  /** The id of the report or of the document itself. */
  readonly entryId: string;
}

/** A published thing as the search knows it: only what its public page shows. */
export interface SearchEntry extends SearchEntryKey {
  readonly kind: Schema['search_entry']['kind'];
  /** The organ that publishes it. */
  readonly organId: string;
  /** 体裁; `annualReport` for reports. */
  readonly genre: Genre;
  readonly title: string;
  /** The text as a reader sees it, paragraphs parted by line ends. */
  readonly body: string;
  /** 发文字号. */
  readonly documentNumber: string | null;
  /** 索引号. */
  readonly indexNumber: string | null;
  /** Further words by which it is found but which results do not show: names of organs, years, keywords. */
  readonly otherWords: string;
  /** 主题分类 as its page shows it. */
  readonly subjectCategory: string | null;
  readonly validity: Validity | null;
  /** 成文日期. */
  readonly dateOfDocument: CivilDate | null;
  /** First publication, which later editions keep; results stand in its order. */
  readonly publishedAt: Date;
  /** From when this edition is public; before, the edition that is public stays what is found. */
  readonly visibleFrom: Date;
  /** Path of its public page. */
  readonly path: string;
}

/** PostgreSQL's text holds no NUL, and what is found must also be shown. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

function gramsOfEntry(entry: SearchEntry): readonly number[] {
  const grams = new Set([
    ...gramsOf(foldPublished(entry.title), 'title'),
    ...gramsOf(foldPublished(wholeText(entry)), 'text'),
    markOf('region', entry.regionId),
    markOf('organ', entry.organId),
    markOf('genre', entry.genre),
    markOf('year', String(yearOf(civilDateAt(entry.publishedAt)))),
    markOfMonth(monthAt(entry.publishedAt)),
  ]);
  if (entry.subjectCategory !== null) grams.add(markOf('category', entry.subjectCategory));
  if (entry.validity !== null) grams.add(markOf('validity', entry.validity));
  for (const number of [entry.documentNumber, entry.indexNumber]) {
    if (number !== null) grams.add(markOfNumber(number));
  }
  return [...grams].toSorted((a, b) => a - b);
}

/** The row of an entry, to be inserted as it is. */
export function rowOfEntry(given: SearchEntry): Schema['search_entry'] {
  const entry = { ...given, title: storable(given.title), body: storable(given.body) };
  return {
    region_id: entry.regionId,
    entry_id: entry.entryId,
    kind: entry.kind,
    organ_id: entry.organId,
    genre: entry.genre,
    subject_category: entry.subjectCategory,
    validity: entry.validity,
    date_of_document: entry.dateOfDocument,
    published_at: entry.publishedAt,
    published_year: yearOf(civilDateAt(entry.publishedAt)),
    visible_from: entry.visibleFrom,
    visible_until: null,
    document_number: entry.documentNumber,
    index_number: entry.indexNumber,
    title: entry.title,
    other_words: entry.otherWords,
    path: entry.path,
    body: entry.body,
    grams: gramsOfEntry(entry),
  };
}

/**
 * Makes a published thing findable. Runs in the transaction that publishes; what is public from later on is found
 * from then on, and until then the edition before it. Called again with anything changed, it replaces what was public
 * from the same moment or later.
 */
export async function writeSearchEntry(transaction: Transaction<Schema>, entry: SearchEntry): Promise<void> {
  await removeSearchEntry(transaction, entry, entry.visibleFrom);
  await transaction.insertInto('search_entry').values(rowOfEntry(entry)).execute();
}

/**
 * Finds an entry under another validity from now on; does nothing where it went meanwhile.
 *
 * @param visibleFrom of its edition
 */
export async function markSearchValidity(
  transaction: Transaction<Schema>,
  {
    regionId,
    entryId,
    visibleFrom,
    validity,
  }: SearchEntryKey & Pick<SearchEntry, 'visibleFrom' | 'validity'>,
): Promise<void> {
  const row = await transaction
    .selectFrom('search_entry')
    .select(['validity', 'grams'])
    .where('region_id', '=', regionId)
    .where('entry_id', '=', entryId)
    .where('visible_from', '=', visibleFrom)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const grams = new Set(row.grams);
  if (row.validity !== null) grams.delete(markOf('validity', row.validity));
  if (validity !== null) grams.add(markOf('validity', validity));
  await transaction
    .updateTable('search_entry')
    .set({ validity, grams: [...grams].toSorted((a, b) => a - b) })
    .where('region_id', '=', regionId)
    .where('entry_id', '=', entryId)
    .where('visible_from', '=', visibleFrom)
    .execute();
}

/**
 * Makes a thing not findable any more, in the transaction that takes it down.
 *
 * @param from from this moment on; without it at once and whole, as content that must not be public demands (publication.md §10)
 */
export async function removeSearchEntry(
  transaction: Transaction<Schema>,
  { regionId, entryId }: SearchEntryKey,
  from?: Date,
): Promise<void> {
  const own = transaction
    .deleteFrom('search_entry')
    .where('region_id', '=', regionId)
    .where('entry_id', '=', entryId);
  if (from === undefined) {
    await own.execute();
    return;
  }
  await own.where('visible_from', '>=', from).execute();
  await transaction
    .updateTable('search_entry')
    .set({ visible_until: from })
    .where('region_id', '=', regionId)
    .where('entry_id', '=', entryId)
    .where((where) => where.or([where('visible_until', 'is', null), where('visible_until', '>', from)]))
    .execute();
  // Editions that nobody sees again.
  await transaction
    .deleteFrom('search_entry')
    .where('region_id', '=', regionId)
    .where('entry_id', '=', entryId)
    .where('visible_until', '<=', sql<Date>`now()`)
    .execute();
}

import { bigramNumbers, foldForSearch } from '@zhaoshi/domain/search/fold';
import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** A published thing as the search knows it. */
export interface SearchEntry {
  readonly regionId: string;
  readonly entryId: string;
  readonly kind: Schema['search_entry']['kind'];
  readonly organId: string;
  readonly title: string;
  readonly body: string;
  /** 文号, 索引号, years, separated by blanks. */
  readonly numbers: string;
  readonly publishedAt: Date;
  /** Path of its public page. */
  readonly path: string;
}

/** PostgreSQL's text holds no NUL, and what is found must also be shown. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/**
 * Makes a published thing findable, or its newer state in place of the older. Runs in the transaction that
 * publishes; what has a later `publishedAt` is found from then on.
 */
export async function writeSearchEntry(transaction: Transaction<Schema>, entry: SearchEntry): Promise<void> {
  const title = storable(entry.title);
  const body = storable(entry.body);
  const folded = foldForSearch(`${title}\n${entry.numbers}\n${body}`);
  const row = {
    region_id: entry.regionId,
    entry_id: entry.entryId,
    kind: entry.kind,
    organ_id: entry.organId,
    title,
    body,
    numbers: entry.numbers,
    folded,
    bigrams: bigramNumbers(folded),
    published_at: entry.publishedAt,
    path: entry.path,
  };
  const { region_id: _, entry_id: __, ...changed } = row;
  await transaction
    .insertInto('search_entry')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_id', 'entry_id']).doUpdateSet(changed))
    .execute();
}

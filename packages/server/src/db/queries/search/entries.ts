import type { Validity } from '@zhaoshi/domain/disclosure/validity/validity';
import type { Genre } from '@zhaoshi/domain/search/published-thing';
import type { SearchedText } from '@zhaoshi/domain/search/question';
import { sql, type Transaction } from 'kysely';
import type { Candidate, CandidateKey } from './candidates.ts';

export interface FoundEntry extends Candidate {
  readonly kind: 'annualReport' | 'document';
  readonly genre: Genre;
  readonly validity: Validity | null;
  readonly organ_id: string;
  readonly subject_category: string | null;
  readonly published_year: number;
  readonly document_number: string | null;
  readonly index_number: string | null;
  readonly other_words: string;
  readonly body: string;
  readonly path: string;
  readonly organ_name: string;
}

/** The texts of candidates, in their order; one that went out of the public's sight meanwhile is left out. */
export async function entriesOf<S>(
  transaction: Transaction<S>,
  keys: readonly CandidateKey[],
): Promise<readonly FoundEntry[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<FoundEntry>`
    select e.region_id, e.entry_id, e.published_at, e.kind, e.genre, e.validity,
      e.organ_id, e.subject_category, e.published_year, e.document_number, e.index_number,
      e.title, e.other_words, e.body, e.path, organ.name as organ_name
    from unnest(${keys.map((key) => key.region_id)}::uuid[], ${keys.map((key) => key.entry_id)}::uuid[])
      with ordinality as key (region_id, entry_id, place)
    join published.search_entry e on e.region_id = key.region_id and e.entry_id = key.entry_id
    join published.organ_record organ on organ.region_id = e.region_id and organ.organ_id = e.organ_id
    order by key.place`.execute(transaction);
  return rows;
}

/** What of an entry is compared with a question. */
export const textsOf = (entry: FoundEntry): SearchedText => ({
  title: entry.title,
  documentNumber: entry.document_number,
  indexNumber: entry.index_number,
  otherWords: entry.other_words,
  body: entry.body,
});

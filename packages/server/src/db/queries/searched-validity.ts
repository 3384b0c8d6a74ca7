import { DOCUMENT_KINDS, type DocumentKind, hasValidity } from '@zhaoshi/domain/disclosure/document-kind';
import {
  type Validity,
  type ValidityRelation,
  validityInSearch,
} from '@zhaoshi/domain/disclosure/validity/validity';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DocumentIds } from './documents.ts';

const KINDS = Object.keys(DOCUMENT_KINDS) as readonly DocumentKind[];
const WITH_VALIDITY = KINDS.filter(hasValidity);

interface SearchedRow {
  readonly region_id: string;
  readonly document_id: string;
  readonly effective_on: CivilDate;
  readonly valid_to: CivilDate | null;
  readonly relations: readonly Omit<ValidityRelation, 'to'>[];
  readonly validity: Validity | null;
  readonly visible_from: Date;
}

/** A document that the search finds under another validity than it has. */
export interface StaleValidity {
  readonly regionId: string;
  readonly entryId: string;
  /** Tells the entry apart from those of other editions. */
  readonly visibleFrom: Date;
  readonly validity: Validity | null;
}

/** Documents with a validity that are public and found, as far as what is public says of them. */
async function searchedRows(
  database: Kysely<Schema>,
  which: RawBuilder<boolean>,
  limit: number | null,
): Promise<readonly SearchedRow[]> {
  const { rows } = await sql<SearchedRow>`
    select e.region_id, e.document_id, e.effective_on, e.valid_to, s.validity, s.visible_from,
      coalesce((select jsonb_agg(jsonb_build_object('kind', r.relation, 'from', r.document_id,
          'effectiveOn', acting.effective_on))
        from document_relation r join current_edition acting using (region_id, document_id, edition)
        where r.region_id = e.region_id and r.document_id <> e.document_id and acting.ended_at is null
          and (r.other_document_id = e.document_id or (r.other_document_id is null and r.other_number <> ''
            and r.other_number = e.document_number))), '[]'::jsonb) as relations
    from current_edition e
    join search_entry s on s.region_id = e.region_id and s.entry_id = e.document_id and s.visible_from <= now()
      and (s.visible_until is null or s.visible_until > now())
    where e.ended_at is null and e.kind = any(${WITH_VALIDITY}) and ${which}
    order by e.region_id, e.document_id limit ${limit}`.execute(database);
  return rows;
}

const staleOf = (rows: readonly SearchedRow[], today: CivilDate): readonly StaleValidity[] =>
  rows.flatMap((row) => {
    const { region_id: regionId, document_id: id, effective_on: validFrom, valid_to: validTo } = row;
    const relations = row.relations.map((one) => ({ ...one, to: id }));
    const validity = validityInSearch({ id, validFrom, validTo }, relations, today);
    return validity === row.validity
      ? []
      : [{ regionId, entryId: id, visibleFrom: row.visible_from, validity }];
  });

/** Of a document and of those that any edition of it names: what it does to them, it did or does no longer. */
export async function staleAround(
  database: Kysely<Schema>,
  { regionId, documentId }: DocumentIds,
  today: CivilDate,
): Promise<readonly StaleValidity[]> {
  const named = sql<boolean>`e.region_id = ${regionId} and (e.document_id = ${documentId}
    or e.document_id in (select other_document_id from document_relation
      where region_id = ${regionId} and document_id = ${documentId})
    or e.document_number in (select other_number from document_relation
      where region_id = ${regionId} and document_id = ${documentId} and other_document_id is null
        and other_number <> ''))`;
  return staleOf(await searchedRows(database, named, null), today);
}

/** Of the documents after one, in the order of their ids, and where the next look begins; `null` at the end. */
export async function staleAfter(
  database: Kysely<Schema>,
  after: DocumentIds | null,
  today: CivilDate,
  limit: number,
): Promise<{ readonly stale: readonly StaleValidity[]; readonly last: DocumentIds | null }> {
  const rest =
    after === null
      ? sql<boolean>`true`
      : sql<boolean>`(e.region_id, e.document_id) > (${after.regionId}::uuid, ${after.documentId}::uuid)`;
  const rows = await searchedRows(database, rest, limit);
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    stale: staleOf(rows, today),
    last: last === undefined ? null : { regionId: last.region_id, documentId: last.document_id },
  };
}

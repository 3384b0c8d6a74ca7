import { DOCUMENT_KINDS, hasValidity } from '@zhaoshi/domain/disclosure/document-kind';
import {
  type ValidityOnDay,
  type ValidityRelation,
  validityOn,
  validityWords,
} from '@zhaoshi/domain/disclosure/validity/validity';
import { type CivilDate, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import type { DocumentLink } from '@zhaoshi/portal/document-views';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { PublishedDatabase } from '../db/queries/published.ts';
import { type ListedDocument, relationsToListed } from '../db/queries/published-document-lists.ts';

/** What validity is computed from; days of the database are civil dates. */
export type ValidityRow = Pick<
  ListedDocument,
  | 'document_id'
  | 'document_number'
  | 'kind'
  | 'valid_from'
  | 'valid_to'
  | 'date_of_document'
  | 'created_on'
  | 'today'
>;

type RelationRow = Awaited<ReturnType<typeof relationsToListed>>[number];

/** What a published relation does to a document that it names by its id or, without one, by its number. */
function relationTo(row: ValidityRow, relation: RelationRow): ValidityRelation | null {
  const isMeant =
    relation.other_document_id === null
      ? row.document_number !== '' && relation.other_number === row.document_number
      : relation.other_document_id === row.document_id;
  if (!isMeant || relation.document_id === row.document_id) return null;
  return {
    kind: relation.relation,
    from: relation.document_id,
    to: row.document_id,
    effectiveOn: relation.effective_on as CivilDate,
  };
}

/** 有效性 of a document today, by itself and by what was published about it; `null` for what has none. */
export function validityToday(row: ValidityRow, relations: readonly RelationRow[]): ValidityOnDay | null {
  if (!hasValidity(row.kind)) return null;
  const from = row.valid_from ?? row.date_of_document ?? row.created_on;
  return validityOn(
    { id: row.document_id, validFrom: from as CivilDate, validTo: row.valid_to as CivilDate | null },
    relations.flatMap((relation) => relationTo(row, relation) ?? []),
    row.today as CivilDate,
  ).validity;
}

/** Where a listed document can be read. */
export const pathOfListed = ({
  region_slug,
  organ_slug,
  public_name,
}: Pick<ListedDocument, 'region_slug' | 'organ_slug' | 'public_name'>): string =>
  documentPath(organPath(region_slug, organ_slug), public_name);

/** Listed documents as links, with their validity today where they have one. */
export async function documentLinks(
  database: PublishedDatabase,
  rows: readonly ListedDocument[],
): Promise<readonly DocumentLink[]> {
  const relations = await relationsToListed(
    database,
    rows.filter(({ kind }) => hasValidity(kind)),
  );
  return rows.map((row) => {
    const validity = validityToday(row, relations);
    return {
      title: row.title,
      path: pathOfListed(row),
      kind: DOCUMENT_KINDS[row.kind],
      documentNumber: row.document_number,
      organName: row.organ_name,
      publishedAt: civilMinuteAt(row.published_at),
      validity: validity === null ? null : validityWords(validity),
    };
  });
}

import type { RegisterRow } from '@zhaoshi/domain/disclosure/validity/normative-register';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type {
  PublishedNormative,
  RecordedDocument,
  StatedRelation,
} from '@zhaoshi/domain/statistics/recorded-documents';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** A document of the register that is on the platform. */
export interface PublishedRow extends PublishedNormative {
  readonly isWithdrawn: boolean;
}

/**
 * The last edition of each 规章 and normative document of an organ whose minute has come. What was withdrawn from the
 * public is still a document: taking a page down repeals nothing.
 */
export const publishedNormative = async (
  database: Kysely<Schema>,
  organ: OrganIds,
): Promise<readonly PublishedRow[]> => await publishedNormativeOf(database, [organ]);

/** The same of many organs at once, each row with whose it is. */
export async function publishedNormativeOf(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
): Promise<readonly (PublishedRow & { readonly organId: string })[]> {
  const { rows } = await sql<{
    readonly organ_id: string;
    readonly document_id: string;
    readonly kind: RegisterRow;
    readonly title: string;
    readonly document_number: string;
    readonly made_on: CivilDate;
    readonly valid_from: CivilDate | null;
    readonly valid_to: CivilDate | null;
    readonly is_withdrawn: boolean;
  }>`
    select organ_id, document_id, kind, title, document_number,
      coalesce(date_of_document, created_on) as made_on, valid_from, valid_to, ended_at is not null as is_withdrawn
    from unnest(${organs.map(({ regionId }) => regionId)}::uuid[],
      ${organs.map(({ organId }) => organId)}::uuid[]) as organ (region_id, organ_id)
    join current_edition using (region_id, organ_id)
    where kind in ('administrativeRule', 'normativeDocument')
    order by document_id`.execute(database);
  return rows.map((row) => ({
    organId: row.organ_id,
    documentId: row.document_id,
    row: row.kind,
    title: row.title,
    documentNumber: row.document_number,
    dateOfDocument: row.made_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    isWithdrawn: row.is_withdrawn,
  }));
}

/** What acts upon another document, as the register names it. */
export interface ActingRow extends StatedRelation {
  readonly title: string;
  readonly documentNumber: string;
}

/**
 * What the documents of a region do to the validity of others, by their last edition that became public: a government
 * repeals documents of its departments too.
 */
export async function statedRelations(
  database: Kysely<Schema>,
  regionId: string,
): Promise<readonly ActingRow[]> {
  const { rows } = await sql<{
    readonly kind: StatedRelation['kind'];
    readonly document_id: string;
    readonly other_document_id: string | null;
    readonly other_number: string;
    readonly effective_on: CivilDate;
    readonly title: string;
    readonly document_number: string;
  }>`
    select relation.relation as kind, relation.document_id, relation.other_document_id, relation.other_number,
      acting.effective_on, acting.title, acting.document_number
    from document_relation relation join current_edition acting using (region_id, document_id, edition)
    where relation.region_id = ${regionId}::uuid
      and relation.relation in ('amends', 'repeals', 'replaces')`.execute(database);
  return rows.map((row) => ({
    kind: row.kind,
    documentId: row.document_id,
    otherDocumentId: row.other_document_id,
    otherNumber: row.other_number,
    effectiveOn: row.effective_on,
    title: row.title,
    documentNumber: row.document_number,
  }));
}

/** The organs of whose documents something is said: the own one, and those whose documents are acted upon. */
export async function organsOfDocuments(
  database: Kysely<Schema>,
  regionId: string,
  {
    ownOrgan,
    stated,
  }: {
    readonly ownOrgan: string;
    readonly stated: readonly Pick<StatedRelation, 'otherDocumentId' | 'otherNumber'>[];
  },
): Promise<readonly (OrganIds & { readonly path: string })[]> {
  const ids = stated.flatMap(({ otherDocumentId }) => otherDocumentId ?? []);
  const numbers = stated.flatMap(({ otherNumber }) => (otherNumber === '' ? [] : [otherNumber]));
  const { rows } = await sql<{ organ_id: string; path: string }>`
    select organ_id, path from organ
    where region_id = ${regionId}::uuid and (organ_id = ${ownOrgan}::uuid
      or organ_id in (select organ_id from current_edition where region_id = ${regionId}::uuid
        and (document_id = any(${ids}::uuid[]) or document_number = any(${numbers}::text[])))
      or organ_id in (select organ_id from normative_record where region_id = ${regionId}::uuid
        and removed_at is null and document_number = any(${numbers}::text[])))
    order by organ_id`.execute(database);
  return rows.map(({ organ_id: organId, path }) => ({ regionId, organId, path }));
}

const records = (database: Kysely<Schema>) =>
  database
    .selectFrom('normative_record as record')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'record.region_id').onRef('organ.organ_id', '=', 'record.organ_id'),
    )
    .selectAll('record')
    .select(['organ.name', 'organ.kind as organ_kind', 'organ.level', 'organ.path'])
    .where('record.removed_at', 'is', null);

/** What an organ entered by hand, the oldest document first. */
export const recordsOfOrgan = async (database: Kysely<Schema>, organ: OrganIds) =>
  await recordsOfOrgans(database, [organ]);

/** The same of many organs at once. */
export const recordsOfOrgans = async (database: Kysely<Schema>, organs: readonly OrganIds[]) =>
  await records(database)
    .where(
      sql<boolean>`(record.region_id, record.organ_id) in (select * from unnest(
        ${organs.map(({ regionId }) => regionId)}::uuid[], ${organs.map(({ organId }) => organId)}::uuid[]))`,
    )
    .orderBy('record.date_of_document')
    .orderBy('record.record_id')
    .execute();

export interface RecordIds {
  readonly regionId: string;
  readonly recordId: string;
}

export const findRecord = async (database: Kysely<Schema>, { regionId, recordId }: RecordIds) =>
  await records(database)
    .where('record.region_id', '=', regionId)
    .where('record.record_id', '=', recordId)
    .executeTakeFirst();

export type RecordRow = NonNullable<Awaited<ReturnType<typeof findRecord>>>;

/** A stored record as the rules take it; its days are civil dates as they were checked when they were entered. */
export const recordOf = (row: RecordRow): RecordedDocument => ({
  recordId: row.record_id,
  row: row.kind,
  title: row.title,
  documentNumber: row.document_number,
  dateOfDocument: row.date_of_document as CivilDate,
  validFrom: row.valid_from as CivilDate | null,
  validTo: row.valid_to as CivilDate | null,
  end:
    row.end_kind === null || row.ended_on === null
      ? null
      : { kind: row.end_kind, on: row.ended_on as CivilDate, ground: row.end_ground },
});

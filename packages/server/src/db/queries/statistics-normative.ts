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
export async function publishedNormative(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
): Promise<readonly PublishedRow[]> {
  const { rows } = await sql<{
    readonly document_id: string;
    readonly kind: RegisterRow;
    readonly title: string;
    readonly document_number: string;
    readonly made_on: CivilDate;
    readonly valid_from: CivilDate | null;
    readonly valid_to: CivilDate | null;
    readonly is_withdrawn: boolean;
  }>`
    select distinct on (document_id) document_id, kind, title, document_number,
      coalesce(date_of_document, created_on) as made_on, valid_from, valid_to, ended_at is not null as is_withdrawn
    from document_edition
    where region_id = ${regionId}::uuid and organ_id = ${organId}::uuid
      and visible_from <= now() and cancelled_at is null and kind in ('administrativeRule', 'normativeDocument')
    order by document_id, edition desc`.execute(database);
  return rows.map((row) => ({
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
      coalesce(acting.valid_from, acting.date_of_document, acting.created_on) as effective_on, acting.title,
      acting.document_number
    from document_relation relation join document_edition acting using (region_id, document_id, edition)
    where relation.region_id = ${regionId}::uuid and relation.relation in ('amends', 'repeals', 'replaces')
      and acting.visible_from <= now() and acting.cancelled_at is null
      and not exists (select from document_edition later
        where later.region_id = acting.region_id and later.document_id = acting.document_id
          and later.edition > acting.edition and later.visible_from <= now() and later.cancelled_at is null)`.execute(
    database,
  );
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
export const recordsOfOrgan = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await records(database)
    .where('record.region_id', '=', regionId)
    .where('record.organ_id', '=', organId)
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

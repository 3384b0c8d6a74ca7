import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { DocumentIds } from './documents.ts';
import type { OrganIds } from './organs.ts';

/** The last decision on promotion said yes (条例44). */
const promotedCases = (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  database
    .selectFrom('application')
    .innerJoin('application_event as decided', (join) =>
      join
        .onRef('decided.region_id', '=', 'application.region_id')
        .onRef('decided.application_id', '=', 'application.application_id')
        .on('decided.type', '=', 'decidePromotion'),
    )
    .select([
      'application.application_id',
      'application.registration_number',
      sql<string>`decided.data->>'on'`.as('decided_on'),
    ])
    .where('application.region_id', '=', regionId)
    .where('application.organ_id', '=', organId)
    .where(sql<boolean>`(decided.data->>'accepted')::boolean`)
    .where(
      sql<boolean>`not exists (select from application_event later where later.region_id = decided.region_id
        and later.application_id = decided.application_id and later.type = 'decidePromotion'
        and later.sequence > decided.sequence)`,
    );

const MOST = 200;

/** Cases of an organ whose information is to be published, those without a document first. */
export const listPromotions = async (database: Kysely<Schema>, organ: OrganIds) =>
  await promotedCases(database, organ)
    .orderBy(
      sql`exists (select from promoted_case done where done.region_id = application.region_id
        and done.application_id = application.application_id)`,
    )
    .orderBy('decided.recorded_at', 'desc')
    .limit(MOST)
    .execute();

/** Those of a choice that were decided so. */
export const chosenPromotions = async (
  database: Kysely<Schema>,
  organ: OrganIds,
  applicationIds: readonly string[],
) => await promotedCases(database, organ).where('application.application_id', 'in', applicationIds).execute();

/** Documents that were made out of cases. */
export async function promotedDocuments(
  database: Kysely<Schema>,
  regionId: string,
  applicationIds: readonly string[],
) {
  if (applicationIds.length === 0) return [];
  return await database
    .selectFrom('promoted_case')
    .innerJoin('document', (join) =>
      join
        .onRef('document.region_id', '=', 'promoted_case.region_id')
        .onRef('document.document_id', '=', 'promoted_case.document_id'),
    )
    .select(['promoted_case.application_id', 'document.document_id', 'document.title', 'document.status'])
    .where('promoted_case.region_id', '=', regionId)
    .where('promoted_case.application_id', 'in', applicationIds)
    .orderBy('promoted_case.linked_at')
    .execute();
}

/** What of cases was released to their applicants; only that may be published out of them. */
export async function releasedFiles(
  database: Kysely<Schema>,
  regionId: string,
  applicationIds: readonly string[],
) {
  if (applicationIds.length === 0) return [];
  return await database
    .selectFrom('application_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.region_id', '=', 'application_file.region_id')
        .onRef('file.file_id', '=', 'application_file.file_id'),
    )
    .select([
      'application_file.application_id',
      'file.file_id',
      'file.original_name',
      'file.sealed',
      'file.sha256',
      'file.media_type',
      'file.size',
      'file.storage_key',
    ])
    .where('application_file.region_id', '=', regionId)
    .where('application_file.application_id', 'in', applicationIds)
    .where('application_file.use', '=', 'released')
    .orderBy('application_file.added_at')
    .execute();
}

export type ReleasedFile = Awaited<ReturnType<typeof releasedFiles>>[number];

/** The cases that a document was made out of. */
export const casesOfDocument = async (database: Kysely<Schema>, { regionId, documentId }: DocumentIds) =>
  await database
    .selectFrom('promoted_case')
    .innerJoin('application', (join) =>
      join
        .onRef('application.region_id', '=', 'promoted_case.region_id')
        .onRef('application.application_id', '=', 'promoted_case.application_id'),
    )
    .select(['application.application_id', 'application.registration_number', 'promoted_case.linked_at'])
    .where('promoted_case.region_id', '=', regionId)
    .where('promoted_case.document_id', '=', documentId)
    .orderBy('application.registration_number')
    .execute();

import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { ApplicationIds } from './application-case.ts';
import { amongCases } from './open-cases.ts';

/** The files of a case in the order in which they came, with what finds and opens each. */
export async function caseFileRows(database: Kysely<Schema>, { regionId, applicationId }: ApplicationIds) {
  return await database
    .selectFrom('application_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.region_id', '=', 'application_file.region_id')
        .onRef('file.file_id', '=', 'application_file.file_id'),
    )
    .select([
      'file.file_id',
      'file.original_name',
      'file.sealed',
      'file.sha256',
      'file.media_type',
      'file.size',
      'file.storage_key',
      'file.is_encrypted',
      'file.uploaded_by',
      'application_file.use',
      'application_file.added_at',
    ])
    .where('application_file.region_id', '=', regionId)
    .where('application_file.application_id', '=', applicationId)
    .orderBy('application_file.added_at')
    .orderBy('file.file_id')
    .execute();
}

export type CaseFileRow = Awaited<ReturnType<typeof caseFileRows>>[number];

/** What kinds of files some cases hold, by the id of the case; a case without files is not there. */
export async function fileUsesOf(
  database: Kysely<Schema>,
  cases: readonly ApplicationIds[],
): Promise<ReadonlyMap<string, readonly CaseFileUse[]>> {
  const rows = await database
    .selectFrom('application_file')
    .select(['application_id', 'use'])
    .distinct()
    .where(amongCases(cases, 'application_file'))
    .execute();
  const byCase = Map.groupBy(rows, ({ application_id }) => application_id);
  return new Map([...byCase].map(([id, found]) => [id, found.map(({ use }) => use)]));
}

/** What was redacted in a case, with who did it. */
export async function redactionRows(database: Kysely<Schema>, { regionId, applicationId }: ApplicationIds) {
  return await database
    .selectFrom('application_redaction')
    .leftJoin('account', 'account.account_id', 'application_redaction.made_by')
    .selectAll('application_redaction')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .orderBy('made_at')
    .execute();
}

export type RedactionRow = Awaited<ReturnType<typeof redactionRows>>[number];

/** When a reply last went out; what was released until then, the applicant has. */
export async function lastDelivery(
  database: Kysely<Schema>,
  { regionId, applicationId }: ApplicationIds,
): Promise<Date | null> {
  const found = await database
    .selectFrom('application_event')
    .select('recorded_at')
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .where('type', '=', 'deliverReply')
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return found?.recorded_at ?? null;
}

import type { Kysely } from 'kysely';
import type { ApplicationIds } from '../../db/queries/application-case.ts';
import { type CaseFileRow, caseFileRows } from '../../db/queries/case-files.ts';
import type { Schema } from '../../db/schema.ts';

/** A file of the case; `undefined` when it is none of its. */
export async function findCaseFile(
  database: Kysely<Schema>,
  { fileId, ...ids }: ApplicationIds & { readonly fileId: string },
): Promise<CaseFileRow | undefined> {
  return (await caseFileRows(database, ids)).find((row) => row.file_id === fileId);
}

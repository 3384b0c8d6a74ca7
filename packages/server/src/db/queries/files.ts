import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export interface FileKey {
  readonly regionId: string;
  readonly fileId: string;
}

/** A file with the path of the organ it belongs to, which the caller's right has to reach. */
export async function findFile(database: Kysely<Schema>, { regionId, fileId }: FileKey) {
  return await database
    .selectFrom('file')
    .innerJoin('organ', (join) =>
      join.onRef('organ.region_id', '=', 'file.region_id').onRef('organ.organ_id', '=', 'file.organ_id'),
    )
    .select([
      'file.region_id',
      'file.file_id',
      'file.organ_id',
      'file.original_name',
      'file.sealed',
      'file.media_type',
      'file.size',
      'file.sha256',
      'file.storage_key',
      'file.is_encrypted',
      'file.state',
      'file.uploaded_at',
      'organ.path',
    ])
    .where('file.region_id', '=', regionId)
    .where('file.file_id', '=', fileId)
    .executeTakeFirst();
}

export type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>;

/** Bytes that somebody uploaded since then and nothing refers to. */
export async function unattachedBytes(
  database: Kysely<Schema>,
  { accountId, since }: { readonly accountId: string; readonly since: Date },
): Promise<number> {
  const { bytes } = await database
    .selectFrom('file')
    .select(({ fn }) => fn.sum<string | null>('size').as('bytes'))
    .where('state', '=', 'unattached')
    .where('uploaded_by', '=', accountId)
    .where('uploaded_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
}

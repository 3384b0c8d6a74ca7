import type { Rejection } from '@zhaoshi/contract/problems';
import type { fileRoutes } from '@zhaoshi/contract/routes/files';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type FileKey, type FileRow, findFile } from '../../db/queries/files.ts';
import { fileFacts } from '../../use-cases/files/sealed-file.ts';
import { uploadFile } from '../../use-cases/files/upload-file.ts';
import { sendFile } from './file-bytes.ts';
import { type CallContext, type Handlers, presentResult, type ReadContext } from './handler.ts';

const present = (row: FileRow, { abilities, services }: Pick<ReadContext, 'abilities' | 'services'>) => ({
  regionId: row.region_id,
  fileId: row.file_id,
  organId: row.organ_id,
  ...fileFacts(services.secretBox, row),
  mediaType: row.media_type,
  size: row.size,
  isEncrypted: row.is_encrypted,
  isAttached: row.state === 'attached',
  uploadedAt: row.uploaded_at.toISOString(),
  abilities: abilities(row.path),
});

/**
 * A file of another organ is not there, for whoever may not read it; nor are sealed files: they are of persons, and
 * their case says who may see them.
 */
async function readable(
  { database, reaches }: ReadContext,
  key: FileKey,
): Promise<Result<FileRow, Rejection>> {
  const row = await findFile(database, key);
  return row !== undefined && row.sealed === null && reaches(row.path) ? ok(row) : err({ code: 'not-found' });
}

/** Takes the file of a form in for an organ. */
export async function takeUpload(
  context: CallContext,
  organ: { readonly regionId: string; readonly organId: string },
  isSealed: boolean,
) {
  const upload = await context.http.upload();
  if (upload === null) {
    const detail = '没有收到文件。请选择一个文件后重新上传。';
    return err<Rejection>({ code: 'malformed', detail });
  }
  return presentResult(await uploadFile(context, { ...organ, upload, isSealed }), (row) =>
    present(row, context),
  );
}

export const fileHandlers: Handlers<typeof fileRoutes> = {
  upload: (context, { params }) => takeUpload(context, params, false),
  read: async (context, { params }) =>
    presentResult(await readable(context, params), (row) => present(row, context)),
  download: async (context, { params }) => {
    const row = await readable(context, params);
    return row.ok ? await sendFile(context, row.value) : row;
  },
};

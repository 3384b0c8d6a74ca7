import type { Rejection } from '@zhaoshi/contract/problems';
import type { fileRoutes } from '@zhaoshi/contract/routes/files';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type FileKey, type FileRow, findFile } from '../../db/queries/files.ts';
import { uploadFile } from '../../use-cases/files/upload-file.ts';
import { askedRange } from './byte-range.ts';
import type { BytesAnswer } from './bytes-answer.ts';
import { attachmentHeader } from './content-disposition.ts';
import { type Handlers, presentResult, type ReadContext } from './handler.ts';

const present = (row: FileRow, { abilities }: Pick<ReadContext, 'abilities'>) => ({
  regionId: row.region_id,
  fileId: row.file_id,
  organId: row.organ_id,
  name: row.original_name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  isEncrypted: row.is_encrypted,
  isAttached: row.state === 'attached',
  uploadedAt: row.uploaded_at.toISOString(),
  abilities: abilities(row.path),
});

/** A file of another organ is not there, for whoever may not read it. */
async function readable(
  { database, reaches }: ReadContext,
  key: FileKey,
): Promise<Result<FileRow, Rejection>> {
  const row = await findFile(database, key);
  return row !== undefined && reaches(row.path) ? ok(row) : err({ code: 'not-found' });
}

/** Whether the caller has exactly this content already; weak tags are never ours. */
function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*') === true;
}

async function download(context: ReadContext, row: FileRow): Promise<Result<BytesAnswer, Rejection>> {
  const { http, services } = context;
  const etag = `"${row.sha256}"`;
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'content-type': row.media_type,
    'content-disposition': attachmentHeader(row.original_name),
  };
  if (isKnown(http.header('if-none-match'), etag)) return ok({ status: 304, headers: { etag }, body: null });

  // A range of an older content would be put together with pieces of this one.
  const condition = http.header('if-range');
  const asked =
    condition === undefined || condition === etag ? askedRange(http.header('range'), row.size) : 'whole';
  if (asked === 'refused') {
    http.setHeader('content-range', `bytes */${row.size}`);
    return err({ code: 'range-refused' });
  }
  const range = asked === 'whole' ? undefined : asked;
  const length = range === undefined ? row.size : range.last - range.first + 1;
  const body = http.isHead ? null : await services.files.storage.open(row.storage_key, range);
  if (body === null && !http.isHead) {
    services.files.warn('file missing from the storage', { file: row.file_id });
    return err({ code: 'unavailable', detail: '文件内容暂时取不到，请稍后重试；仍不行请联系系统管理员。' });
  }
  return ok({
    status: range === undefined ? 200 : 206,
    headers: {
      ...headers,
      'content-length': String(length),
      ...(range && { 'content-range': `bytes ${range.first}-${range.last}/${row.size}` }),
    },
    body,
  });
}

export const fileHandlers: Handlers<typeof fileRoutes> = {
  upload: async (context, { params }) => {
    const upload = await context.http.upload();
    if (upload === null) {
      return err({ code: 'malformed', detail: '没有收到文件。请选择一个文件后重新上传。' });
    }
    return presentResult(await uploadFile(context, { ...params, upload }), (row) => present(row, context));
  },
  read: async (context, { params }) =>
    presentResult(await readable(context, params), (row) => present(row, context)),
  download: async (context, { params }) => {
    const row = await readable(context, params);
    return row.ok ? await download(context, row.value) : row;
  },
};

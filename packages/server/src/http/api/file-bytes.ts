import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { fileFacts, openContent, type StoredColumns } from '../../use-cases/files/sealed-file.ts';
import { askedRange } from './byte-range.ts';
import type { BytesAnswer } from './bytes-answer.ts';
import { attachmentHeader } from './content-disposition.ts';
import type { ReadContext } from './handler.ts';

/** Whether the caller has exactly this content already; weak tags are never ours. */
function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*') === true;
}

/** A file as a download: HEAD, one range, and only when it is not known yet. */
export async function sendFile(
  { http, services }: Pick<ReadContext, 'http' | 'services'>,
  row: StoredColumns & { readonly media_type: string },
): Promise<Result<BytesAnswer, Rejection>> {
  const etag = `"${row.sha256}"`;
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'content-type': row.media_type,
    'content-disposition': attachmentHeader(fileFacts(services.secretBox, row).name),
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
  const body = http.isHead ? null : await openContent(services, row, range);
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

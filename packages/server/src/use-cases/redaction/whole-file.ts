import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type StoredFile, takeIn } from '../../adapters/files/take-in.ts';
import type { Services } from '../../services.ts';
import { rejectionOfFile } from '../files/rejection-of-file.ts';
import { openContent, type StoredColumns } from '../files/sealed-file.ts';

/** Held in memory whole while it is worked on; longer ones the redaction would refuse anyway. */
const LONGEST = 100 * 1024 * 1024;

/** The whole content of a file. */
export async function readWholeFile(
  services: Pick<Services, 'files' | 'secretBox'>,
  row: StoredColumns,
): Promise<Result<Buffer, Rejection>> {
  if (row.size > LONGEST) {
    return err({ code: 'unsupported-type', detail: '文件超过 100 MB，不能在系统中处理。请拆分后分别上传。' });
  }
  const stream = await openContent(services, row);
  if (stream === null) {
    services.files.warn('file missing from the storage', { file: row.file_id });
    return err({ code: 'unavailable', detail: '文件内容暂时取不到，请稍后重试；仍不行请联系系统管理员。' });
  }
  return ok(await buffer(stream));
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

const nameOf = (name: string, mediaType: string): string => {
  const ending = ENDINGS[mediaType];
  return ending === undefined ? name : `${name.replace(/\.(pdf|png|jpe?g)$/i, '')}.${ending}`;
};

/** Puts a file that was made here into the storage, examined as an upload is; it has no row yet. */
export async function storeMade(
  { files }: Pick<Services, 'files'>,
  {
    bytes,
    mediaType,
    name,
  }: { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string },
  isSealed: boolean,
): Promise<Result<StoredFile, Rejection>> {
  const upload = { name: nameOf(name, mediaType), stream: Readable.from([Buffer.from(bytes)]) };
  const taken = await takeIn(files, upload, isSealed);
  return taken.ok ? taken : err(rejectionOfFile(taken.error));
}

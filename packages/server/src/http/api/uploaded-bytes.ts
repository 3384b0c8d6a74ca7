import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ReadContext } from './handler.ts';

export interface UploadedFile {
  /** As the client sent it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The uploaded file in memory: what is only read is not put into the storage of files.
 *
 * @param mostBytes of the kind of file; the server's own limit holds too
 * @param advice what to do with a longer one, as a sentence
 */
export async function uploadedFile(
  { http, services }: Pick<ReadContext, 'http' | 'services'>,
  mostBytes: number,
  advice = '请分成几个文件后上传。',
): Promise<Result<UploadedFile, Rejection>> {
  const upload = await http.upload();
  if (upload === null) {
    return err({ code: 'malformed', detail: '没有收到文件。请选择一个文件后重新上传。' });
  }
  const most = Math.min(mostBytes, services.files.uploadBytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of upload.stream) {
    size += piece.length;
    if (size > most) {
      const detail = `文件超过 ${Math.floor(most / 1024 / 1024)} MB，没有读取。${advice}`;
      return err({ code: 'too-large', detail });
    }
    pieces.push(piece);
  }
  return ok({ name: upload.name, bytes: Buffer.concat(pieces) });
}

/** The same without its name. */
export async function uploadedBytes(
  context: Pick<ReadContext, 'http' | 'services'>,
  mostBytes: number,
): Promise<Result<Uint8Array, Rejection>> {
  const uploaded = await uploadedFile(context, mostBytes);
  return uploaded.ok ? ok(uploaded.value.bytes) : uploaded;
}

import { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { redrawPicture } from '@zhaoshi/redaction/redraw-picture';
import type { Upload } from '../../adapters/files/take-in.ts';
import type { FileRow } from '../../db/queries/files.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { uploadFile } from '../files/upload-file.ts';
import { rejectionOfRedaction } from '../redaction/redaction-rejection.ts';

const MOST_BYTES = 20 * 1024 * 1024;

const STARTS = [
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
] as const;

/** `null`: more than a photo has. */
async function readAll({ stream }: Upload): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const refused = (code: 'too-large' | 'unsupported-type', message: string): Rejection => ({
  code,
  detail: message,
  errors: [{ pointer: '/file', message }],
});

/**
 * Takes a photo of a board in. The picture is drawn anew in a process of its own, as files for release are
 * (packages/redaction): where and with which telephone it was taken stays behind with everything else that is not
 * picture.
 */
export async function takeInPhoto(
  context: ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> },
  organ: OrganIds,
  upload: Upload,
): Promise<Result<FileRow, Rejection>> {
  const bytes = await readAll(upload);
  if (bytes === null) return err(refused('too-large', '照片超过 20 MB，没有接收。请降低分辨率后重新上传。'));
  const type = STARTS.find((start) => start.bytes.every((byte, index) => bytes[index] === byte));
  if (type === undefined)
    return err(
      refused('unsupported-type', '照片只接收 JPEG 和 PNG 格式。请在手机上另存为 JPEG 后重新上传。'),
    );
  const drawn = await redrawPicture(bytes, type.mediaType);
  if (!drawn.ok) return err(rejectionOfRedaction(drawn.error));
  const ending = drawn.value.mediaType === 'image/png' ? 'png' : 'jpg';
  const clean: Upload = {
    name: `公示栏照片.${ending}`,
    stream: Readable.from([Buffer.from(drawn.value.bytes)]),
  };
  const stored = await uploadFile(context, { ...organ, upload: clean, isSealed: false, isRedrawn: true });
  return stored.ok ? ok(stored.value) : stored;
}

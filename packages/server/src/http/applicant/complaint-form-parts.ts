import type { FieldError, FormValues } from '@zhaoshi/domain/application/web-form';
import {
  COMPLAINT_PHOTOS,
  LARGEST_PHOTO_MEBIBYTES,
  MOST_PHOTOS,
} from '@zhaoshi/domain/oversight/complaint-form';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PHOTO_BYTES } from '../../use-cases/complaints/complaint-photos.ts';
import { formIn } from './form-body.ts';
import { readParts } from './form-parts.ts';

/** A complaint as its form sent it. */
export interface SentComplaint {
  readonly values: FormValues;
  /** As they came. */
  readonly photos: readonly Buffer[];
  readonly errors: readonly FieldError[];
}

const wrongPhoto = (message: string): readonly FieldError[] => [{ field: COMPLAINT_PHOTOS, message }];
const TOO_MANY = wrongPhoto(`最多附${MOST_PHOTOS}张照片，没有接收；填写的内容保留，请重新选择照片。`);
const TOO_LARGE = wrongPhoto(
  `一张照片不能超过${LARGEST_PHOTO_MEBIBYTES}MB，没有接收；填写的内容保留，请换小一些的照片重新选择。`,
);
const BROKEN: readonly FieldError[] = [
  { field: '', message: '提交没有完成，没有接收。请检查网络后重新提交。' },
];

/** The whole of it, or `null` when it is larger than a photo may be. */
async function readPhoto(stream: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > PHOTO_BYTES) return null;
    read.push(piece);
  }
  return Buffer.concat(read);
}

/**
 * Reads the form, its photos only once nothing is wrong with its fields: a browser that answers no question fills no
 * memory. They are held in memory until they are taken in, and on no disk as they came.
 *
 * @param check what is wrong with the fields
 */
export async function readComplaint(
  request: FastifyRequest,
  reply: FastifyReply,
  check: (values: FormValues) => readonly FieldError[],
): Promise<SentComplaint> {
  if (!request.isMultipart()) {
    const values = formIn(request);
    return { values, photos: [], errors: check(values) };
  }
  let values: FormValues = {};
  let errors: readonly FieldError[] = [];
  const photos: Buffer[] = [];
  const isComplete = await readParts(request, reply, async (fields, file) => {
    values = { ...fields };
    if (photos.length === 0) errors = check(values);
    if (errors.length > 0) return false;
    if (file === null || file.field !== COMPLAINT_PHOTOS) return true;
    const photo = photos.length < MOST_PHOTOS ? await readPhoto(file.upload.stream) : undefined;
    if (photo === undefined) errors = TOO_MANY;
    else if (photo === null) errors = TOO_LARGE;
    else photos.push(photo);
    return errors.length === 0;
  });
  return { values, photos, errors: isComplete || errors.length > 0 ? errors : BROKEN };
}

import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Upload } from '../../adapters/files/take-in.ts';

/** One file and nothing else; how big it may be, whoever stores it decides while it arrives. */
export const MULTIPART_LIMITS = {
  fields: 0,
  parts: 1,
  files: 1,
  fileSize: Number.POSITIVE_INFINITY,
  headerPairs: 20,
} as const;

/**
 * The file of a form, as a stream that has not been read yet; `null` when there is none. What comes after it in the
 * form is not read.
 */
export async function multipartUpload(request: FastifyRequest): Promise<Upload | null> {
  if (!request.isMultipart()) return null;
  const part: MultipartFile | undefined = await request.file();
  return part === undefined ? null : { name: part.filename, stream: part.file };
}

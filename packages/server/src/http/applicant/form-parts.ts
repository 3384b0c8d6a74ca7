import type { FormValues } from '@zhaoshi/domain/application/web-form';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Upload } from '../../adapters/files/take-in.ts';
import { linger } from '../api/multipart-upload.ts';
import { typedText } from './form-body.ts';

/** A file of a form. */
export interface FilePart {
  /** Name of the field that it came with. */
  readonly field: string;
  readonly upload: Upload;
}

/**
 * Reads a form with files. Fields stand before files on our pages; `take` is called for each file, with the fields that
 * came before, and once more at the end without one.
 *
 * @param take says whether to go on reading
 * @returns whether the form was read to its end
 */
export async function readParts(
  request: FastifyRequest,
  reply: FastifyReply,
  take: (fields: FormValues, file: FilePart | null) => Promise<boolean>,
): Promise<boolean> {
  if (!request.isMultipart()) return false;
  reply.raw.once('finish', () => linger(request.raw));
  const fields: Record<string, string> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields[part.fieldname] = typedText(String(part.value));
      } else if (part.filename === undefined || part.filename === '') {
        // A field for a file into which none was put.
        part.file.resume();
      } else {
        const upload = { name: part.filename, stream: part.file };
        if (!(await take(fields, { field: part.fieldname, upload }))) return false;
        part.file.resume();
      }
    }
    return await take(fields, null);
  } catch (error) {
    // Broken off, or a form that is none of ours: in any case the client's. What is no fault of the form goes on.
    if (error instanceof Error && 'statusCode' in error) return false;
    if (request.raw.errored !== null || request.raw.destroyed) return false;
    throw error;
  }
}

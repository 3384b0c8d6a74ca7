import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Upload } from '../../adapters/files/take-in.ts';

/** One file and nothing else; how big it may be, whoever stores it decides while it arrives. */
export const MULTIPART_LIMITS = {
  fields: 0,
  parts: 1,
  files: 1,
  fileSize: Number.POSITIVE_INFINITY,
  headerPairs: 20,
} as const;

/** As long as an upload may go on after it was refused. */
const LINGER_MS = 5_000;

/**
 * Throws away what still arrives of a body that was answered before its end. A client reads the answer only when it
 * may go on sending for a while; and a connection of which nobody reads would not even be noticed to be closed.
 */
export function linger(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  request.unpipe();
  request.resume();
  const timer = setTimeout(() => request.destroy(), LINGER_MS).unref();
  request.once('end', () => clearTimeout(timer));
}

/**
 * The file of a form, as a stream that has not been read yet; `null` when the body is no form with a file. What comes
 * after it in the form is not looked at.
 */
export async function multipartUpload(request: FastifyRequest, reply: FastifyReply): Promise<Upload | null> {
  if (!request.isMultipart()) return null;
  reply.raw.once('finish', () => linger(request.raw));
  try {
    const part = await request.file();
    return part === undefined ? null : { name: part.filename, stream: part.file };
  } catch {
    // Without a boundary, broken off before the file, or with more than a file: in any case the client's form.
    return null;
  }
}

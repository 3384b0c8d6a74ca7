import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding, isKnown, type PreparedBody } from '../prepared-body.ts';

/** Always ask again: a withdrawn or corrected page must not live on in somebody's cache. */
const REVALIDATE = 'public, max-age=0, must-revalidate';

/** Sends ready bytes in the best encoding, or 304 when the reader has them. */
export function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, variants }: PreparedBody,
  caching: { readonly control: string; readonly vary: string } = {
    control: REVALIDATE,
    vary: 'accept-encoding, cookie',
  },
): FastifyReply {
  const wanted = acceptedEncoding(request.headers['accept-encoding']);
  const encoding = variants[wanted] === undefined ? 'identity' : wanted;
  const { bytes, etag } = variants[encoding] ?? variants.identity;
  reply.headers({ etag, 'cache-control': caching.control, vary: caching.vary });
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.header('content-type', type);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(bytes);
}

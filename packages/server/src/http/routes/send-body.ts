import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerHeaders, acceptedEncoding, isKnown, type PreparedBody } from '../prepared-body.ts';

/** Sends ready bytes in the best encoding, or 304 when the reader has them. */
export function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, variants, answer }: PreparedBody,
  caching: AnswerHeaders = answer,
): FastifyReply {
  const wanted = acceptedEncoding(request.headers['accept-encoding']);
  const encoding = variants[wanted] === undefined ? 'identity' : wanted;
  const { bytes, etag } = variants[encoding] ?? variants.identity;
  reply.headers({ etag, 'cache-control': caching.control, vary: caching.vary });
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.header('content-type', type);
  if (caching.disposition !== undefined) reply.header('content-disposition', caching.disposition);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(bytes);
}

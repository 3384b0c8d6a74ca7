import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type AnswerHeaders,
  acceptedEncoding,
  encodingFor,
  isKnown,
  type PreparedBody,
  variantOf,
} from '../prepared-body.ts';

/** Sends ready bytes in the best encoding, or 304 when the reader has them; a notice with its own status. */
export async function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  body: PreparedBody,
  caching: AnswerHeaders = body.answer,
): Promise<FastifyReply> {
  if (body.status !== undefined) {
    // A notice is for whoever asks now: neither kept nor compared.
    const { bytes: plain } = body.variants.identity;
    return reply.code(body.status).type(body.type).header('cache-control', 'no-store').send(plain);
  }
  const encoding = encodingFor(body, acceptedEncoding(request.headers['accept-encoding']));
  const { bytes, etag } = await variantOf(body, encoding);
  reply.headers({ etag, 'cache-control': caching.control, vary: caching.vary });
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.header('content-type', body.type);
  if (caching.disposition !== undefined) reply.header('content-disposition', caching.disposition);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(bytes);
}

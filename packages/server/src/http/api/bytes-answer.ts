import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** The answer of a route that gives bytes instead of JSON. */
export interface BytesAnswer {
  readonly status: 200 | 206 | 304;
  readonly headers: Readonly<Record<string, string>>;
  /** `null`: headers only. */
  readonly body: Readable | null;
}

/** Nothing in the file may run, be framed, be guessed to be something else, or stay in a cache of a shared computer. */
const SAFE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
} as const;

/** A body that breaks off ends the connection, so the reader sees that it is not whole. */
export function sendBytes(reply: FastifyReply, { status, headers, body }: BytesAnswer): FastifyReply {
  reply.code(status).headers({ ...headers, ...SAFE_HEADERS });
  if (body !== null) return reply.send(body);
  // Fastify would call an answer to HEAD that has no body at all empty, and put a length of 0 over the file's.
  return reply.request.method === 'HEAD' ? reply.send(Readable.from([])) : reply.send();
}

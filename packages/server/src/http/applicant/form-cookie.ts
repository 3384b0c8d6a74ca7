import type { FastifyReply, FastifyRequest } from 'fastify';
import { newSessionToken } from '../../use-cases/identity/session-token.ts';
import { voiceCookie, voiceTokenOf } from '../api/session-cookie.ts';
import type { ApplicantTools } from './tools.ts';

/** The token to which this browser's forms are bound; a browser without one is given one with the answer. */
export function formCookie(
  { secure }: Pick<ApplicantTools, 'secure'>,
  request: FastifyRequest,
  reply: FastifyReply,
): string {
  const known = voiceTokenOf(request.headers.cookie, secure);
  if (known !== null) return known;
  const token = newSessionToken();
  reply.header('set-cookie', voiceCookie(token, secure));
  return token;
}

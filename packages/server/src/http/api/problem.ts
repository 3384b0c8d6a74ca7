import { PROBLEMS, type ProblemDocument, type Rejection } from '@zhaoshi/contract/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Turns a rejection into an RFC 9457 problem document; the only place that does. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, detail, advice, errors, current }: Rejection,
): FastifyReply {
  const { status, title, advice: usual } = PROBLEMS[code];
  const document: ProblemDocument = {
    type: `urn:zhaoshi:problem:${code}`,
    title,
    status,
    code,
    advice: advice ?? usual,
    requestId: request.id,
    ...(detail !== undefined && { detail }),
    ...(errors !== undefined && { errors: errors.map((error) => ({ ...error })) }),
    ...(current !== undefined && { current }),
  };
  return reply
    .code(status)
    .type(PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(document);
}

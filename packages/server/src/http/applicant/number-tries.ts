import { createHash } from 'node:crypto';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { plainNumber } from '../../use-cases/applicants/find-own-case.ts';

/** Of one number in a minute, from wherever: a code of ten letters is not found in a lifetime. */
const PER_NUMBER = 10;

/** Counts tries at a number, however it is written; it is kept hashed, in the memory of this process. */
export function createNumberTries(
  app: FastifyInstance,
): (request: FastifyRequest, number: string) => Promise<boolean> {
  const keys = new WeakMap<FastifyRequest, string>();
  const count = app.createRateLimit({
    max: PER_NUMBER,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => keys.get(request) ?? '',
  });
  return async (request, number) => {
    keys.set(request, `number ${createHash('sha256').update(plainNumber(number)).digest('base64url')}`);
    const counted = await count(request);
    return counted.isAllowed || !counted.isExceeded;
  };
}

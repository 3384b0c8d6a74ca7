import { createHash } from 'node:crypto';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { plainNumber } from '../../use-cases/applicants/find-own-case.ts';
import { networkOf } from '../api/attempt-limits.ts';

/**
 * Of one number in a minute from one network, so that nobody uses up the tries of the owner. A code has 50 random bits:
 * a hundred thousand networks together would try for two thousand years.
 */
const PER_NETWORK_AND_NUMBER = 10;

/** Counts the tries of a network at a number, however it is written; it is kept hashed, in the memory of this process. */
export function createNumberTries(
  app: FastifyInstance,
): (request: FastifyRequest, number: string) => Promise<boolean> {
  const keys = new WeakMap<FastifyRequest, string>();
  const count = app.createRateLimit({
    max: PER_NETWORK_AND_NUMBER,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => keys.get(request) ?? '',
  });
  return async (request, number) => {
    const tried = JSON.stringify([networkOf(request.ip), plainNumber(number)]);
    keys.set(request, `number ${createHash('sha256').update(tried).digest('base64url')}`);
    const counted = await count(request);
    return counted.isAllowed || !counted.isExceeded;
  };
}

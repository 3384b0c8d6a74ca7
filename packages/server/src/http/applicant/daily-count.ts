import { createHash, randomBytes } from 'node:crypto';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../api/attempt-limits.ts';

/**
 * Counts what a network sends in a day in the memory of this process, under a hash whose salt is gone with it: not a row
 * of any table tells that somebody was here (ADR 0045, 0049).
 *
 * @returns whether one more may be taken in; it is counted
 */
export function createDailyCount(
  app: FastifyInstance,
  what: string,
  most: number,
): (request: FastifyRequest) => Promise<boolean> {
  const salt = randomBytes(32);
  const count = app.createRateLimit({
    max: most,
    timeWindow: DAY_MS,
    keyGenerator: ({ ip }) =>
      `${what} ${createHash('sha256').update(salt).update(networkOf(ip)).digest('base64url')}`,
  });
  return async (request) => {
    const counted = await count(request);
    return counted.isAllowed || !counted.isExceeded;
  };
}

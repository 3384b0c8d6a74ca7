import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { Route } from '@zhaoshi/contract/define-route';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Tries at a secret in a minute, for each route that takes them. */
export interface AttemptLimits {
  /** From one address; offices share one, so this is wide. IPv6 addresses count by their /64. */
  readonly perAddress: number;
  /** At one account from one address or known device, so that nobody uses up the tries of others; its lock comes before. */
  readonly perAccount: number;
}

export const STANDARD_LIMITS: AttemptLimits = { perAddress: 60, perAccount: 20 };

const NO_HEADERS = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/** Routes that take tries at a secret: the address is counted before the body is read. */
export const attemptConfig = (route: Route, { perAddress }: AttemptLimits) =>
  route.attempts === true ? { config: { rateLimit: { max: perAddress, timeWindow: MINUTE_MS } } } : {};

/** The name that somebody tries to sign in with; hashed, so that no name is kept. */
function nameTried(request: FastifyRequest): string | null {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !('loginName' in body)) return null;
  return typeof body.loginName === 'string'
    ? createHash('sha256').update(body.loginName).digest('base64url')
    : null;
}

/** IPv6 addresses count by their /64. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...between, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
}

/**
 * Whether a request may try once more at the account that it names, or at the one that is signed in.
 *
 * @param deviceId of a known device, which is counted for itself
 */
export type MayTry = (
  request: FastifyRequest,
  accountId: string | null,
  deviceId: string | null,
) => Promise<boolean>;

/**
 * Counts tries, in the memory of this process: with several servers each counts for itself, and the lock of the account,
 * which is in the database, holds for all.
 */
export async function limitAttempts(api: FastifyInstance, { perAccount }: AttemptLimits): Promise<MayTry> {
  await api.register(rateLimit, {
    global: false,
    cache: 50_000,
    addHeaders: NO_HEADERS,
    addHeadersOnExceeding: NO_HEADERS,
  });
  const keys = new WeakMap<FastifyRequest, string>();
  const count = api.createRateLimit({
    max: perAccount,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => keys.get(request) ?? '',
  });
  return async (request, accountId, deviceId) => {
    const key = accountId ?? nameTried(request);
    if (key === null) return true;
    keys.set(request, `${request.routeOptions.url ?? ''} ${deviceId ?? `${key} ${networkOf(request.ip)}`}`);
    const { isAllowed, ...counted } = await count(request);
    return isAllowed || !('isExceeded' in counted) || !counted.isExceeded;
  };
}

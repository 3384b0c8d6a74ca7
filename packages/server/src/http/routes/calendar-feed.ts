import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readFeed } from '../../use-cases/notifications/calendar-feed.ts';
import type { ApiDependencies } from '../api/api.ts';
import { networkOf } from '../api/attempt-limits.ts';

/** The last part is a token, which is a secret; the log has the pattern alone. */
const FEED = '/calendar/:file';

/** Of one network in a minute; programs ask every hour, offices share an address. */
const PER_NETWORK = 60;

const feedParams = z.object({ file: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) });

/** Nothing on the way keeps it, and the program that has it asks whether it still holds. */
const HEADERS = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' } as const;

/** The calendars that people subscribe to in programs of their own: no session, but a token that cannot be guessed. */
export function calendarFeedRoutes(app: FastifyInstance, { base }: ApiDependencies): void {
  app.register(async (scope) => {
    await scope.register(rateLimit, { global: false, cache: 10_000 });
    const count = scope.createRateLimit({
      max: PER_NETWORK,
      timeWindow: MINUTE_MS,
      keyGenerator: ({ ip }) => networkOf(ip),
    });
    scope.get(FEED, async (request, reply) => {
      reply.headers(HEADERS).type('text/plain; charset=utf-8');
      const counted = await count(request);
      if (!counted.isAllowed && counted.isExceeded) {
        return reply.code(429).header('retry-after', '60').send('读取过于频繁，请过一分钟再试。\n');
      }
      const params = feedParams.safeParse(request.params);
      const file = params.success ? await readFeed(base, params.data.file.slice(0, -'.ics'.length)) : null;
      if (file === null) {
        return reply.code(404).send('没有这个日历，或者已经停用。请到工作台“我的账号”重新生成订阅地址。\n');
      }
      const etag = `"${createHash('sha256').update(file).digest('base64url')}"`;
      reply.header('etag', etag);
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type('text/calendar; charset=utf-8').send(file);
    });
  });
}

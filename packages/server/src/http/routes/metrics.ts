import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../../operations/metrics.ts';

/** Figures of the server, and what one has to know to read them. */
export interface MetricsAccess {
  readonly metrics: Metrics;
  readonly token: string;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * `/metrics` for whoever has the token, and no such address for anyone else. Loopback is not enough: behind a proxy
 * on the same machine every reader in the world comes from there.
 */
export function metricsRoutes(app: FastifyInstance, { metrics, token }: MetricsAccess): void {
  const expected = digest(`Bearer ${token}`);
  app.get('/metrics', async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return reply.callNotFound();
    return await reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });
}

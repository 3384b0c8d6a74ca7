import rateLimit from '@fastify/rate-limit';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { FastifyError, FastifyInstance } from 'fastify';
import { z } from 'zod';
import { receiveOpinion } from '../../use-cases/opinion/receive-opinion.ts';
import type { ApiDependencies } from '../api/api.ts';
import { networkOf } from '../api/attempt-limits.ts';
import { sendProblem } from '../api/problem.ts';

/** Where systems for monitoring send what they found; the last part is the id of the system. */
const OPINION_HOOK = '/hooks/opinions/:sourceId';

const SIGNATURE_HEADER = 'zhaoshi-signature';

/** Of one network in a minute. */
const PER_NETWORK = 120;

const LONGEST_BODY = 32 * 1024;

const hookParams = z.object({ sourceId: z.uuid() });

/** The door for systems: no session, but a signature over the body with the secret of the system. */
export function opinionHookRoutes(app: FastifyInstance, { base }: ApiDependencies): void {
  app.register(async (scope) => {
    await scope.register(rateLimit, { global: false, cache: 10_000 });
    const count = scope.createRateLimit({
      max: PER_NETWORK,
      timeWindow: MINUTE_MS,
      keyGenerator: ({ ip }) => networkOf(ip),
    });
    // The signature is over the bytes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.addHook('onRequest', async (request, reply) => {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return undefined;
      reply.header('retry-after', '60');
      return sendProblem(request, reply, { code: 'too-many', detail: '推送过于频繁，这一次没有接收。' });
    });
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      if (error.statusCode === 413) {
        return sendProblem(request, reply, { code: 'too-large', detail: '正文超过 32 KB，没有接收。' });
      }
      if (error.statusCode === 415) {
        return sendProblem(request, reply, {
          code: 'unsupported-type',
          detail: '正文应为 application/json。',
        });
      }
      request.log.error({ fault: error.name, code: error.code }, 'fault');
      return sendProblem(request, reply, { code: 'fault' });
    });
    scope.post(OPINION_HOOK, { bodyLimit: LONGEST_BODY }, async (request, reply) => {
      const params = hookParams.safeParse(request.params);
      const signature = request.headers[SIGNATURE_HEADER];
      const done = await receiveOpinion(base, {
        sourceId: params.success ? params.data.sourceId : null,
        signature: typeof signature === 'string' ? signature : '',
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      });
      if (!done.ok) return sendProblem(request, reply, done.error);
      return reply
        .header('cache-control', 'no-store')
        .send({ result: done.value.isNew ? '已登记' : '已经收到过' });
    });
  });
}

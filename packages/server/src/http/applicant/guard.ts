import rateLimit from '@fastify/rate-limit';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { APPLY_SUGGESTIONS } from '@zhaoshi/portal/paths';
import type { FastifyError, FastifyInstance } from 'fastify';
import { type AttemptLimits, networkOf } from '../api/attempt-limits.ts';
import { type ApplicantTools, isCrossSite, show } from './tools.ts';

const FOREIGN = {
  title: '没有接收',
  words: ['这次提交不是从本站的页面发出的，没有接收，也没有改动任何内容。请回到本站的页面重新操作。'],
};
const TOO_MANY = {
  title: '操作过于频繁',
  words: ['这个网络地址在一分钟内提交的次数过多，这一次没有接收，已经保存的内容没有变化。请过一分钟再试。'],
};
const TOO_LARGE = {
  title: '内容过长',
  words: [
    '提交的内容过长，没有接收，上一次保存的内容没有变化。请缩短后重新提交；篇幅长的说明可以放在附件中。',
  ],
};

/**
 * What holds for every form of applicants, before it is read: it comes from this site, not too often from one address,
 * and not too large.
 */
export async function guardForms(
  app: FastifyInstance,
  tools: ApplicantTools,
  { perAddress }: AttemptLimits,
): Promise<void> {
  await app.register(rateLimit, { global: false, cache: 50_000 });
  const count = app.createRateLimit({
    max: perAddress,
    timeWindow: MINUTE_MS,
    keyGenerator: ({ ip }) => networkOf(ip),
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST') return undefined;
    if (isCrossSite(request)) {
      return await show(tools, request, reply, { path: null, code: 403 }, (frame) =>
        messagePage(frame, FOREIGN),
      );
    }
    // Asked while one types; the gate of the searches limits it.
    if (request.routeOptions.url === APPLY_SUGGESTIONS) return undefined;
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return undefined;
    reply.header('retry-after', '60');
    return await show(tools, request, reply, { path: null, code: 429 }, (frame) =>
      messagePage(frame, TOO_MANY),
    );
  });
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error.statusCode !== 413) throw error;
    return await show(tools, request, reply, { path: null, code: 413 }, (frame) =>
      messagePage(frame, TOO_LARGE),
    );
  });
}

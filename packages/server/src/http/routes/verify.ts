import rateLimit from '@fastify/rate-limit';
import type { FormValues } from '@zhaoshi/domain/application/web-form';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { verifyPage } from '@zhaoshi/portal/pages/verify';
import { VERIFY, VERIFY_PROOF } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writeProof } from '../../publication-proof/proof.ts';
import { readCheckCode } from '../../use-cases/documents/check-code.ts';
import { networkOf } from '../api/attempt-limits.ts';
import { acceptForms, formIn, typedText } from '../applicant/form-body.ts';
import { displayOf } from '../display.ts';
import { createFairGate } from '../fair-gate.ts';
import { type PortalSource, siteOf } from '../portal-pages-site.ts';
import { loadProof } from '../portal-proof.ts';
import { answerVerification } from '../portal-verify.ts';
import { HTML } from '../public-document.ts';
import { type PortalDependencies, sendNotFound } from './portal.ts';

/** A hundred thousand characters in the writing of forms, nine bytes each. */
const LONGEST_FORM = 1024 * 1024;

/** Of one network in a minute. A code has 60 random bits; this is against load, not against guessing. */
const PER_NETWORK = 60;

const LIMITS = { atOnce: 3, perAsker: 1, waiting: 16, waitingPerAsker: 2 };

const UNCACHED = { 'cache-control': 'private, no-store' } as const;

const TOO_MANY = {
  title: '核验过于频繁',
  words: ['这个网络地址在一分钟内核验的次数过多，请过一分钟再试。'],
};

interface CodeQuery {
  readonly code?: unknown;
}

const codeIn = ({ code }: CodeQuery): string => (typeof code === 'string' ? typedText(code) : '');

async function showPage(
  portal: PortalSource,
  request: FastifyRequest,
  reply: FastifyReply,
  make: (frame: Parameters<typeof verifyPage>[0]) => ReturnType<typeof verifyPage>,
): Promise<FastifyReply> {
  const frame = { site: await siteOf(portal), display: displayOf(request.headers.cookie), path: VERIFY };
  return await reply.type(HTML).headers(UNCACHED).send(make(frame).markup);
}

/** Verification of what somebody holds, and the proof to be taken home. Reads published views only; keeps nothing. */
export function verifyRoutes(app: FastifyInstance, portal: PortalDependencies): void {
  const gate = createFairGate(LIMITS);

  const tooMany = (request: FastifyRequest, reply: FastifyReply, code: 429 | 503): Promise<FastifyReply> => {
    reply.code(code).header('retry-after', code === 429 ? '60' : '2');
    return showPage(portal, request, reply, (frame) => messagePage(frame, TOO_MANY));
  };

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: FormValues | null,
  ): Promise<FastifyReply> {
    const found = await gate.run(request.ip, () => answerVerification(portal.published, asked));
    if (found === null) return await tooMany(request, reply, 503);
    if (found.form.errors.length > 0) reply.code(422);
    return await showPage(portal, request, reply, (frame) => verifyPage(frame, found));
  }

  app.register(async (scope) => {
    acceptForms(scope);
    await scope.register(rateLimit, { global: false, cache: 50_000 });
    const count = scope.createRateLimit({
      max: PER_NETWORK,
      timeWindow: MINUTE_MS,
      keyGenerator: ({ ip }) => networkOf(ip),
    });
    scope.addHook('onRequest', async (request, reply) => {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return undefined;
      return await tooMany(request, reply, 429);
    });

    scope.get<{ Querystring: CodeQuery }>(VERIFY, (request, reply) => {
      const code = codeIn(request.query);
      return answer(request, reply, code === '' ? null : { code });
    });

    scope.post(VERIFY, { bodyLimit: LONGEST_FORM }, (request, reply) =>
      answer(request, reply, formIn(request)),
    );

    scope.get<{ Querystring: CodeQuery }>(VERIFY_PROOF, async (request, reply) => {
      const code = readCheckCode(codeIn(request.query));
      const proof =
        code === null ? null : await gate.run(request.ip, () => loadProof(portal.published, code));
      if (code === null || proof === null) return await sendNotFound(portal, request, reply);
      return await reply
        .type('application/json; charset=utf-8')
        .headers(UNCACHED)
        .header('content-disposition', `attachment; filename="zhaoshi-proof-${code}.json"`)
        .send(writeProof(proof));
    });
  });
}

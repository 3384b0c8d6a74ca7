import multipart from '@fastify/multipart';
import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import { bodyOf, type Route } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import { ROUTES } from '@zhaoshi/contract/routes';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FoundSession, findSession } from '../../db/queries/session.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { hashSessionToken } from '../../use-cases/identity/session-token.ts';
import { accessRejection, crossSiteRejection } from './access.ts';
import {
  type AttemptLimits,
  attemptConfig,
  limitAttempts,
  type MayTry,
  STANDARD_LIMITS,
} from './attempt-limits.ts';
import { type BytesAnswer, sendBytes } from './bytes-answer.ts';
import { callContext } from './call-context.ts';
import type { CallContext } from './handler.ts';
import { HANDLERS } from './handlers.ts';
import { knownDevice } from './known-device.ts';
import { MULTIPART_LIMITS } from './multipart-upload.ts';
import { answersOf, areaTitle, describeApi, headersOf } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { confirmedOf, deviceOf, sessionTokenOf } from './session-cookie.ts';
import { signatureRejection } from './shown-second-factor.ts';
import { rejectionOf, rejectionOfNul, wholeCharacters } from './validation.ts';

export interface ApiDependencies {
  readonly base: UseCaseContext & { readonly services: Services };
  /** Whether people reach the server by HTTPS, which cookies are then bound to. */
  readonly secure: boolean;
  /** Of the program, for the description of the interface. */
  readonly version: string;
  /** How often secrets may be tried; by default as a real installation needs it. */
  readonly attempts?: AttemptLimits;
}

/** A handler without the types of its route, as the loop over the table sees it. */
type AnyHandler = (
  context: CallContext,
  input: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
) => Promise<Result<unknown, Rejection>>;

const sessions = new WeakMap<FastifyRequest, FoundSession>();

function schemaOf(route: Route) {
  const headers = headersOf(route);
  const body = bodyOf(route);
  return {
    summary: route.summary,
    tags: [areaTitle(route)],
    operationId: route.id,
    ...(route.params !== undefined && { params: route.params }),
    ...(route.query !== undefined && { querystring: route.query }),
    ...(body instanceof z.ZodType && { body }),
    ...(headers !== undefined && { headers }),
    ...(route.permission !== 'anyone' && { security: [{ session: [] }] }),
    response: answersOf(route),
  };
}

function versionOf(value: unknown): number | null {
  return typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number'
    ? value.version
    : null;
}

function send(route: Route, reply: FastifyReply, value: unknown): FastifyReply {
  if (route.response === 'nothing') return reply.code(204).send();
  if (route.response === 'redirect') {
    const { location } = value as { readonly location: string };
    return reply.code(303).header('location', location).send();
  }
  if (route.response === 'bytes') return sendBytes(reply, value as BytesAnswer);
  const version = route.versioned === true ? versionOf(value) : null;
  if (version !== null) reply.header('etag', `"${version}"`);
  return reply.send(value);
}

function addRoute(
  app: FastifyInstance,
  { base, secure, attempts = STANDARD_LIMITS, mayTry }: ApiDependencies & { readonly mayTry: MayTry },
  route: Route,
  handle: AnyHandler,
): void {
  const deviceIdIn = ({ headers }: FastifyRequest): string | null =>
    knownDevice(base.services.secretBox, deviceOf(headers.cookie, secure), base.now())?.deviceId ?? null;
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOf(route),
    ...attemptConfig(route, attempts),
    // Before the body is read: who may not call is told nothing about what would be valid.
    onRequest: async (request, reply) => {
      const token = sessionTokenOf(request.headers.cookie, secure);
      const session =
        token === null
          ? undefined
          : await findSession(base.database, { tokenSha256: hashSessionToken(token) }, base.now());
      const refused = crossSiteRejection(request) ?? accessRejection(route, session);
      if (refused !== null) return sendProblem(request, reply, refused);
      if (session !== undefined) sessions.set(request, session);
      return undefined;
    },
    handler: async (request, reply) => {
      const { params, query, body } = request;
      const tries = sessions.get(request)?.caller.accountId ?? null;
      const named = route.permission === 'anyone' ? null : tries;
      if (route.attempts === true && !(await mayTry(request, named, deviceIdIn(request)))) {
        return sendProblem(request, reply, { code: 'too-many' });
      }
      const found = sessions.get(request);
      const unsigned =
        found === undefined
          ? null
          : signatureRejection(route, found, {
              body,
              cookie: confirmedOf(request.headers.cookie, secure),
              box: base.services.secretBox,
              now: base.now(),
            });
      if (unsigned !== null) return sendProblem(request, reply, unsigned);
      const context = callContext(base, route, request, reply, { found, secure });
      if (!context.ok) return sendProblem(request, reply, context.error);
      const result = await handle(context.value, { params, query, body });
      return result.ok ? send(route, reply, result.value) : sendProblem(request, reply, result.error);
    },
  });
}

/** What a fault's log line says; not its message, in which a database quotes values. */
const faultFacts = (error: FastifyError): Readonly<Record<string, unknown>> => ({
  fault: error.name,
  code: error.code,
  at: error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim()),
});

/** The interface under /api: every route of the contract, and nothing else. */
export function apiRoutes(app: FastifyInstance, dependencies: ApiDependencies): void {
  const { version } = dependencies;
  // Fields that say nothing of their own faults say them in Chinese too.
  z.config(z.locales.zhCN());
  app.register(async (api) => {
    await describeApi(
      api,
      version,
      Object.values(ROUTES).flatMap((routes) => Object.values<Route>(routes)),
    );
    const mayTry = await limitAttempts(api, dependencies.attempts ?? STANDARD_LIMITS);
    await api.register(multipart, { limits: MULTIPART_LIMITS });
    api.setValidatorCompiler(validatorCompiler);
    api.setSerializerCompiler(serializerCompiler);
    api.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    api.addHook('preValidation', async (request, reply) => {
      const refused = rejectionOfNul(request);
      if (refused !== null) return sendProblem(request, reply, refused);
      request.body = wholeCharacters(request.body);
      return undefined;
    });
    api.setErrorHandler((error: FastifyError, request, reply) => {
      const rejection = rejectionOf(error);
      if (rejection === null) request.log.error(faultFacts(error), 'fault');
      return sendProblem(request, reply, rejection ?? { code: 'fault' });
    });
    for (const [area, routes] of Object.entries(ROUTES)) {
      const handlers: Readonly<Record<string, unknown>> = HANDLERS[area as keyof typeof HANDLERS];
      for (const [name, route] of Object.entries<Route>(routes)) {
        addRoute(api, { ...dependencies, mayTry }, route, handlers[name] as AnyHandler);
      }
    }
    api.all('/api/*', { schema: { hide: true } }, (request, reply) =>
      sendProblem(request, reply, { code: 'not-found' }),
    );
  });
}

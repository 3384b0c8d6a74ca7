import { isChanging, needsKey, needsVersion, type Route } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { abilitiesOver, can } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IdempotentCall } from '../../db/idempotent-call.ts';
import { actorIn } from '../../db/queries/caller.ts';
import type { FoundSession } from '../../db/queries/session.ts';
import { createRunChange } from '../../db/run-change.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { deviceOf } from './device.ts';
import type { CallContext, HttpCall } from './handler.ts';
import { multipartUpload } from './multipart-upload.ts';
import { sessionCookie } from './session-cookie.ts';

/** The version in an `If-Match` header as this interface writes it: one strong tag. */
function versionIn(header: string | undefined): number | null {
  const found = /^"([1-9]\d{0,8})"$/.exec(header ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

const KEY = /^[A-Za-z0-9_-]{8,100}$/;

function idempotentCall(
  route: Route,
  request: FastifyRequest,
  rest: Pick<IdempotentCall, 'accountId' | 'reaches' | 'reached' | 'box'>,
): Result<IdempotentCall | null, Rejection> {
  if (!needsKey(route)) return ok(null);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) return err({ code: 'key-missing' });
  const sent = JSON.stringify([request.params, request.query, request.body]);
  return ok({ ...rest, key, route: route.id, request: sent, hasSecret: route.attempts === true });
}

/** Nobody is signed in yet. */
const NOBODY: FoundSession = {
  stage: 'full',
  organs: [],
  organ: null,
  isDemonstration: false,
  startedAt: new Date(0),
  caller: {
    accountId: 'anonymous',
    sessionId: '',
    displayName: '',
    loginName: '',
    organ: null,
    actor: actorIn(undefined, false),
  },
};

const isPermission = (route: Route): route is Route & { readonly permission: Permission } =>
  route.permission !== 'anyone' && route.permission !== 'signingIn' && route.permission !== 'self';

function httpCall(request: FastifyRequest, reply: FastifyReply, secure: boolean): HttpCall {
  return {
    header: (name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    setHeader: (name, value) => {
      reply.header(name, value);
    },
    isHead: request.method === 'HEAD',
    isSecure: secure,
    upload: () => multipartUpload(request, reply),
  };
}

/** What the handler of a route is given; a rejection when a header that the route needs is missing. */
export function callContext(
  base: UseCaseContext & { readonly services: Services },
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { found, secure }: { readonly found: FoundSession | undefined; readonly secure: boolean },
): Result<CallContext, Rejection> {
  const session = found ?? NOBODY;
  const { caller } = session;
  const reached = new Set<string>();
  const reaches = (path: string): boolean => {
    const does = isPermission(route) && can(caller.actor, route.permission, path);
    if (does) reached.add(path);
    return does;
  };
  const accountId = found === undefined ? null : caller.accountId;
  const call = idempotentCall(route, request, { accountId, reaches, reached, box: base.services.secretBox });
  if (!call.ok) return call;
  const expectedVersion = versionIn(request.headers['if-match']);
  if (needsVersion(route) && expectedVersion === null) return err({ code: 'version-missing' });
  const change = isChanging(route)
    ? createRunChange(base, {
        actor: caller.accountId,
        event: route.audit,
        actingFor: session.organ?.path ?? null,
        sessionId: found === undefined ? null : caller.sessionId,
        call: call.value,
      })
    : () => Promise.reject(new Error(`${route.id} declares that it changes nothing`));
  return ok({
    ...base,
    session,
    caller,
    change,
    permission: isPermission(route) ? route.permission : 'organ.read',
    reaches,
    abilities: (path) => [...abilitiesOver(caller.actor, path)],
    expectedVersion: expectedVersion ?? 0,
    device: deviceOf(request.headers['user-agent']),
    setSessionCookie: (token) => {
      reply.header('set-cookie', sessionCookie(token, secure));
    },
    http: httpCall(request, reply, secure),
  });
}

import type { Route } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import { canSomewhere } from '@zhaoshi/domain/permission/can';
import type { FastifyRequest } from 'fastify';
import type { FoundSession } from '../../db/queries/session.ts';

/** Every unsafe call carries it: a page of another site cannot set it without being asked first. */
export const REQUEST_HEADER = 'zhaoshi-request';

/** Whether a call that changes something comes from our own pages (attack list, 9). */
export function crossSiteRejection({ method, headers }: FastifyRequest): Rejection | null {
  if (method === 'GET' || method === 'HEAD') return null;
  const site = headers['sec-fetch-site'];
  const fromOwnPage = site === undefined || site === 'same-origin';
  return fromOwnPage && headers[REQUEST_HEADER] !== undefined ? null : { code: 'cross-site' };
}

/** Whether a person may call the route at all; whether their right reaches the thing is the use case's question. */
export function accessRejection(route: Route, session: FoundSession | undefined): Rejection | null {
  const { permission } = route;
  if (permission === 'anyone') return null;
  if (session === undefined) return { code: 'not-signed-in' };
  if (permission === 'signingIn') return null;
  if (session.stage !== 'full') return { code: 'sign-in-incomplete' };
  if (permission === 'self') return null;
  return canSomewhere(session.caller.actor, permission) ? null : { code: 'forbidden' };
}

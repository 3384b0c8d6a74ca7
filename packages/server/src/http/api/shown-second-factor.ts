import { timingSafeEqual } from 'node:crypto';
import { needsFreshSecondFactor, type Route } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import { isFreshSecondFactor } from '@zhaoshi/domain/identity/fresh-second-factor';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { FoundSession } from '../../db/queries/session.ts';
import type { CallContext } from './handler.ts';
import { confirmedCookie } from './session-cookie.ts';

const PURPOSE = 'shown-second-factor';

const signed = (box: SecretBox, facts: string): string => `${facts}.${box.keyedHash(facts, PURPOSE)}`;

/** Remembers with the browser that the second factor was shown in this session just now. */
export function rememberSecondFactor({ services, http, now }: CallContext, sessionId: string): void {
  const value = signed(services.secretBox, `${sessionId}.${now().getTime()}`);
  http.setHeader('set-cookie', confirmedCookie(value, http.isSecure));
}

/** When the second factor was shown in the session, by a cookie that we signed; `null`: another one, or none. */
function shownAt(box: SecretBox, value: string | null, ofSession: string): Date | null {
  const [sessionId = '', at = ''] = (value ?? '').split('.');
  const right = Buffer.from(signed(box, `${sessionId}.${at}`));
  const given = Buffer.from(value ?? '');
  const isOurs = right.length === given.length && timingSafeEqual(right, given);
  return isOurs && sessionId === ofSession ? new Date(Number(at)) : null;
}

/**
 * Why a call that is a signature is not taken: the second factor was shown too long ago. Signing in with it is
 * showing it.
 *
 * @param cookie the value of the cookie that says when it was shown last
 */
export function signatureRejection(
  route: Route,
  { caller, startedAt }: Pick<FoundSession, 'caller' | 'startedAt'>,
  {
    body,
    cookie,
    box,
    now,
  }: { readonly body: unknown; readonly cookie: string | null } & {
    readonly box: SecretBox;
    readonly now: Date;
  },
): Rejection | null {
  if (!needsFreshSecondFactor(route, body)) return null;
  const isFresh =
    (caller.actor.secondFactor && isFreshSecondFactor(startedAt, now)) ||
    isFreshSecondFactor(shownAt(box, cookie, caller.sessionId), now);
  return isFresh ? null : { code: 'second-factor-again' };
}

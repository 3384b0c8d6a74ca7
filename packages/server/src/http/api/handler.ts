import type { ReadingRoute, Route, RouteInput, RouteOutput } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { Upload } from '../../adapters/files/take-in.ts';
import type { FoundSession } from '../../db/queries/session.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../../use-cases/context.ts';
import type { BytesAnswer } from './bytes-answer.ts';

/** What routes of bytes and files need of HTTP itself. */
export interface HttpCall {
  /** A header of the request by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  readonly setHeader: (name: string, value: string) => void;
  /** Only the headers of the answer are wanted. */
  readonly isHead: boolean;
  /** Cookies are bound to HTTPS. */
  readonly isSecure: boolean;
  /** The file of a multipart form, not read yet; `null` when there is none. */
  readonly upload: () => Promise<Upload | null>;
}

/** What a handler works with: the caller's context and what belongs to the call itself. */
export interface CallContext extends ChangeContext {
  readonly services: Services;
  /** The caller's session; handlers of routes that `anyone` may call have none. */
  readonly session: FoundSession;
  /** The permission that the route declares. */
  readonly permission: Permission;
  /** What the caller may do to what belongs to the organ at this path. */
  readonly abilities: (organPath: string) => Permission[];
  /** Browser and system of the caller, in words. */
  readonly device: string;
  readonly setSessionCookie: (token: string | null) => void;
  readonly http: HttpCall;
}

/** Handlers of routes that change nothing have nothing to change with. */
export type ReadContext = Omit<CallContext, 'change' | 'expectedVersion' | 'setSessionCookie'>;

export type Handler<R extends Route> = (
  context: R extends ReadingRoute ? ReadContext : CallContext,
  input: RouteInput<R>,
) => Promise<Result<R['response'] extends 'bytes' ? BytesAnswer : RouteOutput<R>, Rejection>>;

/** One handler for each route of an area; a route without one does not compile. */
export type Handlers<Area extends Readonly<Record<string, Route>>> = {
  readonly [K in keyof Area]: Handler<Area[K]>;
};

/** Shows, with a stale call, the resource as it is now. */
export function presentStale<T>(
  result: Result<T, Rejection>,
  present: (row: never) => unknown,
): Result<T, Rejection> {
  if (result.ok || result.error.current === undefined) return result;
  return err({ ...result.error, current: present(result.error.current as never) });
}

/** The resource as it is after a change, and with a stale call as it is now; where nobody sees it there is none. */
export function shownAfter<Shown>(
  done: Result<unknown, Rejection>,
  now: Shown | undefined,
): Result<Shown, Rejection> {
  if (now === undefined) return err({ code: 'not-found' });
  return done.ok ? ok(now) : presentStale(done, () => now);
}

/** Shows a use case's answer, and with a stale save the resource as it is now, by the same presenter. */
export function presentResult<T, Shown>(
  result: Result<T, Rejection>,
  present: (value: T) => Shown,
): Result<Shown, Rejection> {
  return result.ok ? ok(present(result.value)) : presentStale(result, present);
}

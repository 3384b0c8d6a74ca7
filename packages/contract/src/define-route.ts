import type { AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

/**
 * Who may call a route: `anyone`; `signingIn`, a session at any stage; `self`, anyone signed in, for what is
 * their own; or a right of the permission table.
 */
export type RouteAccess = 'anyone' | 'signingIn' | 'self' | Permission;

interface RouteBase {
  /** `<area>.<verb>`, unique. */
  readonly id: string;
  /** Path with `:name` parameters. */
  readonly path: `/api/${string}`;
  /** What the call does, in a line of Chinese for the page about the interface. */
  readonly summary: string;
  readonly permission: RouteAccess;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** What a call that succeeds answers; what is not named here never leaves the server. */
  readonly response: z.ZodType | 'nothing' | 'bytes' | 'redirect';
  /** The problems that belong to this route, beside those that follow from its shape (`problemsOf`). */
  readonly problems?: readonly ProblemCode[];
  /** The answer carries the version of the resource as its ETag. */
  readonly versioned?: true;
  /** A try at a secret: how often is limited by address and by account. */
  readonly attempts?: true;
}

interface ReadRoute extends RouteBase {
  readonly method: 'GET';
  readonly response: Exclude<RouteBase['response'], 'redirect'>;
}

/** A step of a dialogue with another site, which can only send the browser here: the one `GET` that may change. */
interface RedirectRoute extends RouteBase {
  readonly method: 'GET';
  readonly response: 'redirect';
  readonly audit: AuditEvent;
}

/** Works something out from what is sent in the body; its handler is given nothing to change with. */
interface QuestionRoute extends RouteBase {
  readonly method: 'POST';
  readonly changesNothing: true;
  readonly response: Exclude<RouteBase['response'], 'redirect'>;
  readonly body: z.ZodType | 'multipart';
}

interface ChangeRoute extends RouteBase {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly changesNothing?: never;
  readonly response: Exclude<RouteBase['response'], 'redirect'>;
  /** What is written to the audit trail in the transaction of the change. */
  readonly audit: AuditEvent;
  readonly body?: z.ZodType | 'multipart';
  /**
   * Makes something new: a repeated call with the same `Idempotency-Key` answers the same, to whoever may still make
   * it, and makes nothing.
   */
  readonly creates?: true;
  /** Changes something that others may have changed meanwhile: needs `If-Match`. */
  readonly ifMatch?: true;
  /** A call whose body has this shape is a signature: the second factor must have been shown shortly before. */
  readonly freshSecondFactor?: z.ZodObject;
}

/** Routes whose handlers cannot change anything. */
export type ReadingRoute = ReadRoute | QuestionRoute;

export type Route = ReadingRoute | RedirectRoute | ChangeRoute;

/** Whether a call of the route changes something, and is written to the audit trail. */
export const isChanging = (route: Route): route is RedirectRoute | ChangeRoute =>
  route.method === 'GET' ? route.response === 'redirect' : route.changesNothing !== true;

/** Whether the call needs an `Idempotency-Key`. */
export const needsKey = (route: Route): boolean => 'creates' in route;

/** Whether the call needs `If-Match`. */
export const needsVersion = (route: Route): boolean => 'ifMatch' in route;

/** Whether a call with this body is a signature, for which the second factor is asked for again. */
export const needsFreshSecondFactor = (route: Route, body: unknown): boolean =>
  'freshSecondFactor' in route && (route.freshSecondFactor?.safeParse(body).success ?? false);

/** What is sent in the body, if anything is. */
export const bodyOf = (route: Route): z.ZodType | 'multipart' | undefined =>
  'body' in route ? route.body : undefined;

/** Declares a route; without a permission, or as a change without an audit event, it does not compile. */
export const defineRoute = <const R extends Route>(route: R): R => route;

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;
type Part<R, K extends string> = R extends Readonly<Record<K, infer S>> ? S : undefined;

/** What a handler is given, parsed. */
export interface RouteInput<R extends Route> {
  readonly params: Parsed<Part<R, 'params'>>;
  readonly query: Parsed<Part<R, 'query'>>;
  readonly body: Parsed<Part<R, 'body'>>;
}

/** What a caller sends; only the parts that the route has. */
export type RouteRequest<R extends Route> = {
  readonly [K in 'params' | 'query' | 'body' as Part<R, K> extends z.ZodType ? K : never]: Sent<Part<R, K>>;
};

/** What a call answers. */
export type RouteOutput<R extends Route> = R['response'] extends z.ZodType
  ? z.input<R['response']>
  : R['response'] extends 'nothing'
    ? null
    : R['response'] extends 'redirect'
      ? { readonly location: string }
      : never;

import type { Route, RouteOutput, RouteRequest } from '@zhaoshi/contract/define-route';
import { offline, problemOf } from './problem.ts';

export interface CallOptions {
  /** The version that the change rests on; sent as `If-Match`. */
  readonly version?: number | undefined;
  /** The same for every try of one submission, so that nothing is made twice. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

type Parts = Readonly<Partial<Record<'params' | 'query' | 'body', unknown>>>;

const entriesOf = (part: unknown): readonly (readonly [string, unknown])[] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : [];

/** The address of a call: `:name` filled in, what is not given left out of the query. */
export function addressOf(path: string, { params, query }: Parts): string {
  const values = new Map(entriesOf(params));
  const filled = path.replace(/:(\w+)/g, (_place, name: string) =>
    encodeURIComponent(String(values.get(name))),
  );
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
  }
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

/** By which the server knows its own pages: another site's page cannot send it. */
const OWN_PAGE = ['zhaoshi-request', 'console'] as const;

function headersOf(parts: Parts, { version, idempotencyKey }: CallOptions): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  headers.set(...OWN_PAGE);
  if (parts.body !== undefined && !(parts.body instanceof FormData))
    headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  return headers;
}

const bodyOf = ({ body }: Parts): BodyInit | null => {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
};

/** @throws CallProblem when the server refuses or cannot be reached */
async function send(route: Route, parts: Parts, options: CallOptions): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(addressOf(route.path, parts), {
      method: route.method,
      headers: headersOf(parts, options),
      body: bodyOf(parts),
      credentials: 'same-origin',
      signal: options.signal ?? null,
    });
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw offline();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/**
 * Calls a route that answers a file.
 *
 * @throws CallProblem when the server refuses or cannot be reached
 */
export const callBytes = <R extends Route>(route: R, request: RouteRequest<R>): Promise<Response> =>
  send(route, request, {});

/**
 * Calls a route of the contract.
 *
 * @returns what the route declares, `null` for one that answers nothing
 * @throws CallProblem when the server refuses or cannot be reached
 */
export async function call<R extends Route>(
  route: R,
  request: RouteRequest<R>,
  options: CallOptions = {},
): Promise<RouteOutput<R>> {
  const response = await send(route, request, options);
  if (route.response === 'nothing') return null as RouteOutput<R>;
  return (await response.json()) as RouteOutput<R>;
}

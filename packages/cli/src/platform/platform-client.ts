import { randomUUID } from 'node:crypto';
import { needsKey, type Route, type RouteOutput, type RouteRequest } from '@zhaoshi/contract/define-route';
import { offline, PlatformProblem, problemOf } from './platform-problem.ts';
import type { KeptSession } from './session-file.ts';

/** Calls routes of the platform's interface for one person. */
export interface PlatformClient {
  readonly origin: string;
  /**
   * @param version the version that the change rests on
   * @throws PlatformProblem when the platform refuses or cannot be reached
   */
  readonly call: <R extends Route>(
    route: R,
    request: RouteRequest<R>,
    version?: number,
  ) => Promise<RouteOutput<R>>;
  /**
   * Calls a route that answers a file.
   *
   * @throws PlatformProblem
   */
  readonly bytes: <R extends Route>(route: R, request: RouteRequest<R>) => Promise<Uint8Array>;
  /** The session as it is after the calls so far. */
  readonly session: () => KeptSession;
}

type Parts = Readonly<Partial<Record<'params' | 'query' | 'body', unknown>>>;

const entriesOf = (part: unknown): readonly (readonly [string, unknown])[] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : [];

function addressOf(origin: string, path: string, { params, query }: Parts): URL {
  const values = new Map(entriesOf(params));
  const filled = path.replace(/:(\w+)/g, (_place, name: string) =>
    encodeURIComponent(String(values.get(name))),
  );
  const address = new URL(filled, origin);
  for (const [name, value] of entriesOf(query)) {
    if (typeof value === 'string' || typeof value === 'number') {
      address.searchParams.append(name, String(value));
    }
  }
  return address;
}

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'Mac OS X', linux: 'Linux' };

/** By which a person finds this session in the list of their sign-ins. */
const USER_AGENT = `zhaoshi-cli/1 (${SYSTEMS[process.platform] ?? process.platform})`;

/** The longest that anything asked here takes: a check of every rule, files for publication. */
const PATIENCE_MS = 120_000;

/** Cookies of a session, kept as a browser would. */
class Cookies {
  readonly #jar: Map<string, string>;

  constructor(cookies: Readonly<Record<string, string>>) {
    this.#jar = new Map(Object.entries(cookies));
  }

  take(response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const [pair = '', ...rules] = header.split('; ');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (value === '' || rules.includes('Max-Age=0')) this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
  }

  header(): Readonly<Record<string, string>> {
    if (this.#jar.size === 0) return {};
    return { cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#jar);
  }
}

function headersOf(route: Route, { body }: Parts, version: number | undefined): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    // By which the server knows that no page of another site sent it.
    'zhaoshi-request': 'command-line',
    'user-agent': USER_AGENT,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(needsKey(route) && { 'idempotency-key': randomUUID() }),
  };
}

function answerOf<R extends Route>(route: R, body: unknown): RouteOutput<R> {
  const { response } = route;
  if (typeof response !== 'string' && response.safeParse(body).success) return body as RouteOutput<R>;
  throw new PlatformProblem(
    'unreadable',
    `平台的答复与本命令所知的格式不同（${route.id}），可能版本不一致。请使用与平台同一版本的命令行。`,
  );
}

/** A client that goes on with a session, or begins without one. */
export function createClient({ origin, cookies: kept }: KeptSession): PlatformClient {
  const cookies = new Cookies(kept);
  const send = async (route: Route, parts: Parts, version?: number): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(addressOf(origin, route.path, parts), {
        method: route.method,
        headers: { ...headersOf(route, parts, version), ...cookies.header() },
        body: parts.body === undefined ? null : JSON.stringify(parts.body),
        // Cookies go to this address and nowhere else.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      throw offline(origin, error);
    }
    cookies.take(response);
    if (!response.ok) throw await problemOf(response);
    return response;
  };
  return {
    origin,
    call: async (route, request, version) => {
      const response = await send(route, request, version);
      if (route.response === 'nothing') return null as RouteOutput<typeof route>;
      return answerOf(route, await response.json());
    },
    bytes: async (route, request) => new Uint8Array(await (await send(route, request)).arrayBuffer()),
    session: () => ({ origin, cookies: cookies.all() }),
  };
}

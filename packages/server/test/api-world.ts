import { randomUUID } from 'node:crypto';
import { needsKey, type Route, type RouteRequest } from '@zhaoshi/contract/define-route';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import { problemsOf } from '@zhaoshi/contract/problems-of';
import type { SessionStage } from '@zhaoshi/domain/identity/sign-in-stage';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Role } from '@zhaoshi/domain/permission/roles';
import type { FastifyInstance } from 'fastify';
import { REQUEST_HEADER } from '../src/http/api/access.ts';
import type { AttemptLimits } from '../src/http/api/attempt-limits.ts';
import { createApp } from '../src/http/app.ts';
import { createPageCache, type PageCache } from '../src/http/page-cache.ts';
import { loadAssets } from '../src/http/routes/assets.ts';
import { loadConsole } from '../src/http/routes/console.ts';
import type { Services } from '../src/services.ts';
import { startSession } from '../src/use-cases/identity/start-session.ts';
import { testApi } from './test-api.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface WorldOrgan {
  readonly regionId: string;
  readonly organId: string;
  readonly path: string;
}

export interface Answer {
  readonly status: number;
  // Tests look into bodies of every shape.
  readonly body: Record<string, never> & { readonly [name: string]: unknown };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As they went out; of a call that was made. */
  readonly bytes?: Buffer;
}

/** A small tree of organs behind the real application: a city, two counties with their offices, a township. */
export interface World {
  readonly database: TestDatabase;
  readonly app: FastifyInstance;
  /** Of the public pages; nobody tells it of publications unless a test does. */
  readonly cache: PageCache;
  readonly services: Services;
  readonly city: WorldOrgan;
  readonly county: WorldOrgan;
  readonly office: WorldOrgan;
  readonly township: WorldOrgan;
  readonly otherCounty: WorldOrgan;
  /** The day of its clock. */
  readonly today: () => CivilDate;
  /** Moves the clock. */
  readonly setNow: (now: Date) => void;
  /** A new person with roles in an organ. */
  readonly newPerson: (organ: WorldOrgan | null, roles: readonly Role[]) => Promise<string>;
  /** Takes a person out of their organs. */
  readonly leave: (accountId: string) => Promise<void>;
  /** A session of a person, by default a full one; returns its cookie. */
  readonly sessionOf: (accountId: string, stage?: SessionStage) => Promise<string>;
  /** A full session of a new person with the roles; returns its cookie. */
  readonly signedIn: (organ: WorldOrgan, ...roles: readonly Role[]) => Promise<string>;
  /** Calls a route as the console does. */
  readonly call: <R extends Route>(
    route: R,
    request: RouteRequest<R>,
    cookie?: string | null,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

function urlOf(
  route: Route,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
  return search === '' ? path : `${path}?${search}`;
}

async function plantOrgans(database: TestDatabase): Promise<Readonly<Record<string, WorldOrgan>>> {
  const organs: Record<string, WorldOrgan> = {};
  const regions: Record<string, string> = {};
  const region = async (name: string, level: 'city' | 'county', above: string | null): Promise<void> => {
    regions[name] = randomUUID();
    await database.server
      .insertInto('region')
      .values({
        region_id: regions[name],
        parent_id: above === null ? null : (regions[above] ?? ''),
        slug: name.toLowerCase(),
        name,
        level,
        is_demonstration: false,
      })
      .execute();
  };
  const organ = async (
    name: string,
    kind: 'cityGovernment' | 'countyGovernment' | 'governmentOrgan' | 'township',
    inRegion: string,
    above: string | null,
  ): Promise<void> => {
    const organId = randomUUID();
    const parent = above === null ? undefined : organs[above];
    const regionId = regions[inRegion] ?? '';
    organs[name] = { regionId, organId, path: `${parent?.path ?? ''}${organId}/` };
    await database.server
      .insertInto('organ')
      .values({
        region_id: regionId,
        organ_id: organId,
        parent_id: parent?.regionId === regionId ? parent.organId : null,
        slug: name.toLowerCase(),
        name,
        kind,
        level: kind === 'township' ? 'township' : kind === 'cityGovernment' ? 'city' : 'county',
        valid_from: '2019-05-15',
        valid_to: null,
        path: organs[name].path,
      })
      .execute();
  };
  await region('City', 'city', null);
  await region('East', 'county', 'City');
  await region('West', 'county', 'City');
  await organ('city', 'cityGovernment', 'City', null);
  await organ('county', 'countyGovernment', 'East', 'city');
  await organ('office', 'governmentOrgan', 'East', 'county');
  await organ('township', 'township', 'East', 'county');
  await organ('otherCounty', 'countyGovernment', 'West', 'city');
  return organs;
}

const organOf = (organs: Readonly<Record<string, WorldOrgan>>, name: string): WorldOrgan => {
  const organ = organs[name];
  if (organ === undefined) throw new Error(`no organ ${name}`);
  return organ;
};

/** @param services in the place of those that tests have */
export async function createWorld(
  services: Partial<Services> = {},
  attempts?: AttemptLimits,
  log: ((line: string) => void) | null = null,
): Promise<World> {
  const database = await createTestDatabase();
  let now = new Date('2026-11-21T02:03:04.567Z');
  const base = { database: database.server, now: () => now, newId: randomUUID };
  const api = { ...testApi(base, services), ...(attempts !== undefined && { attempts }) };
  const cache = createPageCache(1_000_000);
  const app = createApp({
    portal: { published: database.portal, cache },
    api,
    assets: await loadAssets(),
    consoleFiles: await loadConsole(),
    isReady: () => Promise.resolve(true),
    log,
  });
  const organs = await plantOrgans(database);

  const newPerson = async (organ: WorldOrgan | null, roles: readonly Role[]): Promise<string> => {
    const accountId = randomUUID();
    await database.server
      .insertInto('account')
      .values({
        account_id: accountId,
        login_name: `p${accountId.slice(0, 8)}`,
        display_name: '测试人员',
        created_at: now,
      })
      .execute();
    if (organ !== null && roles.length > 0) {
      await database.server
        .insertInto('membership')
        .values(
          roles.map((role) => ({
            region_id: organ.regionId,
            membership_id: randomUUID(),
            organ_id: organ.organId,
            account_id: accountId,
            role,
            granted_at: now,
          })),
        )
        .execute();
    }
    return accountId;
  };

  const sessionOf = async (accountId: string, stage: SessionStage = 'full'): Promise<string> => {
    const session = { accountId, stage, secondFactor: stage !== 'secondFactor', device: '测试' };
    const { token } = await database.server
      .transaction()
      .execute((transaction) => startSession(transaction, session, base));
    return `zhaoshi-session=${token}`;
  };

  return {
    database,
    app,
    cache,
    services: api.base.services,
    city: organOf(organs, 'city'),
    county: organOf(organs, 'county'),
    office: organOf(organs, 'office'),
    township: organOf(organs, 'township'),
    otherCounty: organOf(organs, 'otherCounty'),
    today: () => civilDateAt(now),
    setNow: (moment) => {
      now = moment;
    },
    newPerson,
    leave: async (accountId) => {
      await database.server
        .updateTable('membership')
        .set({ revoked_at: now })
        .where('account_id', '=', accountId)
        .where('revoked_at', 'is', null)
        .execute();
    },
    sessionOf,
    signedIn: async (organ, ...roles) => await sessionOf(await newPerson(organ, roles)),
    call: async (route, request, cookie = null, headers = {}) => {
      const parts: { readonly params?: object; readonly query?: object; readonly body?: unknown } = request;
      const answer = await app.inject({
        method: route.method,
        url: urlOf(route, { ...parts.params }, { ...parts.query }),
        headers: {
          [REQUEST_HEADER]: '1',
          ...(cookie !== null && { cookie }),
          ...(needsKey(route) && { 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(parts.body !== undefined && { payload: parts.body as object }),
      });
      const isJson = answer.headers['content-type']?.includes('json') === true && answer.body !== '';
      const body: Answer['body'] = isJson ? answer.json() : {};
      const problem = answer.statusCode >= 400 ? (body['code'] as ProblemCode | undefined) : undefined;
      if (problem !== undefined && !problemsOf(route).has(problem)) {
        throw new Error(`${route.id} answered ${problem}, which it does not declare`);
      }
      const headersOut = answer.headers as Answer['headers'];
      return { status: answer.statusCode, body, headers: headersOut, bytes: answer.rawPayload };
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

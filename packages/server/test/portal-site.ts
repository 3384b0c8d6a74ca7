import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createApp } from '../src/http/app.ts';
import { createPageCache, type PageCache } from '../src/http/page-cache.ts';
import { loadAssets } from '../src/http/routes/assets.ts';
import { createDemonstrationDatabase } from './demonstration-database.ts';
import { testApi } from './test-api.ts';
import type { TestDatabase } from './test-database.ts';

export const ORIGIN = 'https://www.example.gov.cn';
/** A published report of the demonstration. */
export const REPORT = '/hedong/jindian/annual-reports/2021';

/** The real application over the demonstration, as the public sees it. */
export interface PortalSite {
  readonly database: TestDatabase;
  readonly app: FastifyInstance;
  readonly cache: PageCache;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly organKey: (slug: string) => Promise<{ readonly region_id: string; readonly organ_id: string }>;
  readonly close: () => Promise<void>;
}

export async function openPortalSite(): Promise<PortalSite> {
  const database = await createDemonstrationDatabase();
  const cache = createPageCache(10_000_000);
  const app = createApp({
    portal: { published: database.portal, cache, origin: ORIGIN },
    api: testApi(database.context),
    assets: await loadAssets(),
    consoleFiles: { page: null, bodies: new Map() },
    isReady: () => Promise.resolve(true),
    log: null,
  });
  return {
    database,
    app,
    cache,
    get: (url) => app.inject({ method: 'GET', url }),
    organKey: async (slug) =>
      await database.server
        .selectFrom('organ')
        .select(['region_id', 'organ_id'])
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow(),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { listenForPublications } from '../src/db/published-channel.ts';
import { createApp } from '../src/http/app.ts';
import { createPageCache, type PageCache } from '../src/http/page-cache.ts';
import { loadAssets } from '../src/http/routes/assets.ts';
import type { World } from './api-world.ts';
import { testApi } from './test-api.ts';

/** A server of its own over a world's database, which hears of publications as a real one does. */
export interface PublicSite {
  readonly app: FastifyInstance;
  readonly cache: PageCache;
  readonly get: (url: string, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

export const PUBLIC_ORIGIN = 'https://www.example.gov.cn';

export async function openPublicSite(world: World): Promise<PublicSite> {
  const cache = createPageCache(10_000_000);
  const { database, services } = world;
  const app = createApp({
    portal: { published: database.portal, cache, origin: PUBLIC_ORIGIN },
    api: testApi(database.context, services),
    assets: await loadAssets(),
    consoleFiles: { page: null, bodies: new Map() },
    isReady: () => Promise.resolve(true),
    log: null,
  });
  const stop = await listenForPublications(database.logins.portal, (keys) => {
    if (keys === null) cache.clear();
    else cache.drop(keys);
  });
  return {
    app,
    cache,
    get: (url, headers = {}) => app.inject({ method: 'GET', url, headers }),
    close: async () => {
      await stop();
      await app.close();
    },
  };
}

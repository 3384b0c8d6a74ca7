import { searchPage } from '@zhaoshi/portal/pages/search';
import { SEARCH } from '@zhaoshi/portal/paths';
import type { SearchPage } from '@zhaoshi/portal/view-models';
import type { FastifyInstance } from 'fastify';
import { displayOf } from '../display.ts';
import { HTML } from '../portal-pages.ts';
import { answerSearch } from '../portal-pages-search.ts';
import { type PortalSource, siteOf } from '../portal-pages-site.ts';

/** Searches at once; more would take the connections that pages need. */
const AT_ONCE = 4;

const BUSY: SearchPage = {
  query: '',
  message: '正在检索的人较多，请稍后再试。',
  organs: [],
  hits: [],
  next: null,
  continued: false,
};

/** Results are made for one reader and kept by nobody: what was asked must not stand in a cache. */
export function searchRoutes(app: FastifyInstance, portal: PortalSource): void {
  let running = 0;

  async function answer(query: {
    readonly q?: unknown;
    readonly after?: unknown;
  }): Promise<SearchPage | null> {
    if (running >= AT_ONCE) return null;
    running += 1;
    try {
      return await answerSearch(portal.published, query);
    } finally {
      running -= 1;
    }
  }

  app.get<{ Querystring: { readonly q?: unknown; readonly after?: unknown } }>(
    SEARCH,
    async (request, reply) => {
      const display = displayOf(request.headers.cookie);
      const frame = { site: await siteOf(portal), display, path: SEARCH };
      const found = await answer(request.query);
      if (found === null) reply.code(503).header('retry-after', '2');
      return await reply
        .type(HTML)
        .header('cache-control', 'private, no-store')
        .send(searchPage(frame, found ?? BUSY).markup);
    },
  );
}

import { searchPage } from '@zhaoshi/portal/pages/search';
import { SEARCH } from '@zhaoshi/portal/paths';
import type { SearchPage } from '@zhaoshi/portal/view-models';
import type { FastifyInstance } from 'fastify';
import { displayOf } from '../display.ts';
import { createFairGate } from '../fair-gate.ts';
import { HTML } from '../portal-pages.ts';
import { answerSearch } from '../portal-pages-search.ts';
import { type PortalSource, siteOf } from '../portal-pages-site.ts';

/** More searches at once would take the connections that pages need; one reader never takes all of them. */
const LIMITS = { atOnce: 4, perAsker: 2, waiting: 16, waitingPerAsker: 4 };

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
  const gate = createFairGate(LIMITS);

  app.get<{ Querystring: { readonly q?: unknown; readonly after?: unknown } }>(
    SEARCH,
    async (request, reply) => {
      const display = displayOf(request.headers.cookie);
      const frame = { site: await siteOf(portal), display, path: SEARCH };
      const found = await gate.run(request.ip, () => answerSearch(portal.published, request.query));
      if (found === null) reply.code(503).header('retry-after', '2');
      return await reply
        .type(HTML)
        .header('cache-control', 'private, no-store')
        .send(searchPage(frame, found ?? BUSY).markup);
    },
  );
}

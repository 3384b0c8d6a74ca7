import { askQuestion } from '@zhaoshi/domain/search/question';
import { searchPage } from '@zhaoshi/portal/pages/search';
import { SEARCH, SEARCH_SUGGESTIONS } from '@zhaoshi/portal/paths';
import type { FastifyInstance } from 'fastify';
import { searchTitles } from '../../db/queries/published-search.ts';
import { displayOf } from '../display.ts';
import { createFairGate } from '../fair-gate.ts';
import { answerSearchPage, emptySearch } from '../portal-pages-search.ts';
import { type PortalSource, siteOf } from '../portal-pages-site.ts';
import { HTML } from '../public-document.ts';
import { queryOf, type SearchAddress } from '../search-address.ts';
import { POLICY_WITH_SCRIPT } from '../security-headers.ts';

/** More searches at once would take the connections that pages need; one reader never takes all of them. */
const LIMITS = { atOnce: 4, perAsker: 2, waiting: 16, waitingPerAsker: 4 };
const SUGGESTION_LIMITS = { atOnce: 2, perAsker: 1, waiting: 8, waitingPerAsker: 1 };

const BUSY = '正在检索的人较多，请稍后再试。';

const MOST_SUGGESTIONS = 8;

/** What was asked must not stand in a cache. */
const UNCACHED = 'private, no-store';

/** Titles while somebody types; nothing when too many type at once. */
function suggestionRoute(app: FastifyInstance, { published }: PortalSource): void {
  const gate = createFairGate(SUGGESTION_LIMITS);

  app.post<{ Body: { readonly q?: unknown } | null }>(SEARCH_SUGGESTIONS, async (request, reply) => {
    const question = askQuestion(queryOf({ q: request.body?.q }), {});
    const found = await gate.run(request.ip, () => searchTitles(published, question, MOST_SUGGESTIONS));
    const items = (found ?? []).map(({ title, path, organ_name }) => ({
      title,
      path,
      organName: organ_name,
    }));
    return await reply.header('cache-control', UNCACHED).send({ items });
  });
}

/** Results are made for one reader and kept by nobody. */
export function searchRoutes(app: FastifyInstance, portal: PortalSource, script: string): void {
  const gate = createFairGate(LIMITS);

  app.get<{ Querystring: SearchAddress }>(SEARCH, async (request, reply) => {
    const display = displayOf(request.headers.cookie);
    const frame = { site: await siteOf(portal), display, path: SEARCH };
    const found = await gate.run(request.ip, () => answerSearchPage(portal.published, request.query));
    if (found === null) reply.code(503).header('retry-after', '2');
    const page = searchPage(frame, found ?? emptySearch('', BUSY), script);
    return await reply
      .type(HTML)
      .header('cache-control', UNCACHED)
      .header('content-security-policy', POLICY_WITH_SCRIPT)
      .send(page.markup);
  });
  suggestionRoute(app, portal);
}

import { faultPage, notFoundPage } from '@zhaoshi/portal/pages/error';
import { DISPLAY } from '@zhaoshi/portal/paths';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { displayCookie, displayOf, safeReturnPath } from '../display.ts';
import { cacheKey, type PageCache } from '../page-cache.ts';
import { displayFor, PUBLIC_DOCUMENTS } from '../portal-pages.ts';
import type { PathNames } from '../portal-pages-data.ts';
import { type PortalSource, siteInTrouble, siteOf } from '../portal-pages-site.ts';
import { prepareBody } from '../prepared-body.ts';
import { HTML } from '../public-document.ts';
import { searchRoutes } from './search.ts';
import { sendBody } from './send-body.ts';

export interface PortalDependencies extends PortalSource {
  readonly cache: PageCache;
}

type Query = Readonly<Record<string, unknown>>;

/** The page that says there is nothing at an address; made once for each display, never kept by anyone else. */
export async function sendNotFound(
  portal: PortalDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const display = displayOf(request.headers.cookie);
  const body = await portal.cache.get(cacheKey(display, 'not found'), async () => {
    const frame = { site: await siteOf(portal), display, path: null };
    return await prepareBody(HTML, Buffer.from(notFoundPage(frame).markup), true);
  });
  reply.code(404).type(HTML).header('cache-control', 'no-store');
  return reply.send(body?.variants.identity.bytes);
}

/** The names in the path, and of the query only what the document understands. */
function namesOf(params: PathNames, query: Query, understood: readonly ('group' | 'level')[]): PathNames {
  const asked = understood.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...params, ...Object.fromEntries(asked) };
}

/** What a name in a path can be. A decoded "/" in one would make the path of another page. */
const NAME = /^[a-z0-9-]{1,64}$/;

function documentRoutes(app: FastifyInstance, portal: PortalDependencies): void {
  for (const document of PUBLIC_DOCUMENTS) {
    app.get<{ Params: Readonly<Record<string, string>>; Querystring: Query }>(
      document.route,
      async (request, reply) => {
        if (!Object.values(request.params).every((name) => NAME.test(name)))
          return await sendNotFound(portal, request, reply);
        const display = displayFor(document, displayOf(request.headers.cookie));
        const names = namesOf(request.params, request.query, document.query);
        const body = await portal.cache.get(
          cacheKey(display, document.path(names)),
          () => document.make(portal, names, display),
          document.shows(names),
        );
        return body === null
          ? await sendNotFound(portal, request, reply)
          : await sendBody(request, reply, body);
      },
    );
  }
}

/** The public site: pages and files from the cache, the search, the display switch, and its own pages for errors. */
export function portalRoutes(app: FastifyInstance, portal: PortalDependencies, suggestScript: string): void {
  documentRoutes(app, portal);
  searchRoutes(app, portal, suggestScript);
  app.get<{ Querystring: Query }>(DISPLAY, (request, reply) => {
    const { text, contrast, back } = request.query;
    const display = { largeText: text === 'large', highContrast: contrast === 'high' };
    return reply
      .headers({ 'set-cookie': displayCookie(display), 'cache-control': 'no-store' })
      .redirect(safeReturnPath(back), 303);
  });
  app.setNotFoundHandler((request, reply) => sendNotFound(portal, request, reply));
  app.setErrorHandler(async (error: { readonly statusCode?: number }, request, reply) => {
    // What the router refuses (a path that cannot be decoded, a header too large) is nobody's fault here.
    if (error.statusCode !== undefined && error.statusCode < 500)
      return await sendNotFound(portal, request, reply);
    request.log.error(error, 'request failed');
    const site = await siteInTrouble(portal);
    const frame = { site, display: displayOf(request.headers.cookie), path: null };
    return reply
      .code(500)
      .type(HTML)
      .header('cache-control', 'no-store')
      .send(faultPage(frame, request.id).markup);
  });
}

import { faultPage, notFoundPage } from '@zhaoshi/portal/pages/error';
import { DOWNLOADS } from '@zhaoshi/portal/pages/report';
import { DISPLAY, downloadPath, organPath, reportPath } from '@zhaoshi/portal/paths';
import type { Display, Site } from '@zhaoshi/portal/view-models';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PublishedDatabase, publishedRegions } from '../../db/queries/published.ts';
import { displayCookie, displayName, displayOf, safeReturnPath } from '../display.ts';
import type { PageCache } from '../page-cache.ts';
import { type PathNames, PORTAL_PAGES, publishedReportFile } from '../portal-pages.ts';
import { prepareBody } from '../prepared-body.ts';
import { sendBody } from './send-body.ts';

export interface PortalDependencies {
  readonly published: PublishedDatabase;
  readonly cache: PageCache;
  readonly styleSheet: string;
}

const HTML = 'text/html; charset=utf-8';

/** Before a region is set up the site has no name of its own. */
async function siteOf({ published, styleSheet }: PortalDependencies): Promise<Site> {
  const [root] = await publishedRegions(published);
  return { name: root?.name ?? '', isDemonstration: root?.is_demonstration ?? false, styleSheet };
}

/** For the page about a fault, which may be that the database cannot be asked. */
async function siteInTrouble(portal: PortalDependencies): Promise<Site> {
  try {
    return await siteOf(portal);
  } catch {
    return { name: '', isDemonstration: false, styleSheet: portal.styleSheet };
  }
}

const FILE_TYPES: Readonly<Record<(typeof DOWNLOADS)[number]['format'], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
};

/** The page that says there is nothing at an address; never kept by anyone. */
export async function sendNotFound(
  portal: PortalDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const frame = { site: await siteOf(portal), display: displayOf(request.headers.cookie), path: null };
  return reply.code(404).type(HTML).header('cache-control', 'no-store').send(notFoundPage(frame).markup);
}

function pageRoutes(app: FastifyInstance, portal: PortalDependencies): void {
  for (const { route, path, make } of PORTAL_PAGES) {
    app.get<{ Params: PathNames }>(route, async (request, reply) => {
      const display: Display = displayOf(request.headers.cookie);
      const own = path(request.params);
      const body = await portal.cache.get(`${displayName(display)} ${own}`, async () => {
        const frame = { site: await siteOf(portal), display, path: own };
        const made = await make(portal.published, request.params, frame);
        return made && (await prepareBody(HTML, Buffer.from(made.markup), true));
      });
      return body === null ? await sendNotFound(portal, request, reply) : sendBody(request, reply, body);
    });
  }
}

function downloadRoutes(app: FastifyInstance, portal: PortalDependencies): void {
  for (const { format } of DOWNLOADS) {
    const report = reportPath(organPath(':region', ':organ'), ':year');
    app.get<{ Params: PathNames }>(downloadPath(report, format), async (request, reply) => {
      const { region, organ, year } = request.params;
      const body = await portal.cache.get(`${format} ${region}/${organ}/${year}`, async () => {
        const bytes = await publishedReportFile(portal.published, request.params, format);
        return bytes && (await prepareBody(FILE_TYPES[format], bytes, format === 'json'));
      });
      if (body === null) return await sendNotFound(portal, request, reply);
      reply.header('content-disposition', `attachment; filename="${organ}-${year}.${format}"`);
      return sendBody(request, reply, body);
    });
  }
}

/** The public site: pages and downloads from the cache, the display switch, and its own pages for errors. */
export function portalRoutes(app: FastifyInstance, portal: PortalDependencies): void {
  pageRoutes(app, portal);
  downloadRoutes(app, portal);
  app.get<{ Querystring: Readonly<Record<string, unknown>> }>(DISPLAY, (request, reply) => {
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

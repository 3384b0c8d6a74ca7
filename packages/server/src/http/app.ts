import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { COMPLAINT, SURVEY } from '@zhaoshi/portal/paths';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { type ApiDependencies, apiRoutes } from './api/api.ts';
import { createPageCacheFront } from './page-cache-front.ts';
import type { FrontDependencies } from './page-cache-front-answers.ts';
import { gatherLines } from './page-cache-log.ts';
import { answerClientError, answerExpectations, refusesWithoutHost } from './parser-answers.ts';
import { createSiteFacts } from './portal-pages-facts.ts';
import { requestLog } from './request-log.ts';
import { applicantRoutes } from './routes/applicant.ts';
import { type Assets, assetRoutes } from './routes/assets.ts';
import { calendarFeedRoutes } from './routes/calendar-feed.ts';
import { type ConsoleFiles, consoleRoutes } from './routes/console.ts';
import { documentFileRoutes } from './routes/document-files.ts';
import { healthRoutes } from './routes/health.ts';
import { type MetricsAccess, metricsRoutes } from './routes/metrics.ts';
import { opinionHookRoutes } from './routes/opinion-hook.ts';
import { type PortalDependencies, portalRoutes, sendNotFound } from './routes/portal.ts';
import { reportCellRoutes } from './routes/report-cells.ts';
import { verifyRoutes } from './routes/verify.ts';
import { villagePhotoRoutes } from './routes/village-photos.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { createSocketFront, type SocketFront } from './socket-front.ts';

export interface AppDependencies {
  readonly portal: Omit<PortalDependencies, 'styleSheet' | 'facts'>;
  readonly assets: Assets;
  readonly consoleFiles: ConsoleFiles;
  readonly api: ApiDependencies;
  readonly isReady: () => Promise<boolean>;
  /** Where log lines go, one JSON object each; `null` for none. */
  readonly log: ((line: string) => void) | null;
  /** Without, there is no `/metrics`. */
  readonly metrics?: MetricsAccess | undefined;
  /** Addresses and ranges of proxies whose word on the reader's address is taken; by default nobody's. */
  readonly trustedProxies?: readonly string[];
}

const KIBIBYTE = 1024;
const KEEP_ALIVE_MS = 72_000;

/** In place of the route's pattern, which a ready page no longer knows. */
const CACHED_PAGE = 'cached page';

const INFO = 30;

/** The line of the log for a ready page, as `onResponse` writes it for the others; of nothing that a reader sent. */
const frontLine = (requestId: string, status: number, milliseconds: number): string =>
  `{"level":${INFO},"time":${Date.now()},"reqId":"${requestId}","method":"GET","route":"${CACHED_PAGE}","status":${status},"ms":${Math.round(milliseconds * 10) / 10}}\n`;

/** The HTTP application in the order in which a request passes it. */
export function createApp({
  portal,
  api,
  assets,
  consoleFiles,
  isReady,
  log,
  metrics,
  trustedProxies = [],
}: AppDependencies): FastifyInstance {
  const facts = createSiteFacts(portal.published, portal.cache.generation);
  const pages = { ...portal, styleSheet: assets.styleSheet, facts };
  const logReady = log === null ? null : gatherLines(log);
  const ready: FrontDependencies = {
    cache: portal.cache,
    newRequestId: () => randomUUID(),
    onAnswer: ({ requestId, status, milliseconds }) => {
      logReady?.(frontLine(requestId, status, milliseconds));
      metrics?.metrics.observeRequest('GET', CACHED_PAGE, status, milliseconds / 1000);
    },
  };
  const front = createPageCacheFront(ready);
  // One for each address that the name of the host stands for.
  const socketFronts: SocketFront[] = [];
  let isStopping = false;
  const app = Fastify({
    // Pages that are ready go out before the routes are asked; a stopping server takes its leave of each connection.
    serverFactory: (handle) => {
      const server = createServer(
        { keepAliveTimeout: KEEP_ALIVE_MS, requireHostHeader: false },
        (request, response) => {
          if (!isStopping && front(request, response)) return;
          if (!refusesWithoutHost(request, response)) handle(request, response);
        },
      );
      socketFronts.push(createSocketFront(server, ready));
      return answerExpectations(server);
    },
    clientErrorHandler: answerClientError,
    logger: requestLog(log),
    // Its own two lines for each request name addresses; ours is below.
    logController: new LogController({ disableRequestLogging: true }),
    // Never taken from the request: a caller must not choose what stands in the log.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: 64 * KIBIBYTE,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 64 },
    // Paths that cannot be decoded or are too long never reach a route, nor its hooks.
    frameworkErrors: (_error, request, reply) => {
      reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
      sendNotFound(pages, request, reply).catch(() => reply.raw.writeHead(503).end());
    },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });

  app.addHook('preClose', async () => {
    isStopping = true;
    for (const socketFront of socketFronts) socketFront.close();
  });
  // 1. Every answer, errors included, carries its id and the security headers.
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
  });
  // 2. One line for each answer: the route's pattern, not the address, and nothing of the reader.
  app.addHook('onResponse', async (request, reply) => {
    // Nor that somebody was at the box for complaints or a survey, and when (ADR 0045, 0049).
    const { url } = request.routeOptions;
    if (url?.startsWith(COMPLAINT) === true || url?.startsWith(SURVEY) === true) return;
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    const route = request.routeOptions.url ?? 'none';
    metrics?.metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
  });
  // 3. Routes.
  healthRoutes(app, isReady);
  if (metrics !== undefined) metricsRoutes(app, metrics);
  assetRoutes(app, assets);
  consoleRoutes(app, consoleFiles);
  apiRoutes(app, api);
  opinionHookRoutes(app, api);
  calendarFeedRoutes(app, api);
  applicantRoutes(app, pages, api, assets.suggestScript);
  verifyRoutes(app, pages);
  documentFileRoutes(app, pages, api.base.services.files);
  villagePhotoRoutes(app, pages, api.base.services.files);
  reportCellRoutes(app, pages);
  portalRoutes(app, pages, assets.suggestScript);
  return app;
}

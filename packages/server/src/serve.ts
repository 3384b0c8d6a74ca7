import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { requireSameKey } from './adapters/secret-box/require-same-key.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './db/connect.ts';
import { readMigrations } from './db/migrate.ts';
import { type ChangedKeys, listenForPublications } from './db/published-channel.ts';
import { keysOfMinutes } from './db/queries/document-keys.ts';
import { publicMoment } from './db/queries/published-moment.ts';
import type { PublishedSchema, Schema } from './db/schema.ts';
import { firstSetUp } from './first-set-up.ts';
import { createApp } from './http/app.ts';
import { createPageCache } from './http/page-cache.ts';
import { type PublicClock, watchPublicClock } from './http/page-cache-clock.ts';
import { loadAssets } from './http/routes/assets.ts';
import { loadConsole } from './http/routes/console.ts';
import { JOB_HANDLERS } from './jobs/handlers.ts';
import { type RunningJobs, startJobs } from './jobs/start-jobs.ts';
import { type OpenDatabase, openDatabase, SHARED_USER, SHARED_USER_ADVICE } from './open-database.ts';
import { openServices } from './open-services.ts';
import { requireWhole } from './operations/backup/unfinished.ts';
import { requireErasures } from './operations/erasure/require-erasures.ts';
import { giveBackMemory } from './operations/give-back-memory.ts';
import { createLogger } from './operations/log.ts';
import { createMetrics, type PoolGauge } from './operations/metrics.ts';
import { createReadiness } from './operations/readiness.ts';
import { createStanding } from './operations/standing.ts';
import { keepMirror } from './portal-mirror/keep-mirror.ts';
import { requirePrivateDemonstration } from './private-demonstration.ts';
import { StartError } from './start-error.ts';
import { indexMissingReports } from './use-cases/annual-report/index-report.ts';
import { isEmpty } from './use-cases/demonstration/is-empty.ts';
import { loadDemonstration } from './use-cases/demonstration/load-demonstration.ts';
import { readDemonstrationAccess } from './use-cases/demonstration/read-access.ts';
import { VERSION } from './version.ts';
import { welcome } from './welcome.ts';

/** How the server speaks to the terminal it was started from. */
export interface ServerOutput {
  /** A line for people. */
  readonly say: (line: string) => void;
  /** A line of the structured log. */
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly address: string;
  /** Where to look and who to sign in as, for the terminal. */
  readonly welcome: string;
  /** Finishes what is under way, then stops server and database. Can be called more than once. */
  readonly stop: () => Promise<void>;
  /** Rejects when the database ends by itself. */
  readonly lost: Promise<never>;
}

const CONNECTIONS = 10;

/** Told before the database is started, which takes a while the first time. */
async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new StartError(`端口 ${port} 已被占用。请用 --port 指定另一个端口，或先停止占用它的程序。`);
    }
    if (code === 'EACCES')
      throw new StartError(`没有权限使用端口 ${port}。请用 --port 指定 1024 以上的端口。`);
    throw new StartError(`不能在 ${host}:${port} 提供服务：${String(code)}`);
  }
  probe.close();
  await once(probe, 'close');
}

/** For absolute addresses in feeds and sitemaps; when nobody told one, that of this server itself. */
export const publicOrigin = ({ site, host, port }: Config): string =>
  site.publicUrl ?? `http://${host}:${port}`;

async function startHttp(config: Config, opened: OpenDatabase, output: ServerOutput): Promise<RunningServer> {
  const now = (): Date => new Date();
  const logger = createLogger(config.log ? output.log : () => {}, now);
  const onLost = (): void => logger.warn('idle database connection lost');
  const pools = new Map<string, PoolGauge>();
  const connect = <S>(role: 'server' | 'portal') =>
    connectDatabase<S>(opened[role], CONNECTIONS, onLost, (pool) => pools.set(role, pool));
  const database = connect<Schema>('server');
  const published = connect<PublishedSchema>('portal');
  const cache = createPageCache(config.portal.cacheBytes);
  let stopping: Promise<void> | undefined;
  let stopListening = async (): Promise<void> => {};
  const names = (await readMigrations()).map(({ name }) => name);
  const isReady = createReadiness({ database, published }, names, now);
  const base = { database, now, newId: randomUUID, services: await openServices(config, logger) };
  let jobs: RunningJobs | undefined;
  let clock: PublicClock | undefined;
  const assets = await loadAssets();
  const origin = publicOrigin(config);
  const mirror =
    config.portal.mirror === null
      ? undefined
      : keepMirror(
          config.portal.mirror,
          { published, styleSheet: assets.styleSheet, origin, assets },
          logger,
        );
  const app = createApp({
    portal: { published, cache, origin },
    api: {
      base,
      secure: config.site.publicUrl?.startsWith('https:') === true,
      version: VERSION,
    },
    assets,
    consoleFiles: await loadConsole(),
    isReady: async () => stopping === undefined && (await isReady()),
    log: config.log ? output.log : null,
    trustedProxies: config.site.trustedProxies,
    metrics:
      config.metricsToken === null
        ? undefined
        : {
            metrics: createMetrics({
              cache: cache.stats,
              pools,
              standing: createStanding({ database, backups: config.backups }, now),
              mirrorLag: () => (mirror === undefined ? null : mirror.lag() / 1000),
            }),
            token: config.metricsToken,
          },
  });

  async function stopAll(): Promise<void> {
    logger.info('stopping');
    await app.close();
    await jobs?.stop();
    await stopListening();
    await clock?.stop();
    await mirror?.stop();
    await Promise.all([database.destroy(), published.destroy()]);
    await opened.close();
    logger.info('stopped');
  }
  const stop = async (): Promise<void> => {
    stopping ??= stopAll();
    await stopping;
  };

  try {
    await requireSameKey(database, base.services.secretBox);
    await requireWhole(database);
    const { files, secretBox, erasureFolder } = base.services;
    const list = { folder: erasureFolder, at: now() };
    const replayed = await requireErasures(database, { storage: files.storage, secretBox }, list);
    if (replayed > 0) {
      output.say(`数据库比清除名单旧（可能恢复过备份）：已按名单重新清除 ${replayed} 项个人信息，记入审计。`);
    }
    const isFirstStart = !config.empty && (await isEmpty(database));
    await requirePrivateDemonstration(config, database, isFirstStart);
    if (isFirstStart) {
      output.say('首次启动：正在载入演示数据（五份已公开的年度报告、六十余件虚构的申请）……');
      await loadDemonstration(base);
    }
    await indexMissingReports(database);
    jobs = await startJobs({ login: opened.server, context: base, handlers: JOB_HANDLERS, log: logger });
    const forget = (keys: ChangedKeys): void => {
      if (keys === null) cache.clear();
      else cache.drop(keys);
      mirror?.changed(keys);
    };
    clock = watchPublicClock({
      ask: () => publicMoment(database),
      onTurn: (span) => {
        const keys = span === null ? Promise.resolve(null) : keysOfMinutes(database, span);
        keys.then(forget, () => forget(null));
      },
      log: logger,
    });
    stopListening = await listenForPublications(opened.portal, (keys) => {
      forget(keys);
      clock?.look();
    });
    giveBackMemory();
    const address = await app.listen({
      host: config.host,
      port: config.port,
      listenTextResolver: () => 'listening',
    });
    logger.info('started', { migrated: opened.migrated.length });
    const lost = opened.ended.then(async (): Promise<never> => {
      if (stopping !== undefined) return await new Promise<never>(() => {});
      await stop();
      throw new StartError(
        '数据库意外停止，服务已停。数据文件夹中的 postgres.log 有最后的记录；重新启动即可继续。',
      );
    });
    const setUp = await firstSetUp(base, config.site.publicUrl ?? address);
    if (setUp !== null) output.say(setUp);
    const access = await readDemonstrationAccess(database, now());
    return { address, welcome: welcome(address, access, isFirstStart), stop, lost };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts everything: database, migrations, the demonstration on a first start, and the portal. */
export async function startServer(config: Config, output: ServerOutput): Promise<RunningServer> {
  await requireFreePort(config.host, config.port);
  output.say('正在启动数据库……');
  const opened = await openDatabase(config, true);
  if (!opened.hasOwnUsers) output.say(`注意：${SHARED_USER}。${SHARED_USER_ADVICE}。`);
  try {
    return await startHttp(config, opened, output);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

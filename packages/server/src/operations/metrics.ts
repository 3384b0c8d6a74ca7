import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { JOB_NAMES } from '../jobs/job-kinds.ts';
import type { Standing } from './standing.ts';

/** What a pool of database connections tells of itself. */
export interface PoolGauge {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export interface CacheGauge {
  readonly hits: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes: number;
}

/** What is measured; read at the moment somebody asks. */
export interface Gauges {
  readonly cache: () => CacheGauge;
  /** By the database role. */
  readonly pools: ReadonlyMap<string, PoolGauge>;
  /** `null` while it cannot be known; then its figures are left out. */
  readonly standing: () => Promise<Standing | null>;
  /** How long something has waited for the mirror, in seconds; `null` without a mirror. */
  readonly mirrorLag: () => number | null;
}

export interface Metrics {
  /** @param route the route's pattern, never an address */
  readonly observeRequest: (method: string, route: string, status: number, seconds: number) => void;
  /** The text that Prometheus reads. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function gauge<Label extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly Label[],
  collect: (gauge: Gauge<Label>) => void | Promise<void>,
): void {
  const made: Gauge<Label> = new Gauge<Label>({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    collect: () => collect(made),
  });
}

const secondsBetween = (earlier: Date, later: Date): number => (later.getTime() - earlier.getTime()) / 1000;

/** Jobs, applications, checkpoints, backups, mirror. What is not known is left out: a zero would say that all is well. */
function standingGauges(registry: Registry, { standing, mirrorLag }: Gauges): void {
  gauge(registry, 'zhaoshi_jobs', 'Jobs by kind and state', ['kind', 'state'], async (made) => {
    made.reset();
    const found = await standing();
    if (found === null) return;
    for (const kind of JOB_NAMES) {
      for (const state of ['waiting', 'deferred', 'active', 'failed']) made.set({ kind, state }, 0);
    }
    for (const { name: kind, waiting, deferred, active, failed } of found.queues) {
      made.set({ kind, state: 'waiting' }, waiting);
      made.set({ kind, state: 'deferred' }, deferred);
      made.set({ kind, state: 'active' }, active);
      made.set({ kind, state: 'failed' }, failed);
    }
  });
  gauge(registry, 'zhaoshi_applications', 'Applications that wait for a reply', ['state'], async (made) => {
    made.reset();
    const found = await standing();
    if (found === null) return;
    made.set({ state: 'open' }, found.applications.open);
    made.set({ state: 'overdue' }, found.applications.overdue);
  });
  const oldest = 'How long the oldest job that could begin has waited';
  gauge(registry, 'zhaoshi_jobs_oldest_waiting_seconds', oldest, ['kind'], async (made) => {
    made.reset();
    const found = await standing();
    for (const { name: kind, oldest_waiting } of found?.queues ?? []) {
      if (found !== null && oldest_waiting !== null)
        made.set({ kind }, secondsBetween(oldest_waiting, found.at));
    }
  });
  const age = (name: string, help: string, momentOf: (found: Standing) => Date | null): void =>
    gauge(registry, name, help, [], async (made) => {
      // `reset` would put a gauge without labels to zero.
      made.remove();
      const found = await standing();
      const moment = found === null ? null : momentOf(found);
      if (found !== null && moment !== null) made.set(secondsBetween(moment, found.at));
    });
  age(
    'zhaoshi_audit_checkpoint_age_seconds',
    'Age of the last audit checkpoint',
    (found) => found.lastCheckpoint,
  );
  age('zhaoshi_backup_age_seconds', 'Age of the last backup', (found) => found.lastBackup);
  gauge(
    registry,
    'zhaoshi_mirror_lag_seconds',
    'How long a publication has waited for the mirror',
    [],
    (made) => {
      made.remove();
      const lag = mirrorLag();
      if (lag !== null) made.set(lag);
    },
  );
}

/** Counters and gauges of one running server. */
export function createMetrics(gauges: Gauges): Metrics {
  const { cache, pools } = gauges;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'zhaoshi_http_request_duration_seconds',
    help: 'HTTP requests by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  gauge(registry, 'zhaoshi_page_cache_requests', 'Pages asked of the cache', ['result'], (made) => {
    made.set({ result: 'hit' }, cache().hits);
    made.set({ result: 'miss' }, cache().misses);
  });
  gauge(registry, 'zhaoshi_page_cache_bytes', 'Bytes of the pages kept', [], (made) =>
    made.set(cache().bytes),
  );
  gauge(registry, 'zhaoshi_page_cache_entries', 'Pages kept', [], (made) => made.set(cache().entries));
  gauge(
    registry,
    'zhaoshi_database_connections',
    'Database connections by role and state',
    ['role', 'state'],
    (made) => {
      for (const [role, { totalCount, idleCount, waitingCount }] of pools) {
        made.set({ role, state: 'busy' }, totalCount - idleCount);
        made.set({ role, state: 'idle' }, idleCount);
        made.set({ role, state: 'waiting' }, waitingCount);
      }
    },
  );
  standingGauges(registry, gauges);
  return {
    observeRequest: (method, route, status, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    text: async () => await registry.metrics(),
    contentType: registry.contentType,
  };
}

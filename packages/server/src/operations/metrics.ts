import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

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
  collect: (gauge: Gauge<Label>) => void,
): void {
  const made: Gauge<Label> = new Gauge<Label>({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    collect: () => collect(made),
  });
}

/** Counters and gauges of one running server. */
export function createMetrics({ cache, pools }: Gauges): Metrics {
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
  return {
    observeRequest: (method, route, status, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    text: async () => await registry.metrics(),
    contentType: registry.contentType,
  };
}

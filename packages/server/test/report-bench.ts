/**
 * Times sums and boards of annual reports in a database of its own: `node packages/server/test/report-bench.ts ROUNDS
 * UNITS` prints a JSON line for each question, then the plans. Nothing else should run; the load average stands beside each.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAggregation } from '@zhaoshi/domain/annual-report/aggregate';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { startCluster } from '../src/adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../src/adapters/embedded-postgres/data-folder.ts';
import { connectDatabase, type DatabaseLogin } from '../src/db/connect.ts';
import { migrate, readMigrations } from '../src/db/migrate.ts';
import { boardQuery } from '../src/db/queries/report-board.ts';
import { memberReportsQuery } from '../src/db/queries/report-work.ts';
import { PORTAL_ROLE, SERVER_ROLE } from '../src/db/roles.ts';
import type { PublishedSchema, Schema } from '../src/db/schema.ts';
import { loadAnalysis } from '../src/use-cases/annual-report/analysis.ts';
import { loadPeers } from '../src/use-cases/annual-report/analysis-peers.ts';
import { memberReport } from '../src/use-cases/annual-report/counted-cells.ts';
import { loadReport } from '../src/use-cases/annual-report/loaded-report.ts';
import { loadBoard } from '../src/use-cases/annual-report/report-board.ts';
import { countTableFour } from '../src/use-cases/disputes/table-four-figures.ts';
import {
  BENCH_LISTS,
  type BenchList,
  governmentId,
  plantBenchDisputes,
  plantBenchReports,
  regionId,
  unitId,
} from './report-bench-data.ts';
import { type BenchSite, serveBench, takeOpenData } from './report-bench-http.ts';

const ROUNDS = Number(process.argv[2] ?? 40);
/** Reports whose cells are taken home as open data. */
const OPEN_DATA_UNITS = (process.argv[3] ?? '4000').split(',').map(Number);
const NOW = new Date('2026-01-25T02:00:00Z');
/** Rows of the cursor that are in memory at once. */
const FETCHED = 1_000;

const rounded = (figure: number): number => Number(figure.toPrecision(3));
const load = (): number => rounded(loadavg()[0] ?? 0);

function quantile(sorted: readonly number[], share: number): number {
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

async function measure(what: string, list: BenchList, ask: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    await ask();
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const [p50, p95, longest] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1)];
  console.log(JSON.stringify({ what, list, p50, p95, longest, load: load() }));
}

async function measureRegion(
  database: Kysely<Schema>,
  site: BenchSite,
  list: 'county' | 'city',
): Promise<void> {
  const { region, reportYear, units } = BENCH_LISTS[list];
  const key = { regionId: regionId(region), organId: governmentId(region), reportYear };
  await measure('every cell of the region’s report', list, async () => {
    const loaded = await loadReport(database, key, { now: NOW });
    if (loaded?.region?.sum.counted !== units) throw new Error(`counted ${loaded?.region?.sum.counted}`);
  });
  await measure('board', list, async () => {
    const board = await loadBoard(database, key, NOW);
    if (JSON.stringify(board).length < units) throw new Error('no board');
  });
  await measure('board by HTTP', list, async () => {
    if ((await site.board(list)) !== units) throw new Error('no board');
  });
  const everywhere = () => true;
  await measure('charts of the region over its years', list, async () => {
    const analysis = await loadAnalysis(database, key, { reaches: everywhere, now: NOW });
    if (analysis === null || JSON.stringify(analysis).length < units) throw new Error('no charts');
  });
  await measure('a unit beside all of its kind', list, async () => {
    const peers = await loadPeers(database, { ...key, organId: unitId(region) }, everywhere);
    // The office is of another kind.
    if (peers?.units.length !== units - 1) throw new Error(`${peers?.units.length} of ${units} units`);
  });
}

/** Table four of every organ of the city at once. */
async function measureTableFour(database: Kysely<Schema>): Promise<void> {
  const { region, reportYear } = BENCH_LISTS.city;
  const rows = await database
    .selectFrom('organ')
    .select(['region_id', 'organ_id', 'path'])
    .where('region_id', '=', regionId(region))
    .execute();
  const organs = rows.map((row) => ({ regionId: row.region_id, organId: row.organ_id, path: row.path }));
  await measure('table four of each organ', 'city', async () => {
    const counted = await countTableFour(database, organs, reportYear, NOW);
    if (counted.size !== organs.length) throw new Error(`counted ${counted.size}`);
  });
}

/** Adds up a list that no memory need hold: the database hands over a thousand rows at a time. */
async function measureStream(database: Kysely<Schema>, login: DatabaseLogin, list: BenchList): Promise<void> {
  const { region, reportYear, units } = BENCH_LISTS[list];
  const { sql, parameters } = memberReportsQuery(database, regionId(region), reportYear).compile();
  // Everything as text, as the program takes JSON.
  const client = new Client({ ...login, types: { getTypeParser: () => (text: string) => text } });
  await client.connect();
  const begin = performance.now();
  const cpu = process.cpuUsage();
  const aggregation = createAggregation({ t2: '2021', t3: '2021', t4: '2021' });
  let heap = 0;
  await client.query('begin');
  await client.query(`declare members cursor for ${sql}`, [...parameters]);
  for (;;) {
    const { rows } = await client.query(`fetch ${FETCHED} from members`);
    if (rows.length === 0) break;
    for (const row of rows) aggregation.add(memberReport(row));
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  await client.query('commit');
  const { cells, counted } = aggregation.result();
  if (counted !== units) throw new Error(`counted ${counted} of ${units}`);
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      what: `${cells.length} cells of ${units} units by cursor`,
      seconds: rounded((performance.now() - begin) / 1000),
      cpuSeconds: rounded((user + system) / 1e6),
      heapMb: Math.round(heap / 1e6),
      load: load(),
    }),
  );
  await client.end();
}

/** How the database finds the units of a city, and the rows beside them. */
async function showPlans(database: Kysely<Schema>, login: DatabaseLogin): Promise<void> {
  const { region, reportYear } = BENCH_LISTS.city;
  const client = new Client({ ...login });
  await client.connect();
  for (const [what, { sql, parameters }] of Object.entries({
    members: memberReportsQuery(database, regionId(region), reportYear).compile(),
    board: boardQuery(regionId(region), reportYear).compile(database),
  })) {
    const { rows } = await client.query(`explain (analyze, costs off, timing off) ${sql}`, [...parameters]);
    console.log(`\n${what}\n${rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')}`);
  }
  await client.end();
}

const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-report-bench-'));
const cluster = await startCluster(await openDataFolder(folder));
try {
  const owner = { host: cluster.host, port: cluster.port, ...cluster.owner, database: 'postgres' };
  const passwords = { [SERVER_ROLE]: 'server-in-bench', [PORTAL_ROLE]: 'portal-in-bench' };
  await migrate(owner, passwords, await readMigrations());
  const database = connectDatabase<Schema>(owner, 1, () => {});
  await plantBenchReports(database);
  const portal = { ...owner, user: PORTAL_ROLE, password: passwords[PORTAL_ROLE] };
  const published = connectDatabase<PublishedSchema>(portal, 2, () => {});
  const site = await serveBench(database, published, () => NOW);
  for (const list of ['county', 'city'] as const) await measureRegion(database, site, list);
  await plantBenchDisputes(database);
  await measureTableFour(database);
  for (const list of ['4000', '12000', '40000'] as const) await measureStream(database, owner, list);
  await showPlans(database, owner);
  const taken = await takeOpenData(database, site, OPEN_DATA_UNITS);
  for (const figures of taken) console.log(JSON.stringify({ ...figures, load: load() }));
  await site.close();
  await published.destroy();
  await database.destroy();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true });
}

import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { PublishedSchema, Schema } from '../src/db/schema.ts';
import { createApp } from '../src/http/app.ts';
import { createPageCache } from '../src/http/page-cache.ts';
import { loadAssets } from '../src/http/routes/assets.ts';
import { loadConsole } from '../src/http/routes/console.ts';
import { startSession } from '../src/use-cases/identity/start-session.ts';
import { BENCH_LISTS, type BenchList, governmentId, regionId } from './report-bench-data.ts';
import { testApi } from './test-api.ts';

/** The program behind a port, as people reach it. */
export interface BenchSite {
  readonly origin: string;
  /** The board of a list, for the supervisor of its government; its units. */
  readonly board: (list: BenchList) => Promise<number>;
  readonly close: () => Promise<void>;
}

async function supervisorOf(database: Kysely<Schema>, list: BenchList, now: () => Date): Promise<string> {
  const { region } = BENCH_LISTS[list];
  const accountId = randomUUID();
  const at = now();
  await database
    .insertInto('account')
    .values({
      account_id: accountId,
      login_name: `p${accountId.slice(0, 8)}`,
      display_name: '测试人员',
      created_at: at,
    })
    .execute();
  await database
    .insertInto('membership')
    .values({
      region_id: regionId(region),
      membership_id: randomUUID(),
      organ_id: governmentId(region),
      account_id: accountId,
      role: 'supervisor',
      granted_at: at,
    })
    .execute();
  const session = { accountId, stage: 'full', secondFactor: true, device: '测试' } as const;
  const { token } = await database
    .transaction()
    .execute((transaction) => startSession(transaction, session, { now, newId: randomUUID }));
  return `zhaoshi-session=${token}`;
}

/** Serves the databases of the bench on a port of this machine. */
export async function serveBench(
  database: Kysely<Schema>,
  published: Kysely<PublishedSchema>,
  now: () => Date,
): Promise<BenchSite> {
  await sql`grant connect on database postgres to zhaoshi_portal`.execute(database);
  const app = createApp({
    portal: { published, cache: createPageCache(64_000_000) },
    api: testApi({ database, now, newId: randomUUID }),
    assets: await loadAssets(),
    consoleFiles: await loadConsole(),
    isReady: () => Promise.resolve(true),
    log: null,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const cookies = {
    county: await supervisorOf(database, 'county', now),
    city: await supervisorOf(database, 'city', now),
  };
  return {
    origin,
    board: async (list) => {
      const { region, reportYear } = BENCH_LISTS[list];
      const cookie = list === 'city' ? cookies.city : cookies.county;
      const answer = await fetch(
        `${origin}/api/regions/${regionId(region)}/annual-report-board/${reportYear}`,
        { headers: { cookie } },
      );
      const { units } = (await answer.json()) as { readonly units: readonly unknown[] };
      return units.length;
    },
    close: () => app.close(),
  };
}

/** Publishes reports of the longest list, those not published yet, with 200 cells each. */
async function publishCells(database: Kysely<Schema>, units: number): Promise<void> {
  const { region, reportYear } = BENCH_LISTS['40000'];
  const { rows } = await sql<{ report_id: string }>`
    insert into report_version (region_id, report_id, version, title, content, content_sha256, published_at)
    select region_id, report_id, 1, '年度报告', '{}', repeat('0', 64), now() from annual_report
    where region_id = ${regionId(region)}::uuid and report_year = ${reportYear}::int
      and not exists (select from report_version where report_version.report_id = annual_report.report_id)
    limit ${sql.lit(units)} returning report_id`.execute(database);
  await sql`insert into report_cell (region_id, report_id, version, cell_id, state, value, raw)
    select ${regionId(region)}::uuid, one.report_id, 1, 't3.bench' || c || '/total', 'value', c, c::text
    from unnest(${rows.map(({ report_id }) => report_id)}::uuid[]) as one (report_id), generate_series(1, 200) as c`.execute(
    database,
  );
  await sql`analyze report_version, report_cell`.execute(database);
}

/** Takes the open data of a region home and keeps nothing of it. */
async function takeCells({ origin }: BenchSite): Promise<{ readonly lines: number; readonly bytes: number }> {
  const { region, reportYear } = BENCH_LISTS['40000'];
  const url = `${origin}/r${region}/organs/open-data/annual-reports-${reportYear}.csv`;
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  let [lines, bytes] = [0, 0];
  for await (const piece of answer.body ?? []) {
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  return { lines, bytes };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/**
 * Takes the open data of all cells of more and more reports home.
 *
 * @param steps reports that are published before each time
 * @returns of each how long it took, and the memory of this process, which serves and reads, before and at most
 */
export async function takeOpenData(database: Kysely<Schema>, site: BenchSite, steps: readonly number[]) {
  const taken: object[] = [];
  let reports = 0;
  for (const units of steps) {
    await publishCells(database, units);
    reports += units;
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    const begin = performance.now();
    const { lines, bytes } = await takeCells(site);
    clearInterval(watch);
    if (lines !== reports * 200 + 1) throw new Error(`${lines} lines of ${reports} reports`);
    taken.push({
      what: `open data of ${reports} reports with ${lines - 1} cells by HTTP`,
      seconds: Math.round((performance.now() - begin) / 100) / 10,
      fileMb: megabytes(bytes),
      rssBeforeMb: megabytes(before),
      rssPeakMb: megabytes(peak),
    });
  }
  return taken;
}

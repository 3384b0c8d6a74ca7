/**
 * Times the portal's search over many generated entries: `node packages/server/test/search-bench.ts [entries] [mean characters]`.
 * Prints medians, 95th percentiles and the plans that PostgreSQL chose.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigramNumbers, foldForSearch, searchTerms } from '@zhaoshi/domain/search/fold';
import { sql } from 'kysely';
import { Client } from 'pg';
import { startCluster } from '../src/adapters/embedded-postgres/cluster.ts';
import { openDataFolder } from '../src/adapters/embedded-postgres/data-folder.ts';
import { connectDatabase, type DatabaseLogin } from '../src/db/connect.ts';
import { migrate, readMigrations } from '../src/db/migrate.ts';
import { searchPublished } from '../src/db/queries/published-search.ts';
import { PORTAL_ROLE, SERVER_ROLE } from '../src/db/roles.ts';
import type { PublishedSchema, Schema } from '../src/db/schema.ts';

const ENTRIES = Number(process.argv[2] ?? 100_000);
const MEAN_LENGTH = Number(process.argv[3] ?? 1300);
const BATCH = 1000;
const WORDS =
  '政府 信息 公开 工作 年度 报告 申请 办理 答复 主动 公开 制度 平台 建设 监督 保障 培训 考核 评议 机关 部门 乡镇 街道 群众 服务 事项 目录 指南 规范 文件 行政 许可 处罚 强制 财政 预算 决算 采购 项目 教育 医疗 卫生 养老 社保 就业 住房 土地 征收 补偿 环境 保护 安全 生产 应急 管理 农业 农村 扶贫 振兴 水利 交通 规划 城市 执法 审批 改革 优化 营商 企业 市场 监管 食品 药品 价格 收费 统计 数据 依法 及时 准确 全面 推进 落实 加强 完善 提高 存在 问题 措施 改进 情况 总体 收到 处理 行政复议 行政诉讼 主要 其他 需要 报告 事项'.split(
    ' ',
  );
const RARE = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 4));

/** Small generator with a seed, so that each run asks for the same. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = generator(20_261_121);
const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';

function makeText(length: number): string {
  let text = '';
  while (text.length < length) {
    text += random() < 0.12 ? pick(RARE) + pick(RARE) : pick(WORDS);
    if (random() < 0.12) text += random() < 0.5 ? '，' : `${Math.floor(random() * 3000)}件。`;
  }
  return text;
}

async function load(login: DatabaseLogin): Promise<void> {
  const database = connectDatabase<Schema>(login, 1, () => {});
  const region_id = crypto.randomUUID();
  const organ_id = crypto.randomUUID();
  await database
    .insertInto('region')
    .values({
      region_id,
      parent_id: null,
      slug: 'bench',
      name: '测试市',
      level: 'city',
      is_demonstration: true,
    })
    .execute();
  await database
    .insertInto('organ')
    .values({
      region_id,
      organ_id,
      parent_id: null,
      slug: 'government',
      name: '测试市人民政府',
      kind: 'cityGovernment',
      level: 'city',
      valid_from: '2019-05-15',
      valid_to: null,
      path: `${organ_id}/`,
    })
    .execute();
  // Filled first and indexed at once: the time of single insertions is not what is asked here.
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where indexname in ('search_entry_trigrams', 'search_entry_bigrams')`.execute(database);
  for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(database);
  for (let start = 0; start < ENTRIES; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, ENTRIES - start) }, (_, offset) => {
      const index = start + offset;
      const title = `${makeText(8)}${2010 + (index % 16)}年政府信息公开工作年度报告`;
      const body = makeText(MEAN_LENGTH * (0.5 + random()));
      const numbers = `测政办〔${2010 + (index % 16)}〕${index}号`;
      const folded = foldForSearch(`${title}\n${numbers}\n${body}`);
      return {
        region_id,
        entry_id: crypto.randomUUID(),
        kind: 'annualReport',
        organ_id,
        title,
        body,
        numbers,
        folded,
        bigrams: `{${bigramNumbers(folded).join(',')}}`,
        published_at: new Date(Date.UTC(2010, 0, 1) + index * 5_000_000).toISOString(),
        path: `/bench/government/annual-reports/${index}`,
      };
    });
    await sql`insert into search_entry select * from json_populate_recordset(null::search_entry, ${JSON.stringify(rows)}::json)`.execute(
      database,
    );
  }
  await sql`set maintenance_work_mem = '512MB'`.execute(database);
  for (const { definition } of indexes) await sql.raw(definition).execute(database);
  await sql`vacuum analyze search_entry`.execute(database);
  await database.destroy();
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const QUERIES: Readonly<Record<string, () => string>> = {
  '两字（常用）': () => pick(WORDS.filter((word) => word.length === 2)),
  '两字（少见）': () => pick(RARE) + pick(RARE),
  三字: () => pick(WORDS).slice(0, 2) + pick(WORDS).slice(0, 1),
  四字: () => pick(WORDS).slice(0, 2) + pick(WORDS).slice(0, 2),
  六字: () => `${pick(WORDS).slice(0, 2)}${pick(WORDS).slice(0, 2)}${pick(WORDS).slice(0, 2)}`,
  两个词: () => `${pick(WORDS).slice(0, 2)} ${pick(RARE)}${pick(RARE)}`,
  文号: () => `测政办〔${2010 + Math.floor(random() * 16)}〕${Math.floor(random() * ENTRIES)}号`,
  没有: () => '鿋鿌鿍鿎',
};

async function measure(login: DatabaseLogin): Promise<void> {
  const published = connectDatabase<PublishedSchema>(login, 1, () => {});
  for (const [name, makeQuery] of Object.entries(QUERIES)) {
    const times: number[] = [];
    let found = 0;
    let slow = 0;
    for (let round = 0; round < 60; round++) {
      const terms = searchTerms(makeQuery());
      const start = performance.now();
      const entries = await searchPublished(published, terms, null, 21);
      times.push(performance.now() - start);
      if (entries === null) slow += 1;
      else if (entries.length > 0) found += 1;
    }
    const sorted = times.toSorted((a, b) => a - b);
    console.log(
      `${name}：p50 ${percentile(sorted, 0.5).toFixed(1)} ms，p95 ${percentile(sorted, 0.95).toFixed(1)} ms，最长 ${percentile(sorted, 1).toFixed(1)} ms；有结果 ${found}/60，超时 ${slow}`,
    );
  }
  await published.destroy();
}

async function explain(owner: DatabaseLogin): Promise<void> {
  const client = new Client({ ...owner });
  await client.connect();
  await client.query(`set role ${PORTAL_ROLE}; set enable_seqscan = off`);
  for (const condition of [
    "folded like '%营商环境%'",
    `bigrams @> array[${bigramNumbers('鼎鼐')[0] ?? 0}]::integer[] and folded like '%鼎鼐%'`,
  ]) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, costs off, timing off) with hits as materialized (select region_id, entry_id, published_at from published.search_entry where ${condition}) select region_id, entry_id from hits order by published_at desc, entry_id desc limit 21`,
    );
    console.log(`\n${condition}\n${rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}`);
  }
  const { rows } = await client
    .query<{ name: string; size: string }>(
      "reset role; select relname as name, pg_size_pretty(pg_relation_size(oid)) as size from pg_class where relname like 'search_entry%'",
    )
    .then((result) => (Array.isArray(result) ? (result.at(-1) as typeof result) : result));
  console.log(`\n${rows.map(({ name, size }) => `${name} ${size}`).join('，')}`);
  await client.end();
}

const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-search-bench-'));
const cluster = await startCluster(await openDataFolder(folder));
try {
  const owner = { host: cluster.host, port: cluster.port, ...cluster.owner, database: 'postgres' };
  const passwords = { [SERVER_ROLE]: 'server-in-bench', [PORTAL_ROLE]: 'portal-in-bench' };
  await migrate(owner, passwords, await readMigrations());
  const began = performance.now();
  await load(owner);
  console.log(
    `${ENTRIES} 条，平均 ${MEAN_LENGTH} 字，装入 ${Math.round((performance.now() - began) / 1000)} 秒`,
  );
  await measure({ ...owner, user: PORTAL_ROLE, password: passwords[PORTAL_ROLE] ?? '' });
  await explain(owner);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true });
}

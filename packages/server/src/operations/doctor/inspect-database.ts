import { Client } from 'pg';
import type { DatabaseLogin } from '../../db/connect.ts';
import { readMigrations } from '../../db/migrate.ts';
import { requireSuitable } from '../../db/require-suitable.ts';
import { StartError } from '../../start-error.ts';
import { type Finding, faultCode, fine, notice, wrong } from './finding.ts';

async function inspectKind(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string; encoding: string; ctype: string }>(
    `select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding,
       datctype as ctype from pg_database where datname = current_database()`,
  );
  const [found] = rows;
  try {
    await requireSuitable(client);
    return fine('数据库', `PostgreSQL ${found?.version}，编码 ${found?.encoding}，字符分类 ${found?.ctype}`);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return wrong('数据库', `PostgreSQL ${found?.version}`, error.message);
  }
}

async function inspectTrigrams(client: Client): Promise<Finding> {
  const { rowCount } = await client.query("select from pg_available_extensions where name = 'pg_trgm'");
  return rowCount === 1
    ? fine('检索扩展', 'pg_trgm 可用')
    : wrong('检索扩展', '没有 pg_trgm', '请由数据库管理员安装 PostgreSQL 的 contrib 软件包');
}

async function inspectMigrations(client: Client): Promise<Finding> {
  const subject = '数据库版本';
  const { rows: there } = await client.query<{ there: boolean }>(
    "select to_regclass('public.migration') is not null as there",
  );
  if (there[0]?.there !== true) return notice(subject, '还没有建表', '首次启动时会自动建立');
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  const known = new Map((await readMigrations()).map(({ name, checksum }) => [name, checksum]));
  const newer = rows.filter(({ name }) => !known.has(name));
  if (newer.length > 0) return wrong(subject, '数据库由更新版本的昭示升级过', '请升级程序');
  const changed = rows.filter(({ name, checksum }) => known.get(name) !== checksum);
  if (changed.length > 0) {
    const names = changed.map(({ name }) => name).join('、');
    return wrong(subject, `已执行过的升级脚本被改动：${names}`, '请重新安装程序');
  }
  const missing = known.size - rows.length;
  if (missing > 0)
    return notice(subject, `有 ${missing} 个升级脚本没有执行`, '先备份，再执行 zhaoshi migrate 或启动');
  return fine(subject, `${rows.length} 个升级脚本都已执行`);
}

interface HeadRow {
  readonly sequence: string;
  readonly last: string | null;
  readonly equal: boolean | null;
  readonly ahead: boolean | null;
}

const HEAD = `
  select h.sequence, e.sequence as last, h.sha256 = e.sha256 and h.sm3 = e.sm3 as equal,
    e.recorded_at > now() + interval '5 minutes' as ahead
  from audit_head h left join lateral (select * from audit_entry order by sequence desc limit 1) e on true`;

async function inspectAudit(client: Client): Promise<Finding> {
  const subject = '审计记录';
  const advice = '请执行 zhaoshi audit verify 逐条核验，并保留现场';
  const { rows } = await client.query<HeadRow>(HEAD);
  const [head] = rows;
  if (head === undefined) return wrong(subject, '没有末条', advice);
  const whole = head.sequence === (head.last ?? '0') && head.equal !== false;
  if (!whole) return wrong(subject, `末条（第 ${head.sequence} 条）与记录不一致`, advice);
  if (head.ahead === true) return wrong(subject, '末条的时间在将来', '请检查服务器时钟');
  return fine(subject, `共 ${head.sequence} 条，末条相符`);
}

export interface DatabaseInspection {
  readonly findings: readonly Finding[];
  /** Between this machine's clock and the database's; `null`: not asked. */
  readonly secondsApart: number | null;
}

/** Looks at a database without changing it; what cannot be asked becomes a finding. */
export async function inspectDatabase(owner: DatabaseLogin): Promise<DatabaseInspection> {
  const client = new Client({ ...owner, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  const findings: Finding[] = [];
  try {
    await client.connect();
    findings.push(await inspectKind(client), await inspectTrigrams(client));
    const migrations = await inspectMigrations(client);
    findings.push(migrations);
    if (migrations.level === 'fine') findings.push(await inspectAudit(client));
    const { rows } = await client.query<{ clock: Date }>('select clock_timestamp() as clock');
    const secondsApart = Math.abs(Date.now() - (rows[0]?.clock.getTime() ?? 0)) / 1000;
    return { findings, secondsApart };
  } catch (error) {
    const advice = '请检查 DATABASE_URL、数据库服务和网络';
    return {
      findings: [...findings, wrong('数据库', `不能连接或查询（${faultCode(error)}）`, advice)],
      secondsApart: null,
    };
  } finally {
    await client.end().catch(() => {});
  }
}

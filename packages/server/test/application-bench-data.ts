import { APPLICANT_KINDS } from '@zhaoshi/domain/annual-report/ids';
import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { OUTCOME_IDS } from '@zhaoshi/domain/application/outcome';
import { bigramNumbers, foldForSearch } from '@zhaoshi/domain/search/fold';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../src/db/schema.ts';

/** Days over which the cases were received: eight years up to the day of the bench. */
const FIRST_DAY = '2018-12-01';
export const BENCH_TODAY = '2026-11-21';

const COUNTIES = 9;
const ORGANS_A_REGION = 20;
/** Cases of one applicant on average. */
const CASES_AN_APPLICANT = 3;

const PLACES =
  '河东 河西 城关 东升 西岭 南塘 北湖 金店 前卫 依兰 段店 坑口 新桥 老街 龙潭 凤山 平安 永丰 和顺 长乐'.split(
    ' ',
  );
const TOPICS =
  '农村公路养护资金 土地征收补偿方案 房屋拆迁安置协议 环境影响评价批复 中小学招生划片依据 低保对象评审记录 退耕还林补助发放表 建设工程规划许可证 政府采购合同 行政处罚决定书 信访事项答复意见 集体土地使用权证 城市管理执法记录 饮用水水源地水质监测 食品抽检结果 公务接待费用明细 机构编制批复 公租房分配名单 高标准农田项目验收报告 消防安全检查记录'.split(
    ' ',
  );
const KINDS = '申请表 方案 批复 明细 合同 名单 记录 通知 依据 标准 台账 会议纪要'.split(' ');

/** Summaries as people write them: a year, a place, a subject, what kind of document. */
export function benchSummaries(): readonly string[] {
  return Array.from({ length: 9 }, (_, year) => 2018 + year).flatMap((year) =>
    PLACES.flatMap((place) =>
      TOPICS.flatMap((topic) => KINDS.map((kind) => `${year}年${place}镇${topic}的${kind}`)),
    ),
  );
}

/** A city with its departments, and counties with theirs; ids are told from their numbers. */
async function insertOrgans(database: Kysely<Schema>): Promise<void> {
  await sql`
    create function bench_id(kind int, number bigint) returns uuid language sql immutable parallel safe
      return (lpad(to_hex(kind), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid`.execute(
    database,
  );
  await sql`
    insert into region (region_id, parent_id, slug, name, level, is_demonstration)
    select bench_id(1, r), case when r > 0 then bench_id(1, 0) end, 'r' || r,
      case when r = 0 then '测试市' else '测试' || r || '县' end,
      case when r = 0 then 'city' else 'county' end, true
    from generate_series(0, ${sql.raw(String(COUNTIES))}) as r order by r`.execute(database);
  // Number 0 of a region is its government; a county's government stands below the city's.
  await sql`
    insert into organ (region_id, organ_id, parent_id, slug, name, kind, level, valid_from, valid_to, path)
    select bench_id(1, r), bench_id(2, r * 100 + o),
      case when o > 0 then bench_id(2, r * 100) end,
      case when o = 0 then 'government' else 'o' || o end,
      '测试' || r || '的机关' || o,
      case when o > 0 then 'department' when r = 0 then 'cityGovernment' else 'countyGovernment' end,
      case when r = 0 then 'city' else 'county' end, '2010-01-01', null,
      case when r > 0 then bench_id(2, 0) || '/' else '' end || bench_id(2, r * 100) || '/'
        || case when o > 0 then bench_id(2, r * 100 + o) || '/' else '' end
    from generate_series(0, ${sql.raw(String(COUNTIES))}) as r,
      generate_series(0, ${sql.raw(String(ORGANS_A_REGION - 1))}) as o
    order by r, o`.execute(database);
}

async function insertSummaries(database: Kysely<Schema>): Promise<number> {
  await sql`create table bench_summary (number int primary key, folded text, bigrams int[])`.execute(
    database,
  );
  const rows = benchSummaries().map((summary, number) => {
    const folded = foldForSearch(summary);
    return { number, folded, bigrams: `{${bigramNumbers(folded).join(',')}}` };
  });
  for (let start = 0; start < rows.length; start += 5000) {
    await sql`insert into bench_summary select * from json_populate_recordset(null::bench_summary,
      ${JSON.stringify(rows.slice(start, start + 5000))}::json)`.execute(database);
  }
  return rows.length;
}

/**
 * Organs are not alike: the first of each region receive many times what the last but one do. The last have none, but
 * for one, which has the same number in every table, to see what the rest of the table costs it.
 */
const SOME_ORGAN = `floor(power(h2, 2) * ${ORGANS_A_REGION - 1})::int`;
const STEADY = { region: COUNTIES, organ: ORGANS_A_REGION - 1, cases: 2000, applicants: 500 } as const;

async function insertApplicants(database: Kysely<Schema>, cases: number): Promise<void> {
  await sql`
    insert into applicant (region_id, applicant_id, organ_id, kind, sealed, masked_name, name_hash, identity_hash, phone_hash)
    select bench_id(1, r), bench_id(3, n), bench_id(2, r * 100 + o), ${APPLICANT_KINDS[0]}, repeat('x', 300), '张*',
      'name-' || n % 200000, 'identity-' || n, 'phone-' || n
    from (select n,
        case when n <= ${sql.lit(STEADY.applicants)} then ${sql.lit(STEADY.region)} else floor(h1 * ${sql.lit(COUNTIES + 1)})::int end as r,
        case when n <= ${sql.lit(STEADY.applicants)} then ${sql.lit(STEADY.organ)} else ${sql.raw(SOME_ORGAN)} end as o
      from (select n, random() as h1, random() as h2
        from generate_series(1, ${sql.raw(String(Math.ceil(cases / CASES_AN_APPLICANT)))}) as n) as dice) as placed`.execute(
    database,
  );
}

const arrayOf = (texts: readonly string[]) => sql`array[${sql.join(texts)}]::text[]`;

/** Most cases are answered within a month, a few take a year, the youngest are open. */
async function insertCases(database: Kysely<Schema>, cases: number, summaries: number): Promise<void> {
  const channels = Object.keys(INTAKE_CHANNELS);
  await sql`
    insert into application (region_id, application_id, organ_id, registration_number, applicant_id, applicant_kind,
      channel, is_misaddressed, status, sent_on, arrived_on, receipt_date, entered_at, summary, folded, bigrams, sealed,
      due_on, is_provisional, waits_until, officer_id, result_on, result_outcome, last_outcome, letter_number,
      query_code_hash, is_imported)
    select a.region_id, bench_id(4, n), a.organ_id, to_char(receipt_date, 'YYYY') || lpad(n::text, 7, '0'), a.applicant_id,
      (${arrayOf(APPLICANT_KINDS)})[1 + floor(power(h1, 3) * 6)::int], (${arrayOf(channels)})[1 + n % ${sql.raw(String(channels.length))}],
      false, case when is_over then 'closed' else 'processing' end, null, receipt_date, receipt_date,
      receipt_date + time '09:00' + h1 * interval '8 hours', s.folded, s.folded, s.bigrams, repeat('x', 500),
      case when is_over then null else receipt_date + 28 end, false, null, bench_id(5, a.number % 997),
      case when is_over then receipt_date + took end,
      case when is_over then (${arrayOf(OUTCOME_IDS)})[1 + floor(power(h2, 2) * ${sql.raw(String(OUTCOME_IDS.length))})::int] end,
      null, null, '', false
    from (
      select *, (receipt_date + took < ${sql.lit(BENCH_TODAY)}::date) as is_over
      from (
        select n, random() as h1, random() as h2, 1 + floor(random() * ${sql.raw(String(summaries))})::int as summary_number,
          case when n <= ${sql.lit(STEADY.cases)} then 1 + n % ${sql.lit(STEADY.applicants)}
            else 1 + ${sql.lit(STEADY.applicants)}
              + floor(random() * ${sql.lit(Math.ceil(cases / CASES_AN_APPLICANT) - STEADY.applicants)})::bigint
          end as applicant_number,
          ${sql.lit(FIRST_DAY)}::date
            + floor(random() * (${sql.lit(BENCH_TODAY)}::date - ${sql.lit(FIRST_DAY)}::date))::int as receipt_date,
          floor(case when random() < 0.02 then 60 + random() * 340 else random() * 30 end)::int as took
        from generate_series(1, ${sql.raw(String(cases))}) as n) as dice) as told
      join lateral (select region_id, organ_id, applicant_id, applicant_number as number from applicant
        where region_id = any(array[${sql.join(Array.from({ length: COUNTIES + 1 }, (_, r) => sql`bench_id(1, ${sql.lit(r)})`))}])
          and applicant_id = bench_id(3, applicant_number)) as a on true
      join bench_summary as s on s.number = summary_number - 1
    order by n`.execute(database);
}

/** Fills a database with so many cases; its indexes are made after, because single insertions are not what is asked. */
export async function plantBenchCases(database: Kysely<Schema>, cases: number): Promise<void> {
  await insertOrgans(database);
  const summaries = await insertSummaries(database);
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'application' and indexname <> 'application_pkey'`.execute(database);
  for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(database);
  await sql`select setseed(0.5)`.execute(database);
  await insertApplicants(database, cases);
  await sql`analyze applicant`.execute(database);
  await insertCases(database, cases, summaries);
  await sql`set maintenance_work_mem = '512MB'`.execute(database);
  for (const { definition } of indexes) await sql.raw(definition).execute(database);
  await sql`vacuum analyze`.execute(database);
}

/** The organ whose cases are as many in a small table as in a large one. */
export const benchSteadyOrgan = async (database: Kysely<Schema>) =>
  await benchOrgan(database, STEADY.region, STEADY.organ);

/** The organ of a region by its number; 0 is its government, and the region's most asked. */
export const benchOrgan = async (database: Kysely<Schema>, region: number, organ: number) =>
  await database
    .selectFrom('organ')
    .select(['region_id', 'organ_id', 'path'])
    .where('organ_id', '=', sql<string>`bench_id(2, ${sql.lit(region * 100 + organ)})`)
    .executeTakeFirstOrThrow();

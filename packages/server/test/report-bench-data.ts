import { figureList } from '@zhaoshi/domain/annual-report/work/figure-list';
import { EMPTY_DRAFT } from '@zhaoshi/domain/annual-report/work/report-draft';
import { type Kysely, sql } from 'kysely';
import { sampleReport } from '../../report-files/test/sample-reports.ts';
import type { Schema } from '../src/db/schema.ts';

/** The lists of the bench: their units, the year for which they are, and who has them. */
export const BENCH_LISTS = {
  county: { region: 1, units: 60, reportYear: 2025 },
  city: { region: 2, units: 600, reportYear: 2025 },
  '4000': { region: 3, units: 4_000, reportYear: 2023 },
  '12000': { region: 3, units: 12_000, reportYear: 2024 },
  '40000': { region: 3, units: 40_000, reportYear: 2025 },
} as const;

export type BenchList = keyof typeof BENCH_LISTS;

/** Figures of so many different reports stand for all. */
const DIFFERENT = 50;

export const regionId = (region: number): string => `00000001-0000-4000-8000-${hex(region)}`;
export const governmentId = (region: number): string => `00000002-0000-4000-8000-${hex(region * 100_000)}`;

/** The first unit of the region. */
export const unitId = (region: number): string => `00000002-0000-4000-8000-${hex(region * 100_000 + 1)}`;

const hex = (number: number): string => number.toString(16).padStart(12, '0');

const ORGANS = [
  [1, 60, 'county', 'countyGovernment'],
  [2, 600, 'city', 'cityGovernment'],
  [3, 40_000, 'province', 'provinceGovernment'],
] as const;

async function insertOrgans(database: Kysely<Schema>): Promise<void> {
  await sql`
    create function bench_id(kind int, number bigint) returns uuid language sql immutable parallel safe
      return (lpad(to_hex(kind), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid`.execute(
    database,
  );
  for (const [region, units, level, government] of ORGANS) {
    await sql`insert into region (region_id, parent_id, slug, name, level, is_demonstration)
      values (bench_id(1, ${region}), null, ${`r${region}`}, ${`测试${region}`}, ${level}, true)`.execute(
      database,
    );
    // Number 0 is the government.
    await sql`
      insert into organ (region_id, organ_id, parent_id, slug, name, kind, level, valid_from, valid_to, path)
      select bench_id(1, ${region}), bench_id(2, ${region * 100_000} + o),
        case when o > 0 then bench_id(2, ${region * 100_000}) end,
        case when o = 0 then 'government' else 'o' || o end, '测试' || ${region}::int || '的机关' || o,
        case o when 0 then ${government} when ${sql.lit(units)} then 'governmentOrgan' else 'department' end, ${level}, '2010-01-01', null,
        bench_id(2, ${region * 100_000}) || '/'
          || case when o > 0 then bench_id(2, ${region * 100_000} + o) || '/' else '' end
      from generate_series(0, ${sql.lit(units)}) as o order by o`.execute(database);
  }
  await sql`insert into account (account_id, login_name, display_name, created_at)
    values (bench_id(3, 1), 'bench', '测试人员', now())`.execute(database);
}

/** Every unit of a list has sent a report; its content is left out, sums are made of the figures. */
async function insertList(database: Kysely<Schema>, name: BenchList): Promise<void> {
  const { region, units, reportYear } = BENCH_LISTS[name];
  const figures = Array.from({ length: DIFFERENT }, (_, seed) =>
    JSON.stringify(figureList(sampleReport({ seed, year: 2023 }))),
  );
  const forms = JSON.stringify({ t2: '2021', t3: '2021', t4: '2021' });
  const unit = sql`bench_id(1, ${region}) as region_id, bench_id(${reportYear}, ${region * 100_000} + o) as report_id`;
  const organ = sql`bench_id(2, ${region * 100_000} + o)`;
  const series = sql`generate_series(1, ${sql.lit(units)}) as o`;
  await sql`insert into reporting_unit_list (region_id, report_year) values (bench_id(1, ${region}), ${reportYear})`.execute(
    database,
  );
  await sql`insert into reporting_unit (region_id, report_year, unit_region_id, unit_organ_id, position, included)
    select bench_id(1, ${region}), ${reportYear}::int, bench_id(1, ${region}), ${organ}, o, true from ${series}`.execute(
    database,
  );
  await sql`insert into annual_report (region_id, report_id, organ_id, report_year)
    select ${unit}, ${organ}, ${reportYear}::int from ${series}`.execute(database);
  await sql`insert into report_work (region_id, report_id, organ_id, report_year, status, frozen, counted, draft,
      blocks, warnings, signed_at, accepted_at, updated_at)
    select ${unit}, ${organ}, ${reportYear}::int, 'accepted', 1, 1, ${JSON.stringify(EMPTY_DRAFT)}::jsonb,
      0, o % 3, now(), now(), now() from ${series}`.execute(database);
  await sql`insert into report_submission (region_id, report_id, submission, edition, origin, content,
      content_sha256, cells_sha256, table_forms, figures, findings, made_by, made_at)
    select ${unit}, 1, 1, 'platform', '{}', repeat('0', 64), repeat('0', 64), ${forms}::json,
      (${figures}::text[])[o % ${sql.lit(DIFFERENT)} + 1]::json, '[]', bench_id(3, 1), now() from ${series}`.execute(
    database,
  );
}

/** What was worked out when the reports of a list were frozen: a text of 1,500 characters, changes, the nearest five. */
async function insertBoard(database: Kysely<Schema>, name: 'county' | 'city'): Promise<void> {
  const { region, units, reportYear } = BENCH_LISTS[name];
  const id = (number: ReturnType<typeof sql>) =>
    sql`bench_id(${reportYear}, ${region * 100_000} + ${number})`;
  const changes = JSON.stringify([{ cell: 't3.newlyReceived/total', before: 3, now: 30 }]);
  await sql`insert into report_board (region_id, report_id, submission, profile, changes)
    select bench_id(1, ${region}), ${id(sql`o`)}, 1, decode(repeat(md5(o::text), 750), 'hex'), ${changes}::json
    from generate_series(1, ${sql.lit(units)}) as o`.execute(database);
  await sql`insert into report_likeness (region_id, report_id, submission, other_region_id, other_report_id,
      other_submission, percent)
    select bench_id(1, ${region}), ${id(sql`o`)}, 1, bench_id(1, ${region}), ${id(sql`(o + k) % ${sql.lit(units)} + 1`)},
      1, 50 + (o + k) % 50
    from generate_series(1, ${sql.lit(units)}) as o, generate_series(0, 4) as k`.execute(database);
}

/** Disputes of a city over five years, 25 for each organ, each with two stages. */
export async function plantBenchDisputes(database: Kysely<Schema>): Promise<void> {
  const kinds = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'];
  await sql`insert into dispute (region_id, dispute_id, organ_id, kind, role, act, masked_party, sealed, opened_on,
      settled_on, entered_at)
    select organ.region_id, gen_random_uuid(), organ.organ_id, (${kinds}::text[])[n % 3 + 1], 'originalActOrgan',
      'refusal', '钱*', '-', began.day, case when n % 5 > 0 then began.day + 90 end, now()
    from organ, generate_series(1, 25) as n,
      lateral (select '2021-01-01'::date + (n * 73 + abs(hashtext(organ.slug)) % 300) % 1800 as day) as began
    where organ.region_id = ${regionId(BENCH_LISTS.city.region)}::uuid`.execute(database);
  await sql`insert into dispute_stage (region_id, dispute_id, sequence, organ_id, kind, tribunal, number, accepted_on,
      decided_on, effective_on, result)
    select region_id, dispute_id, s, organ_id,
      case when s = 1 and kind <> 'litigationDirect' then 'reconsideration' else 'firstInstance' end, '测试机关', '号',
      opened_on, settled_on, settled_on, case when settled_on is not null then 'litigation.setAside' end
    from dispute, generate_series(1, 2) as s`.execute(database);
  await sql`analyze dispute, dispute_stage`.execute(database);
}

/** A county with 60 units, a city with 600, and the townships of a nation in three sizes. */
export async function plantBenchReports(database: Kysely<Schema>): Promise<void> {
  await insertOrgans(database);
  for (const name of Object.keys(BENCH_LISTS) as BenchList[]) await insertList(database, name);
  for (const name of ['county', 'city'] as const) await insertBoard(database, name);
  await sql`analyze`.execute(database);
}

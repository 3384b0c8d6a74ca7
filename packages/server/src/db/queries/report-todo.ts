import type { ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** A report that a list asks for, as it stands. */
export interface AskedReport {
  readonly organ_id: string;
  readonly kind: TreeKind;
  readonly path: string;
  /** Of the government whose list names it. */
  readonly government_path: string;
  /** `null`: nobody has begun. */
  readonly status: ReportStatus | null;
  readonly is_counted: boolean;
}

const asked = (reportYear: number) => sql`
  select organ.region_id, organ.organ_id, organ.kind, organ.path, government.path as government_path, work.status,
    work.counted is not null as is_counted
  from reporting_unit as unit
  join organ on organ.region_id = unit.unit_region_id and organ.organ_id = unit.unit_organ_id
  join organ as government on government.region_id = unit.region_id and government.parent_id is null
  left join report_work as work on work.organ_id = unit.unit_organ_id and work.region_id = unit.unit_region_id
    and work.report_year = unit.report_year
  where unit.report_year = ${reportYear}::integer and unit.included`;

/** Reports of a year that organs at these paths owe by some list. */
export async function reportsOwedAt(
  database: Kysely<Schema>,
  paths: readonly string[],
  reportYear: number,
): Promise<readonly AskedReport[]> {
  const { rows } =
    await sql<AskedReport>`${asked(reportYear)} and organ.path = any(${[...paths]}::text[])`.execute(
      database,
    );
  return rows;
}

/** Reports of a year that the list of the government at this path asks for. */
export async function reportsAskedBy(
  database: Kysely<Schema>,
  governmentPath: string,
  reportYear: number,
): Promise<readonly AskedReport[]> {
  const { rows } =
    await sql<AskedReport>`${asked(reportYear)} and government.path = ${governmentPath}`.execute(database);
  return rows;
}

/** The reports of a year that the organs, or the governments that they serve, have not sent; by the organ that writes. */
export async function unsentReports(
  database: Kysely<Schema>,
  organIds: readonly string[],
  reportYear: number,
) {
  const { rows } = await sql<{
    readonly writer_id: string;
    readonly organ_id: string;
    readonly kind: TreeKind;
    readonly government_path: string;
  }>`
    select writer.organ_id as writer_id, asked.organ_id, asked.kind, asked.government_path
    from (${asked(reportYear)}) as asked
    join organ as writer on writer.region_id = asked.region_id and (writer.organ_id = asked.organ_id
      or writer.kind = 'governmentOrgan' and asked.kind like '%Government')
    where not asked.is_counted and writer.organ_id = any(${[...organIds]}::uuid[])`.execute(database);
  return rows;
}

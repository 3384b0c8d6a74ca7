import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import type { ReportWorkRow } from './report-work.ts';

const unitsOf = (units: readonly OrganIds[]) => sql`
  unnest(${units.map(({ regionId }) => regionId)}::uuid[], ${units.map(({ organId }) => organId)}::uuid[])
    as unit (region_id, organ_id)`;

export type KeptReport = Pick<ReportWorkRow, 'organ_id' | 'status' | 'draft'> & {
  /** Of what was frozen last; `null` while nothing is. */
  readonly table_forms: string | null;
  readonly figures: string | null;
};

/** The reports of a year that units have begun. */
export async function keptReports(
  database: Kysely<Schema>,
  units: readonly OrganIds[],
  reportYear: number,
): Promise<readonly KeptReport[]> {
  const { rows } = await sql<KeptReport>`
    select work.organ_id, work.status, work.draft, frozen.table_forms, frozen.figures
    from ${unitsOf(units)} join report_work as work using (region_id, organ_id)
    left join report_submission as frozen on frozen.region_id = work.region_id
      and frozen.report_id = work.report_id and frozen.submission = work.frozen
    where work.report_year = ${reportYear}::integer`.execute(database);
  return rows;
}

/** As many contents are in memory at once. */
const AT_ONCE = 50;

/** What the public sees of the reports of a year, one after the other; a unit that published nothing is left out. */
export async function* publishedContents(
  database: Kysely<Schema>,
  units: readonly OrganIds[],
  reportYear: number,
): AsyncGenerator<{ readonly organ_id: string; readonly content: string }> {
  for (let start = 0; start < units.length; start += AT_ONCE) {
    const { rows } = await sql<{ organ_id: string; content: string }>`
      select distinct on (organ_id) organ_id, version.content
      from ${unitsOf(units.slice(start, start + AT_ONCE))} join annual_report as report using (region_id, organ_id)
      join report_version as version using (region_id, report_id)
      where report.report_year = ${reportYear}::integer and version.published_at <= now()
      order by organ_id, version.version desc`.execute(database);
    yield* rows;
  }
}

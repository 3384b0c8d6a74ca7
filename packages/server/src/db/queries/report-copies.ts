import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { CellValue } from '@zhaoshi/domain/annual-report/report';
import type { PublishedCopy } from '@zhaoshi/domain/annual-report/rules/register-facts';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** The version of a report that the public sees now. */
export interface PublicVersion {
  readonly region_id: string;
  readonly report_id: string;
  readonly version: number;
  /** JSON text. */
  readonly content: string;
  /** Hash of the figures as they were signed; `null`: it was published as a file. */
  readonly signed_cells: string | null;
}

/** What is public and was read longest ago, or never. */
export async function versionsToRead(
  database: Kysely<Schema>,
  most: number,
): Promise<readonly PublicVersion[]> {
  const { rows } = await sql<PublicVersion>`
    select report.region_id, report.report_id, shown.version, shown.content,
      (select signed.cells_sha256 from report_submission as signed
        where signed.region_id = report.region_id and signed.report_id = report.report_id
          and signed.content_sha256 = shown.content_sha256 limit 1) as signed_cells
    from published.annual_report as shown
    join annual_report as report on report.region_id = shown.region_id and report.organ_id = shown.organ_id
      and report.report_year = shown.report_year
    left join report_copies as read on read.region_id = report.region_id and read.report_id = report.report_id
      and read.version = shown.version
    order by read.checked_at nulls first, report.report_id limit ${most}`.execute(database);
  return rows;
}

/** The cells as comparisons and open data are served from them. */
export async function publicCells(
  database: Kysely<Schema>,
  { region_id, report_id, version }: PublicVersion,
): Promise<Readonly<Partial<Record<CellId, CellValue>>>> {
  const rows = await database
    .selectFrom('report_cell')
    .select(['cell_id', 'state', 'value', 'raw', 'unit', 'footnote'])
    .where('region_id', '=', region_id)
    .where('report_id', '=', report_id)
    .where('version', '=', version)
    .execute();
  return Object.fromEntries(
    rows.map(({ cell_id, unit, footnote, ...cell }) => [
      cell_id,
      { ...cell, ...(unit !== null && { unit }), ...(footnote !== null && { footnote }) },
    ]),
  );
}

/** Keeps what was read of a version, in the place of what was read before. */
export async function keepCopies(
  database: Kysely<Schema>,
  { region_id, report_id, version }: PublicVersion,
  { copies, at }: { readonly copies: readonly PublishedCopy[]; readonly at: Date },
): Promise<void> {
  const read = { checked_at: at, copies: JSON.stringify(copies) };
  await database
    .insertInto('report_copies')
    .values({ region_id, report_id, version, ...read })
    .onConflict((conflict) => conflict.columns(['region_id', 'report_id', 'version']).doUpdateSet(read))
    .execute();
}

/** What was read from the public forms of the version that holds, when they were last read; empty before that. */
export async function copiesRead(
  database: Kysely<Schema>,
  reportId: string,
  version: number,
): Promise<readonly PublishedCopy[]> {
  const row = await database
    .selectFrom('report_copies')
    .select('copies')
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.copies) as PublishedCopy[]);
}

/** Public reports of an organ that did not stand everywhere with the figures that come first in what was read (AR-PUB-02). */
const COPIES_OFF = sql`
  select report.region_id, report.organ_id, report.report_year
  from annual_report as report
  join published.annual_report as shown on shown.region_id = report.region_id
    and shown.organ_id = report.organ_id and shown.report_year = report.report_year
  join report_copies as read on read.region_id = report.region_id and read.report_id = report.report_id
    and read.version = shown.version
  left join report_work as work on work.region_id = report.region_id and work.report_id = report.report_id
  where coalesce(work.status, 'published') = 'published'
    and exists (select from json_array_elements(read.copies) as copy
      where copy ->> 'hash' is distinct from read.copies -> 0 ->> 'hash')`;

/** The years whose public reports, of the organs at these paths, were last read with other figures than were signed. */
export async function yearsWithCopiesOff(
  database: Kysely<Schema>,
  paths: readonly string[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly report_year: number }>`
    select report.report_year from (${COPIES_OFF}) as report
    join organ on organ.region_id = report.region_id and organ.organ_id = report.organ_id
    where organ.path = any(${[...paths]}::text[])
    order by report.report_year desc`.execute(database);
  return rows.map(({ report_year }) => report_year);
}

import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

/** The figures of a report as they are kept: as it was sent, else as it was published. */
export interface KeptFigures {
  /** JSON texts of a frozen state; `null`: nothing was sent. */
  readonly table_forms: string | null;
  readonly figures: string | null;
  /** Figures of the published cells by their ids, as JSON text, where nothing was sent here; `null`: nothing is published. */
  readonly published: string | null;
}

/**
 * Figures of the published version, blanks left out. Only asked where nothing was sent: what was sent stands in one short
 * list.
 */
const publishedCells = (regionId: RawBuilder<unknown>, reportId: RawBuilder<unknown>) => sql`
  select json_object_agg(cell.cell_id, cell.value::float8) as cells
  from report_cell as cell
  where cell.region_id = ${regionId} and cell.report_id = ${reportId} and cell.value is not null
    and cell.cell_id ~ '^t[34][.]'
    and cell.version = (select max(version) from report_version as version
      where version.region_id = ${regionId} and version.report_id = ${reportId} and version.published_at <= now())`;

const REPORTS = sql`
  left join report_work as work on work.region_id = report.region_id and work.report_id = report.report_id
  left join report_submission as sent on sent.region_id = work.region_id and sent.report_id = work.report_id
    and sent.submission = work.counted
  left join lateral (${publishedCells(sql`report.region_id`, sql`report.report_id`)}) as public
    on sent.submission is null`;

const FIGURES = sql`sent.table_forms::text as table_forms, sent.figures::text as figures, public.cells as published`;

/** The reports of an organ that were sent or published, by year. */
export async function keptYears(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
): Promise<readonly (KeptFigures & { readonly report_year: number })[]> {
  const { rows } = await sql<KeptFigures & { readonly report_year: number }>`
    select report.report_year, ${FIGURES}
    from annual_report as report ${REPORTS}
    where report.region_id = ${regionId}::uuid and report.organ_id = ${organId}::uuid
      and (sent.submission is not null or public.cells is not null)`.execute(database);
  return rows;
}

/** The government whose list of a year names the organ, with its place in the tree. */
export async function listNaming(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  reportYear: number,
) {
  const { rows } = await sql<{ region_id: string; name: string; path: string }>`
    select unit.region_id, government.name, government.path
    from reporting_unit as unit
    join organ as government on government.region_id = unit.region_id and government.parent_id is null
    where unit.unit_region_id = ${regionId}::uuid and unit.unit_organ_id = ${organId}::uuid
      and unit.report_year = ${reportYear}::integer and unit.included
      and government.kind in ('provinceGovernment', 'cityGovernment', 'countyGovernment')
    order by unit.region_id limit 1`.execute(database);
  return rows[0];
}

/** An organ on a list with the figures of its report. */
export interface PeerRow extends KeptFigures {
  readonly region_id: string;
  readonly organ_id: string;
  readonly name: string;
}

export interface PeersAsked {
  /** Whose list. */
  readonly regionId: string;
  readonly reportYear: number;
  readonly kind: TreeKind;
  readonly level: string;
}

/** The organs of a kind and level on a region’s list of a year, in its order. */
const peersQuery = ({ regionId, reportYear, kind, level }: PeersAsked): RawBuilder<PeerRow> => sql<PeerRow>`
  select organ.region_id, organ.organ_id, organ.name, ${FIGURES}
  from reporting_unit as unit
  join organ on organ.region_id = unit.unit_region_id and organ.organ_id = unit.unit_organ_id
  left join annual_report as report on report.region_id = unit.unit_region_id
    and report.organ_id = unit.unit_organ_id and report.report_year = unit.report_year
  ${REPORTS}
  where unit.region_id = ${regionId}::uuid and unit.report_year = ${reportYear}::integer and unit.included
    and organ.kind = ${kind} and organ.level = ${level}
  order by unit.position`;

export const peerRows = async (database: Kysely<Schema>, asked: PeersAsked): Promise<readonly PeerRow[]> =>
  (await peersQuery(asked).execute(database)).rows;

/** Everything in a region and below that has registers of its own. */
export async function organsBelow(database: Kysely<Schema>, path: string) {
  const rows = await database
    .selectFrom('organ')
    .select(['region_id', 'organ_id', 'path'])
    .where('kind', '<>', 'village')
    .where(sql<boolean>`path like ${`${path}%`}`)
    .execute();
  return rows.map((row) => ({ regionId: row.region_id, organId: row.organ_id, path: row.path }));
}

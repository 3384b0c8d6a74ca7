import { sql } from 'kysely';
import type { PublishedDatabase } from './published.ts';
import type { RegisterPlace } from './published-registers.ts';

/** A cell of a published report as open data has it. */
export interface ReportCellRow {
  readonly organ_slug: string;
  readonly organ_name: string;
  readonly report_year: number;
  readonly version: number;
  readonly published_at: Date;
  readonly cell_id: string;
  readonly state: 'value' | 'blank' | 'text' | 'derived';
  readonly value: number | null;
  readonly raw: string;
}

const ofPlace = ({ region_id, organ_id }: RegisterPlace) =>
  organ_id === null
    ? sql`r.region_id = ${region_id}`
    : sql`r.region_id = ${region_id} and r.organ_id = ${organ_id}`;

/** How many reports of each year a place has published. */
export async function reportsByYear(
  database: PublishedDatabase,
  place: RegisterPlace,
): Promise<readonly { readonly year: number; readonly reports: number }[]> {
  const { rows } = await sql<{ year: number; reports: number }>`
    select r.report_year as year, count(*)::integer as reports
    from published.annual_report r where ${ofPlace(place)} group by 1 order by 1 desc`.execute(database);
  return rows;
}

/** Where a walk through the reports of a year goes on: after the organ of this name in addresses. */
interface CellsAfter {
  readonly after: string;
  /** Reports, not cells. */
  readonly limit: number;
}

/** Every cell of the next reports of a year that hold, organ by organ. */
export async function cellsOfYear(
  database: PublishedDatabase,
  place: RegisterPlace,
  year: number,
  { after, limit }: CellsAfter,
): Promise<readonly ReportCellRow[]> {
  // The reports first: their cells are then found by the key, whatever is guessed of how many there are.
  const { rows } = await sql<ReportCellRow>`
    with chosen as materialized (
      select r.region_id, r.organ_id, r.report_year, r.version, r.published_at, organ.slug, organ.name
      from published.annual_report r join published.organ_record organ using (region_id, organ_id)
      where ${ofPlace(place)} and r.report_year = ${year}::integer and organ.slug > ${after}
      order by organ.slug limit ${limit}::integer)
    select chosen.slug as organ_slug, chosen.name as organ_name, chosen.report_year, chosen.version,
      chosen.published_at, c.cell_id, c.state, c.value, c.raw
    from chosen cross join lateral (
      select cell_id, state, value, raw from published.report_cell c
      where c.region_id = chosen.region_id and c.organ_id = chosen.organ_id
        and c.report_year = chosen.report_year) as c
    order by chosen.slug, c.cell_id`.execute(database);
  return rows;
}

/** How many reports of a year a place has published, and a value that changes with any of them. */
export async function stateOfYear(
  database: PublishedDatabase,
  place: RegisterPlace,
  year: number,
): Promise<{ readonly reports: number; readonly key: string }> {
  const { rows } = await sql<{ reports: number; key: string | null }>`
    select count(*)::integer as reports,
      md5(string_agg(concat_ws(' ', organ.slug, r.version, r.content_sha256, organ.name), E'\n' order by organ.slug))
        as key
    from published.annual_report r join published.organ_record organ using (region_id, organ_id)
    where ${ofPlace(place)} and r.report_year = ${year}::integer`.execute(database);
  return { reports: rows[0]?.reports ?? 0, key: rows[0]?.key ?? '' };
}

/** Some cells of the reports of a year's list of reporting units, wherever the unit stands. */
export async function cellsOfUnits(
  database: PublishedDatabase,
  regionId: string,
  { reportYear, cells }: { readonly reportYear: number; readonly cells: readonly string[] },
) {
  return await database
    .selectFrom('published.reporting_unit as unit')
    .innerJoin('published.organ_record as organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'unit.unit_region_id')
        .onRef('organ.organ_id', '=', 'unit.unit_organ_id'),
    )
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .innerJoin('published.report_cell as cell', (join) =>
      join
        .onRef('cell.region_id', '=', 'unit.unit_region_id')
        .onRef('cell.organ_id', '=', 'unit.unit_organ_id')
        .onRef('cell.report_year', '=', 'unit.report_year'),
    )
    .select(['region.slug as region_slug', 'organ.slug as organ_slug'])
    .select(['cell.cell_id', 'cell.state', 'cell.value', 'cell.raw'])
    .where('unit.region_id', '=', regionId)
    .where('unit.report_year', '=', reportYear)
    .where('unit.included', '=', true)
    .where('cell.cell_id', 'in', cells)
    .execute();
}

import type { ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import type { ReportKey } from './report-work.ts';

/** Another unit of a list that names the organ, as its report was frozen last. */
export interface PeerRow {
  readonly region_id: string;
  readonly report_id: string;
  readonly submission: number;
  readonly organ_id: string;
  readonly name: string;
  readonly kind: TreeKind;
  readonly table_forms: string;
  readonly figures: string;
  /** Empty: its text is too short to be compared. */
  readonly profile: Buffer;
}

/**
 * Figures and texts of the other units of the lists that name the organ. Beside what is frozen stands only what was frozen
 * before it: who writes the same words later has to explain them, and nobody who has long sent his report.
 */
export async function peerRows(
  database: Kysely<Schema>,
  { regionId, organId, reportYear }: ReportKey,
): Promise<readonly PeerRow[]> {
  const { rows } = await sql<PeerRow>`
    select distinct on (board.report_id) board.region_id, board.report_id, board.submission, board.profile,
      organ.organ_id, organ.name, organ.kind, sent.table_forms, sent.figures
    from reporting_unit as own
    join reporting_unit as unit on unit.region_id = own.region_id and unit.report_year = own.report_year
      and unit.included and unit.unit_organ_id <> own.unit_organ_id
    join report_work as work on work.organ_id = unit.unit_organ_id and work.region_id = unit.unit_region_id
      and work.report_year = unit.report_year
    join report_board as board on board.region_id = work.region_id and board.report_id = work.report_id
      and board.submission = coalesce(work.frozen, work.counted)
    join report_submission as sent on sent.region_id = board.region_id and sent.report_id = board.report_id
      and sent.submission = board.submission
    join organ on organ.region_id = unit.unit_region_id and organ.organ_id = unit.unit_organ_id
    where own.unit_region_id = ${regionId}::uuid and own.unit_organ_id = ${organId}::uuid
      and own.report_year = ${reportYear}::integer
      and sent.made_at < coalesce((select mine.made_at from report_work as kept
        join report_submission as mine on mine.region_id = kept.region_id and mine.report_id = kept.report_id
          and mine.submission = kept.frozen
        where kept.region_id = own.unit_region_id and kept.organ_id = own.unit_organ_id
          and kept.report_year = own.report_year), 'infinity')`.execute(database);
  return rows;
}

/** A unit of a region's list as the board shows it. */
export interface BoardRow {
  readonly region_id: string;
  readonly organ_id: string;
  readonly name: string;
  readonly kind: TreeKind;
  /** `null`: nobody has begun. */
  readonly status: ReportStatus | null;
  readonly edition: number | null;
  readonly is_counted: boolean;
  /** `null`: not looked at since it was last saved. */
  readonly blocks: number | null;
  readonly warnings: number | null;
  readonly signed_at: Date | null;
  readonly accepted_at: Date | null;
  /** JSON text of `YearChange`s; `null`: nothing was frozen. */
  readonly changes: string | null;
  readonly alike_region_id: string | null;
  readonly alike_organ_id: string | null;
  readonly alike_name: string | null;
  readonly alike_percent: number | null;
  readonly reminded_on: CivilDate | null;
}

const unitsOf = (regionId: string, reportYear: number) => sql`units as materialized (
  select unit.position, organ.region_id, organ.organ_id, organ.name, organ.kind, work.report_id, work.status,
    work.edition, work.counted is not null as is_counted, work.blocks, work.warnings, work.signed_at,
    work.accepted_at, coalesce(work.frozen, work.counted) as submission
  from reporting_unit as unit
  join organ on organ.region_id = unit.unit_region_id and organ.organ_id = unit.unit_organ_id
  left join report_work as work on work.organ_id = unit.unit_organ_id and work.region_id = unit.unit_region_id
    and work.report_year = unit.report_year
  where unit.region_id = ${regionId}::uuid and unit.report_year = ${reportYear}::integer and unit.included)`;

/**
 * Pairs were kept when the second of the two was frozen; whichever it was, both rows show it, as long as both stand. The
 * other one is found by its key, never by going through the list for each pair.
 */
const ALIKE = sql`pairs as (
  select one.report_id, likeness.other_region_id as peer_region_id, likeness.other_report_id as peer_id,
    likeness.other_submission as peer_submission, likeness.percent
  from units as one
  join report_likeness as likeness on likeness.region_id = one.region_id and likeness.report_id = one.report_id
    and likeness.submission = one.submission
  union all
  select one.report_id, likeness.region_id, likeness.report_id, likeness.submission, likeness.percent
  from units as one
  join report_likeness as likeness on likeness.other_region_id = one.region_id
    and likeness.other_report_id = one.report_id and likeness.other_submission = one.submission),
  nearest as (
    select distinct on (pairs.report_id) pairs.report_id, pairs.percent, organ.region_id, organ.organ_id, organ.name
    from pairs
    join report_work as peer on peer.region_id = pairs.peer_region_id and peer.report_id = pairs.peer_id
      and coalesce(peer.frozen, peer.counted) = pairs.peer_submission
    join organ on organ.region_id = peer.region_id and organ.organ_id = peer.organ_id
    order by pairs.report_id, pairs.percent desc, organ.name)`;

/** Every unit of a region's list for a year, in the order of the list, with what was worked out when it was frozen. */
export const boardQuery = (regionId: string, reportYear: number): RawBuilder<BoardRow> => sql<BoardRow>`
    with ${unitsOf(regionId, reportYear)}, ${ALIKE}
    select units.region_id, units.organ_id, units.name, units.kind, status, edition, is_counted, blocks, warnings,
      signed_at, accepted_at, board.changes, nearest.region_id as alike_region_id,
      nearest.organ_id as alike_organ_id, nearest.name as alike_name, nearest.percent::float8 as alike_percent,
      (select max(reminded_on) from report_reminder as reminder where reminder.region_id = units.region_id
        and reminder.organ_id = units.organ_id and reminder.report_year = ${reportYear}::integer) as reminded_on
    from units
    left join report_board as board on board.region_id = units.region_id and board.report_id = units.report_id
      and board.submission = units.submission
    left join nearest on nearest.report_id = units.report_id
    order by units.position`;

export const boardRows = async (
  database: Kysely<Schema>,
  regionId: string,
  reportYear: number,
): Promise<readonly BoardRow[]> => (await boardQuery(regionId, reportYear).execute(database)).rows;

/** Whether the units that report for a year were set. */
export async function hasUnitList(
  database: Kysely<Schema>,
  { regionId, reportYear }: { readonly regionId: string; readonly reportYear: number },
): Promise<boolean> {
  const list = await database
    .selectFrom('reporting_unit_list')
    .select('report_year')
    .where('region_id', '=', regionId)
    .where('report_year', '=', reportYear)
    .executeTakeFirst();
  return list !== undefined;
}

/** Notes that a unit was reminded on a day. @returns whether it is the first time on that day */
export async function noteReminder(
  database: Kysely<Schema>,
  { regionId, organId, reportYear }: ReportKey,
  { on, by }: { readonly on: CivilDate; readonly by: string },
): Promise<boolean> {
  const noted = await database
    .insertInto('report_reminder')
    .values({
      region_id: regionId,
      organ_id: organId,
      report_year: reportYear,
      reminded_on: on,
      reminded_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('organ_id')
    .execute();
  return noted.length > 0;
}

/** The office that draws up the report of a region's government (30号二(一)); `undefined` where there is none. */
export async function officeOf(database: Kysely<Schema>, regionId: string) {
  const row = await database
    .selectFrom('organ')
    .select(['region_id', 'organ_id', 'path'])
    .where('region_id', '=', regionId)
    .where('kind', '=', 'governmentOrgan')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const office: OrganIds & { readonly path: string } = {
    regionId: row.region_id,
    organId: row.organ_id,
    path: row.path,
  };
  return office;
}

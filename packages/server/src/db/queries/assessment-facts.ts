import type { ReportStatus } from '@zhaoshi/domain/annual-report/work/report-status';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { civilDayOf } from '../china-time.ts';
import type { Schema } from '../schema.ts';
import { type OpinionRow, opinionRows } from './opinions.ts';
import type { OrganIds } from './organs.ts';

const unitsOf = (units: readonly OrganIds[]): RawBuilder<unknown> => sql`
  unnest(${units.map(({ regionId }) => regionId)}::uuid[], ${units.map(({ organId }) => organId)}::uuid[])
    as unit (region_id, organ_id)`;

/** How a unit stands with its annual report of a year. */
export interface ReportStanding {
  readonly organ_id: string;
  readonly region_id: string;
  readonly kind: TreeKind;
  /** Of the government whose list names the unit. */
  readonly government_path: string;
  /** `null`: nobody has begun. */
  readonly status: ReportStatus | null;
  /** The day of its first edition; `null`: not public. */
  readonly published_on: CivilDate | null;
  /** Forms and figures of what was sent, as JSON texts; `null`: nothing was. */
  readonly table_forms: string | null;
  readonly figures: string | null;
  /** Likeness to the nearest report of another unit, in percent; `null`: nothing was compared. */
  readonly alike_percent: number | null;
}

/** The units that a list names for a year, with their reports; others owe none. */
export async function reportStandings(
  database: Kysely<Schema>,
  units: readonly OrganIds[],
  reportYear: number,
): Promise<readonly ReportStanding[]> {
  const { rows } = await sql<ReportStanding>`
    select distinct on (unit.organ_id) unit.organ_id, unit.region_id, organ.kind, government.path as government_path,
      work.status, sent.table_forms::text as table_forms, sent.figures::text as figures, ${civilDayOf(sql`public.at`)} as published_on, alike.percent::float8 as alike_percent
    from ${unitsOf(units)}
    join organ on organ.region_id = unit.region_id and organ.organ_id = unit.organ_id
    join reporting_unit as listed on listed.unit_region_id = unit.region_id and listed.unit_organ_id = unit.organ_id
      and listed.report_year = ${reportYear}::integer and listed.included
    join organ as government on government.region_id = listed.region_id and government.parent_id is null
    left join report_work as work on work.organ_id = unit.organ_id and work.region_id = unit.region_id
      and work.report_year = listed.report_year
    left join report_submission as sent on sent.region_id = work.region_id and sent.report_id = work.report_id
      and sent.submission = coalesce(work.frozen, work.counted)
    left join annual_report as report on report.region_id = unit.region_id and report.organ_id = unit.organ_id
      and report.report_year = listed.report_year
    left join lateral (select min(version.published_at) as at from report_version as version
      where version.region_id = report.region_id and version.report_id = report.report_id) as public on true
    left join lateral (select max(likeness.percent) as percent from report_likeness as likeness
      where likeness.region_id = work.region_id and likeness.report_id = work.report_id
        and likeness.submission = coalesce(work.frozen, work.counted)) as alike on true
    order by unit.organ_id, government.path desc`.execute(database);
  return rows;
}

export interface OwnTexts {
  readonly region_id: string;
  readonly organ_id: string;
  /** Texts of the report and of the one before, as they were kept when each was frozen; empty: too short. */
  readonly profile: Buffer;
  readonly earlier: Buffer;
}

/** The texts of units' reports of a year and of the year before; only of units that have both in the platform. */
export async function ownTexts(
  database: Kysely<Schema>,
  units: readonly OrganIds[],
  reportYear: number,
): Promise<readonly OwnTexts[]> {
  const boardOf = (as: string, year: number): RawBuilder<unknown> => {
    const [work, board] = [sql.id(`${as}_work`), sql.id(as)];
    return sql`join report_work as ${work} on ${work}.region_id = unit.region_id and ${work}.organ_id = unit.organ_id
        and ${work}.report_year = ${year}::integer
      join report_board as ${board} on ${board}.region_id = ${work}.region_id
        and ${board}.report_id = ${work}.report_id
        and ${board}.submission = coalesce(${work}.frozen, ${work}.counted)`;
  };
  const { rows } = await sql<OwnTexts>`
    select unit.region_id, unit.organ_id, own.profile, earlier.profile as earlier
    from ${unitsOf(units)} ${boardOf('own', reportYear)} ${boardOf('earlier', reportYear - 1)}`.execute(
    database,
  );
  return rows;
}

/** Events of public opinion that were found between two moments in units. */
export const opinionsFound = async (
  database: Kysely<Schema>,
  units: readonly OrganIds[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly OpinionRow[]> =>
  await opinionRows(database)
    .where(
      sql<boolean>`(opinion.region_id, opinion.organ_id) in (select unit.region_id, unit.organ_id from ${unitsOf(units)})`,
    )
    .where('opinion.found_at', '>=', from)
    .where('opinion.found_at', '<=', until)
    .orderBy('opinion.found_at')
    .execute();

/** The days of trainings in which people of units took part (条例48). */
export async function trainingsAttended(
  database: Kysely<Schema>,
  units: readonly OrganIds[],
): Promise<ReadonlyMap<string, readonly CivilDate[]>> {
  const { rows } = await sql<{ organ_id: string; done_on: CivilDate }>`
    select distinct unit.organ_id, record.done_on
    from ${unitsOf(units)}
    join membership on membership.region_id = unit.region_id and membership.organ_id = unit.organ_id
      and membership.revoked_at is null
    join training_attendance as attended on attended.account_id = membership.account_id
    join work_record as record on record.region_id = attended.region_id and record.record_id = attended.record_id
      and record.removed_at is null and record.done_on is not null`.execute(database);
  return new Map(
    [...Map.groupBy(rows, ({ organ_id }) => organ_id)].map(([organ_id, own]) => [
      organ_id,
      own.map(({ done_on }) => done_on),
    ]),
  );
}

export interface OpenMessage {
  readonly organ_id: string;
  readonly item: string;
  readonly number: string;
  readonly received_on: CivilDate;
}

/** What the public asked units and nobody has answered: errors and comments are no consultation. */
export async function openMessages(
  database: Kysely<Schema>,
  units: readonly OrganIds[],
): Promise<readonly OpenMessage[]> {
  const { rows } = await sql<OpenMessage>`
    select voice.organ_id, 'voice/' || voice.region_id || '/' || voice.voice_id as item,
      voice.receipt_number as number, ${civilDayOf(sql`voice.received_at`)} as received_on
    from ${unitsOf(units)}
    join public_voice as voice on voice.region_id = unit.region_id and voice.organ_id = unit.organ_id
    where voice.status = 'received' and voice.kind = 'question'`.execute(database);
  return rows;
}

export interface MediaUpdate {
  readonly organ_id: string;
  readonly item: string;
  readonly name: string;
  readonly posted_on: CivilDate;
}

/** Open accounts of units that something was posted on, with the day of the last post. */
export async function mediaUpdates(
  database: Kysely<Schema>,
  units: readonly OrganIds[],
): Promise<readonly MediaUpdate[]> {
  const { rows } = await sql<MediaUpdate>`
    select account.organ_id, 'media/' || account.region_id || '/' || account.media_id as item, account.name,
      ${civilDayOf(sql`max(post.changed_at)`)} as posted_on
    from ${unitsOf(units)}
    join media_account as account on account.region_id = unit.region_id and account.organ_id = unit.organ_id
    join media_post as post on post.region_id = account.region_id and post.organ_id = account.organ_id
      and post.media_id = account.media_id and post.state = 'posted'
    where account.closed_on is null
    group by account.region_id, account.organ_id, account.media_id, account.name`.execute(database);
  return rows;
}

/** The day on which any organ of a region published last; regions that never did are left out. */
export async function newestOfRegions(
  database: Kysely<Schema>,
  regionIds: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  const { rows } = await sql<{ region_id: string; newest: CivilDate }>`
    select edition.region_id, ${civilDayOf(sql`max(edition.visible_from)`)} as newest
    from document_edition as edition
    where edition.region_id = any(${[...regionIds]}::uuid[]) and edition.ended_at is null
      and edition.cancelled_at is null and edition.visible_from <= now()
    group by edition.region_id`.execute(database);
  return new Map(rows.map(({ region_id, newest }) => [region_id, newest]));
}

/** Titles of documents by their ids, for the words of findings. */
export async function titlesOf(
  database: Kysely<Schema>,
  documents: readonly { readonly regionId: string; readonly documentId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ document_id: string; title: string }>`
    select document.document_id, document.title
    from unnest(${documents.map(({ regionId }) => regionId)}::uuid[],
      ${documents.map(({ documentId }) => documentId)}::uuid[]) as asked (region_id, document_id)
    join document on document.region_id = asked.region_id and document.document_id = asked.document_id`.execute(
    database,
  );
  return new Map(rows.map(({ document_id, title }) => [document_id, title]));
}

import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  RHYTHM_ITEMS,
  type RhythmItem,
  type RhythmProof,
  shownItem,
} from '@zhaoshi/domain/notification/yearly-rhythm';
import { type Kysely, sql } from 'kysely';
import { civilDayOf } from '../china-time.ts';
import type { Schema } from '../schema.ts';
import { wantedOrgans } from './organ-keys.ts';
import type { OrganIds } from './organs.ts';

/** A register that shows by itself that something was done; `word`: the organ said so. */
export type RhythmSource = 'word' | 'work' | 'assessment' | 'survey';

/** What shows that something was done, with the record that it is. */
export interface RecordedProof extends RhythmProof {
  readonly source: RhythmSource;
  readonly regionId: string;
  /** Of the record; empty of a word. */
  readonly recordId: string;
  /** What the record is called; of a word its note. */
  readonly title: string;
  /** Who said so; empty of a register. */
  readonly by: string;
}

/** What an organ has done of what comes round, and since when it keeps any of it; `null`: it never did. */
export interface OrganRhythm {
  readonly organId: string;
  readonly begunOn: CivilDate | null;
  readonly proofs: readonly RecordedProof[];
}

interface Row {
  readonly organ_id: string;
  readonly source: RhythmSource;
  readonly item: string | null;
  readonly kind: string;
  readonly form: string;
  readonly done_on: CivilDate;
  readonly turn_on: CivilDate | null;
  readonly region_id: string;
  readonly record_id: string;
  readonly title: string;
  readonly said_by: string;
}

const itemOf = ({ item, kind, form }: Row): RhythmItem | null =>
  item === null ? shownItem(kind, form) : (RHYTHM_ITEMS.find((one) => one === item) ?? null);

/** The first day on which organs kept anything of it, however long ago; who never did is not in the answer. */
async function begunDays(database: Kysely<Schema>, organs: readonly OrganIds[]) {
  const { rows } = await sql<{ organ_id: string; begun_on: CivilDate }>`
    select organ_id, ${civilDayOf(sql`min(kept_at)`)} as begun_on
    from ${wantedOrgans(organs)} cross join lateral (
      select recorded_at as kept_at from rhythm_record r
      where r.region_id = wanted.region_id and r.organ_id = wanted.organ_id
      union all
      select entered_at from work_record w
      where w.region_id = wanted.region_id and w.organ_id = wanted.organ_id and removed_at is null) kept
    group by organ_id`.execute(database);
  return new Map(rows.map(({ organ_id, begun_on }) => [organ_id, begun_on]));
}

/** By the organ's own word, which names its turn. */
const SAID = (since: CivilDate) => sql`
  select 'word' as source, r.item, '' as kind, '' as form, r.done_on, r.turn_on, r.region_id, '' as record_id,
    r.note as title, a.display_name as said_by
  from rhythm_record r join account a on a.account_id = r.recorded_by
  where r.region_id = wanted.region_id and r.organ_id = wanted.organ_id
    and (r.turn_on >= ${since}::date or r.done_on >= ${since}::date)`;

/** What was held, by its day, as the index of the register has it. */
const HELD = (since: CivilDate) => sql`
  select 'work', null, w.kind, coalesce(w.facts ->> 'form', ''), w.done_on, null, w.region_id, w.record_id::text,
    w.title, ''
  from work_record w
  where w.region_id = wanted.region_id and w.organ_id = wanted.organ_id and w.removed_at is null
    and w.kind in ('training', 'meeting') and w.done_on is not null
    and coalesce(w.done_on, w.planned_on) >= ${since}::date`;

/**
 * An assessment that has ended is of the year that it assesses: for who assesses and for who was assessed (条例46). Asked
 * apart, each by its own index; who assesses itself has it once.
 */
const ASSESSED = (since: CivilDate) => sql`
  select 'assessment', 'assessment', '', '', ${civilDayOf(sql`a.closed_at`)}, make_date(a.year, 12, 31), a.region_id,
    a.assessment_id::text, a.title, ''
  from (
    select region_id, assessment_id from assessment
    where region_id = wanted.region_id and organ_id = wanted.organ_id
    union
    select region_id, assessment_id from assessment_unit
    where unit_region_id = wanted.region_id and unit_organ_id = wanted.organ_id) own
  join assessment a using (region_id, assessment_id)
  where a.closed_at is not null and a.year >= extract(year from ${since}::date)`;

/** A survey is of the year in which it closed; it counts once its result is public (条例46, oversight.md §4). */
const EVALUATED = (since: CivilDate) => sql`
  select 'survey', 'socialEvaluation', '', '', s.closes_on, null, s.region_id, s.survey_id::text, s.title, ''
  from survey s
  where s.region_id = wanted.region_id and s.organ_id = wanted.organ_id and s.status = 'published'
    and s.closes_on >= ${since}::date`;

/** What organs have done by their own word and by their registers, since the first day of a year. */
export async function organRhythms(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
  since: CivilDate,
): Promise<readonly OrganRhythm[]> {
  const { rows } = await sql<Row>`
    select wanted.organ_id, done.*
    from ${wantedOrgans(organs)} cross join lateral (
      ${SAID(since)} union all ${HELD(since)} union all ${ASSESSED(since)} union all ${EVALUATED(since)}) done
    order by done.done_on, done.record_id`.execute(database);
  const done = Map.groupBy(rows, ({ organ_id }) => organ_id);
  const begun = await begunDays(database, organs);
  return organs.map(({ organId }) => ({
    organId,
    begunOn: begun.get(organId) ?? null,
    proofs: (done.get(organId) ?? []).flatMap((row) => {
      const item = itemOf(row);
      if (item === null) return [];
      const { source, done_on: on, turn_on: ofTurn, region_id, record_id, title, said_by: by } = row;
      return [{ item, on, ofTurn, source, regionId: region_id, recordId: record_id, title, by }];
    }),
  }));
}

import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { PostedItem } from '@zhaoshi/domain/village/due-items';
import { organPath, villagePath, villagesPath } from '@zhaoshi/portal/paths';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { wantedOrgans } from './organ-keys.ts';
import type { OrganIds } from './organs.ts';

/** Villages of today with the township under which they stand. */
const villages = (database: Kysely<Schema>) =>
  database
    .selectFrom('organ')
    .innerJoin('organ as township', (join) =>
      join
        .onRef('township.region_id', '=', 'organ.region_id')
        .onRef('township.organ_id', '=', 'organ.parent_id'),
    )
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'organ.path',
      'organ.slug',
      'township.name as township_name',
      'township.slug as township_slug',
      'region.slug as region_slug',
    ])
    .where('organ.kind', '=', 'village')
    .where(sql<boolean>`(organ.valid_to is null or organ.valid_to > civil_today())`);

export const findVillage = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await villages(database)
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .executeTakeFirst();

export type VillageRow = NonNullable<Awaited<ReturnType<typeof findVillage>>>;

/** The public page of a village. */
export const pageOfVillage = ({ region_slug, township_slug, slug }: VillageRow): string =>
  villagePath(region_slug, township_slug, slug);

/** A page of the villages that a condition on `organ` reaches, in the order of the tree. */
export async function listVillages(
  database: Kysely<Schema>,
  reached: RawBuilder<boolean>,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<readonly VillageRow[]> {
  const after = decodeCursor(cursor, z.tuple([z.string()]))?.[0];
  return await villages(database)
    .where(reached)
    .$if(after !== undefined, (query) => query.where('organ.path', '>', after ?? ''))
    .orderBy('organ.path')
    .limit(limit + 1)
    .execute();
}

/** Villages right below an organ. */
export const villagesUnder = async (database: Kysely<Schema>, { regionId, organId }: OrganIds) =>
  await villages(database)
    .where('organ.region_id', '=', regionId)
    .where('organ.parent_id', '=', organId)
    .execute();

/** Keys of the pages that show a village: its own, and the list of its township. */
export async function keysOfVillage(
  database: Kysely<Schema>,
  { region_id, organ_id }: VillageKey,
): Promise<readonly string[]> {
  const row = await findVillage(database, { regionId: region_id, organId: organ_id });
  if (row === undefined) return [];
  return [pageOfVillage(row), villagesPath(organPath(row.region_slug, row.township_slug))];
}

/** A village by its keys, as rows name them. */
export interface VillageKey {
  readonly region_id: string;
  readonly organ_id: string;
}

const wanted = (villages: readonly VillageKey[]) =>
  wantedOrgans(villages.map(({ region_id, organ_id }) => ({ regionId: region_id, organId: organ_id })));

/** What villages posted about periods since a day, by their ids. */
export async function postedSince(
  database: Kysely<Schema>,
  villages: readonly VillageKey[],
  since: CivilDate,
): Promise<ReadonlyMap<string, readonly PostedItem[]>> {
  const { rows } = await sql<PostedItem & { readonly organ_id: string }>`
    select post.* from ${wanted(villages)} cross join lateral (
      select p.organ_id, p.item, p.period_from as "periodFrom", p.period_to as "periodTo" from village_post p
      where p.region_id = wanted.region_id and p.organ_id = wanted.organ_id
        and p.period_from >= ${since}::date) post`.execute(database);
  return Map.groupBy(rows, ({ organ_id }) => organ_id);
}

/** The day of the first post of each village that has one. */
export async function firstPosts(
  database: Kysely<Schema>,
  villages: readonly VillageKey[],
): Promise<ReadonlyMap<string, CivilDate>> {
  // A first edition is the oldest of its post, so the oldest edition of a village is the first of its first post.
  const { rows } = await sql<{ readonly organ_id: string; readonly first: CivilDate }>`
    select oldest.* from ${wanted(villages)} cross join lateral (
      select e.organ_id, e.visible_from as first from village_post_edition e
      where e.region_id = wanted.region_id and e.organ_id = wanted.organ_id
      order by e.posted_at, e.post_id desc limit 1) oldest`.execute(database);
  return new Map(rows.map(({ organ_id, first }) => [organ_id, first]));
}

/** Open questions and shown posts without a photo of the board, of each village. */
export async function villageCounts(
  database: Kysely<Schema>,
  villages: readonly VillageKey[],
  today: CivilDate,
): Promise<ReadonlyMap<string, { readonly questions: number; readonly withoutBoard: number }>> {
  const { rows } = await sql<{
    readonly organ_id: string;
    readonly questions: number;
    readonly withoutBoard: number;
  }>`
    select wanted.organ_id,
      (select count(*)::int from public_voice v
        where v.region_id = wanted.region_id and v.village_id = wanted.organ_id and v.status = 'received') as questions,
      (select count(*)::int from village_post p join village_post_edition e
        on e.region_id = p.region_id and e.post_id = p.post_id and e.edition = p.edition
        where p.region_id = wanted.region_id and p.organ_id = wanted.organ_id
          and e.visible_until >= ${today}::date and not exists (select from village_photo h
          where h.region_id = p.region_id and h.post_id = p.post_id and h.edition = p.edition
            and h.board_on is not null)) as "withoutBoard"
    from ${wanted(villages)}`.execute(database);
  return new Map(rows.map(({ organ_id, ...counts }) => [organ_id, counts]));
}

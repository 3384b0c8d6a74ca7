import type { CatalogItem } from '@zhaoshi/domain/disclosure/item-catalog/catalog-item';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { searchTerms } from '@zhaoshi/domain/search/fold';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { likePattern } from '../like-pattern.ts';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';

export interface CatalogItemIds {
  readonly regionId: string;
  readonly itemId: string;
}

/** An item with the wording that holds on a day; of one that does not hold then, the last one recorded. */
export interface CatalogItemRow {
  readonly region_id: string;
  readonly item_id: string;
  /** The keeper. */
  readonly organ_id: string;
  readonly keeper_name: string;
  readonly path: string;
  readonly version: number;
  readonly content: CatalogItem;
  readonly is_valid: boolean;
  readonly organs: readonly { readonly organId: string; readonly name: string; readonly path: string }[];
  /** Place in the order of lists. */
  readonly place: string;
}

export interface CatalogFilter {
  /** A pilot field, or `none`: the basic catalogue. */
  readonly field?: string | undefined;
  readonly organId?: string | undefined;
  readonly state?: 'valid' | 'ended' | 'unassigned' | undefined;
  readonly q?: string | undefined;
}

type Condition = RawBuilder<boolean>;

/** Codes that are numbers stand in the order of numbers. */
const PLACE = sql<string>`lpad(i.code, 40, ' ')`;

const select = (
  today: CivilDate,
  conditions: readonly Condition[],
  rest: RawBuilder<unknown>,
) => sql<CatalogItemRow>`
  select i.region_id, i.item_id, i.organ_id, keeper.name as keeper_name, keeper.path, i.version, w.content,
    (w.valid_from <= ${today}::date and coalesce(w.valid_to, 'infinity'::date) >= ${today}::date) as is_valid,
    ${PLACE} as place,
    coalesce((select jsonb_agg(jsonb_build_object('organId', o.organ_id, 'name', o.name, 'path', o.path) order by o.path)
      from catalog_responsibility r join organ o using (region_id, organ_id)
      where r.region_id = i.region_id and r.item_id = i.item_id), '[]'::jsonb) as organs
  from catalog_item i
  join organ keeper on keeper.region_id = i.region_id and keeper.organ_id = i.organ_id
  join lateral (
    select * from catalog_wording w where w.region_id = i.region_id and w.item_id = i.item_id
    order by (w.valid_from <= ${today}::date) desc, w.number desc limit 1) w on true
  where ${sql.join(conditions, sql` and `)} ${rest}`;

const isValidOn = (today: CivilDate): Condition =>
  sql<boolean>`(w.valid_from <= ${today}::date and coalesce(w.valid_to, 'infinity'::date) >= ${today}::date)`;

const hasOrgan = sql<boolean>`exists (select from catalog_responsibility r
  where r.region_id = i.region_id and r.item_id = i.item_id)`;

const ofOrgan = (organId: string): Condition => sql<boolean>`exists (select from catalog_responsibility r
  where r.region_id = i.region_id and r.item_id = i.item_id and r.organ_id = ${organId})`;

function ofState(state: CatalogFilter['state'], today: CivilDate): readonly Condition[] {
  if (state === undefined) return [];
  if (state === 'ended') return [sql<boolean>`not ${isValidOn(today)}`];
  return state === 'valid' ? [isValidOn(today)] : [isValidOn(today), sql<boolean>`not ${hasOrgan}`];
}

function conditionsOf(
  { field, organId, state, q = '' }: CatalogFilter,
  today: CivilDate,
): readonly Condition[] {
  return [
    ...(field === undefined ? [] : [sql<boolean>`i.field = ${field === 'none' ? '' : field}`]),
    ...(organId === undefined ? [] : [ofOrgan(organId)]),
    ...ofState(state, today),
    ...searchTerms(q).map((term) => sql<boolean>`w.folded like ${likePattern(term)}`),
  ];
}

const cursorShape = z.tuple([z.string(), z.string(), z.uuid()]);

/** The key of a row in the order of the list, for the cursor of the next page. */
export const catalogOrderKey = ({
  content,
  place,
  item_id,
}: CatalogItemRow): readonly [string, string, string] => [content.field ?? '', place, item_id];

export interface CatalogListing extends CatalogFilter {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Items that an organ keeps, by field and code; one more than the limit, all without one. */
export async function listCatalogItems(
  database: Kysely<Schema>,
  { regionId, organId: keeperId }: OrganIds,
  { cursor, limit, ...filter }: CatalogListing,
  today: CivilDate,
): Promise<readonly CatalogItemRow[]> {
  const after = decodeCursor(cursor, cursorShape);
  const conditions: readonly Condition[] = [
    sql<boolean>`i.region_id = ${regionId} and i.organ_id = ${keeperId}`,
    ...conditionsOf(filter, today),
    ...(after === null
      ? []
      : [sql<boolean>`(i.field, ${PLACE}, i.item_id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`]),
  ];
  const { rows } = await select(
    today,
    conditions,
    sql`order by i.field, ${PLACE}, i.item_id ${limit === undefined ? sql`` : sql`limit ${limit + 1}`}`,
  ).execute(database);
  return rows;
}

/** Items that organs have to publish, whether they hold on the day or not. */
export async function itemsOfOrgans(
  database: Kysely<Schema>,
  organIds: readonly string[],
  today: CivilDate,
): Promise<readonly CatalogItemRow[]> {
  const wanted = sql<boolean>`exists (select from catalog_responsibility r where r.region_id = i.region_id
    and r.item_id = i.item_id and r.organ_id = any(${[...organIds]}::uuid[]))`;
  const { rows } = await select(today, [wanted], sql`order by i.field, ${PLACE}, i.item_id`).execute(
    database,
  );
  return rows;
}

export async function findCatalogItem(
  database: Kysely<Schema>,
  { regionId, itemId }: CatalogItemIds,
  today: CivilDate,
): Promise<CatalogItemRow | undefined> {
  const wanted = sql<boolean>`i.region_id = ${regionId} and i.item_id = ${itemId}`;
  const { rows } = await select(today, [wanted], sql``).execute(database);
  return rows[0];
}

/** The item, locked: who changes it at the same time waits, and then finds it changed. */
export async function lockCatalogItem(
  database: Kysely<Schema>,
  ids: CatalogItemIds,
  today: CivilDate,
): Promise<CatalogItemRow | undefined> {
  const wanted = sql<boolean>`i.region_id = ${ids.regionId} and i.item_id = ${ids.itemId}`;
  const { rows } = await select(today, [wanted], sql`for update of i`).execute(database);
  return rows[0];
}

/** All wordings of an item, the last recorded first. */
export async function catalogWordings(database: Kysely<Schema>, { regionId, itemId }: CatalogItemIds) {
  return await database
    .selectFrom('catalog_wording')
    .innerJoin('account', 'account.account_id', 'catalog_wording.recorded_by')
    .select(['number', 'content', 'recorded_at', 'account.display_name'])
    .where('region_id', '=', regionId)
    .where('item_id', '=', itemId)
    .orderBy('number', 'desc')
    .execute();
}

/** Whether an item is one that an organ has to publish. */
export async function isItemOf(
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  itemId: string,
): Promise<boolean> {
  const found = await database
    .selectFrom('catalog_responsibility')
    .select('item_id')
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Organs in law of a region that are in being, to whose names 公开主体 is matched. */
export async function organsToMatch(database: Kysely<Schema>, regionId: string, today: CivilDate) {
  return await database
    .selectFrom('organ')
    .select(['organ_id as organId', 'name', 'kind'])
    .where('region_id', '=', regionId)
    .where('kind', '<>', 'village')
    .where(sql<boolean>`valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`)
    .orderBy('path')
    .execute();
}

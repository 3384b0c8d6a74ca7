import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { civilDayOf } from '../china-time.ts';
import { cursorMoment, decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { isPublicNow } from './public-editions.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface InspectionIds {
  readonly regionId: string;
  readonly inspectionId: string;
}

const countOf = (condition: string) => sql<number>`(select count(*)::int from inspection_item i
  where i.region_id = inspection.region_id and i.inspection_id = inspection.inspection_id and ${sql.raw(condition)})`;

const inspections = (database: Kysely<Schema>) =>
  database
    .selectFrom('inspection')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'inspection.region_id')
        .onRef('organ.organ_id', '=', 'inspection.organ_id'),
    )
    .selectAll('inspection')
    .select([
      'organ.name as organ_name',
      'organ.path as organ_path',
      'organ.kind as organ_kind',
      countOf('true').as('items'),
      countOf('i.verdict is not null').as('checked'),
      countOf("i.verdict = 'fault'").as('faults'),
      sql<number>`(select count(*)::int from inspection_unit u where u.region_id = inspection.region_id
        and u.inspection_id = inspection.inspection_id)`.as('units'),
    ]);

const one = (database: Kysely<Schema>, { regionId, inspectionId }: InspectionIds) =>
  inspections(database)
    .where('inspection.region_id', '=', regionId)
    .where('inspection.inspection_id', '=', inspectionId);

export const findInspection = async (database: Kysely<Schema>, ids: InspectionIds) =>
  await one(database, ids).executeTakeFirst();

/** The same, locked: who enters something at the same time waits. */
export const lockInspection = async (database: Kysely<Schema>, ids: InspectionIds) =>
  await one(database, ids).forUpdate('inspection').executeTakeFirst();

export type InspectionRow = NonNullable<Awaited<ReturnType<typeof findInspection>>>;

const position = z.tuple([cursorMoment, z.uuid()]);

/** A page of inspections, the newest first. */
export async function listInspections(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<readonly InspectionRow[]> {
  const after = decodeCursor(cursor, position);
  return await inspections(database)
    .where(reachedOrgan(actor, permission))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(inspection.created_at, inspection.inspection_id)
          < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('inspection.created_at', 'desc')
    .orderBy('inspection.inspection_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** The items of an inspection with what they are called and where they stand. */
export const inspectionItems = async (database: Kysely<Schema>, { regionId, inspectionId }: InspectionIds) =>
  await database
    .selectFrom('inspection_item as item')
    .innerJoin('document_edition as edition', (join) =>
      join
        .onRef('edition.region_id', '=', 'item.unit_region_id')
        .onRef('edition.document_id', '=', 'item.document_id')
        .onRef('edition.edition', '=', 'item.edition'),
    )
    .innerJoin('organ as unit', (join) =>
      join.onRef('unit.region_id', '=', 'item.unit_region_id').onRef('unit.organ_id', '=', 'item.unit_id'),
    )
    .innerJoin('region', 'region.region_id', 'unit.region_id')
    .leftJoin('account', 'account.account_id', 'item.checked_by')
    .selectAll('item')
    .select([
      'edition.title',
      'edition.public_name',
      'unit.name as unit_name',
      'unit.slug as unit_slug',
      'region.slug as region_slug',
      'account.display_name',
      civilDayOf(sql.ref('edition.visible_from')).as('published_on'),
      isPublicNow.as('is_public'),
    ])
    .where('item.region_id', '=', regionId)
    .where('item.inspection_id', '=', inspectionId)
    .orderBy('item.item')
    .execute();

export type InspectionItemRow = Awaited<ReturnType<typeof inspectionItems>>[number];

/** The units of an inspection, with how many items each had published. */
export const inspectedUnits = async (database: Kysely<Schema>, { regionId, inspectionId }: InspectionIds) =>
  await database
    .selectFrom('inspection_unit as drawn')
    .innerJoin('organ as unit', (join) =>
      join.onRef('unit.region_id', '=', 'drawn.unit_region_id').onRef('unit.organ_id', '=', 'drawn.unit_id'),
    )
    .select(['drawn.unit_region_id as regionId', 'drawn.unit_id as organId', 'unit.name', 'drawn.published'])
    .where('drawn.region_id', '=', regionId)
    .where('drawn.inspection_id', '=', inspectionId)
    .orderBy('unit.path')
    .execute();

/** The inspections that looked at the faults of one again. */
export async function followingInspections(
  database: Kysely<Schema>,
  { regionId, inspectionId }: InspectionIds,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('inspection')
    .select('inspection_id')
    .where('region_id', '=', regionId)
    .where('preceding_id', '=', inspectionId)
    .orderBy('created_at')
    .execute();
  return rows.map(({ inspection_id }) => inspection_id);
}

/** What a unit has published in a stretch of days and is still public. */
export const publishedItems = async (
  database: Kysely<Schema>,
  { regionId, organId }: OrganIds,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
) =>
  await database
    .selectFrom('document_edition as edition')
    .select(['edition.document_id', 'edition.edition'])
    .where('edition.region_id', '=', regionId)
    .where('edition.organ_id', '=', organId)
    .where(isPublicNow)
    .where(
      sql<boolean>`${civilDayOf(sql.ref('edition.visible_from'))} between ${from}::date and ${until}::date`,
    )
    .execute();

import type { TreeKind } from '@zhaoshi/domain/organ/tree';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { lacksOffice } from './lacks-office.ts';
import { reachedOrgan } from './reached-organ.ts';

/** The ids that name an organ, as they stand in the tables. */
export interface OrganIds {
  readonly regionId: string;
  readonly organId: string;
}

const organs = (database: Kysely<Schema>) =>
  database
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.parent_id',
      'organ.name',
      'organ.kind',
      'organ.level',
      'organ.slug',
      'organ.valid_from',
      'organ.valid_to',
      'organ.path',
      'organ.version',
      'organ.closing_statement',
      'region.name as region_name',
      'region.slug as region_slug',
      'region.level as region_level',
    ]);

/** In which the organs under one organ are listed: its office first, governments of lower regions last. */
export const KIND_ORDER: readonly TreeKind[] = [
  'governmentOrgan',
  'department',
  'subdistrictOffice',
  'township',
  'village',
  'cityGovernment',
  'countyGovernment',
];

export interface OrganListing {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Part of the name. */
  readonly name?: string | undefined;
  /** Path of the organ whose direct lower organs are wanted. */
  readonly under?: string | undefined;
  /** Only those of whose disclosure office something is missing. */
  readonly onlyLacking?: boolean | undefined;
}

const BY_KIND = sql<string>`concat_ws(' ',
  (organ.valid_to is not null and organ.valid_to <= civil_today())::integer,
  array_position(${[...KIND_ORDER]}::text[], organ.kind), organ.slug, organ.organ_id)`;

/** Organs that the right reaches: from the top of the tree down, those right under one organ by their kinds. */
export async function listOrgans(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit, name = '', under, onlyLacking }: OrganListing,
) {
  const after = decodeCursor(cursor, z.tuple([z.string()]))?.[0];
  const key = under === undefined ? sql<string>`organ.path` : BY_KIND;
  return await organs(database)
    .select([
      key.as('sort_key'),
      lacksOffice.as('lacks_office'),
      // A range in the order of bytes, which the index on paths answers.
      sql<boolean>`exists (select from organ lower
        where lower.path ~>~ organ.path and lower.path ~<~ (organ.path || '~'))`.as('has_below'),
    ])
    .where(reachedOrgan(actor, permission))
    .$if(name !== '', (query) => query.where(sql<boolean>`strpos(organ.name, ${name}) > 0`))
    .$if(under !== undefined, (query) =>
      query.where(
        sql<boolean>`organ.path like ${`${under ?? ''}%`} and organ.path = ${under ?? ''} || organ.organ_id || '/'`,
      ),
    )
    .$if(onlyLacking === true, (query) => query.where(lacksOffice))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`${key} > ${after ?? ''}`))
    .orderBy(key)
    .limit(limit + 1)
    .execute();
}

export async function findOrgan(database: Kysely<Schema>, { regionId, organId }: OrganIds) {
  return await organs(database)
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .executeTakeFirst();
}

export type OrganRow = NonNullable<Awaited<ReturnType<typeof findOrgan>>>;

/** The organ at the top of a region: its government, to which the region's lists belong. */
export async function findRegionGovernment(database: Kysely<Schema>, regionId: string) {
  return await organs(database)
    .where('organ.region_id', '=', regionId)
    .where('organ.parent_id', 'is', null)
    .executeTakeFirst();
}

const NO_CONTACT = {
  address: null,
  postcode: null,
  office_hours: null,
  phone: null,
  fax: null,
  email: null,
  website: null,
  responsible_person: null,
};

/** What an organ says of itself; every part `null` as long as nothing was entered. */
async function contactOf(database: Kysely<Schema>, { regionId, organId }: OrganIds) {
  const row = await database
    .selectFrom('organ_contact')
    .select(['address', 'postcode', 'office_hours', 'phone', 'fax', 'email', 'website', 'responsible_person'])
    .where('region_id', '=', regionId)
    .where('organ_id', '=', organId)
    .executeTakeFirst();
  return row ?? NO_CONTACT;
}

export type ContactRow = Awaited<ReturnType<typeof contactOf>>;

/** An organ with its contact data. */
export async function findOrganWithContact(database: Kysely<Schema>, ids: OrganIds) {
  const organ = await findOrgan(database, ids);
  return organ && { organ, contact: await contactOf(database, ids) };
}

export type OrganWithContact = NonNullable<Awaited<ReturnType<typeof findOrganWithContact>>>;

/** Who took over an organ's powers, in the order of the days. */
export async function listSuccessions(database: Kysely<Schema>, { regionId, organId }: OrganIds) {
  return await database
    .selectFrom('organ_successor as succession')
    .innerJoin('organ as successor', (join) =>
      join
        .onRef('successor.region_id', '=', 'succession.successor_region_id')
        .onRef('successor.organ_id', '=', 'succession.successor_organ_id'),
    )
    .select([
      'succession.succession_id',
      'succession.successor_region_id',
      'succession.successor_organ_id',
      'succession.valid_from',
      'succession.matters',
      'succession.document_number',
      'successor.name',
    ])
    .where('succession.region_id', '=', regionId)
    .where('succession.organ_id', '=', organId)
    .orderBy('succession.valid_from')
    .orderBy('successor.name')
    .execute();
}

export type SuccessionRow = Awaited<ReturnType<typeof listSuccessions>>[number];

/** Whose powers an organ took over, in the order of the days. */
export async function listPredecessions(database: Kysely<Schema>, { regionId, organId }: OrganIds) {
  return await database
    .selectFrom('organ_successor as succession')
    .innerJoin('organ as predecessor', (join) =>
      join
        .onRef('predecessor.region_id', '=', 'succession.region_id')
        .onRef('predecessor.organ_id', '=', 'succession.organ_id'),
    )
    .select([
      'succession.succession_id',
      'succession.region_id',
      'succession.organ_id',
      'succession.valid_from',
      'succession.matters',
      'succession.document_number',
      'predecessor.name',
    ])
    .where('succession.successor_region_id', '=', regionId)
    .where('succession.successor_organ_id', '=', organId)
    .orderBy('succession.valid_from')
    .orderBy('predecessor.name')
    .execute();
}

export type PredecessionRow = Awaited<ReturnType<typeof listPredecessions>>[number];

import { SLUG } from '@zhaoshi/domain/organ/slug';
import type { PublishedDatabase } from './published.ts';

/** Organs of today with the office that takes applications; villages are none, and organs that ended take no more. */
const applicable = (database: PublishedDatabase) =>
  database
    .selectFrom('published.organ as organ')
    .innerJoin('published.region as region', 'region.region_id', 'organ.region_id')
    .leftJoin('published.disclosure_office as office', (join) =>
      join.onRef('office.region_id', '=', 'organ.region_id').onRef('office.organ_id', '=', 'organ.organ_id'),
    )
    .leftJoin('published.organ_contact as contact', (join) =>
      join
        .onRef('contact.region_id', '=', 'organ.region_id')
        .onRef('contact.organ_id', '=', 'organ.organ_id'),
    )
    .select((eb) => [
      'organ.region_id',
      'organ.organ_id',
      'organ.path',
      'organ.name',
      'organ.slug as organ_slug',
      'region.slug as region_slug',
      'office.name as office',
      // What the office has not entered is that of its organ.
      eb.fn
        .coalesce(eb.fn<string | null>('nullif', ['office.phone', eb.val('')]), 'contact.phone')
        .as('phone'),
      eb.fn
        .coalesce(eb.fn<string | null>('nullif', ['office.office_hours', eb.val('')]), 'contact.office_hours')
        .as('hours'),
      eb.fn
        .coalesce(eb.fn<string | null>('nullif', ['office.address', eb.val('')]), 'contact.address')
        .as('address'),
    ]);

/** Those of a region, the government first. */
export const applicableOrgans = async (database: PublishedDatabase, regionId: string) =>
  await applicable(database)
    .where('organ.region_id', '=', regionId)
    .orderBy((build) => build.case().when('organ.parent_id', 'is', null).then(0).else(1).end())
    .orderBy('organ.slug')
    .execute();

/** One by the names in its address. */
export async function applicableOrgan(database: PublishedDatabase, region: string, organ: string) {
  if (!SLUG.test(region) || !SLUG.test(organ)) return undefined;
  return await applicable(database)
    .where('region.slug', '=', region)
    .where('organ.slug', '=', organ)
    .executeTakeFirst();
}

export const applicableOrganById = async (database: PublishedDatabase, regionId: string, organId: string) =>
  await applicable(database)
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .executeTakeFirst();

export type ApplicableOrgan = NonNullable<Awaited<ReturnType<typeof applicableOrgan>>>;

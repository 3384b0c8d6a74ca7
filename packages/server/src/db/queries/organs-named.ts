import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

const MOST = 50;

/** Organs that the words name: by their public address, a region alone for its government, or by their full name. */
export async function findOrgansNamed(database: Kysely<Schema>, wanted: string) {
  const [region = '', organ = 'government'] = wanted.split('/');
  return await database
    .selectFrom('organ')
    .innerJoin('region', 'region.region_id', 'organ.region_id')
    .select([
      'organ.region_id',
      'organ.organ_id',
      'organ.name',
      'region.name as region_name',
      sql<string>`region.slug || '/' || organ.slug`.as('place'),
    ])
    .where((where) =>
      where.or([
        where.and([where('region.slug', '=', region), where('organ.slug', '=', organ)]),
        where('organ.name', '=', wanted),
      ]),
    )
    .orderBy('organ.path')
    .limit(MOST)
    .execute();
}

import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

/** Organs in law within reach that are in being, from the top of the tree down; one more than the limit. */
export async function coveredOrgans(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const after = decodeCursor(cursor, z.tuple([z.string()]))?.[0] ?? '';
  return await database
    .selectFrom('organ')
    .select(['region_id', 'organ_id', 'name', 'path', 'kind', 'level', 'valid_from'])
    .where(reachedOrgan(actor, permission))
    .where('kind', '<>', 'village')
    .where(sql<boolean>`valid_from <= civil_today() and (valid_to is null or valid_to > civil_today())`)
    .where(sql<boolean>`path > ${after}`)
    .orderBy('path')
    .limit(limit + 1)
    .execute();
}

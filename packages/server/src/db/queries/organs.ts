import { type Actor, widestReach } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';

const COLUMNS = [
  'organ.region_id',
  'organ.organ_id',
  'organ.name',
  'organ.kind',
  'organ.level',
  'organ.slug',
  'organ.valid_from',
  'organ.valid_to',
  'organ.path',
  'organ.version',
] as const;

/** Rows whose organ the right reaches; for lists that join `organ`. */
export function organWithin(actor: Actor, permission: Permission) {
  const reach = widestReach(actor, permission);
  return ({ val }: ExpressionBuilder<Schema, 'organ'>) => {
    if (reach === null) return val(false);
    return reach.below
      ? sql<boolean>`organ.path like ${`${reach.path}%`}`
      : sql<boolean>`organ.path = ${reach.path}`;
  };
}

/** Organs that the right reaches, from the top of the tree down. */
export async function listOrgans(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const after = decodeCursor(cursor, z.tuple([z.string()]));
  return await database
    .selectFrom('organ')
    .select(COLUMNS)
    .where(organWithin(actor, permission))
    .$if(after !== null, (query) => query.where('organ.path', '>', after?.[0] ?? ''))
    .orderBy('organ.path')
    .limit(limit + 1)
    .execute();
}

export async function findOrgan(
  database: Kysely<Schema>,
  { regionId, organId }: { readonly regionId: string; readonly organId: string },
) {
  return await database
    .selectFrom('organ')
    .select(COLUMNS)
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .executeTakeFirst();
}

export type OrganRow = NonNullable<Awaited<ReturnType<typeof findOrgan>>>;

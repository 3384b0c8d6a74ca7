import { type Actor, widestReach } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type RawBuilder, sql } from 'kysely';

/** Condition on `organ.path`: the organs that the right reaches, which the index on paths answers. */
export function reachedOrgan(actor: Actor, permission: Permission): RawBuilder<boolean> {
  const reach = widestReach(actor, permission);
  if (reach === null) return sql`false`;
  return reach.below ? sql`organ.path like ${`${reach.path}%`}` : sql`organ.path = ${reach.path}`;
}

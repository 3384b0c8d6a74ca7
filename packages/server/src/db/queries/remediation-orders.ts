import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { OWED_BY_UNIT } from '@zhaoshi/domain/oversight/remediation';
import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../page.ts';
import type { Schema } from '../schema.ts';
import { reachedOrgan } from './reached-organ.ts';

export interface OrderIds {
  readonly regionId: string;
  readonly orderId: string;
}

const orders = (database: Kysely<Schema>) =>
  database
    .selectFrom('remediation_order')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'remediation_order.region_id')
        .onRef('organ.organ_id', '=', 'remediation_order.organ_id'),
    )
    .innerJoin('organ as issuer', (join) =>
      join
        .onRef('issuer.region_id', '=', 'remediation_order.issuer_region_id')
        .onRef('issuer.organ_id', '=', 'remediation_order.issuer_id'),
    )
    .selectAll('remediation_order')
    .select([
      'organ.name as organ_name',
      'organ.path as organ_path',
      'organ.kind as organ_kind',
      'issuer.name as issuer_name',
      'issuer.path as issuer_path',
    ]);

const one = (database: Kysely<Schema>, { regionId, orderId }: OrderIds) =>
  orders(database)
    .where('remediation_order.region_id', '=', regionId)
    .where('remediation_order.order_id', '=', orderId);

export const findOrder = async (database: Kysely<Schema>, ids: OrderIds) =>
  await one(database, ids).executeTakeFirst();

/** The same, locked: who acts on it at the same time waits. */
export const lockOrder = async (database: Kysely<Schema>, ids: OrderIds) =>
  await one(database, ids).forUpdate('remediation_order').executeTakeFirst();

export type OrderRow = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

export interface OrderListing {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** owed: the unit has something to do; reported: whoever gave the order has. */
  readonly state?: 'owed' | 'reported' | 'accepted' | undefined;
}

const position = z.tuple([z.iso.date(), z.uuid()]);

/** A page of the orders to units that the right reaches, the last given first. */
export async function listOrders(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  { cursor, limit, state }: OrderListing,
): Promise<readonly OrderRow[]> {
  const after = decodeCursor(cursor, position);
  let query = orders(database).where(reachedOrgan(actor, permission));
  if (state === 'owed') query = query.where('remediation_order.status', 'in', [...OWED_BY_UNIT]);
  else if (state !== undefined) query = query.where('remediation_order.status', '=', state);
  if (after !== null)
    query = query.where(
      sql<boolean>`(remediation_order.issued_on, remediation_order.order_id)
        < (${after[0]}::date, ${after[1]}::uuid)`,
    );
  return await query
    .orderBy('remediation_order.issued_on', 'desc')
    .orderBy('remediation_order.order_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** The orders that an organ gave because of a complaint or an inspection. */
export async function ordersBecauseOf(
  database: Kysely<Schema>,
  source:
    | { readonly regionId: string; readonly complaintId: string }
    | { readonly regionId: string; readonly inspectionId: string },
): Promise<readonly OrderRow[]> {
  const given = orders(database).where('remediation_order.issuer_region_id', '=', source.regionId);
  const found =
    'complaintId' in source
      ? given.where('remediation_order.complaint_id', '=', source.complaintId)
      : given.where('remediation_order.inspection_id', '=', source.inspectionId);
  return await found
    .orderBy('remediation_order.issued_on')
    .orderBy('remediation_order.kind', 'desc')
    .orderBy('remediation_order.order_id')
    .execute();
}

/** What was done with an order, as it was done. */
export const orderEvents = async (database: Kysely<Schema>, { regionId, orderId }: OrderIds) =>
  await database
    .selectFrom('remediation_event')
    .innerJoin('account', 'account.account_id', 'remediation_event.recorded_by')
    .selectAll('remediation_event')
    .select('account.display_name')
    .where('remediation_event.region_id', '=', regionId)
    .where('remediation_event.order_id', '=', orderId)
    .orderBy('remediation_event.sequence')
    .execute();

export type OrderEventRow = Awaited<ReturnType<typeof orderEvents>>[number];

/** What units within the right's reach have to put right, and until when the first of it. */
export const ordersOwed = async (
  database: Kysely<Schema>,
  actor: Actor,
): Promise<{ readonly count: number; readonly dueOn: CivilDate | null }> =>
  await database
    .selectFrom('remediation_order')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'remediation_order.region_id')
        .onRef('organ.organ_id', '=', 'remediation_order.organ_id'),
    )
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<CivilDate | null>`min(remediation_order.due_on)`.as('dueOn'),
    ])
    .where(reachedOrgan(actor, 'remediation.perform'))
    .where('remediation_order.status', 'in', [...OWED_BY_UNIT])
    .executeTakeFirstOrThrow();

/** Reports that wait for whoever gave the order. */
export async function ordersToReview(database: Kysely<Schema>, actor: Actor): Promise<number> {
  const { count } = await database
    .selectFrom('remediation_order')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'remediation_order.issuer_region_id')
        .onRef('organ.organ_id', '=', 'remediation_order.issuer_id'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where(reachedOrgan(actor, 'remediation.review'))
    .where('remediation_order.status', '=', 'reported')
    .executeTakeFirstOrThrow();
  return count;
}

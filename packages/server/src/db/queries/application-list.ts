import type { Actor } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { OrganIds } from './organs.ts';
import { reachedOrgan } from './reached-organ.ts';
import { allOf, alongOrder, besideOrder, ofApplicant, ofOrgans, ofWords } from './register-conditions.ts';
import { registerOrder } from './register-order.ts';
import { type RegisterListing, registerRows } from './register-rows.ts';

/**
 * So many of the first in the order are looked through for a word before the index on words is asked; fewer of one
 * organ, whose cases with the word are not many either.
 */
const LOOKED_THROUGH = { one: 500, many: 4000 } as const;

const IDS = sql`application.region_id, application.application_id`;

type Keys = readonly { readonly region_id: string; readonly application_id: string }[];

/**
 * The ids of a page. A frequent word is found among the first cases by walking the index of the order; a rare one, or
 * an applicant, by its own index, whose hits are put in order. The planner cannot tell one from the other, so it is
 * asked for the first, and where that does not fill the page, for the second.
 */
async function findKeys(
  database: Kysely<Schema>,
  organs: readonly OrganIds[],
  listing: RegisterListing,
): Promise<Keys> {
  const { cursor, limit, q = '', applicantHash } = listing;
  const { by, after } = registerOrder(listing);
  const rest = after(cursor);
  const along = [ofOrgans(organs), ...alongOrder(listing), ...(rest === null ? [] : [rest])];
  const beside = besideOrder(listing);
  const most = sql.lit(limit + 1);
  const run = async (query: RawBuilder<Keys[number]>): Promise<Keys> => (await query.execute(database)).rows;
  if (q === '' && applicantHash === undefined) {
    const asked = allOf([...along, ...beside]);
    return await run(sql`select ${IDS} from application where ${asked} order by ${by} limit ${most}`);
  }
  if (applicantHash === undefined) {
    const first = await run(sql`
      select ${IDS} from (
        select application.* from application where ${allOf(along)} order by ${by} limit ${sql.lit(organs.length === 1 ? LOOKED_THROUGH.one : LOOKED_THROUGH.many)})
        as application
      where ${allOf([...beside, ofWords(q)])} order by ${by} limit ${most}`);
    if (first.length > limit) return first;
  }
  const sought = [
    ...(q === '' ? [] : [ofWords(q)]),
    ...(applicantHash === undefined ? [] : [ofApplicant(organs, applicantHash)]),
  ];
  return await run(sql`
    with hits as materialized (
      select ${IDS}, application.entered_at, application.receipt_date, application.due_on from application
      where ${allOf([...along, ...beside, ...sought])})
    select ${IDS} from hits as application order by ${by} limit ${most}`);
}

/** A page of the register: the cases that the right reaches. */
export async function listApplications(
  database: Kysely<Schema>,
  actor: Actor,
  permission: Permission,
  listing: RegisterListing,
) {
  const organs = await database
    .selectFrom('organ')
    .select(['region_id as regionId', 'organ_id as organId'])
    .where(reachedOrgan(actor, permission))
    .$if(listing.organId !== undefined, (query) => query.where('organ_id', '=', listing.organId ?? ''))
    .execute();
  const keys = organs.length === 0 ? [] : await findKeys(database, organs, listing);
  if (keys.length === 0) return [];
  return await registerRows(database)
    .where(
      sql<boolean>`(application.region_id, application.application_id) in (
        select * from unnest(${keys.map((key) => key.region_id)}::uuid[], ${keys.map((key) => key.application_id)}::uuid[]))`,
    )
    .where(reachedOrgan(actor, permission))
    .orderBy(registerOrder(listing).by)
    .execute();
}

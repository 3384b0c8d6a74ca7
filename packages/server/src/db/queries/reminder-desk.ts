import type { OrganOfficer } from '@zhaoshi/domain/application/reminder-recipients';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { jurisdictionOf } from './caller.ts';
import { actingOrgan } from './heirs.ts';
import type { OrganIds } from './organs.ts';

/** Whom an organ's reminders may go to. */
export interface OrganDesk {
  readonly officers: readonly OrganOfficer[];
  readonly supervisors: readonly string[];
  /** Mailbox of the disclosure office; `null` where none is entered. */
  readonly mailbox: string | null;
}

const memberships = (database: Kysely<Schema>) =>
  database
    .selectFrom('membership')
    .innerJoin('account', 'account.account_id', 'membership.account_id')
    .innerJoin('organ', (join) =>
      join
        .onRef('organ.region_id', '=', 'membership.region_id')
        .onRef('organ.organ_id', '=', 'membership.organ_id'),
    )
    .where('membership.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .orderBy('membership.account_id');

async function officersOf(database: Kysely<Schema>, organ: OrganIds): Promise<readonly OrganOfficer[]> {
  const { regionId, organId } = await actingOrgan(database, organ);
  const rows = await memberships(database)
    .select(['membership.account_id', 'membership.role'])
    .where('organ.region_id', '=', regionId)
    .where('organ.organ_id', '=', organId)
    .execute();
  return [...Map.groupBy(rows, ({ account_id }) => account_id)].map(([accountId, held]) => ({
    accountId,
    roles: held.map(({ role }) => role),
  }));
}

/** Supervisors in the organs above and their offices, of those whose jurisdiction the organ lies in; not its own. */
async function supervisorsOf(
  database: Kysely<Schema>,
  { regionId, organId, path }: OrganIds & { readonly path: string },
): Promise<readonly string[]> {
  const above = path.split('/').slice(0, -1);
  const rows = await memberships(database)
    .select(['membership.account_id', 'organ.kind', 'organ.path'])
    .where('membership.role', '=', 'supervisor')
    .where((build) => build.or([build('organ.organ_id', 'in', above), build('organ.parent_id', 'in', above)]))
    .where(sql<boolean>`(organ.region_id, organ.organ_id) <> (${regionId}::uuid, ${organId}::uuid)`)
    .execute();
  const supervising = rows.filter((row) => path.startsWith(jurisdictionOf(row.kind, row.path)));
  // Of the nearest competent department only: a county's delay is not the city's daily news.
  const nearest = Math.max(0, ...supervising.map((row) => jurisdictionOf(row.kind, row.path).length));
  return [
    ...new Set(
      supervising
        .filter((row) => jurisdictionOf(row.kind, row.path).length === nearest)
        .map(({ account_id }) => account_id),
    ),
  ];
}

/** The people and the mailbox of an organ, and those who supervise it. */
export async function organDesk(
  database: Kysely<Schema>,
  organ: OrganIds & { readonly path: string },
): Promise<OrganDesk> {
  const office = await database
    .selectFrom('disclosure_office')
    .select('email')
    .where('region_id', '=', organ.regionId)
    .where('organ_id', '=', organ.organId)
    .executeTakeFirst();
  return {
    officers: await officersOf(database, organ),
    supervisors: await supervisorsOf(database, organ),
    mailbox: office?.email ?? null,
  };
}

import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type Kysely, sql, type Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { announcePublication } from '../../db/published-channel.ts';
import type { Schema } from '../../db/schema.ts';

/** There is something real: nothing was touched. */
export type NotADemonstration = { readonly code: 'not-a-demonstration' };

/** What applicants leave on the portal hangs on no region by a key: drafts, sessions, answered questions, counts. */
export const PORTAL_ROOTS = [
  'application_draft',
  'applicant_session',
  'portal_upload',
  'used_question',
] as const;

const ROOTS = ['region', 'account', ...PORTAL_ROOTS].map((table) => `public.${table}`);

/**
 * Empties regions and accounts and every table whose rows hang on them by a foreign key, over any number of steps; so
 * a table that a later migration adds is not forgotten. The trail, the installation's own rows and the jobs stay.
 */
async function emptyAll(transaction: Transaction<Schema>): Promise<void> {
  const { rows } = await sql<{ readonly name: string }>`
    with recursive dependent (id) as (
      select unnest(${ROOTS}::regclass[])::oid
      union
      select conrelid from pg_constraint join dependent on confrelid = dependent.id where contype = 'f'
    )
    select id::regclass::text as name from dependent`.execute(transaction);
  const tables = sql.join(rows.map(({ name }) => sql.raw(name)));
  await sql`truncate ${tables}`.execute(transaction);
}

/** Removes the demonstration inside a transaction of the database's owner; see `removeDemonstration`. */
export async function removeDemonstrationWithin(
  transaction: Transaction<Schema>,
  now: () => Date,
): Promise<Result<null, NotADemonstration>> {
  // Nobody founds a region between the look and the removal.
  await sql`lock table region in share row exclusive mode`.execute(transaction);
  const real = await transaction
    .selectFrom('region')
    .select('region_id')
    .where('is_demonstration', '=', false)
    .limit(1)
    .executeTakeFirst();
  if (real !== undefined) return err({ code: 'not-a-demonstration' });
  await emptyAll(transaction);
  await announcePublication(transaction);
  const entry = { actor: 'system:demonstration', action: 'demonstration.remove', subject: 'demonstration' };
  await appendAudit(transaction, { ...entry, details: {} }, now());
  return ok(null);
}

/**
 * Removes the demonstration with its people and their sessions. The trail keeps what was done in it, and gets an entry
 * for this.
 *
 * @param owner only the database's owner can remove; the server's role cannot
 * @returns `not-a-demonstration` when there is any real region: then nothing is touched
 */
export async function removeDemonstration(
  owner: Kysely<Schema>,
  now: () => Date,
): Promise<Result<null, NotADemonstration>> {
  return await owner.transaction().execute((transaction) => removeDemonstrationWithin(transaction, now));
}

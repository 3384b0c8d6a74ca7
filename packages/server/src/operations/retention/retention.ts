import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { SETTINGS } from '@zhaoshi/domain/setting/catalogue';
import { resolveSetting } from '@zhaoshi/domain/setting/resolve';
import type { RETENTION_SETTINGS } from '@zhaoshi/domain/setting/retention';
import { type Kysely, sql, type Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

/** Takes out what was over before the moment. @returns how many rows */
type Erase = (transaction: Transaction<Schema>, before: Date) => Promise<number>;

const rows = (result: { readonly numDeletedRows?: bigint; readonly numUpdatedRows?: bigint }): number =>
  Number(result.numDeletedRows ?? result.numUpdatedRows ?? 0n);

const eraseJobs =
  (state: 'completed' | 'failed'): Erase =>
  async (transaction, before) =>
    rows(
      await transaction
        .deleteFrom('pgboss.job')
        .where('state', '=', state)
        .where('completed_on', '<', before)
        .executeTakeFirst(),
    );

type RetentionKey = keyof typeof RETENTION_SETTINGS;

/** Go onto the list of erasures and have runs of their own: `operations/erasure/erase-{identities,voices}.ts`. */
type RuleKey = Exclude<RetentionKey, 'retention.identityDays' | 'retention.voiceDays'>;

/**
 * The periods of privacy-security.md §5 for what this program keeps in tables, one for each setting. Unattached files
 * have a job of their own, backups go by `backup --rotate`, logs by whoever collects the standard output; published
 * documents and the audit trail stay.
 */
const RULES: Readonly<Record<RuleKey, Erase>> = {
  // The row stays beside the trail; what tells something of the person's own things goes.
  'retention.sessionDays': async (transaction, before) =>
    rows(
      await transaction
        .updateTable('session')
        .set({ device: '' })
        .where('device', '<>', '')
        .where((where) => where.fn.coalesce('ended_at', 'expires_at'), '<', before)
        .executeTakeFirst(),
    ),
  'retention.oneTimeLinkDays': async (transaction, before) =>
    rows(await transaction.deleteFrom('one_time_link').where('expires_at', '<', before).executeTakeFirst()),
  'retention.applicationDraftDays': async (transaction, before) =>
    rows(
      await transaction.deleteFrom('application_draft').where('updated_at', '<', before).executeTakeFirst(),
    ),
  'retention.applicationImportDays': async (transaction, before) =>
    rows(
      await transaction.deleteFrom('application_import').where('created_at', '<', before).executeTakeFirst(),
    ),
  'retention.idempotencyDays': async (transaction, before) =>
    rows(await transaction.deleteFrom('idempotency').where('created_at', '<', before).executeTakeFirst()),
  'retention.notificationDays': async (transaction, before) =>
    rows(await transaction.deleteFrom('notification').where('created_at', '<', before).executeTakeFirst()),
  // Address and words of messages that have left, or failed for good; that they were sent stays.
  'retention.messageDays': async (transaction, before) =>
    rows(
      await transaction
        .deleteFrom('message_content')
        .using('message')
        .whereRef('message.region_id', '=', 'message_content.region_id')
        .whereRef('message.message_id', '=', 'message_content.message_id')
        .where('message.state', '!=', 'queued')
        .where('message.settled_at', '<', before)
        .executeTakeFirst(),
    ),
  'retention.completedJobDays': eraseJobs('completed'),
  'retention.failedJobDays': eraseJobs('failed'),
};

const KEYS = Object.keys(RULES) as readonly RuleKey[];

/** The periods in days; what the organ at the top of the tree chose holds for the whole installation. */
export async function retentionPeriods(transaction: Kysely<Schema>): Promise<(key: RetentionKey) => number> {
  const top = await transaction
    .selectFrom('organ')
    .select('path')
    .where(sql<boolean>`path = organ_id::text || '/'`)
    .orderBy('valid_from')
    .orderBy('path')
    .executeTakeFirst();
  const chosen = top === undefined ? [] : await chosenSettings(transaction, top.path);
  return (key) =>
    top === undefined ? SETTINGS[key].defaultValue : resolveSetting(key, top.path, chosen).value;
}

/** 'retention.messageDays' → 'message': what the trail counts. */
const nameOf = (key: RuleKey): string => key.slice('retention.'.length, -'Days'.length);

/**
 * Applies every rule in one transaction, with one audit entry that tells the counts; without one when nothing was
 * over. Running it twice, or by two servers at once, does no harm.
 *
 * @returns how many rows each rule took out, by its name
 */
export async function applyRetention(
  database: Kysely<Schema>,
  now: Date,
): Promise<Readonly<Record<string, number>>> {
  return await database.transaction().execute(async (transaction) => {
    const period = await retentionPeriods(transaction);
    const counts: Record<string, number> = {};
    for (const key of KEYS) {
      const before = new Date(now.getTime() - period(key) * DAY_MS);
      counts[nameOf(key)] = await RULES[key](transaction, before);
    }
    if (Object.values(counts).some((count) => count > 0)) {
      const facts = { actor: 'system:retention', action: 'retention.remove', subject: 'retention/all' };
      await appendAudit(transaction, { ...facts, details: counts }, now);
    }
    return counts;
  });
}

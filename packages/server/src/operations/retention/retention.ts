import type { Kysely, Transaction } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import type { Schema } from '../../db/schema.ts';

const DAY_MS = 86_400_000;

/** What is kept for a time only. */
export interface RetentionRule {
  readonly id: string;
  /** Chinese, for the operations guide. */
  readonly title: string;
  readonly days: number;
  /** Where the period comes from; [U] marks one that no text fixes. */
  readonly source: string;
  /** Takes out what was over before the moment. @returns how many rows */
  readonly erase: (transaction: Transaction<Schema>, before: Date) => Promise<number>;
}

const rows = (result: { readonly numDeletedRows?: bigint; readonly numUpdatedRows?: bigint }): number =>
  Number(result.numDeletedRows ?? result.numUpdatedRows ?? 0n);

/**
 * The periods of privacy-security.md §5 for what this program keeps in tables. Messages, jobs and unattached files
 * have jobs of their own, backups go by `backup --rotate`, logs by whoever collects the standard output; published
 * documents and the audit trail stay.
 */
export const RETENTION: readonly RetentionRule[] = [
  {
    id: 'session',
    title: '已结束的登录会话所用的设备',
    days: 365,
    source: '网络安全法23：网络日志不少于六个月；privacy-security.md §5 默认 12 个月',
    // The row stays beside the trail; what tells something of the person's own things goes.
    erase: async (transaction, before) =>
      rows(
        await transaction
          .updateTable('session')
          .set({ device: '' })
          .where('device', '<>', '')
          .where((where) => where.fn.coalesce('ended_at', 'expires_at'), '<', before)
          .executeTakeFirst(),
      ),
  },
  {
    id: 'oneTimeLink',
    title: '过期的一次性链接',
    days: 30,
    source: '个人信息保护法19：最短必要 [U]',
    erase: async (transaction, before) =>
      rows(await transaction.deleteFrom('one_time_link').where('expires_at', '<', before).executeTakeFirst()),
  },
  {
    id: 'idempotency',
    title: '防止重复提交的应答',
    days: 7,
    source: '个人信息保护法19：最短必要 [U]',
    erase: async (transaction, before) =>
      rows(await transaction.deleteFrom('idempotency').where('created_at', '<', before).executeTakeFirst()),
  },
  {
    id: 'notification',
    title: '站内提醒',
    days: 365,
    source: '个人信息保护法19：最短必要 [U]',
    erase: async (transaction, before) =>
      rows(await transaction.deleteFrom('notification').where('created_at', '<', before).executeTakeFirst()),
  },
];

/**
 * Applies every rule in one transaction, with one audit entry that tells the counts; without one when nothing was
 * over. Running it twice, or by two servers at once, does no harm.
 *
 * @returns how many rows each rule took out, by its id
 */
export async function applyRetention(
  database: Kysely<Schema>,
  now: Date,
): Promise<Readonly<Record<string, number>>> {
  return await database.transaction().execute(async (transaction) => {
    const counts: Record<string, number> = {};
    for (const { id, days, erase } of RETENTION) {
      counts[id] = await erase(transaction, new Date(now.getTime() - days * DAY_MS));
    }
    if (Object.values(counts).some((count) => count > 0)) {
      const facts = { actor: 'system:retention', action: 'retention.remove', subject: 'retention/all' };
      await appendAudit(transaction, { ...facts, details: counts }, now);
    }
    return counts;
  });
}

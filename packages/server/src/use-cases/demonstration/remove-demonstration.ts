import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Kysely } from 'kysely';
import { appendAudit } from '../../db/append-audit.ts';
import { announcePublication } from '../../db/published-channel.ts';
import type { Schema } from '../../db/schema.ts';

const TABLES = ['report_cell', 'report_version', 'annual_report', 'organ', 'region'] as const;

/**
 * Removes the demonstration. The trail keeps what was done in it, and gets an entry for this.
 *
 * @param owner only the database's owner can delete; the server's role cannot
 * @returns `not-a-demonstration` when there is any real region: then nothing is touched
 */
export async function removeDemonstration(
  owner: Kysely<Schema>,
  now: () => Date,
): Promise<Result<null, { readonly code: 'not-a-demonstration' }>> {
  return await owner.transaction().execute(async (transaction) => {
    const real = await transaction
      .selectFrom('region')
      .select('region_id')
      .where('is_demonstration', '=', false)
      .limit(1)
      .executeTakeFirst();
    if (real !== undefined) return err({ code: 'not-a-demonstration' as const });
    for (const table of TABLES) await transaction.deleteFrom(table).execute();
    await announcePublication(transaction);
    await appendAudit(
      transaction,
      {
        actor: 'system:demonstration',
        action: 'demonstration.remove',
        subject: 'demonstration',
        details: {},
      },
      now(),
    );
    return ok(null);
  });
}

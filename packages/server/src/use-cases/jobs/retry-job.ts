import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { wakeWorkers } from '../../jobs/enqueue.ts';
import type { ChangeContext } from '../context.ts';

/** Gives a dead job one more try. */
export async function retryJob(
  { change }: ChangeContext,
  { jobId }: { readonly jobId: string },
): Promise<Result<null, Rejection>> {
  return await change(async (transaction) => {
    const found = await transaction
      .selectFrom('pgboss.job')
      .select(['name', 'state'])
      .where('id', '=', jobId)
      .executeTakeFirst();
    if (found === undefined) return err({ code: 'not-found' });
    // As pg-boss's own `retry` does, and now instead of at the end of the last wait.
    const retried = await transaction
      .updateTable('pgboss.job')
      .set(({ eb, fn }) => ({
        state: 'retry',
        retry_limit: eb('retry_limit', '+', 1),
        completed_on: null,
        start_after: fn('now'),
      }))
      .where('name', '=', found.name)
      .where('id', '=', jobId)
      .where('state', '=', 'failed')
      .executeTakeFirst();
    if (retried.numUpdatedRows === 0n) return err({ code: 'state-refuses' });
    await wakeWorkers(transaction, found.name);
    return ok({ value: null, subject: `job/${jobId}`, details: { kind: found.name } });
  });
}

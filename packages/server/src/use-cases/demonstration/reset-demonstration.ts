import type { Result } from '@zhaoshi/domain/kernel/result';
import {
  type DemonstrationContext,
  loadDemonstrationWithin,
  readDemonstrationReports,
} from './load-demonstration.ts';
import { type NotADemonstration, removeDemonstrationWithin } from './remove-demonstration.ts';

/**
 * Puts the demonstration back as it was at the first start, in one transaction: whoever looks meanwhile sees the old
 * one or the new one, never none.
 *
 * @param context with the owner's connection: the server's role cannot remove
 */
export async function resetDemonstration(
  context: DemonstrationContext,
): Promise<Result<null, NotADemonstration>> {
  const reports = await readDemonstrationReports();
  const before = context.now();
  return await context.database.transaction().execute(async (transaction) => {
    const removed = await removeDemonstrationWithin(transaction, context.now);
    if (removed.ok) await loadDemonstrationWithin(transaction, reports, { ...context, now: () => before });
    return removed;
  });
}

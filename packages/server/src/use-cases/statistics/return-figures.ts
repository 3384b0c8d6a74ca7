import type { Rejection } from '@zhaoshi/contract/problems';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import { entryName, refuseReturning } from '@zhaoshi/domain/statistics/statistic-refusals';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext } from '../context.ts';
import { type SeenFigure, takeSeenFigures } from './seen-figures.ts';

interface Returning {
  readonly year: number;
  readonly figures: readonly SeenFigure[];
  readonly reason: string;
}

/**
 * Sends figures back instead of signing them off, all of a choice or none, with why. What was signed off before goes on
 * counting.
 */
export async function returnFigures(
  context: ChangeContext,
  ids: OrganIds,
  { year, figures, reason }: Returning,
): Promise<Result<{ readonly returned: number }, Rejection>> {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const seen = await takeSeenFigures(transaction, context, ids, {
      year,
      figures,
      verb: '退回',
      refuse: (entry) => refuseReturning(entry, caller.accountId),
    });
    if (!seen.ok) return seen;
    const { organ, chosen } = seen.value;
    for (const [{ entryId, version }] of chosen) {
      await transaction
        .updateTable('statistic_version')
        .set({ returned_by: caller.accountId, returned_at: now(), return_reason: reason })
        .where('region_id', '=', ids.regionId)
        .where('entry_id', '=', entryId)
        .where('version', '=', version)
        .execute();
    }
    return ok({
      value: { returned: chosen.length },
      subject: `statistics/${organ.organ_id}`,
      organPath: organ.path,
      // The typed reason stays with the figure: the trail holds no typed words.
      details: { year, figures: chosen.map(([, entry]) => entryName(entry)) },
    });
  });
}

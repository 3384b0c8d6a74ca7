import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { entryName, refuseSigningOff } from '@zhaoshi/domain/statistics/statistic-refusals';
import type { OrganIds } from '../../db/queries/organs.ts';
import { statisticsOfYear } from '../../db/queries/statistics.ts';
import { refuseLockedFigures } from '../annual-report/table-two-lock.ts';
import type { ChangeContext } from '../context.ts';
import { type SeenFigure, takeSeenFigures } from './seen-figures.ts';

/** Signs figures off, all of a choice or none, by somebody who entered none of them. */
export async function signOffFigures(
  context: ChangeContext,
  ids: OrganIds,
  { year, figures }: { readonly year: number; readonly figures: readonly SeenFigure[] },
): Promise<Result<{ readonly signed: number }, Rejection>> {
  const { change, caller, now } = context;
  return await change(async (transaction) => {
    const today = civilDateAt(now());
    const seen = await takeSeenFigures(transaction, context, ids, {
      year,
      figures,
      verb: '签核',
      refuse: (entry) => refuseSigningOff(entry, caller.accountId, today),
    });
    if (!seen.ok) return seen;
    const { organ, before, chosen } = seen.value;
    for (const [{ entryId, version }] of chosen) {
      await transaction
        .updateTable('statistic_version')
        .set({ signed_by: caller.accountId, signed_at: now() })
        .where('region_id', '=', ids.regionId)
        .where('entry_id', '=', entryId)
        .where('version', '=', version)
        .execute();
    }
    const after = await statisticsOfYear(transaction, ids, year);
    const locked = await refuseLockedFigures(transaction, ids, { before, after, year, now: now() });
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    return ok({
      value: { signed: chosen.length },
      subject: `statistics/${organ.organ_id}`,
      organPath: organ.path,
      details: { year, figures: chosen.map(([, entry]) => entryName(entry)) },
    });
  });
}

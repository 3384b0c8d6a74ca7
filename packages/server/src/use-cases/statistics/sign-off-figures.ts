import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { latestOf } from '@zhaoshi/domain/statistics/statistic-entry';
import { entryName, refuseSigningOff } from '@zhaoshi/domain/statistics/statistic-refusals';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import { type NamedEntry, statisticsOfYear } from '../../db/queries/statistics.ts';
import { refuseLockedFigures } from '../annual-report/table-two-lock.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';

/** A figure in the version that the signer saw. */
export interface SignedFigure {
  readonly entryId: string;
  readonly version: number;
}

/** Everything against the choice, figure by figure. */
function refuse(
  chosen: readonly (readonly [SignedFigure, NamedEntry])[],
  signer: string,
  now: Date,
): Rejection | null {
  const moved = chosen.find(([{ version }, entry]) => latestOf(entry).version !== version);
  if (moved !== undefined) {
    const detail = `${entryName(moved[1])}刚被修改过，没有签核任何数字。请刷新后核对新的数字再签核。`;
    return { code: 'conflict', detail };
  }
  const reasons = chosen.flatMap(([, entry]) => refuseSigningOff(entry, signer, civilDateAt(now)));
  return reasons.length === 0
    ? null
    : { code: 'state-refuses', detail: `${reasons.join('')}没有签核任何数字，请去掉这些以后再签核。` };
}

/** Signs figures off, all of a choice or none, by somebody who entered none of them. */
export async function signOffFigures(
  { change, reaches, caller, now }: ChangeContext,
  ids: OrganIds,
  { year, figures }: { readonly year: number; readonly figures: readonly SignedFigure[] },
): Promise<Result<{ readonly signed: number }, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    await oneAtATime(transaction, `statistics ${organ.organ_id}`);
    const entries = new Map(
      (await statisticsOfYear(transaction, ids, year)).map((entry) => [entry.entryId, entry]),
    );
    const wanted = [...new Map(figures.map((one) => [one.entryId, one])).values()];
    const chosen = wanted.flatMap((one) => {
      const entry = entries.get(one.entryId);
      return entry === undefined ? [] : [[one, entry] as const];
    });
    if (chosen.length < wanted.length) return err({ code: 'not-found' });
    const refused = refuse(chosen, caller.accountId, now());
    if (refused !== null) return err(refused);
    for (const { entryId, version } of wanted) {
      await transaction
        .updateTable('statistic_version')
        .set({ signed_by: caller.accountId, signed_at: now() })
        .where('region_id', '=', ids.regionId)
        .where('entry_id', '=', entryId)
        .where('version', '=', version)
        .execute();
    }
    const after = await statisticsOfYear(transaction, ids, year);
    const before = [...entries.values()];
    const locked = await refuseLockedFigures(transaction, ids, { before, after, year, now: now() });
    if (locked !== null) return err({ code: 'state-refuses', detail: locked });
    return ok({
      value: { signed: wanted.length },
      subject: `statistics/${organ.organ_id}`,
      organPath: organ.path,
      details: { year, figures: chosen.map(([, entry]) => entryName(entry)) },
    });
  });
}

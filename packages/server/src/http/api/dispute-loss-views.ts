import type { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { groundTitle } from '@zhaoshi/domain/dispute/dispute-ground';
import { LOSS_CAUSES, lossCounts } from '@zhaoshi/domain/dispute/loss-causes';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { countedUpTo } from '@zhaoshi/domain/statistics/table-two';
import type { z } from 'zod';
import { listedByKeys } from '../../db/queries/dispute-list.ts';
import { countedOrgans } from '../../db/queries/dispute-losses.ts';
import { type LostDispute, lostDisputes } from '../../use-cases/disputes/losses.ts';
import { presentRows } from './dispute-views.ts';
import type { ReadContext } from './handler.ts';

type Query = z.output<(typeof disputeRoutes)['losses']['query']>;

/** More are counted, but not listed at once. */
const MOST_CASES = 200;

/** Whether a case is among those of the chosen figure. */
function isChosen({ causes, ground, organId, unit }: LostDispute, { by, key = '' }: Query): boolean {
  switch (by) {
    case 'cause':
      return causes.some((cause) => cause === key);
    case 'ground':
      return ground === key;
    case 'organ':
      return organId === key;
    case 'unit':
      return `${organId}/${unit}` === key;
    case 'unexplained':
      return causes.length === 0;
    case 'all':
      return true;
    default:
      return false;
  }
}

/** What was lost in a year within reach, counted, and the cases of the chosen figure. */
export async function shownLosses({ database, caller, permission, now }: ReadContext, query: Query) {
  const { year } = query;
  const upTo = countedUpTo(year, civilDateAt(now()));
  const organs = await countedOrgans(database, caller.actor, permission, query.organId);
  const lost = await lostDisputes(database, organs, { year, upTo });
  const { total, unexplained, causes, grounds, organs: byOrgan, units } = lossCounts(lost);
  const chosen = lost.filter((one) => isChosen(one, query));
  const shown = chosen.slice(0, MOST_CASES);
  const listed = await listedByKeys(
    database,
    shown.map(({ dispute }) => dispute),
  );
  const rows = new Map((await presentRows(database, listed)).map((row) => [row.disputeId, row]));
  return {
    year,
    upTo,
    total,
    unexplained,
    causes: [...causes],
    grounds: [...grounds],
    organs: [...byOrgan],
    units: [...units],
    cases: shown.flatMap((one) => {
      const row = rows.get(one.dispute.disputeId);
      const titles = one.causes.map((cause) => LOSS_CAUSES[cause].title);
      return row === undefined
        ? []
        : [{ ...row, ground: groundTitle(one.ground), causes: titles, unit: one.unit }];
    }),
    leftOut: chosen.length - shown.length,
  };
}

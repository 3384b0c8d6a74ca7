import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { reportDue } from '@zhaoshi/domain/organ/reporting-units';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import { type Actor, can } from '@zhaoshi/domain/permission/can';
import { latestOf, type StatisticVersion } from '@zhaoshi/domain/statistics/statistic-entry';
import { isReportSeason, yearsAskedFor } from '@zhaoshi/domain/statistics/statistic-months';
import { refuseSigningOff } from '@zhaoshi/domain/statistics/statistic-refusals';
import { missingCount, yearTotals } from '@zhaoshi/domain/statistics/year-totals';
import type { DutyTodoFacts } from '@zhaoshi/domain/todo/duty-todo';
import type { Kysely } from 'kysely';
import type { OrganRow } from '../../db/queries/organs.ts';
import { statisticsOfYear } from '../../db/queries/statistics.ts';
import type { Schema } from '../../db/schema.ts';

/** Sent back by somebody else: whoever sent it back waits for the others. */
const isForOthers = ({ returnedBy }: StatisticVersion, accountId: string): boolean =>
  returnedBy !== null && returnedBy !== accountId;

/**
 * Months without figures, figures that were sent back, and figures that the person may sign off, of the years whose reports are not out yet. An organ
 * that has entered nothing is only asked when the year's report is near (条例49: 31 January).
 */
export async function statisticsWaiting(
  database: Kysely<Schema>,
  { actor, accountId }: { readonly actor: Actor; readonly accountId: string },
  organ: OrganRow,
  now: Date,
): Promise<Pick<DutyTodoFacts, 'statisticsMissing' | 'statisticsReturned' | 'statisticsToSignOff'>> {
  const mayEnter = can(actor, 'statistics.write', organ.path);
  const maySign = can(actor, 'statistics.signOff', organ.path);
  if (!isOrganInLaw(organ.kind) || !(mayEnter || maySign)) return {};
  const today = civilDateAt(now);
  const ids = { regionId: organ.region_id, organId: organ.organ_id };
  const years = await Promise.all(
    yearsAskedFor(today).map(async (year) => {
      const entries = await statisticsOfYear(database, ids, year);
      const asked = entries.length > 0 || isReportSeason(today);
      return {
        year,
        missing: asked ? missingCount(yearTotals(entries, year, today)) : 0,
        returned: entries.filter((entry) => isForOthers(latestOf(entry), accountId)).length,
        toSign: entries.filter((entry) => refuseSigningOff(entry, accountId, today).length === 0).length,
      };
    }),
  );
  const first = years.find(({ missing }) => missing > 0);
  return {
    ...(mayEnter && {
      statisticsMissing: {
        count: years.reduce((sum, { missing }) => sum + missing, 0),
        dueOn: first === undefined ? null : (reportDue(organ.kind, first.year)?.date ?? null),
      },
    }),
    ...(mayEnter && {
      statisticsReturned: { count: years.reduce((sum, { returned }) => sum + returned, 0), dueOn: null },
    }),
    ...(maySign && {
      statisticsToSignOff: { count: years.reduce((sum, { toSign }) => sum + toSign, 0), dueOn: null },
    }),
  };
}

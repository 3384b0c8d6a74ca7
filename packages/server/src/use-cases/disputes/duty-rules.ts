import type { ClockRules } from '@zhaoshi/domain/dispute/dispute-clock';
import type { Kysely } from 'kysely';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import type { KeptDispute } from '../../db/queries/disputes.ts';
import { newRepliesOf } from '../../db/queries/new-replies.ts';
import type { Schema } from '../../db/schema.ts';
import { calendarsAt } from '../calendar/calendars.ts';
import { disputeRulesAt } from './table-four-figures.ts';

/** A dispute with the path of its organ, by which its rules hold. */
export interface PlacedDispute {
  readonly dispute: KeptDispute;
  readonly path: string;
}

/** By which rules the periods of a dispute run, whatever the day is. */
export type PeriodRules = Omit<ClockRules, 'today'>;

/** By which rules the periods of some disputes run; calendars, settings and new replies are read once for all. */
export async function dutyRulesOf(
  database: Kysely<Schema>,
  disputes: readonly PlacedDispute[],
): Promise<(one: PlacedDispute) => PeriodRules> {
  const calendarOf = calendarsAt(await loadedCalendars(database, '', { below: true }));
  const rulesAt = await disputeRulesAt(database);
  const cases = disputes.flatMap(({ dispute: { regionId, applicationId } }) =>
    applicationId === null ? [] : [{ regionId, applicationId }],
  );
  const replies = await newRepliesOf(database, cases);
  return ({ dispute, path }) => ({
    ...rulesAt(path),
    calendar: calendarOf(path),
    newRepliesOn: replies
      .filter(({ applicationId }) => applicationId === dispute.applicationId)
      .map(({ on }) => on),
  });
}

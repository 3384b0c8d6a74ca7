import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  type ComplaintClocks,
  complaintPeriodsFrom,
  nextDue,
} from '@zhaoshi/domain/oversight/complaint-clock';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import type { ComplaintRow } from '../../db/queries/complaints.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { findCalendar } from '../calendar/calendars.ts';

/** Calendar and lengths of the organ at a path that handles complaints. */
export async function complaintClocks(database: Kysely<Schema>, path: string): Promise<ComplaintClocks> {
  const { calendar } = await findCalendar(database, path);
  return { calendar, periods: complaintPeriodsFrom(settingsAt(path, await chosenSettings(database, path))) };
}

/** What of a row its clocks see. */
type RowOnClock = Pick<ComplaintRow, 'received_on' | 'is_extended' | 'status'>;

/** What is owed next by a row; `null` once the result was told. */
export const nextDueOf = (clocks: ComplaintClocks, { received_on, is_extended, status }: RowOnClock) =>
  // A stored civil date.
  nextDue(clocks, { receivedOn: received_on as CivilDate, isExtended: is_extended, status });

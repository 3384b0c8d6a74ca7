import type { ClockRules } from '@zhaoshi/domain/application/clock/clock-rules';
import type { CaseRules } from '@zhaoshi/domain/application/refuse-act';
import type { WorkingCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { caseRulesFrom, clockRulesFrom } from '@zhaoshi/domain/setting/application-settings';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { findCalendar } from '../calendar/calendars.ts';

/** What the law and the organ's settings say to a case on a day. */
export interface CaseContext {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly caseRules: CaseRules;
  readonly today: CivilDate;
}

/** The rules for the organ at a path, read at each use, so that a changed setting or calendar holds at once. */
export async function caseContext(database: Kysely<Schema>, path: string, now: Date): Promise<CaseContext> {
  const { calendar } = await findCalendar(database, path);
  const settings = settingsAt(path, await chosenSettings(database, path));
  return {
    calendar,
    clockRules: clockRulesFrom(settings),
    caseRules: caseRulesFrom(settings),
    today: civilDateAt(now),
  };
}

import type { ClockRules } from '@zhaoshi/domain/application/clock/clock-rules';
import type { IntakeRules } from '@zhaoshi/domain/application/intake';
import type { MilestoneRules } from '@zhaoshi/domain/application/milestones';
import type { CaseRules } from '@zhaoshi/domain/application/refuse-act';
import type { WorkingCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import {
  caseRulesFrom,
  clockRulesFrom,
  intakeRulesFrom,
  milestoneRulesFrom,
  type SettingReader,
} from '@zhaoshi/domain/setting/application-rules';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { loadedCalendars } from '../../db/queries/calendars.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { calendarsAt, findCalendar } from '../calendar/calendars.ts';

/** What the law and the organ's settings say to a case on a day. */
export interface CaseContext {
  readonly calendar: WorkingCalendar;
  readonly clockRules: ClockRules;
  readonly caseRules: CaseRules;
  readonly milestoneRules: MilestoneRules;
  readonly intakeRules: IntakeRules;
  readonly today: CivilDate;
  readonly settings: SettingReader;
}

/** What says how near a last day is. */
export type LightRules = Pick<CaseContext, 'calendar' | 'milestoneRules' | 'today'>;

/** The same for many organs: the calendars are read once, the settings of each organ when it is asked for. */
export async function lightRules(
  database: Kysely<Schema>,
  today: CivilDate,
): Promise<(path: string) => Promise<LightRules>> {
  const calendarOf = calendarsAt(await loadedCalendars(database, '', { below: true }));
  return async (path) => ({
    calendar: calendarOf(path),
    milestoneRules: milestoneRulesFrom(settingsAt(path, await chosenSettings(database, path))),
    today,
  });
}

/** The rules for the organ at a path, read at each use, so that a changed setting or calendar holds at once. */
export async function caseContext(database: Kysely<Schema>, path: string, now: Date): Promise<CaseContext> {
  const { calendar } = await findCalendar(database, path);
  const settings = settingsAt(path, await chosenSettings(database, path));
  return {
    calendar,
    clockRules: clockRulesFrom(settings),
    caseRules: caseRulesFrom(settings),
    milestoneRules: milestoneRulesFrom(settings),
    intakeRules: intakeRulesFrom(settings),
    today: civilDateAt(now),
    settings,
  };
}

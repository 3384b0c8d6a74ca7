import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { reminderDatesOf } from '@zhaoshi/domain/application/reminder-dates';
import { type Reminder, remindersFor } from '@zhaoshi/domain/application/reminders';
import { addDays, type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import { caseRows, caseStates, type OpenCaseRow, openCaseIds } from '../../db/queries/open-cases.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import { type CaseContext, caseContext } from './case-context.ts';
import { isBehind, refreshCase } from './refresh-case.ts';
import { type OrganRules, type RemindContext, sendReminders } from './send-reminders.ts';

/** Cases that are read at once. */
const BATCH = 200;

/** After a longer standstill nobody is helped by every reminder that was missed. */
const MOST_DAYS_BACK = 14;

/**
 * The first day to look at: the last one that was looked at, because cases were entered and dates moved after its run;
 * what was sent then is known by itself.
 */
async function firstDay(database: Kysely<Schema>, today: CivilDate): Promise<CivilDate> {
  const { last } = await database
    .selectFrom('application_reminder_day')
    .select((build) => build.fn.max('looked_on').as('last'))
    .executeTakeFirstOrThrow();
  if (last === null || last >= today) return today;
  const earliest = addDays(today, -MOST_DAYS_BACK);
  // A stored civil date.
  return last < earliest ? earliest : (last as CivilDate);
}

/** Reads the rules and the desk of each organ once. */
function organReader({ database, now }: RemindContext): (row: OpenCaseRow) => Promise<OrganRules> {
  const known = new Map<string, OrganRules>();
  return async ({ region_id, organ_id, path }) => {
    const found = known.get(path) ?? {
      rules: await caseContext(database, path, now()),
      desk: await organDesk(database, { regionId: region_id, organId: organ_id, path }),
    };
    known.set(path, found);
    return found;
  };
}

/** The reminders of a case from a day to today; nothing is reminded of for days before it was entered. */
function remindersOf(
  row: OpenCaseRow,
  state: ApplicationState,
  { calendar, clockRules, intakeRules, milestoneRules, settings, today }: CaseContext,
  since: CivilDate,
): readonly Reminder[] {
  const entered = civilDateAt(row.entered_at);
  const dates = reminderDatesOf(
    state,
    {
      channel: row.channel,
      isMisaddressed: row.is_misaddressed,
      // Stored civil dates.
      sentOn: row.sent_on as CivilDate | null,
      arrivedOn: row.arrived_on as CivilDate | null,
      confirmedOn: null,
    },
    {
      calendar,
      clockRules,
      intakeRules,
      milestoneRules,
      organConsultationDays: settings('application.organConsultationDays'),
      today,
    },
  );
  return remindersFor(dates, today, calendar, milestoneRules, entered > since ? entered : since);
}

/**
 * Looks at every open case: brings the dates of its row along with the day and the calendar, and reminds those who have
 * to act (applications.md §16). It may run any number of times, on several servers at once, and be broken off: what was
 * sent is kept with it and is not sent again.
 */
export async function remindCases(context: RemindContext): Promise<void> {
  const { database, now } = context;
  const today = civilDateAt(now());
  const since = await firstDay(database, today);
  const organOf = organReader(context);
  const ids = await openCaseIds(database);
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = await caseRows(database, ids.slice(start, start + BATCH));
    const cases: (OpenCaseRow & OrganRules & Pick<CaseContext, 'clockRules'>)[] = [];
    for (const row of rows) {
      const organ = await organOf(row);
      cases.push({ ...row, ...organ, clockRules: organ.rules.clockRules });
    }
    const states = await caseStates(database, cases);
    for (const one of cases) {
      const state = states.get(one.application_id);
      if (state === undefined) continue;
      if (isBehind(one, state, one.rules)) {
        await refreshCase(context, { regionId: one.region_id, applicationId: one.application_id });
      }
      const reminders = remindersOf(one, state, one.rules, since);
      if (reminders.length > 0) await sendReminders(context, { row: one, state, organ: one, reminders });
    }
  }
  await database
    .insertInto('application_reminder_day')
    .values({ looked_on: today })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

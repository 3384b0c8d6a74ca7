import { type AmendmentReminder, amendmentReminders } from '@zhaoshi/domain/application/amendment-reminders';
import { recipientsOf } from '@zhaoshi/domain/application/reminder-recipients';
import { addDays, type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Transaction } from 'kysely';
import { type AmendmentRow, openAmendments } from '../../db/queries/record-amendments.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import { lightRules } from '../applications/case-context.ts';
import type { UseCaseContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';

/** Days that are made up for after a standstill; what was sent then is known by itself. */
const DAYS_BACK = 3;

/** Whether this is the first that sends it; whoever comes second waits for the first and then sends nothing. */
async function claim(
  transaction: Transaction<Schema>,
  { region_id, amendment_id }: AmendmentRow,
  { kind, on }: AmendmentReminder,
): Promise<boolean> {
  const claimed = await transaction
    .insertInto('record_amendment_reminder')
    .values({ region_id, amendment_id, kind, reminded_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  return claimed !== undefined;
}

async function remind(
  context: UseCaseContext,
  row: AmendmentRow,
  reminders: readonly AmendmentReminder[],
  today: CivilDate,
): Promise<void> {
  const organ = { regionId: row.region_id, organId: row.organ_id, path: row.path };
  const desk = { ...(await organDesk(context.database, organ)), officerId: null };
  await context.database.transaction().execute(async (transaction) => {
    for (const reminder of reminders) {
      if (!(await claim(transaction, row, reminder))) continue;
      const { on, who, words } = reminder;
      const facts = {
        organ: row.organ_name,
        number: row.receipt_number,
        // The words speak of their own day as today.
        words: on === today ? words : `（${on}的提醒）${words}`,
        regionId: row.region_id,
        amendmentId: row.amendment_id,
      };
      for (const accountId of recipientsOf(who, desk)) {
        await notify(transaction, { accountId, kind: 'recordAmendmentReminder', facts }, context);
      }
    }
  });
}

/**
 * Reminds the offices of open requests to amend a record, by the last day that the register of deadlines has (条例41).
 * It may run any number of times, on several servers at once, and be broken off.
 */
export async function remindAmendments(context: UseCaseContext): Promise<void> {
  const { database, now } = context;
  const today = civilDateAt(now());
  const rulesAt = await lightRules(database, today);
  for (const row of await openAmendments(database)) {
    const { calendar, milestoneRules } = await rulesAt(row.path);
    const earliest = addDays(today, -DAYS_BACK);
    // A stored civil date; nothing is reminded of for days before it was received.
    const received = row.received_on as CivilDate;
    const since = received > earliest ? received : earliest;
    const reminders = amendmentReminders(row.due_on, [since, today], calendar, milestoneRules);
    if (reminders.length > 0) await remind(context, row, reminders, today);
  }
}

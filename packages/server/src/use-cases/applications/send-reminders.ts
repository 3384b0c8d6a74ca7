import type { ApplicationState } from '@zhaoshi/domain/application/application-state';
import { recipientsOf } from '@zhaoshi/domain/application/reminder-recipients';
import type { Reminder } from '@zhaoshi/domain/application/reminders';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { OpenCaseRow } from '../../db/queries/open-cases.ts';
import type { OrganDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import { requestMessage } from '../../jobs/messages/request-message.ts';
import type { UseCaseContext } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import type { CaseContext } from './case-context.ts';

export type RemindContext = UseCaseContext & { readonly services: { readonly secretBox: SecretBox } };

/** What reminders need of an organ, read once in a run. */
export interface OrganRules {
  readonly rules: CaseContext;
  readonly desk: OrganDesk;
}

interface CaseReminders {
  readonly row: OpenCaseRow;
  readonly state: ApplicationState;
  readonly organ: OrganRules;
  readonly reminders: readonly Reminder[];
}

type One = Omit<CaseReminders, 'reminders'> & {
  /** Of one kind and day, such as two consultations that end on the same day. */
  readonly same: readonly [Reminder, ...Reminder[]];
};

/** Whether this is the first that sends it; whoever comes second waits for the first and then sends nothing. */
async function claim(
  transaction: Transaction<Schema>,
  { region_id, application_id }: OpenCaseRow,
  { kind, on }: Reminder,
): Promise<boolean> {
  const claimed = await transaction
    .insertInto('application_reminder')
    .values({ region_id, application_id, kind, reminded_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  return claimed !== undefined;
}

async function tellPeople(
  transaction: Transaction<Schema>,
  context: RemindContext,
  { row, state, organ: { rules, desk }, same }: One,
): Promise<void> {
  const told = rules.settings('application.overdueToSupervisor');
  const who = same.flatMap((one) => one.who).filter((role) => told || role !== 'supervisor');
  const [{ on }] = same;
  const words = [...new Set(same.map((one) => one.words))].join('');
  const facts = {
    organ: row.organ_name,
    number: row.registration_number,
    // The words speak of their own day as today.
    words: on === civilDateAt(context.now()) ? words : `（${on}的提醒）${words}`,
    regionId: row.region_id,
    applicationId: row.application_id,
  };
  for (const accountId of recipientsOf(who, { ...desk, officerId: state.officerId })) {
    await notify(transaction, { accountId, kind: 'applicationReminder', facts }, context);
  }
}

async function mailOffice(
  transaction: Transaction<Schema>,
  context: RemindContext,
  { row, organ: { rules, desk }, same: [{ kind, on }] }: One,
): Promise<void> {
  if (desk.mailbox === null || !rules.settings('application.remindersByMail')) return;
  await requestMessage(
    transaction,
    {
      regionId: row.region_id,
      organId: row.organ_id,
      channel: 'mail',
      recipient: `organ/${row.organ_id}`,
      address: desk.mailbox,
      template: 'application.reminder',
      values: { organName: row.organ_name, registrationNumber: row.registration_number, kind, on },
    },
    context,
  );
}

/** Sends the reminders of a case that have not gone out yet, each once and whole. */
export async function sendReminders(
  context: RemindContext,
  { reminders, ...about }: CaseReminders,
): Promise<void> {
  const groups = Map.groupBy(reminders, ({ kind, on }) => `${kind} ${on}`);
  await context.database.transaction().execute(async (transaction) => {
    for (const [first, ...others] of groups.values()) {
      if (first === undefined || !(await claim(transaction, about.row, first))) continue;
      const one: One = { ...about, same: [first, ...others] };
      await tellPeople(transaction, context, one);
      await mailOffice(transaction, context, one);
    }
  });
}

import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { canSomewhere } from '@zhaoshi/domain/permission/can';
import { type TodoItem, todoItems } from '@zhaoshi/domain/todo/todo-items';
import type { Kysely } from 'kysely';
import { waitingVoices } from '../../db/queries/public-voices.ts';
import { waitingAmendments } from '../../db/queries/record-amendments.ts';
import { todoFacts } from '../../db/queries/todo-facts.ts';
import type { Schema } from '../../db/schema.ts';
import { reportWaiting } from '../annual-report/report-waiting.ts';
import { applicationWaiting } from '../applications/application-waiting.ts';
import { assessmentsWaiting } from '../assessment/assessment-waiting.ts';
import { proposalsToConfirm } from '../calendar/calendar-proposals.ts';
import { channelWaiting } from '../channels/channel-waiting.ts';
import { complaintsWaiting } from '../complaints/complaints-waiting.ts';
import type { Caller } from '../context.ts';
import { documentWaiting } from '../documents/document-waiting.ts';
import { dutyWaiting } from '../item-coverage/duty-waiting.ts';

/** What waits for a person in the organ that they act in: for the list of the console and for their calendar. */
export async function todoOf(
  database: Kysely<Schema>,
  caller: Caller,
  now: Date,
): Promise<readonly TodoItem[]> {
  const facts = {
    ...(await todoFacts(database, caller.actor, now)),
    applications: await applicationWaiting(database, caller, now),
    amendments: await waitingAmendments(database, caller.actor),
    channels: await channelWaiting(database, caller.actor, now),
    documents: await documentWaiting(database, caller, now),
    duties: {
      ...(await dutyWaiting(database, caller, now)),
      ...(await complaintsWaiting(database, caller.actor)),
      ...(await assessmentsWaiting(database, caller, now)),
    },
    reports: await reportWaiting(database, caller, now),
    voices: await waitingVoices(database, caller.actor),
    calendarsToConfirm: await proposalsToConfirm(database, caller),
  };
  return todoItems(facts, civilDateAt(now), (permission) => canSomewhere(caller.actor, permission));
}

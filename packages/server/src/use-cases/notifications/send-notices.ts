import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { noticeTime, shortNotice } from '@zhaoshi/domain/notification/notice-times';
import { isNotificationKind, notificationWords } from '@zhaoshi/domain/notification/notification-kinds';
import { sql, type Transaction } from 'kysely';
import { peopleToTell, unsentNotices } from '../../db/queries/notices.ts';
import type { Schema } from '../../db/schema.ts';
import { type MessageContext, requestMessage } from '../../jobs/messages/request-message.ts';
import type { UseCaseContext } from '../context.ts';
import { addressesOf, timesOf } from './notice-preference.ts';

type SendContext = UseCaseContext & MessageContext;

/** What nobody sent for so long, such as while no server ran, is told by the console alone. */
const OLDEST_MS = 7 * DAY_MS;

/** Notices of one message. */
const MOST = 50;

type Person = Awaited<ReturnType<typeof peopleToTell>>[number];

/** Asks for one message on each way on which the person is told. @returns the ids of the messages */
async function requestAll(
  transaction: Transaction<Schema>,
  context: SendContext,
  person: Person,
  words: readonly string[],
): Promise<readonly string[]> {
  const { address, mobile } = addressesOf(context.services.secretBox, person);
  const common = {
    regionId: person.region_id,
    organId: person.organ_id,
    recipient: `account/${person.account_id}`,
  };
  const asked: string[] = [];
  if (address !== '') {
    const values = { words: [...words] };
    const mail = { ...common, channel: 'mail' as const, address, template: 'notice.digest' as const, values };
    asked.push(await requestMessage(transaction, mail, context));
  }
  if (mobile !== '') {
    const values = { count: words.length, first: shortNotice(words[0] ?? '') };
    const sms = {
      ...common,
      channel: 'sms' as const,
      address: mobile,
      template: 'notice.sms' as const,
      values,
    };
    asked.push(await requestMessage(transaction, sms, context));
  }
  return asked;
}

/** Sends a person what has come to its time, as one message on each way. */
async function sendTo(context: SendContext, person: Person): Promise<void> {
  const { database, now } = context;
  // The query asks for those alone who are sent something.
  const since = person.sent_since ?? now();
  const oldest = new Date(Math.max(since.getTime(), now().getTime() - OLDEST_MS));
  await database.transaction().execute(async (transaction) => {
    // One server at a time: the other finds what this one has sent.
    await sql`select 1 from notice_preference where account_id = ${person.account_id}::uuid for update`.execute(
      transaction,
    );
    const waiting = await unsentNotices(transaction, person.account_id, oldest);
    const due = waiting
      .filter(({ kind, created_at }) => noticeTime(timesOf(person), kind, created_at) <= now())
      .slice(0, MOST);
    if (due.length === 0) return;
    const words = due.map(({ kind, facts }) =>
      isNotificationKind(kind) ? notificationWords(kind, facts) : '工作台里有一条新通知。',
    );
    const [messageId] = await requestAll(transaction, context, person, words);
    if (messageId === undefined) return;
    await transaction
      .insertInto('notice_sending')
      .values(
        due.map(({ notification_id }) => ({
          account_id: person.account_id,
          notification_id,
          message_id: messageId,
          sent_at: now(),
        })),
      )
      .execute();
  });
}

/**
 * Sends people by mail and SMS what the console told them, when they want to be told: at once or once a day, not while it
 * is quiet, but at every hour where hours run. What was held goes out as one message; each notice once, on any number of
 * servers.
 */
export async function sendNotices(context: SendContext): Promise<void> {
  for (const person of await peopleToTell(context.database)) await sendTo(context, person);
}

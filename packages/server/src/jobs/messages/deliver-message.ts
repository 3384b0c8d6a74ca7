import { sql } from 'kysely';
import { DELIVERY_FAULTS, DeliveryError } from '../../adapters/message/sender.ts';
import { type JobContext, JobFailure, type JobHandler } from '../job-context.ts';
import type { JobPayload } from '../job-kinds.ts';
import { openContent } from './message-content.ts';
import { renderMessage } from './render-message.ts';

type Key = JobPayload<'message.deliver'>;

/** The message, counted as tried once more; nothing when it has left already or was never committed. */
async function beginTry({ database }: JobContext, { regionId, messageId }: Key) {
  return await database
    .updateTable('message')
    .set({ state: 'queued', settled_at: null, attempts: sql`attempts + 1` })
    .where('region_id', '=', regionId)
    .where('message_id', '=', messageId)
    .where('state', 'in', ['queued', 'failed'])
    .returning(['channel'])
    .executeTakeFirst();
}

async function settle(
  { database, now }: JobContext,
  { regionId, messageId }: Key,
  state: 'queued' | 'sent' | 'captured' | 'failed',
  errorCode: string | null,
): Promise<void> {
  await database
    .updateTable('message')
    .set({ state, error_code: errorCode, settled_at: state === 'queued' ? null : now() })
    .where('region_id', '=', regionId)
    .where('message_id', '=', messageId)
    .execute();
}

async function readContent({ database, services }: JobContext, { regionId, messageId }: Key) {
  const row = await database
    .selectFrom('message_content')
    .select('sealed')
    .where('region_id', '=', regionId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row === undefined ? null : openContent(services.secretBox, messageId, row.sealed);
}

/**
 * Hands a message to its way out. At least once: a server that dies between the gateway's acceptance and our note of
 * it sends again, under the same id, by which the other side can tell.
 */
export const deliverMessage: JobHandler<'message.deliver'> = async (context, key) => {
  const message = await beginTry(context, key);
  if (message === undefined) return;
  const content = await readContent(context, key);
  if (content === null) {
    await settle(context, key, 'failed', 'content-erased');
    throw new JobFailure('content-erased', true);
  }
  const { address, template, values } = content;
  try {
    const outgoing = { messageId: key.messageId, channel: message.channel, address, template };
    const state = await context.services.messageSenders[message.channel].send(
      { ...outgoing, ...renderMessage(template, values) },
      context.signal,
    );
    await settle(context, key, state, null);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { permanent } = DELIVERY_FAULTS[error.code];
    await settle(context, key, permanent || context.isLastTry ? 'failed' : 'queued', error.code);
    throw new JobFailure(error.code, permanent);
  }
};

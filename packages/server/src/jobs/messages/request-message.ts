import type { Transaction } from 'kysely';
import type { MessageChannel } from '../../adapters/message/sender.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { enqueue } from '../enqueue.ts';
import { sealContent } from './message-content.ts';
import { MESSAGE_TEMPLATES, type TemplateName, type TemplateValues } from './templates.ts';

export interface MessageRequest<T extends TemplateName> {
  readonly regionId: string;
  /** The organ in whose name it is sent. */
  readonly organId: string;
  readonly channel: MessageChannel;
  /** Whom it goes to, by reference: `<kind>/<id>`. */
  readonly recipient: string;
  /** Mail address, telephone number, openid or URL. Sealed at once, erased when it is no longer needed. */
  readonly address: string;
  readonly template: T;
  readonly values: TemplateValues<T>;
}

export type MessageContext = Pick<UseCaseContext, 'now' | 'newId'> & {
  readonly services: Pick<Services, 'secretBox'>;
};

/**
 * Asks for a message in the transaction of the change it tells of. It leaves after the commit and only then; the job
 * knows nothing but its number.
 *
 * @returns the message's id
 */
export async function requestMessage<T extends TemplateName>(
  transaction: Transaction<Schema>,
  { regionId, organId, channel, recipient, address, template, values }: MessageRequest<T>,
  { now, newId, services }: MessageContext,
): Promise<string> {
  const messageId = newId();
  const requestedAt = now();
  const key = { region_id: regionId, message_id: messageId };
  const checked = MESSAGE_TEMPLATES[template].values.parse(values);
  await transaction
    .insertInto('message')
    .values({
      ...key,
      organ_id: organId,
      channel,
      template,
      recipient,
      state: 'queued',
      error_code: null,
      requested_at: requestedAt,
      settled_at: null,
    })
    .execute();
  await transaction
    .insertInto('message_content')
    .values({
      ...key,
      sealed: sealContent(services.secretBox, messageId, { address, template, values: checked }),
    })
    .execute();
  await enqueue(transaction, { kind: 'message.deliver', payload: { regionId, messageId } });
  return messageId;
}

import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { MessageChannel } from '../../adapters/message/sender.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { type MessageContext, requestMessage } from '../../jobs/messages/request-message.ts';
import type { ChangeContext } from '../context.ts';

export interface SendTestMessage {
  readonly regionId: string;
  readonly organId: string;
  readonly channel: MessageChannel;
  readonly address: string;
}

/** Sends a test message in the name of an organ, to see whether the gateway is set up rightly. */
export async function sendTestMessage(
  context: ChangeContext & MessageContext,
  { regionId, organId, channel, address }: SendTestMessage,
): Promise<Result<{ readonly regionId: string; readonly messageId: string }, Rejection>> {
  const { change, reaches, caller } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const messageId = await requestMessage(
      transaction,
      {
        regionId,
        organId,
        channel,
        recipient: `account/${caller.accountId}`,
        address,
        template: 'system.test',
        values: { organName: organ.name },
      },
      context,
    );
    return ok({
      value: { regionId, messageId },
      subject: `message/${messageId}`,
      organPath: organ.path,
      details: { channel },
      personal: { address },
    });
  });
}

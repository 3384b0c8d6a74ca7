import type { Rejection } from '@zhaoshi/contract/problems';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { MessageChannel } from '../../adapters/message/sender.ts';
import { countMessagesTo } from '../../db/queries/messages.ts';
import { findOrgan } from '../../db/queries/organs.ts';
import { type MessageContext, requestMessage } from '../../jobs/messages/request-message.ts';
import type { ChangeContext } from '../context.ts';
import { oneAtATime } from '../one-at-a-time.ts';

export interface SendTestMessage {
  readonly regionId: string;
  readonly organId: string;
  readonly channel: MessageChannel;
  readonly address: string;
}

/** So many tell whether a gateway works; more would make it a tool for sending messages to strangers. */
const MOST_AN_HOUR = 5;
const TEMPLATE = 'system.test';

/** Sends a test message in the name of an organ, to see whether the gateway is set up rightly. */
export async function sendTestMessage(
  context: ChangeContext & MessageContext,
  { regionId, organId, channel, address }: SendTestMessage,
): Promise<Result<{ readonly regionId: string; readonly messageId: string }, Rejection>> {
  const { change, reaches, caller, now } = context;
  const recipient = `account/${caller.accountId}`;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    await oneAtATime(transaction, `${TEMPLATE} ${recipient}`);
    const since = new Date(now().getTime() - HOUR_MS);
    if ((await countMessagesTo(transaction, { recipient, template: TEMPLATE, since })) >= MOST_AN_HOUR) {
      return err({
        code: 'too-many',
        detail: `每人每小时最多发送 ${MOST_AN_HOUR} 条测试通知，这一条没有发送。请核对网关设置，一小时后再试。`,
      });
    }
    const messageId = await requestMessage(
      transaction,
      {
        regionId,
        organId,
        channel,
        recipient,
        address,
        template: TEMPLATE,
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

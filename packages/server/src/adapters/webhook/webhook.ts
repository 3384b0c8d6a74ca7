import { createHmac } from 'node:crypto';
import { DeliveryError, type MessageSender } from '../message/sender.ts';
import type { AllowList } from './address-policy.ts';
import { type OutboundPolicy, postOutbound, resolveByDns } from './outbound.ts';

export interface WebhookSettings {
  readonly secret: string;
  readonly allow: AllowList;
  /** The gateway of SMS or WeChat, told the address in the body; `null`: the address itself is asked. */
  readonly gateway: string | null;
}

const TIMEOUT_MS = 10_000;

/** HMAC-SHA256 over `<seconds>.<message id>.<body>`, in hexadecimal digits. */
function signBody(secret: string, timestamp: string, messageId: string, body: Buffer): string {
  return createHmac('sha256', secret).update(`${timestamp}.${messageId}.`).update(body).digest('hex');
}

/** @throws DeliveryError for an answer that is no acceptance */
function requireAccepted(status: number): void {
  if (status >= 200 && status < 300) return;
  const isBusy = status === 408 || status === 425 || status === 429 || status >= 500;
  const isSignIn = status === 401 || status === 403;
  // A redirect is a refusal too: it could lead inside.
  throw new DeliveryError(isBusy ? 'gateway-busy' : isSignIn ? 'gateway-sign-in' : 'gateway-refused');
}

/** Sends messages as signed JSON by HTTP POST; see docs/messages.md for the interface. */
export function webhookSender(
  { secret, allow, gateway }: WebhookSettings,
  now: () => Date = () => new Date(),
  { timeoutMs, resolve }: Pick<OutboundPolicy, 'timeoutMs' | 'resolve'> = {
    timeoutMs: TIMEOUT_MS,
    resolve: resolveByDns,
  },
): MessageSender {
  return {
    async send({ messageId, channel, address, template, subject, text }, signal) {
      const recipient = gateway === null ? {} : { recipient: address };
      const body = Buffer.from(
        JSON.stringify({ id: messageId, channel, template, ...recipient, subject, text }),
      );
      const timestamp = String(Math.floor(now().getTime() / 1000));
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'zhaoshi',
        'idempotency-key': messageId,
        'x-zhaoshi-timestamp': timestamp,
        'x-zhaoshi-signature': `sha256=${signBody(secret, timestamp, messageId, body)}`,
      };
      const policy = { allow, timeoutMs, resolve };
      requireAccepted(await postOutbound(gateway ?? address, body, headers, policy, signal));
      return 'sent';
    },
  };
}

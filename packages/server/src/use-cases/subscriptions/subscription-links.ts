import { timingSafeEqual } from 'node:crypto';
import { SUBSCRIBE_CONFIRM, SUBSCRIBE_END } from '@zhaoshi/portal/paths';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';

const PATHS = { confirm: SUBSCRIBE_CONFIRM, end: SUBSCRIBE_END } as const;

export type SubscriptionStep = keyof typeof PATHS;

const signatureOf = (box: SecretBox, step: SubscriptionStep, id: string): string =>
  box.keyedHash(JSON.stringify([step, id]), 'subscription-link');

/** A link for a mail: names the subscription by its id alone, and only this installation can have made it. */
export const subscriptionLink = (
  box: SecretBox,
  origin: string,
  step: SubscriptionStep,
  id: string,
): string =>
  `${origin}${PATHS[step]}?${new URLSearchParams({ id, sign: signatureOf(box, step, id) }).toString()}`;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The subscription that a link names; `null` when the link was not made here for this step. */
export function subscriptionInLink(
  box: SecretBox,
  step: SubscriptionStep,
  { id, sign }: { readonly id?: unknown; readonly sign?: unknown },
): string | null {
  if (typeof id !== 'string' || typeof sign !== 'string' || !ID.test(id)) return null;
  const expected = Buffer.from(signatureOf(box, step, id));
  const given = Buffer.from(sign);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
}

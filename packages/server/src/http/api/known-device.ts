import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { deviceTriesIn, type KnownDevice } from '../../use-cases/identity/device-tries.ts';
import type { CallContext } from './handler.ts';
import { DEVICE_SECONDS, deviceCookie, deviceOf } from './session-cookie.ts';

const PURPOSE = 'known-device';

const signed = (box: SecretBox, facts: string): string => `${facts}.${box.keyedHash(facts, PURPOSE)}`;

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The device behind a cookie; `null` when we did not sign it or it is too old. */
export function knownDevice(box: SecretBox, value: string | null, at: Date): KnownDevice | null {
  const [accountId = '', deviceId = '', until = ''] = (value ?? '').split('.');
  if (value === null || !isSame(signed(box, `${accountId}.${deviceId}.${until}`), value)) return null;
  return Number(until) > at.getTime() ? { accountId, deviceId } : null;
}

const deviceIn = ({ services, http, now }: CallContext): KnownDevice | null =>
  knownDevice(services.secretBox, deviceOf(http.header('cookie'), http.isSecure), now());

/** What the database knows a device by; the cookie cannot be made of it. */
const hashOf = (box: SecretBox, deviceId: string): string => box.keyedHash(deviceId, 'known-device-tries');

/** After a complete sign-in: the browser is known for this account from now on. */
export async function rememberDevice(context: CallContext, accountId: string): Promise<void> {
  const { services, http, now, database } = context;
  const before = deviceIn(context);
  const deviceId = before?.accountId === accountId ? before.deviceId : randomUUID();
  await deviceTriesIn(database).forget(hashOf(services.secretBox, deviceId));
  const until = now().getTime() + DEVICE_SECONDS * 1000;
  const value = signed(services.secretBox, `${accountId}.${deviceId}.${until}`);
  http.setHeader('set-cookie', deviceCookie(value, http.isSecure));
}

/**
 * A try at a secret. From a known device that has tries left it counts although others locked the account.
 *
 * @param attempt is told the account that the device is known for; `null`: none
 */
export async function tryFromDevice<T>(
  context: CallContext,
  attempt: (trustedFor: string | null) => Promise<Result<T, Rejection>>,
): Promise<Result<T, Rejection>> {
  const device = deviceIn(context);
  if (device === null) return await attempt(null);
  const tries = deviceTriesIn(context.database);
  const hash = hashOf(context.services.secretBox, device.deviceId);
  const isTrusted = await tries.take(hash, context.now());
  const result = await attempt(isTrusted ? device.accountId : null);
  if (isTrusted && result.ok) await tries.giveBack(hash);
  return result;
}

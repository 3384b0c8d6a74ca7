import { DAY_MS } from '../kernel/durations.ts';
import type { SecurityPolicy } from './password-policy.ts';

/** So many days before a password has to be changed its owner is told; the number is ours. */
const NOTICE_DAYS = 14;

/** When a password has to be changed; `null`: never. */
export const passwordExpiry = (
  changedAt: Date,
  { passwordDays }: Pick<SecurityPolicy, 'passwordDays'>,
): Date | null => (passwordDays === 0 ? null : new Date(changedAt.getTime() + passwordDays * DAY_MS));

export const passwordExpired = (
  changedAt: Date,
  policy: Pick<SecurityPolicy, 'passwordDays'>,
  at: Date,
): boolean => {
  const expiry = passwordExpiry(changedAt, policy);
  return expiry !== null && expiry <= at;
};

/** Whether the moment by which a password has to be changed is so near that its owner is told. */
export const passwordExpiresSoon = (expiry: Date, at: Date): boolean =>
  expiry.getTime() - at.getTime() < NOTICE_DAYS * DAY_MS;

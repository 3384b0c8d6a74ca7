import { expect, it } from 'vitest';
import { passwordExpired, passwordExpiresSoon, passwordExpiry } from './password-age.ts';

const at = new Date('2026-11-21T00:00:00Z');
const policy = { passwordDays: 90 };

it('a password ends with its last day, and never without a limit', () => {
  const changed = new Date('2026-08-23T00:00:00Z');
  expect(passwordExpiry(changed, policy)).toEqual(at);
  expect(passwordExpired(changed, policy, at)).toBe(true);
  expect(passwordExpired(changed, policy, new Date(at.getTime() - 1))).toBe(false);
  expect(passwordExpired(changed, { passwordDays: 0 }, at)).toBe(false);
});

it('its end is announced from less than fourteen days before, and after it', () => {
  const expiry = new Date('2026-12-05T00:00:00Z');
  expect(passwordExpiresSoon(expiry, at)).toBe(false);
  expect(passwordExpiresSoon(expiry, new Date(at.getTime() + 1))).toBe(true);
  expect(passwordExpiresSoon(at, expiry)).toBe(true);
});

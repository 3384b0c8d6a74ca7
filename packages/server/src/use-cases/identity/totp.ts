import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;

/** RFC 6238 as every authenticator app understands it: SHA-1, six digits, thirty seconds. */
const totp = (secret: Secret, label = ''): TOTP =>
  new TOTP({ issuer: '昭示', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });

/** A new key, base32. */
export const newTotpKey = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator reads from a link or a picture. */
export const totpUri = (key: string, loginName: string): string =>
  totp(Secret.fromBase32(key), loginName).toString();

/** In groups of four, for typing. */
export const totpKeyText = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1 ');

/** The code of a moment. */
export const totpCode = (key: string, at: Date): string =>
  totp(Secret.fromBase32(key)).generate({ timestamp: at.getTime() });

/**
 * The time step that a code belongs to, one step early or late allowed; `null` when it is wrong or was used before.
 *
 * @param lastStep the last step whose code was used: it and all before it are spent
 */
export function totpStep(key: string, code: string, at: Date, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = at.getTime();
  const delta = totp(Secret.fromBase32(key)).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** For what the account's key is sealed. */
export const totpPurpose = (accountId: string): string => `totp/${accountId}`;

import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';

/** Crockford's base32: no letter that looks like a digit or another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODES = 10;
const LETTERS = 16;

/** Eighty random bits: a plain hash of them cannot be turned back. */
function newCode(): string {
  const letters = [...randomBytes(LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '').join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** However it was typed. */
const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

const hashCode = (code: string): string => createHash('sha256').update(plain(code)).digest('hex');

/** Gives an account new codes in the place of all it had; the only time that they can be read. */
export async function replaceRecoveryCodes(
  transaction: Transaction<Schema>,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await transaction.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await transaction
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ account_id: accountId, code_sha256: hashCode(code), used_at: null })))
    .execute();
  return codes;
}

/** Spends a code. @returns whether it was one of the account's and not spent */
export async function spendRecoveryCode(
  transaction: Transaction<Schema>,
  accountId: string,
  code: string,
  at: Date,
): Promise<boolean> {
  const spent = await transaction
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('account_id', '=', accountId)
    .where('code_sha256', '=', hashCode(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows > 0n;
}

import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { CODE_LENGTH, CODE_LETTERS, queryCodeHash } from '../applications/insert-application.ts';

/** What opens a complaint again; shown to the complainant only. */
export interface ComplaintReceipt {
  readonly number: string;
  readonly code: string;
}

const NUMBER_DIGITS = 10n;

/** The number of a complaint by its digits. */
export const complaintNumber = (digits: string): string => `诉${digits}`;

/**
 * Number and code of a complaint, worked out from what only the form that sent it knows: sent twice it is one complaint
 * with one receipt, and nothing is kept of who sent it or when to bring that about. Numbers do not follow one another.
 *
 * @param nonce random, of one form
 */
export function receiptOf(box: SecretBox, nonce: string): ComplaintReceipt {
  const codeBytes = Buffer.from(box.keyedHash(nonce, 'complaint-code'), 'hex');
  const code = [...codeBytes.subarray(0, CODE_LENGTH)]
    // 32 letters: each byte gives one of them evenly.
    .map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length] ?? '')
    .join('');
  const large = BigInt(`0x${box.keyedHash(nonce, 'complaint-number')}`);
  const digits = String(large % 10n ** NUMBER_DIGITS).padStart(Number(NUMBER_DIGITS), '0');
  return { number: complaintNumber(digits), code };
}

export const complaintCodeHash = (box: SecretBox, code: string): string => queryCodeHash(box, code);

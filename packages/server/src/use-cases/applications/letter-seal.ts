import type { Letter } from '@zhaoshi/domain/letter/letter';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';

const purposeOf = (letterId: string): string => `letter/${letterId}`;

/** A letter as it is kept: it names the applicant. */
export const sealLetter = (box: SecretBox, letterId: string, letter: Letter): string =>
  box.seal(JSON.stringify(letter), purposeOf(letterId));

/** Written by `sealLetter` only, from a value of that type. */
export const openLetter = (
  box: SecretBox,
  row: { readonly letter_id: string; readonly sealed: string },
): Letter => JSON.parse(box.open(row.sealed, purposeOf(row.letter_id))) as Letter;

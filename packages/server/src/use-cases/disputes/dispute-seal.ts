import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';

/** What names the other party. */
export interface DisputeWords {
  /** Names of the applicants or plaintiffs. */
  readonly party: string;
  /** One or several natural persons, whose names lists mask. */
  readonly isPerson: boolean;
  readonly note: string;
}

const purposeOf = (disputeId: string): string => `dispute/${disputeId}`;

export const sealDispute = (box: SecretBox, disputeId: string, words: DisputeWords): string =>
  box.seal(JSON.stringify(words), purposeOf(disputeId));

/** Written by `sealDispute` only, from a value of that type. */
export const openDispute = (box: SecretBox, disputeId: string, sealed: string): DisputeWords =>
  JSON.parse(box.open(sealed, purposeOf(disputeId))) as DisputeWords;

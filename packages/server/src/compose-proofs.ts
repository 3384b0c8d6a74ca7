/** The command line's door to proofs of publication; opens no database and asks no server. */
import { createHash } from 'node:crypto';
import { type PublicationProof, readProof } from './publication-proof/proof.ts';
import { compareText, foldText, type TextAnswer } from './publication-proof/public-text.ts';
import { type ProofVerdict, verifyProof } from './publication-proof/verify-proof.ts';
import { readCheckCode } from './use-cases/documents/check-code.ts';

/** What somebody holds: a check code, or a file with its text as far as it could be read. */
export type Held =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly readText: () => Promise<string | null> };

export type HeldAnswer =
  | { readonly kind: 'code'; readonly isRight: boolean }
  /** Byte for byte one of the edition's files. */
  | { readonly kind: 'attachment' }
  | { readonly kind: 'text'; readonly answer: TextAnswer }
  | { readonly kind: 'unreadable' };

export interface Verified extends ProofVerdict {
  readonly proof: PublicationProof;
  readonly held: HeldAnswer;
}

const quote = (text: string): string => foldText(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the site writes under the texts that it makes of this edition, and nothing else. */
const colophonOf = ({ organ, edition }: PublicationProof): RegExp =>
  new RegExp(
    `发布机构:${quote(organ)}索引号:[^:]{1,80}发布日期:[0-9:-]{10,16}第${edition.edition}版核验码:${edition.checkCode}` +
      '(?:附件\\d+:[^:]{1,200}\\(见网页\\))*网页:[!-~]{0,300}本文本由政府信息公开平台按网页正文生成,不含印章。$',
  );

async function answerHeld(proof: PublicationProof, held: Held): Promise<HeldAnswer> {
  if (held.kind === 'code') {
    return { kind: 'code', isRight: readCheckCode(held.code) === proof.edition.checkCode };
  }
  const sha256 = createHash('sha256').update(held.bytes).digest('hex');
  if (proof.files.includes(sha256)) return { kind: 'attachment' };
  const text = await held.readText();
  return text === null
    ? { kind: 'unreadable' }
    : { kind: 'text', answer: compareText(text, proof.text, colophonOf(proof)) };
}

/**
 * Verifies a proof by itself and compares what somebody holds with it.
 *
 * @param publicKey the site's key from elsewhere; `null` takes the one in the proof
 * @returns `null` when the text is no proof
 */
export async function verifyAgainstProof(
  proofText: string,
  held: Held,
  publicKey: string | null,
): Promise<Verified | null> {
  const proof = readProof(proofText);
  if (proof === null) return null;
  return { ...verifyProof(proof, publicKey), proof, held: await answerHeld(proof, held) };
}

/** Whether it can be a check code. */
export const isCheckCode = (text: string): boolean => readCheckCode(text) !== null;

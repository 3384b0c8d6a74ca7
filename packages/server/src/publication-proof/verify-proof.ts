import type { z } from 'zod';
import { chainHashes } from '../db/audit-chain.ts';
import { signatureHolds } from '../db/checkpoint.ts';
import { checkCode } from '../use-cases/documents/check-code.ts';
import { climb, leafHash } from './merkle.ts';
import {
  EDITION_ACTION,
  editionDetails,
  type ProofEntry,
  type PublicationProof,
  SEAL_ACTION,
  sealDetails,
} from './proof.ts';
import { textHash } from './public-text.ts';

/** What a proof shows. */
export interface ProofVerdict {
  /** Sentences on what does not fit; none: everything in the file fits together. */
  readonly problems: readonly string[];
  /** The day whose checkpoint seals the publication; `null`: not sealed yet, so only the site itself vouches for it. */
  readonly sealedOn: string | null;
}

function entryHolds({ recordedAt, previous, sha256, sm3, ...facts }: ProofEntry): boolean {
  const own = chainHashes({ ...facts, recorded_at: new Date(recordedAt) }, previous);
  return own.sha256 === sha256 && own.sm3 === sm3;
}

/** The details of an entry in the shape they should have; `null` when they have another. */
function detailsOf<T extends z.ZodType>(shape: T, { details }: ProofEntry): z.infer<T> | null {
  try {
    const read = shape.safeParse(JSON.parse(details));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function editionProblems({ edition, text, files, entry }: PublicationProof): readonly string[] {
  const told = detailsOf(editionDetails, entry);
  const isOfIt = entry.action === EDITION_ACTION && entry.subject === `document/${edition.documentId}`;
  if (!entryHolds(entry)) return ['发布记录与它的校验值不符，记录被改动过。'];
  if (told === null || !isOfIt) return ['发布记录不是这份文件的发布记录。'];
  const code = checkCode({ ...edition, visibleFrom: new Date(edition.visibleFrom) });
  const wrong: readonly (readonly [boolean, string])[] = [
    [told.edition !== edition.edition, '版本与发布记录不符。'],
    [told.minute !== edition.visibleFrom, '发布时间与发布记录不符。'],
    [told.contentSha256 !== edition.contentSha256, '内容的校验值与发布记录不符。'],
    [told.textSha256 !== textHash(text), '标题或者正文与发布记录不符。'],
    [told.fileSha256.join() !== files.join(), '附件的校验值与发布记录不符。'],
    [code !== edition.checkCode, '核验码与文件、版本、发布时间不符。'],
  ];
  return wrong.flatMap(([isWrong, words]) => (isWrong ? [words] : []));
}

function sealProblems({ entry, seal }: PublicationProof, publicKey: string | null): readonly string[] {
  if (seal === null) return [];
  const told = detailsOf(sealDetails, seal.entry);
  if (!entryHolds(seal.entry) || seal.entry.action !== SEAL_ACTION || told === null) {
    return ['封存记录与它的校验值不符，记录被改动过。'];
  }
  const { checkpoint } = seal;
  const isInside = entry.sequence > told.after && entry.sequence < seal.entry.sequence;
  const endsInSeal =
    checkpoint.sequence === seal.entry.sequence &&
    checkpoint.sha256 === seal.entry.sha256 &&
    checkpoint.sm3 === seal.entry.sm3;
  const wrong: readonly (readonly [boolean, string])[] = [
    [!isInside || climb(leafHash(entry), seal.steps) !== told.root, '封存记录里没有这条发布记录。'],
    [!endsInSeal, '校验点签的不是这条封存记录。'],
    [!signatureHolds(checkpoint), '校验点的签名不成立。'],
    [publicKey !== null && checkpoint.publicKey !== publicKey, '校验点不是用所给的公钥签的。'],
  ];
  return wrong.flatMap(([isWrong, words]) => (isWrong ? [words] : []));
}

/**
 * Verifies a proof by itself, without any server.
 *
 * @param publicKey the site's key, from elsewhere; `null` takes the one in the proof, which then only shows that the file
 * fits together
 */
export function verifyProof(proof: PublicationProof, publicKey: string | null = null): ProofVerdict {
  const problems = [...editionProblems(proof), ...sealProblems(proof, publicKey)];
  return { problems, sealedOn: proof.seal?.checkpoint.day ?? null };
}

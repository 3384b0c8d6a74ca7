import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();
const hashes = z.object({ sha256: hex, sm3: hex });

/** An entry of the trail, with what its hashes are taken of. */
const entry = z.object({
  sequence: z.int(),
  recordedAt: moment,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  /** JSON text as it was hashed. */
  details: z.string(),
  previous: hashes,
  ...hashes.shape,
});

export type ProofEntry = z.infer<typeof entry>;

const checkpoint = z.object({
  day: z.string(),
  sequence: z.int(),
  ...hashes.shape,
  signedAt: moment,
  publicKey: z.string(),
  signature: z.string(),
});

/**
 * What proves, without the server, which text was public as which edition from which minute on: the edition, the trail's
 * entry of its minute, the way from that entry to the day's seal, and the signed checkpoint that ends in the seal.
 * Holds only what the public sees, and hashes.
 */
export const publicationProof = z.object({
  format: z.literal('zhaoshi-publication-proof-1'),
  organ: z.string(),
  /** Address on the site when the proof was made. */
  path: z.string(),
  edition: z.object({
    documentId: z.string(),
    edition: z.int(),
    /** Hash over everything that was reviewed. */
    contentSha256: hex,
    visibleFrom: moment,
    checkCode: z.string(),
  }),
  text: z.object({ title: z.string(), documentNumber: z.string(), paragraphs: z.array(z.string()) }),
  /** SHA-256 of its files in the order of the edition's list. */
  files: z.array(hex),
  entry,
  /** `null` until the day is over. */
  seal: z
    .object({
      steps: z.array(z.object({ side: z.enum(['left', 'right']), hash: hex })),
      entry,
      checkpoint,
    })
    .nullable(),
});

export type PublicationProof = z.infer<typeof publicationProof>;

/** What the trail's entry of an edition's minute says of it. */
export const editionDetails = z.object({
  edition: z.int(),
  contentSha256: hex,
  minute: moment,
  textSha256: hex,
  fileSha256: z.array(hex),
});

/** What a seal says: entries of publications after `after` and before itself have this root. */
export const sealDetails = z.object({ after: z.int(), entries: z.int(), root: hex });

export const EDITION_ACTION = 'document.becomePublic';
export const SEAL_ACTION = 'audit.sealPublications';

/** A proof out of the text of a file; `null` when it is none. */
export function readProof(text: string): PublicationProof | null {
  try {
    const read = publicationProof.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The file that is taken home, for people as well. */
export const writeProof = (proof: PublicationProof): string => `${JSON.stringify(proof, null, 2)}\n`;

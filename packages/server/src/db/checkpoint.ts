import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';

/** The end of the audit trail at the end of a day, signed; as it is kept and exported. */
export interface Checkpoint {
  /** Civil date in China, "2026-11-21". */
  readonly day: string;
  /** Entries up to and with this one are sealed. */
  readonly sequence: number;
  readonly sha256: string;
  readonly sm3: string;
  /** ISO 8601, UTC. */
  readonly signedAt: string;
  readonly publicKey: string;
  readonly signature: string;
}

/** What is signed: a JSON array of texts has one form only. */
export const checkpointBytes = ({
  day,
  sequence,
  sha256,
  sm3,
  signedAt,
}: Omit<Checkpoint, 'publicKey' | 'signature'>): Buffer =>
  Buffer.from(JSON.stringify(['zhaoshi-checkpoint-1', day, sequence, sha256, sm3, signedAt]));

/** Whether the signature is that of the key the checkpoint names. */
export function signatureHolds(checkpoint: Checkpoint): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: checkpoint.publicKey },
      format: 'jwk',
    });
    return verify(null, checkpointBytes(checkpoint), key, Buffer.from(checkpoint.signature, 'base64url'));
  } catch {
    return false;
  }
}

const stored = z.object({
  day: z.string(),
  sequence: z.number().int(),
  sha256: z.string(),
  sm3: z.string(),
  signedAt: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});

/** An exported checkpoint; `null` when the text is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  try {
    const found = stored.safeParse(JSON.parse(text));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

/** The file that is exported, for people as well. */
export const writeCheckpoint = (checkpoint: Checkpoint): string => `${JSON.stringify(checkpoint, null, 2)}\n`;

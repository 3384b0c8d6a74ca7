import type { SigningKey } from './adapters/signing/signing-key.ts';

/**
 * What the use cases reach outside the database, put together once in serve.ts. An area adds its own by a line
 * here and one in serve.ts and test/api-world.ts.
 */
export interface Services {
  /** Signs the audit trail's checkpoints. */
  readonly signingKey: SigningKey;
  /** Folder of exported checkpoints. */
  readonly checkpointFolder: string;
}

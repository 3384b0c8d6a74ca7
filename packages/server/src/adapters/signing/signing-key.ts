import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { writeDurably } from '../embedded-postgres/durable.ts';

/** The installation's own Ed25519 key; the private half never leaves its file. */
export interface SigningKey {
  /** Raw public key, base64url, to be handed to whoever verifies. */
  readonly publicKey: string;
  readonly sign: (bytes: Buffer) => string;
}

const publicKeyText = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? '';

function signingKey(privateKey: KeyObject): SigningKey {
  return {
    publicKey: publicKeyText(createPublicKey(privateKey)),
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64url'),
  };
}

/** A key that lives only as long as the process; for tests. */
export const newSigningKey = (): SigningKey => signingKey(generateKeyPairSync('ed25519').privateKey);

/**
 * The key of a folder, made at the first start and readable to its owner only.
 *
 * @throws StartError when the file is there but holds no such key
 */
export async function openSigningKey(folder: string): Promise<SigningKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'checkpoint-key.pem');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    text = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await writeDurably(file, text);
  }
  try {
    return signingKey(createPrivateKey(text));
  } catch (error) {
    throw new StartError(`校验点签名密钥已损坏：${file}。请从备份恢复这个文件。`, { cause: error });
  }
}

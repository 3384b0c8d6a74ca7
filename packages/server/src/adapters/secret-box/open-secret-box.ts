import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { writeDurably } from '../embedded-postgres/durable.ts';
import { createSecretBox, KEY_BYTES, type SecretBox } from './secret-box.ts';

export const KEY_FILE = 'secret.key';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function readKey(file: string): Promise<Buffer | null> {
  try {
    const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
    if (key.length !== KEY_BYTES) throw new StartError(`密钥文件已损坏：${file}。请从备份恢复这个文件。`);
    return key;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * The box of this installation: with the key of the settings, else with that of the data folder, which is made at the
 * first start and readable to its owner only.
 *
 * @throws StartError when the file is there but holds no key
 */
export async function openSecretBox(key: Buffer | null, folder: string): Promise<SecretBox> {
  if (key !== null) return createSecretBox(key);
  const file = join(folder, KEY_FILE);
  const found = await readKey(file);
  if (found !== null) return createSecretBox(found);
  const made = randomBytes(KEY_BYTES);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(file, `${made.toString('base64url')}\n`);
  return createSecretBox(made);
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;

const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1';

/** Seals what must not be read from the database alone, with the installation's key. */
export interface SecretBox {
  /** @param purpose what it belongs to, such as `totp/<account id>`: opens only for the same purpose */
  readonly seal: (text: string, purpose?: string) => string;
  /** @throws when it was sealed with another key or for another purpose, or was changed */
  readonly open: (sealed: string, purpose?: string) => string;
  /** A hash that cannot be made without the key: finds equal values, tells nothing of them. */
  readonly keyedHash: (text: string, purpose: string) => string;
}

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `zhaoshi/${purpose}`, KEY_BYTES));

/** AES-256-GCM with a random nonce; the purpose is authenticated with it. */
export function createSecretBox(key: Buffer): SecretBox {
  if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes`);
  const sealingKey = derive(key, 'seal');
  const hashingKey = derive(key, 'hash');
  return {
    seal: (text, purpose = '') => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${FORMAT}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (sealed, purpose = '') => {
      const [format, content = ''] = sealed.split('.');
      const bytes = Buffer.from(content, 'base64url');
      if (format !== FORMAT || bytes.length < IV_BYTES + TAG_BYTES)
        throw new Error('not sealed by this program');
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8');
    },
    keyedHash: (text, purpose) =>
      createHmac('sha256', hashingKey).update(purpose).update('\0').update(text).digest('hex'),
  };
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartError } from '../../start-error.ts';
import { KEY_FILE, openSecretBox } from './open-secret-box.ts';
import { createSecretBox } from './secret-box.ts';

const box = createSecretBox(randomBytes(32));

describe('a secret box', () => {
  it('opens what it sealed, and never seals the same text to the same words', () => {
    const [first, second] = [box.seal('密钥', 'totp/a'), box.seal('密钥', 'totp/a')];
    expect(first).not.toBe(second);
    expect([box.open(first, 'totp/a'), box.open(second, 'totp/a')]).toEqual(['密钥', '密钥']);
    expect(first).not.toContain(Buffer.from('密钥').toString('base64url'));
  });

  it.each([
    ['for another purpose', (sealed: string) => box.open(sealed, 'totp/b')],
    ['with another key', (sealed: string) => createSecretBox(randomBytes(32)).open(sealed, 'totp/a')],
    ['after a change', (sealed: string) => box.open(`${sealed.slice(0, -2)}AA`, 'totp/a')],
    ['cut short', (sealed: string) => box.open(sealed.slice(0, 20), 'totp/a')],
  ])('does not open %s', (_name, open) => {
    expect(() => open(box.seal('a secret of some length', 'totp/a'))).toThrow();
  });

  it('hashes the same value alike for one purpose and key only', () => {
    expect(box.keyedHash('x', 'a')).toBe(box.keyedHash('x', 'a'));
    expect(box.keyedHash('x', 'a')).not.toBe(box.keyedHash('x', 'b'));
    expect(box.keyedHash('x', 'a')).not.toBe(createSecretBox(randomBytes(32)).keyedHash('x', 'a'));
  });
});

describe('the key of an installation', () => {
  it('is made once, readable to its owner only, and found again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-key-'));
    const sealed = (await openSecretBox(null, folder)).seal('x');
    expect((await openSecretBox(null, folder)).open(sealed)).toBe('x');
    if (process.platform !== 'win32') expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toMatch(/^[\w-]{43}\n$/);
  });

  it('is that of the settings where they name one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-key-'));
    const key = randomBytes(32);
    expect(createSecretBox(key).open((await openSecretBox(key, folder)).seal('x'))).toBe('x');
    expect(() => statSync(join(folder, KEY_FILE))).toThrow();
  });

  it('is not made anew over a damaged file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhaoshi-key-'));
    writeFileSync(join(folder, KEY_FILE), 'short');
    await expect(openSecretBox(null, folder)).rejects.toThrow(StartError);
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3_KEYS, type S3Server, startS3Server } from '../../../test/s3-server.ts';
import { pdf } from '../../../test/sample-files.ts';
import { localStorage } from './local-storage.ts';
import { openFiles } from './open-files.ts';
import { s3Storage } from './s3-storage.ts';
import { type FileStorage, newStorageKey, type SpooledFile } from './storage.ts';
import { takeIn } from './take-in.ts';

let folder: string;
let service: S3Server;
const storages = new Map<string, FileStorage>();

const s3Config = () => ({
  endpoint: service.endpoint,
  bucket: 'zhaoshi',
  region: 'cn-north-1',
  prefix: 'files/',
  pathStyle: true,
  ...S3_KEYS,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'storage-'));
  service = await startS3Server();
  storages.set('local', localStorage(join(folder, 'local')));
  storages.set('s3', s3Storage(s3Config()));
});
afterAll(async () => {
  for (const storage of storages.values()) storage.close();
  await service.close();
  rmSync(folder, { recursive: true });
});

function spooled(content: string | Buffer): SpooledFile {
  const path = join(folder, newStorageKey());
  writeFileSync(path, content);
  const bytes = Buffer.from(content);
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readAll(storage: FileStorage, key: string, range?: { first: number; last: number }) {
  const stream = await storage.open(key, range);
  return stream === null ? null : (await buffer(stream)).toString('utf8');
}

async function keysOf(storage: FileStorage): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list()) keys.push(key);
  return keys.sort();
}

describe.each(['local', 's3'])('the storage %s', (name) => {
  const storage = (): FileStorage => {
    const found = storages.get(name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  it('gives back what was put, whole and in part', async () => {
    const key = newStorageKey();
    await storage().put(key, spooled('政府信息公开'));
    expect(await readAll(storage(), key)).toBe('政府信息公开');
    expect(await readAll(storage(), key, { first: 3, last: 5 })).toBe('府');
    expect(await readAll(storage(), key, { first: 15, last: 17 })).toBe('开');
  });

  it('keeps a file of several megabytes byte for byte', async () => {
    const content = Buffer.alloc(5_000_000, 'abcdefg');
    const key = newStorageKey();
    await storage().put(key, spooled(content));
    const stream = await storage().open(key);
    expect(stream !== null && content.equals(await buffer(stream))).toBe(true);
  });

  it('has nothing under a key that was never put or was removed; removing twice is no fault', async () => {
    const key = newStorageKey();
    expect(await readAll(storage(), key)).toBeNull();
    await storage().put(key, spooled('x'));
    await storage().remove(key);
    await storage().remove(key);
    expect(await readAll(storage(), key)).toBeNull();
  });

  it('lists every key, over all pages, with when it was put', async () => {
    for (const key of await keysOf(storage())) await storage().remove(key);
    const keys = Array.from({ length: 5 }, newStorageKey).sort();
    for (const key of keys) await storage().put(key, spooled(key));
    expect(await keysOf(storage())).toEqual(keys);
    for await (const { modifiedAt } of storage().list()) {
      expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(60_000);
    }
  });

  it.each(['../../etc/passwd', '', 'a/b', 'A'.repeat(32), `${'a'.repeat(32)}\0`, '%2e%2e%2f'])(
    'takes %j for a mistake in the program, never for a path',
    async (key) => {
      await expect(storage().put(key, spooled('x'))).rejects.toThrow('not a storage key');
      await expect(storage().open(key)).rejects.toThrow('not a storage key');
      await expect(storage().remove(key)).rejects.toThrow('not a storage key');
    },
  );
});

describe('the local storage', () => {
  it('is readable by nobody else and holds nothing but keys', async () => {
    const root = join(folder, 'mode');
    const key = newStorageKey();
    await localStorage(root).put(key, spooled('x'));
    expect(readdirSync(root)).toEqual([key.slice(0, 2)]);
    expect(readdirSync(join(root, key.slice(0, 2)))).toEqual([key]);
    expect(statSync(join(root, key.slice(0, 2))).mode & 0o777).toBe(0o700);
  });

  it('leaves alone what is not its own', async () => {
    const root = join(folder, 'foreign');
    const key = newStorageKey();
    const storage = localStorage(root);
    await storage.put(key, spooled('x'));
    writeFileSync(join(root, key.slice(0, 2), 'notes.txt'), 'x');
    writeFileSync(join(root, 'README'), 'x');
    expect(await keysOf(storage)).toEqual([key]);
  });

  it('keeps the time at which a file came in', async () => {
    const root = join(folder, 'time');
    const file = spooled('x');
    utimesSync(file.path, new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'));
    const storage = localStorage(root);
    await storage.put(newStorageKey(), file);
    for await (const { modifiedAt } of storage.list()) {
      expect(modifiedAt).toEqual(new Date('2026-01-02T03:04:05Z'));
    }
  });
});

describe('the storage in a bucket', () => {
  it('puts under its prefix and asks the service for the range', async () => {
    const storage = s3Storage(s3Config());
    const key = newStorageKey();
    service.ranges.length = 0;
    await storage.put(key, spooled('0123456789'));
    expect(service.objects.has(`zhaoshi/files/${key}`)).toBe(true);
    expect(await readAll(storage, key, { first: 2, last: 4 })).toBe('234');
    expect(service.ranges).toEqual(['bytes=2-4']);
    storage.close();
  });

  it('is where files go when the settings name it; only the spool stays here', async () => {
    const dataFolder = join(folder, 'with-bucket');
    const settings = {
      folder: null,
      s3: s3Config(),
      uploadBytes: 10_000,
      unattachedDays: 7,
      dailyBytes: 100_000,
      portalDailyBytes: 1000 * 1024 * 1024,
      networkDailyBytes: 500 * 1024 * 1024,
      freeBytes: 0,
      clamav: null,
    };
    const files = await openFiles(settings, dataFolder, () => {});
    const taken = await takeIn(files, { name: 'a.pdf', stream: Readable.from([pdf()]) });
    if (!taken.ok) throw new Error(taken.error.message);
    expect(service.objects.get(`zhaoshi/files/${taken.value.storageKey}`)?.bytes.equals(pdf())).toBe(true);
    expect(readdirSync(dataFolder, { recursive: true })).toEqual(['files', 'files/incoming']);
    files.storage.close();
  });

  it('is refused with a wrong secret', async () => {
    const storage = s3Storage({ ...s3Config(), secretKey: 'wrong' });
    await expect(storage.put(newStorageKey(), spooled('x'))).rejects.toThrow('SignatureDoesNotMatch');
    await expect(storage.open(newStorageKey())).rejects.toThrow('SignatureDoesNotMatch');
    storage.close();
  });

  it('does not let other bytes than the examined ones through', async () => {
    const storage = s3Storage(s3Config());
    const key = newStorageKey();
    const file = spooled('examined');
    writeFileSync(file.path, 'swapped!');
    await expect(storage.put(key, file)).rejects.toThrow('XAmzContentSHA256Mismatch');
    expect(await readAll(storage, key)).toBeNull();
    storage.close();
  });

  it('tries a read again when the service is busy', async () => {
    const storage = s3Storage(s3Config());
    const key = newStorageKey();
    await storage.put(key, spooled('x'));
    service.failNext(1);
    expect(await readAll(storage, key)).toBe('x');
    storage.close();
  });
});

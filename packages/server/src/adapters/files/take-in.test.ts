import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pdf } from '../../../test/sample-files.ts';
import type { ScanVerdict } from './clamav.ts';
import { type Files, openFiles } from './open-files.ts';
import { takeIn } from './take-in.ts';

let folder: string;
let files: Files;
const warnings: string[] = [];
const CONFIG = {
  folder: null,
  s3: null,
  uploadBytes: 10_000,
  unattachedDays: 7,
  dailyBytes: 100_000,
  portalDailyBytes: 1000 * 1024 * 1024,
  networkDailyBytes: 500 * 1024 * 1024,
  freeBytes: 0,
  clamav: null,
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'take-in-'));
  warnings.length = 0;
  files = await openFiles(CONFIG, folder, (event) => warnings.push(event));
});
afterEach(() => rmSync(folder, { recursive: true }));

const withScan = (verdict: ScanVerdict): Files => ({ ...files, scan: () => Promise.resolve(verdict) });
const upload = (name: string, content: Uint8Array) => ({ name, stream: Readable.from([content]) });

/** Every file there is under the folder. */
const left = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

it('puts a good file into the storage, and only there', async () => {
  const taken = await takeIn(files, upload('..\\通知.PDF', pdf()));
  if (!taken.ok) throw new Error(taken.error.message);
  expect(taken.value).toMatchObject({ name: '通知.pdf', mediaType: 'application/pdf', isEncrypted: false });
  expect(left()).toEqual([taken.value.storageKey]);
  const stream = await files.storage.open(taken.value.storageKey);
  expect(stream && (await text(stream))).toBe(pdf().toString('utf8'));
});

it('does not read a byte of a file whose name is refused', async () => {
  const stream = Readable.from(
    // oxlint-disable-next-line require-yield
    (function* () {
      throw new Error('read');
    })(),
  );
  expect(await takeIn(files, { name: 'a.exe', stream })).toMatchObject({
    error: { code: 'type-not-allowed' },
  });
});

it.each<[string, Parameters<typeof upload>, string]>([
  ['too large', ['a.pdf', Buffer.alloc(10_001)], 'too-large'],
  ['empty', ['a.pdf', Buffer.alloc(0)], 'empty'],
  ['of another content', ['a.pdf', Buffer.from('<html>')], 'content-differs'],
])('leaves nothing of a file that is %s', async (_, [name, content], code) => {
  expect(await takeIn(files, upload(name, content))).toMatchObject({ error: { code } });
  expect(left()).toEqual([]);
});

it('leaves nothing of a file in which the scanner finds something, and says what', async () => {
  const infected = withScan({ verdict: 'infected', signature: 'Eicar-Test-Signature' });
  const refused = await takeIn(infected, upload('a.pdf', pdf()));
  expect(refused.ok ? '' : refused.error.message).toContain('查出病毒（Eicar-Test-Signature）');
  expect(left()).toEqual([]);
});

it('takes nothing while the scanner cannot be asked, and warns', async () => {
  const down = withScan({ verdict: 'unavailable', reason: 'ECONNREFUSED' });
  expect(await takeIn(down, upload('a.pdf', pdf()))).toMatchObject({
    error: { code: 'scanner-unavailable' },
  });
  expect(left()).toEqual([]);
  expect(warnings).toEqual(['virus scanner unavailable']);
  expect((await takeIn(withScan({ verdict: 'clean' }), upload('a.pdf', pdf()))).ok).toBe(true);
});

it('reads nothing while the disk has less room than it has to keep, and warns', async () => {
  const full = await openFiles({ ...CONFIG, freeBytes: Number.MAX_SAFE_INTEGER }, folder, (event) =>
    warnings.push(event),
  );
  const stream = Readable.from([pdf()]);
  const refused = await takeIn(full, { name: 'a.pdf', stream });
  expect(refused).toMatchObject({ error: { code: 'no-space' } });
  expect(refused.ok ? '' : refused.error.message).toContain('存储空间不足');
  expect([stream.readableDidRead, warnings]).toEqual([false, ['too little free space for uploads']]);
});

it('leaves nothing when the storage fails', async () => {
  const broken = { ...files, storage: { ...files.storage, put: () => Promise.reject(new Error('down')) } };
  await expect(takeIn(broken, upload('a.pdf', pdf()))).rejects.toThrow('down');
  expect(left()).toEqual([]);
});

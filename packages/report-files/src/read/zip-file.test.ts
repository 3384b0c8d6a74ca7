import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureCode } from '../../test/failure.ts';
import { makeZip, type ZipEntry } from '../../test/make-zip.ts';
import { examineZipFile } from './zip-file.ts';

const LIMITS = { zipEntries: 5, zipEntryBytes: 30_000_000, zipTotalBytes: 40_000_000, zipRatio: 200 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-file-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const examine = async (bytes: Uint8Array, wanted: Readonly<Record<string, number>> = {}) => {
  const path = join(folder, 'a.zip');
  writeFileSync(path, bytes);
  const kept = new Map<string, string>();
  const visitor = {
    wanted: (name: string) => wanted[name] ?? 0,
    see: (name: string, beginning: Buffer) => {
      if (beginning.length > 0) kept.set(name, beginning.toString('utf8'));
    },
  };
  const found = await examineZipFile(path, LIMITS, visitor);
  expect(await examineZipFile(Buffer.from(bytes), LIMITS, visitor)).toEqual(found);
  return { ...found, kept };
};
const codeOf = (entries: readonly ZipEntry[]) => failureCode(() => examine(makeZip(entries)));

test('names, sizes and the wanted beginnings are given, from the disk and from memory', async () => {
  const zip = await examine(
    makeZip([
      { name: 'Types.xml', data: '类型' },
      { name: 'word/', data: '' },
      { name: 'word/a.xml', data: 'x' },
    ]),
    { 'types.xml': 3, absent: 9 },
  );
  expect([...zip.names]).toEqual(['types.xml', 'word/a.xml']);
  expect([...zip.kept]).toEqual([['types.xml', '类']]);
  expect(zip.inflatedBytes).toBe(7);
});

// WPS Office writes its folders, and one of them first; so does the official template of the annual report.
test('an archive whose first entry is a folder is whole', async () => {
  const zip = await examine(
    makeZip([
      { name: 'docProps/', data: '' },
      { name: 'docProps/app.xml', data: 'x' },
    ]),
  );
  expect([...zip.names]).toEqual(['docprops/app.xml']);
});

test('a folder that holds something hides it', async () => {
  const entries = [
    { name: 'a.xml', data: 'x' },
    { name: 'b/', data: 'MZ' },
  ];
  expect(await codeOf(entries)).toBe('damaged');
});

test('a bomb is refused by its directory', async () => {
  const deflated = deflateRawSync(new Uint8Array(25_000_000));
  expect(await codeOf([{ name: 'a', data: '', deflated, claimedSize: 25_000_000 }])).toBe('archive-limits');
  expect(await codeOf(Array.from({ length: 6 }, (_, index) => ({ name: `${index}`, data: 'x' })))).toBe(
    'archive-limits',
  );
});

test('a bomb that lies about its size is found by inflating it', async () => {
  const deflated = deflateRawSync(new Uint8Array(25_000_000));
  const before = process.memoryUsage.rss();
  expect(await codeOf([{ name: 'a', data: '', deflated, claimedSize: 1000 }])).toBe('damaged');
  expect(process.memoryUsage.rss() - before).toBeLessThan(20_000_000);
});

test('an entry shorter than its directory says, a cut archive and one behind another file are damaged', async () => {
  expect(await codeOf([{ name: 'a', data: 'abc', claimedSize: 4 }])).toBe('damaged');
  const whole = makeZip([{ name: 'a', data: 'x' }]);
  expect(await failureCode(() => examine(whole.subarray(0, -5)))).toBe('damaged');
  expect(await failureCode(() => examine(Buffer.concat([Buffer.from('%PDF-1.7'), whole])))).toBe('damaged');
});

test('an encrypted entry and one outside are refused', async () => {
  expect(await codeOf([{ name: 'a', data: 'x', flags: 1 }])).toBe('encrypted');
  expect(await codeOf([{ name: '../a', data: 'x' }])).toBe('damaged');
});

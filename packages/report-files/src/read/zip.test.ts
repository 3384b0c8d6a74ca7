import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { failureCode } from '../../test/failure.ts';
import { makeZip, type ZipEntry } from '../../test/make-zip.ts';
import { openZip } from './zip.ts';

const text = async (entries: readonly ZipEntry[], name: string) =>
  new TextDecoder().decode(await (await openZip(makeZip(entries))).read(name));

/** Opens the archive and reads all of it. */
const codeOf = (entries: readonly ZipEntry[]) =>
  failureCode(async () => {
    const zip = await openZip(makeZip(entries));
    for (const name of zip.names) await zip.read(name);
  });

test('files are listed in their order and read whole, stored or deflated', async () => {
  const entries = [
    { name: 'a/一.txt', data: '总体情况' },
    { name: 'a/', data: '' },
    { name: 'b.txt', data: 'plain', store: true },
    { name: 'empty', data: '' },
  ];
  const zip = await openZip(makeZip(entries));
  expect(zip.names).toEqual(['a/一.txt', 'b.txt', 'empty']);
  expect(await text(entries, 'a/一.txt')).toBe('总体情况');
  expect(await text(entries, 'b.txt')).toBe('plain');
  expect(await text(entries, 'empty')).toBe('');
});

test('names are found whatever their case, as Office does', async () => {
  const zip = await openZip(makeZip([{ name: 'word/Document.xml', data: 'x' }]));
  expect(zip.has('Word/document.XML')).toBe(true);
  expect(zip.has('word/other.xml')).toBe(false);
  expect(await failureCode(() => zip.read('word/other.xml'))).toBe('damaged');
});

test.each(['../evil.txt', 'a/../../evil.txt', '/etc/passwd', 'C:/evil.txt', 'a\\b.txt', '..\\evil.txt'])(
  'the name %s is refused',
  async (name) => {
    expect(await codeOf([{ name, data: 'x' }])).toBe('damaged');
  },
);

test('equal names are refused, since either could be meant', async () => {
  expect(
    await codeOf([
      { name: 'a.xml', data: '1' },
      { name: 'A.xml', data: '2' },
    ]),
  ).toBe('damaged');
});

test('an encrypted entry is called encrypted', async () => {
  expect(await codeOf([{ name: 'a.xml', data: 'x', flags: 1 }])).toBe('encrypted');
  expect(await codeOf([{ name: 'a.xml', data: 'x', flags: 0x41 }])).toBe('encrypted');
});

test('a bomb is refused by what it says of itself, before it is inflated', async () => {
  const zeros = deflateRawSync(new Uint8Array(30 * 1024 * 1024));
  const honest = { name: 'a.xml', data: '', deflated: zeros, claimedCrc: 0 };
  expect(await codeOf([{ ...honest, claimedSize: 30 * 1024 * 1024 }])).toBe('archive-limits');
  expect(await codeOf([{ ...honest, claimedSize: 1024 ** 3 }])).toBe('archive-limits');
});

test('a bomb that lies about its size is stopped at the size it claims', async () => {
  const zeros = deflateRawSync(new Uint8Array(64 * 1024 * 1024));
  const before = process.memoryUsage.rss();
  expect(await codeOf([{ name: 'a.xml', data: '', deflated: zeros, claimedSize: 1000 }])).toBe('damaged');
  expect(process.memoryUsage.rss() - before).toBeLessThan(32 * 1024 * 1024);
});

test('content shorter than claimed, or of another checksum, is damaged', async () => {
  expect(await codeOf([{ name: 'a.xml', data: 'abc', claimedSize: 4 }])).toBe('damaged');
  expect(await codeOf([{ name: 'a.xml', data: 'abc', claimedCrc: 1 }])).toBe('damaged');
});

test('too many entries and too much in total are refused', async () => {
  const many = Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.xml`, data: '', store: true }));
  expect(await codeOf(many)).toBe('archive-limits');
  expect(await codeOf(many.slice(1))).toBe('read');
  const packed = Buffer.alloc(1024 * 1024, 7);
  const big = Array.from({ length: 3 }, (_, index) => ({
    name: `${index}`,
    data: '',
    deflated: packed,
    claimedSize: 39 * 1024 * 1024,
  }));
  expect(await codeOf(big)).toBe('archive-limits');
});

test('an archive cut anywhere is damaged, and nothing else', async () => {
  const whole = makeZip([
    { name: 'a.xml', data: 'x'.repeat(500) },
    { name: 'b.xml', data: 'y', store: true },
  ]);
  for (let length = 0; length < whole.length; length += 1) {
    expect(await failureCode(() => openZip(whole.subarray(0, length)))).toBe('damaged');
  }
});

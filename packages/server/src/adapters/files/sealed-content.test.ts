import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localStorage } from './local-storage.ts';
import { openSealed, PIECE_BYTES, type SealedObject, sealSpooled } from './sealed-content.ts';
import { spool } from './spool.ts';
import { type ByteRange, type FileStorage, newStorageKey } from './storage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pathOf = ({ storageKey }: SealedObject): string => join(folder, storageKey.slice(0, 2), storageKey);

async function sealedFile(content: Buffer): Promise<SealedObject> {
  // In crooked pieces, as a network gives them.
  const pieces = [content.subarray(0, 1000), content.subarray(1000, 70_001), content.subarray(70_001)];
  const stream = (async function* () {
    for (const piece of pieces) if (piece.length > 0) yield await Promise.resolve(piece);
  })();
  const spooled = await spool(join(folder, 'incoming'), stream, 10_000_000);
  if (!spooled.ok) throw new Error(spooled.error);
  const { file, key } = await sealSpooled(join(folder, 'incoming'), spooled.value);
  const storageKey = newStorageKey();
  expect(file.sha256).toBe(createHash('sha256').update(readFileSync(file.path)).digest('hex'));
  await localStorage(folder).put(storageKey, file);
  return { storageKey, key, size: content.length };
}

async function read(object: SealedObject, range?: ByteRange): Promise<Buffer> {
  const stream = await openSealed(localStorage(folder), object, range);
  if (stream === null) throw new Error('not there');
  return await buffer(stream);
}

const SIZES = [1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES, 3 * PIECE_BYTES + 17];

describe('a sealed file', () => {
  it.each(SIZES)('of %i bytes is read back whole, and nothing of it lies open', async (size) => {
    const content = Buffer.alloc(size, '张三的身份证');
    const object = await sealedFile(content);
    expect((await read(object)).equals(content)).toBe(true);
    const lying = readFileSync(pathOf(object));
    expect(lying.includes('张三')).toBe(false);
    expect(lying.length).toBe(size + 16 * Math.ceil(size / PIECE_BYTES));
  });

  it('gives any range of bytes', async () => {
    const content = randomBytes(3 * PIECE_BYTES + 500);
    const object = await sealedFile(content);
    const edges = [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES, content.length - 1];
    for (const first of edges) {
      for (const last of edges.filter((edge) => edge >= first)) {
        const part = await read(object, { first, last });
        expect(part.equals(content.subarray(first, last + 1)), `${first}-${last}`).toBe(true);
      }
    }
  });

  it('does not say twice the same for the same content', async () => {
    const content = Buffer.alloc(1000, 'x');
    const [one, two] = [await sealedFile(content), await sealedFile(content)];
    expect(readFileSync(pathOf(one)).equals(readFileSync(pathOf(two)))).toBe(false);
  });
});

describe('what somebody did to the storage', () => {
  const LENGTH = PIECE_BYTES + 16;
  let object: SealedObject;
  beforeEach(async () => {
    object = await sealedFile(randomBytes(3 * PIECE_BYTES));
  });
  const change = (edit: (bytes: Buffer) => Buffer): void => {
    writeFileSync(pathOf(object), edit(Buffer.from(readFileSync(pathOf(object)))));
  };

  it('a changed bit breaks the reading, before a byte of its piece is given out', async () => {
    change((bytes) => {
      bytes[LENGTH + 5] = (bytes[LENGTH + 5] ?? 0) ^ 1;
      return bytes;
    });
    await expect(read(object)).rejects.toThrow('was changed');
    expect((await read(object, { first: 0, last: 9 })).length).toBe(10);
    await expect(read(object, { first: PIECE_BYTES + 100, last: PIECE_BYTES + 100 })).rejects.toThrow(
      'was changed',
    );
  });

  it.each([
    ['cut at the end of a piece', 2 * LENGTH],
    ['cut within a piece', 2 * LENGTH + 100],
    ['cut within the mark of a piece', 2 * LENGTH + 3],
    ['emptied', 0],
  ])('%s: it is not taken for a shorter file', async (_name, length) => {
    truncateSync(pathOf(object), length);
    await expect(read(object)).rejects.toThrow(/shorter|was changed/);
  });

  it('a row that says it is shorter does not open it either', async () => {
    await expect(read({ ...object, size: 2 * PIECE_BYTES })).rejects.toThrow('was changed');
  });

  it('pieces that are swapped, and those of another file, are found out', async () => {
    change((bytes) =>
      Buffer.concat([
        bytes.subarray(LENGTH, 2 * LENGTH),
        bytes.subarray(0, LENGTH),
        bytes.subarray(2 * LENGTH),
      ]),
    );
    await expect(read(object)).rejects.toThrow('was changed');
    const other = await sealedFile(randomBytes(3 * PIECE_BYTES));
    writeFileSync(pathOf(object), readFileSync(pathOf(other)));
    await expect(read(object)).rejects.toThrow('was changed');
  });

  it('a file that is gone is not there', async () => {
    rmSync(pathOf(object));
    expect(await openSealed(localStorage(folder), object)).toBeNull();
  });
});

it('what was opened and not read lets go of the storage', async () => {
  const object = await sealedFile(Buffer.alloc(1000, 'x'));
  const storage = localStorage(folder);
  let source: Awaited<ReturnType<typeof storage.open>> = null;
  const watched: FileStorage = {
    ...storage,
    open: async (key, range) => {
      source = await storage.open(key, range);
      return source;
    },
  };
  const content = await openSealed(watched, object);
  content?.destroy();
  await expect.poll(() => source?.destroyed, { timeout: 60_000 }).toBe(true);
});

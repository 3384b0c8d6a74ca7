import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteRange, FileStorage, SpooledFile } from './storage.ts';

/**
 * Files of persons lie sealed in the storage: AES-256-GCM over pieces of 64 KiB under a random key of the file. The
 * nonce is the number of the piece and whether it is the last one, so that a piece can be opened alone for a range,
 * while pieces that are changed, swapped, repeated or cut off at the end are found out.
 */
export const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
export const CONTENT_KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';

/** A sealed file with the key that opens it; the key is kept in the file's row only, itself sealed. */
export interface SealedSpool {
  readonly file: SpooledFile;
  readonly key: Buffer;
}

export interface SealedObject {
  readonly storageKey: string;
  readonly key: Buffer;
  /** Bytes of the content, not of what lies in the storage. */
  readonly size: number;
}

/** Someone has changed or cut what lies in the storage. */
class BrokenSeal extends Error {}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUIntBE(index, NONCE_BYTES - 7, 6);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

function sealPiece(key: Buffer, index: number, isLast: boolean, piece: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(index, isLast));
  return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
}

function openPiece(key: Buffer, index: number, isLast: boolean, sealed: Buffer): Buffer {
  const end = Math.max(0, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  try {
    decipher.setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  } catch (cause) {
    throw new BrokenSeal('the content of a sealed file was changed', { cause });
  }
}

/** The same bytes in pieces of exactly this length; the last one may be shorter. */
async function* inPieces(stream: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < length) continue;
    let joined = Buffer.concat(held);
    for (; joined.length >= length; joined = joined.subarray(length)) yield joined.subarray(0, length);
    held = [joined];
    bytes = joined.length;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

const pieceCount = (size: number): number => Math.ceil(size / PIECE_BYTES);

/** Seals a file of the spool into another one of the spool, under a new key; the first one stays. */
export async function sealSpooled(spoolFolder: string, file: SpooledFile): Promise<SealedSpool> {
  const key = randomBytes(CONTENT_KEY_BYTES);
  const path = join(spoolFolder, `${randomBytes(16).toString('hex')}.part`);
  const hash = createHash('sha256');
  const last = pieceCount(file.size) - 1;
  const target = await open(path, 'wx', 0o600);
  try {
    let index = 0;
    let size = 0;
    for await (const piece of inPieces(createReadStream(file.path), PIECE_BYTES)) {
      const sealed = sealPiece(key, index, index === last, piece);
      hash.update(sealed);
      await target.writeFile(sealed);
      index += 1;
      size += sealed.length;
    }
    await target.sync();
    return { file: { path, size, sha256: hash.digest('hex') }, key };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await target.close();
  }
}

async function* opened(
  stream: AsyncIterable<Buffer>,
  { key, size }: SealedObject,
  { first, last }: ByteRange,
): AsyncGenerator<Buffer> {
  const finalPiece = pieceCount(size) - 1;
  let index = Math.floor(first / PIECE_BYTES);
  const end = Math.floor(last / PIECE_BYTES);
  for await (const sealed of inPieces(stream, PIECE_BYTES + TAG_BYTES)) {
    const content = openPiece(key, index, index === finalPiece, sealed);
    const start = index * PIECE_BYTES;
    yield content.subarray(Math.max(0, first - start), Math.min(content.length, last + 1 - start));
    index += 1;
  }
  if (index !== end + 1) throw new BrokenSeal('a sealed file is shorter than it was');
}

/**
 * The content of a sealed file, or a range of it; every piece is checked before a byte of it is given out.
 *
 * @returns `null` when there is nothing in the storage; the stream breaks with `BrokenSeal` where it was changed
 */
export async function openSealed(
  storage: FileStorage,
  object: SealedObject,
  range?: ByteRange,
): Promise<Readable | null> {
  const asked = range ?? { first: 0, last: object.size - 1 };
  const sealedPiece = PIECE_BYTES + TAG_BYTES;
  const sealedSize = object.size + pieceCount(object.size) * TAG_BYTES;
  const stream = await storage.open(object.storageKey, {
    first: Math.floor(asked.first / PIECE_BYTES) * sealedPiece,
    last: Math.min((Math.floor(asked.last / PIECE_BYTES) + 1) * sealedPiece, sealedSize) - 1,
  });
  if (stream === null) return null;
  const content = Readable.from(opened(stream, object, asked), { objectMode: false });
  // Also of one that nobody read from: then the generator never began, and would not close it.
  content.once('close', () => stream.destroy());
  return content;
}

import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A complete file that lies, already on the disk for certain, where the server works on it. */
export interface SpooledFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** First and last byte, both included, as HTTP counts them. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

export interface StoredObject {
  readonly key: string;
  readonly modifiedAt: Date;
}

/** Where the bytes of files lie. It knows keys, never names, and every key is from `newStorageKey`. */
export interface FileStorage {
  /** Takes a file in; when the promise resolves, neither a crash nor a power cut loses it. May move the source away. */
  readonly put: (key: string, file: SpooledFile) => Promise<void>;
  /** The bytes, or those of the range; `null` when there is nothing under the key. */
  readonly open: (key: string, range?: ByteRange) => Promise<Readable | null>;
  /** Removes a file; one that is not there is no fault. */
  readonly remove: (key: string) => Promise<void>;
  /** Everything in the storage, in no order. */
  readonly list: () => AsyncIterable<StoredObject>;
  readonly close: () => void;
}

const KEY = /^[0-9a-f]{32}$/;

/** A random key: nobody can guess it, and nothing of the file can be told from it. */
export function newStorageKey(): string {
  return randomBytes(16).toString('hex');
}

export function isStorageKey(text: string): boolean {
  return KEY.test(text);
}

/** @throws Error for anything that `newStorageKey` cannot have made: then it must not become a path */
export function requireStorageKey(key: string): string {
  if (!isStorageKey(key)) throw new Error('not a storage key');
  return key;
}

import type { FileHandle } from 'node:fs/promises';

/** So much of the beginning tells every kind; magic numbers, text and picture headers stand there. */
const HEAD_BYTES = 64 * 1024;
/** An archive's end record may be followed by a comment of 64 KiB. */
const TAIL_BYTES = 64 * 1024 + 22;

/** A file with its beginning and its end in memory. */
export interface FileWindow {
  readonly handle: FileHandle;
  readonly path: string;
  readonly size: number;
  readonly head: Buffer;
  readonly tail: Buffer;
}

/** Bytes of a file; fewer where it ends. */
export async function readPart(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, length));
  let read = 0;
  while (read < buffer.length) {
    const { bytesRead } = await handle.read(buffer, read, buffer.length - read, start + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

export async function openWindow(handle: FileHandle, path: string, size: number): Promise<FileWindow> {
  const head = await readPart(handle, 0, Math.min(size, HEAD_BYTES));
  const tailBytes = Math.min(size, TAIL_BYTES);
  return { handle, path, size, head, tail: await readPart(handle, size - tailBytes, tailBytes) };
}

/** The whole file in pieces, one at a time in memory. */
export async function* pieces({ handle, size }: FileWindow, bytes = 1024 * 1024): AsyncGenerator<Buffer> {
  for (let start = 0; start < size; start += bytes)
    yield await readPart(handle, start, Math.min(bytes, size - start));
}

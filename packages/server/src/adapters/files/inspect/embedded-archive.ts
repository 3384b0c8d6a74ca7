import { type FileWindow, readPart } from './file-window.ts';

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY_ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const END_BYTES = 22;

/**
 * Whether an archive hangs on the end of a file that is something else: such a file is a document to one program
 * and an archive to another (polyglot). An end record counts when a directory stands where it says, whatever comes
 * behind it, because unpackers look past what follows.
 */
export async function hasArchiveAtEnd({ tail, size, handle }: FileWindow): Promise<boolean> {
  for (let at = tail.indexOf(END_OF_DIRECTORY); at !== -1; at = tail.indexOf(END_OF_DIRECTORY, at + 1)) {
    if (at + END_BYTES > tail.length) return false;
    const start = size - tail.length + at - tail.readUInt32LE(at + 12);
    if (start >= 0 && (await readPart(handle, start, 4)).equals(DIRECTORY_ENTRY)) return true;
  }
  return false;
}

const PDF_SEARCH_BYTES = 1024;

/** Whether PDF readers, which look for their mark in the first kilobyte, would open a file of another kind. */
export function hasPdfMark({ head }: FileWindow): boolean {
  return head.subarray(0, PDF_SEARCH_BYTES).includes('%PDF-');
}

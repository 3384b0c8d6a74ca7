import { inflateSync } from 'node:zlib';
import { LIMITS } from '../limits.ts';

/** A stream object of a PDF, inflated where it was deflated. */
export interface PdfStream {
  readonly isPicture: boolean;
  readonly content: Uint8Array;
}

const START = Buffer.from('stream');
const END = Buffer.from('endstream');
/** A dictionary in front of a stream is not longer than this in files of our own making. */
const DICTIONARY = 2_048;

/**
 * Every stream of a file that we have written ourselves, found by its key words and not by the file's own table: what
 * no table points to is still in the file. One at a time: all pictures together do not fit into memory.
 */
export function* pdfStreams(file: Buffer): Generator<PdfStream> {
  let at = file.indexOf(START);
  while (at >= 0) {
    const end = file.indexOf(END, at);
    if (end < 0) break;
    const head = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1');
    const dictionary = head.slice(head.lastIndexOf(' obj'));
    let start = at + START.length;
    if (file[start] === 0x0d) start++;
    if (file[start] === 0x0a) start++;
    const content = file.subarray(start, end);
    yield {
      isPicture: /\/Subtype ?\/Image/.test(dictionary),
      content: /FlateDecode/.test(dictionary) ? inflated(content) : content,
    };
    at = file.indexOf(START, end + END.length);
  }
}

function inflated(content: Uint8Array): Uint8Array {
  return inflateSync(content, { maxOutputLength: LIMITS.pagePixels * 4 });
}

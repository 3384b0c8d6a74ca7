/** What a stranger finds in a released file, by other means than the product's own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The output of a command of poppler on a file. */
export function poppler(command: string, bytes: Uint8Array, ...options: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'redaction-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    const [before, after] = command === 'pdftotext' ? [options, ['-']] : [options, []];
    return spawnSync(command, [...before, path, ...after], { maxBuffer: 1 << 28 }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A page in shades of grey as poppler draws it. */
export function drawnByPoppler(
  bytes: Uint8Array,
  page: number,
  longerSide = 600,
): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const pgm = poppler(
    'pdftoppm',
    bytes,
    '-gray',
    '-cropbox',
    '-scale-to',
    `${longerSide}`,
    '-f',
    `${page}`,
    '-l',
    `${page}`,
  );
  const head = /^P5\n(\d+) (\d+)\n255\n/.exec(pgm.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('no picture from pdftoppm');
  return { width: Number(head[1]), height: Number(head[2]), data: pgm.subarray(head[0].length) };
}

/** The file and everything in it that can be inflated, wherever it stands. */
export function everything(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes);
  const parts = [file];
  for (const match of file.toString('latin1').matchAll(/stream\r?\n/g)) {
    try {
      parts.push(inflateSync(file.subarray(match.index + match[0].length), { maxOutputLength: 1 << 28 }));
    } catch {
      // Not deflated.
    }
  }
  return Buffer.concat(parts);
}

/** Which of the words stand anywhere in the file, in any of the ways a PDF writes text. */
export function leftOver(bytes: Uint8Array, words: readonly string[]): readonly string[] {
  const all = everything(bytes);
  return words.filter((word) => {
    const big = Buffer.from(word, 'utf16le').swap16();
    const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), big, Buffer.from(big.toString('hex'))];
    return forms.some((form) => all.includes(form));
  });
}

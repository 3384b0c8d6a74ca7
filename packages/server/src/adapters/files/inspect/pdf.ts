import { type FileWindow, pieces } from './file-window.ts';

/** Marks that programs write in front by mistake; anything else in front would be another file. */
const BEGINNING = /^(?:\u00EF\u00BB\u00BF)?[\0\s]{0,32}%PDF-\d/;

export function isPdf({ head }: FileWindow): boolean {
  return BEGINNING.test(head.toString('latin1', 0, 64));
}

/** Whether the end is there; an interrupted download has none. */
export function isWholePdf({ tail }: FileWindow): boolean {
  return tail.includes('%%EOF');
}

const ENCRYPT = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;
const OVERLAP = 64;

/** Whether it is encrypted, with or without a password to open: the trailer, never compressed, says so (ISO 32000-1, 7.6). */
export async function isEncryptedPdf(window: FileWindow): Promise<boolean> {
  let before = '';
  for await (const piece of pieces(window)) {
    const text = before + piece.toString('latin1');
    if (ENCRYPT.test(text)) return true;
    before = text.slice(-OVERLAP);
  }
  return false;
}

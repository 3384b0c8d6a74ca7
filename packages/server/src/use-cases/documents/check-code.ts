import { createHash } from 'node:crypto';

/** Crockford's letters: none that is taken for a figure when it is read from a poster. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP = 4;

export interface CheckedEdition {
  readonly documentId: string;
  readonly edition: number;
  readonly contentSha256: string;
  readonly visibleFrom: Date;
}

/**
 * The short code that page and poster show: 60 bits of the hash over which text, which edition and which minute it is,
 * so another text, edition or date has another code.
 */
export function checkCode({ documentId, edition, contentSha256, visibleFrom }: CheckedEdition): string {
  const digest = createHash('sha256')
    .update([documentId, edition, contentSha256, visibleFrom.toISOString()].join('\n'))
    .digest();
  const letters = Array.from(digest.subarray(0, GROUPS * GROUP), (byte) => LETTERS[byte % LETTERS.length]);
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-');
}

/** A code as somebody typed it, in the form it is kept in; `null` when it can be none. */
export function readCheckCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== GROUPS * GROUP || Array.from(letters).some((letter) => !LETTERS.includes(letter)))
    return null;
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP, (group + 1) * GROUP)).join(
    '-',
  );
}

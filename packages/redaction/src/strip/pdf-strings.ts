/** Blanks strings of a PDF where they stand, so that no byte of the file moves and its own tables stay right. */

const BLANK = 0x20;
const [OPEN, CLOSE, BACKSLASH, LESS, MORE, SLASH] = [0x28, 0x29, 0x5c, 0x3c, 0x3e, 0x2f];
/** Two blanks in hexadecimal digits: "2020…" is a string of blanks, however many digits there are. */
const HEX_BLANK = [0x32, 0x30];

/** Days stay: they name nobody, and programs sort by them. */
const KEPT = new Set(['CreationDate', 'ModDate', 'Trapped']);

/** Index of the bracket that ends the string that begins at `at`; the length of the bytes where none does. */
function endOfLiteral(bytes: Buffer, at: number): number {
  let depth = 0;
  for (let index = at; index < bytes.length; index++) {
    const byte = bytes[index];
    if (byte === BACKSLASH) index++;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return index;
  }
  return bytes.length;
}

function blankHex(bytes: Buffer, from: number, to: number): void {
  for (let index = from; index < to; index++) bytes[index] = HEX_BLANK[(index - from) % 2] ?? BLANK;
}

/** The name that begins at a slash. */
function nameAt(bytes: Buffer, at: number): string {
  const text = bytes.toString('latin1', at + 1, Math.min(bytes.length, at + 128));
  return /^[^\s()<>[\]{}/%]*/.exec(text)?.[0] ?? '';
}

/** Blanks every string between two places but the days: the entries of a dictionary, or a string that stands alone. */
export function blankStrings(bytes: Buffer, from: number, to: number): void {
  let key = '';
  for (let index = from; index < to; index++) {
    const byte = bytes[index];
    if (byte === SLASH) {
      key = nameAt(bytes, index);
      index += key.length;
    } else if (byte === OPEN) {
      const end = Math.min(endOfLiteral(bytes, index), to);
      if (!KEPT.has(key)) bytes.fill(BLANK, index + 1, end);
      index = end;
    } else if (byte === LESS && bytes[index + 1] !== LESS) {
      const end = bytes.indexOf(MORE, index);
      if (end < 0 || end > to) return;
      if (!KEPT.has(key)) blankHex(bytes, index + 1, end);
      index = end;
    } else if (byte === LESS) index++;
  }
}

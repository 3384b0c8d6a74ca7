/** A text as detectors read it, with the way back to the characters people see. */
export interface PlainText {
  readonly text: string;
  /** First original character of each plain one. */
  readonly starts: Uint32Array;
  /** Behind the last original character of each plain one. */
  readonly ends: Uint32Array;
}

/** Written in a text without being seen: soft hyphens, joiners, marks of direction and order. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064) ||
  code === 0xfeff ||
  (code >= 0xfe00 && code <= 0xfe0f);

const isBlank = (code: number): boolean =>
  code === 0xa0 || code === 0x3000 || code === 0x202f || (code >= 0x2000 && code <= 0x200a);

const isHyphen = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63 || code === 0xff0d;

/** Cyrillic, Greek and Roman letters that look like the X of a check digit. */
const LOOKS_LIKE_X = new Set([0x2169, 0x2179, 0x0425, 0x0445, 0x03a7, 0x03c7]);
const DIGITS_OF_MATHEMATICS = 0x1d7ce;
const LAST_OF_MATHEMATICS = 0x1d7ff;

/** The plain character for an original one, or nothing for one that is not seen. */
function folded(code: number): number | undefined {
  if (code < 0xa0) return code === 0x0d || code === 0x09 ? 0x20 : code;
  if (isInvisible(code)) return undefined;
  if (isBlank(code)) return 0x20;
  if (isHyphen(code)) return 0x2d;
  if (code === 0x2028 || code === 0x2029) return 0x0a;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0;
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return code - 0xfee0;
  if (code >= 0x0660 && code <= 0x0669) return code - 0x0660 + 0x30;
  if (code >= DIGITS_OF_MATHEMATICS && code <= LAST_OF_MATHEMATICS) {
    return ((code - DIGITS_OF_MATHEMATICS) % 10) + 0x30;
  }
  return LOOKS_LIKE_X.has(code) ? 0x58 : code;
}

const PIECE = 8_192;

/**
 * Digits, letters, blanks and hyphens of every width and alphabet as plain ones, invisible characters left out;
 * everything else stays. One pass, linear.
 */
export function plainText(original: string): PlainText {
  const starts = new Uint32Array(original.length);
  const ends = new Uint32Array(original.length);
  const units = new Uint16Array(original.length);
  let length = 0;
  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const plain = folded(code);
    // Characters beyond the first plane that mean nothing here keep both their units.
    const kept = plain === undefined ? 0 : plain > 0xffff ? 2 : 1;
    for (let unit = 0; unit < kept; unit++) {
      units[length] = kept === 2 ? original.charCodeAt(at + unit) : (plain ?? 0);
      starts[length] = at + (kept === 2 ? unit : 0);
      ends[length] = kept === 2 ? at + unit + 1 : at + width;
      length++;
    }
    at += width;
  }
  let text = '';
  for (let at = 0; at < length; at += PIECE) {
    text += String.fromCharCode(...units.subarray(at, Math.min(at + PIECE, length)));
  }
  return { text, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** The original characters behind the plain ones from `start` up to `end`. */
export function originalSpan(
  plain: PlainText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const first = plain.starts[start] ?? 0;
  return { start: first, end: end > start ? (plain.ends[end - 1] ?? first) : first };
}

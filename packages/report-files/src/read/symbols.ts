/** Signs that Word stores by their place in a symbol font, where reports use them: boxes and ticks. */
const SYMBOLS: Readonly<Record<number, string>> = {
  0x52: '☑',
  0x54: '☒',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '□',
  0x75: '◆',
  0x76: '❖',
  0xa3: '□',
  0xa8: '□',
  0xd8: '➢',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const PRIVATE_FIRST = 0xf000;
const PRIVATE_LAST = 0xf0ff;

/**
 * The sign behind `w:sym`, or nothing when it is known only to its font.
 *
 * @param hex code as the file gives it
 */
export function symbolText(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  if (Number.isNaN(code) || code > 0xffff || code < 0x20) return undefined;
  if (code >= PRIVATE_FIRST && code <= PRIVATE_LAST) return SYMBOLS[code - PRIVATE_FIRST];
  return code <= 0xff ? SYMBOLS[code] : String.fromCharCode(code);
}

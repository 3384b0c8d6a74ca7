/** The bytes by which a file may write a word: UTF-8, UTF-16 of both orders, and its hexadecimal in PDF strings. */
function writings(word: string): readonly Buffer[] {
  const little = Buffer.from(word, 'utf16le');
  const big = Buffer.from(little).swap16();
  const hex = big.toString('hex');
  return [Buffer.from(word), little, big, Buffer.from(hex), Buffer.from(hex.toUpperCase())];
}

/** In millions of bytes of pictures any four stand somewhere by chance; of so many the chance is none. */
const TELLING_BYTES = 8;
/** Shorter plain words and numbers are those of the format itself (names, places in the file, sizes). */
const TELLING_LETTERS = 11;

/** Whether finding the word in a file would say anything. */
export function isSearchable(word: string): boolean {
  return /[^\u0000-\u007f]/u.test(word) || word.length >= TELLING_LETTERS;
}

/** Whether a word stands in a text or the structure of a file, in any writing. */
export function textHoldsWord(text: Uint8Array, word: string): boolean {
  return writings(word).some((writing) => holds(text, writing));
}

/** Whether a word stands in bytes that may be anything. */
export function pictureHoldsWord(bytes: Uint8Array, word: string): boolean {
  return writings(word).some((writing) => writing.length >= TELLING_BYTES && holds(bytes, writing));
}

function holds(bytes: Uint8Array, writing: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(writing);
}

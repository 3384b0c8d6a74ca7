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

/** Whether a word stands in the bytes in any writing; `pictures` are bytes that may be anything. */
export function holdsWord(
  texts: readonly Uint8Array[],
  pictures: readonly Uint8Array[],
  word: string,
): boolean {
  return writings(word).some(
    (writing) =>
      texts.some((text) => holds(text, writing)) ||
      (writing.length >= TELLING_BYTES && pictures.some((picture) => holds(picture, writing))),
  );
}

function holds(bytes: Uint8Array, writing: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(writing);
}

/** Control characters, halves of surrogate pairs and non-characters: neither XML nor HTML can hold them. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The text without the characters that would make a written file invalid. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

/** How published texts and what is asked of them are compared: everything that people write in several ways is one. */
import { foldForSearch, searchTerms } from './fold.ts';

/** 〔2021〕, [2021], (2021) and 【2021】 are one number; quotation marks and dashes differ by keyboard. */
const SAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('〔【〖[{〈《', (open) => [open, '('])),
  ...Object.fromEntries(Array.from('〕】〗]}〉》', (close) => [close, ')'])),
  ...Object.fromEntries(Array.from('“”„‟″', (quote) => [quote, '"'])),
  ...Object.fromEntries(Array.from('‘’′', (quote) => [quote, "'"])),
  ...Object.fromEntries(Array.from('‐‑‒–—―−', (dash) => [dash, '-'])),
};

/** Each character stands for one, so places stay what they were. */
const withOneForm = (folded: string): string =>
  folded.replace(/[〔【〖[{〈《〕】〗\]}〉》“”„‟″‘’′‐‑‒–—―−]/gu, (character) => SAME[character] ?? character);

/** Small letters, plain widths, one blank, one kind of bracket, quotation mark and dash. */
export const foldPublished = (text: string): string => withOneForm(foldForSearch(text));

/** The words of a question to what is published, folded; all of them must occur. */
export const publishedTerms = (query: string): readonly string[] => searchTerms(foldPublished(query));

/** A 文号 or 索引号 as it is compared: the brackets' form, the width, blanks and “第” before the figure make no difference. */
export const numberKey = (number: string): string =>
  foldPublished(number)
    .replace(/ /gu, '')
    .replace(/第(?=[0-9])/gu, '');

/** The number that a question may be as a whole; `null` for one without any figure. */
export function askedNumber(query: string): string | null {
  const key = numberKey(query);
  return /[0-9]/u.test(key) ? key : null;
}

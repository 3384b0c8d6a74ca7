import { plainText } from '../../annual-report/rules/identity.ts';

const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．)]|[①-⑳●•·\-—])\s*/u;

/**
 * The elements of a cell 公开内容（要素）: one for each line, each numbered part or each part between semicolons. Commas and
 * 、 stay, because “申请条件、程序” is one element in most catalogues.
 */
export function splitElements(text: string): readonly string[] {
  const parts = text
    .replaceAll(/([；;。])\s*/g, '\n')
    .replaceAll(/(?<=\S)\s*(?=(?:[（(]\d{1,2}[)）]|(?<!\d)\d{1,2}[、.．](?!\d)|[①-⑳●•]))/gu, '\n')
    .split('\n')
    .map((part) => part.trim().replace(NUMBERING, '').trim())
    .filter((part) => part !== '');
  return [...new Set(parts)];
}

export interface ElementCheck {
  readonly element: string;
  /** Where it was found: as a name of a field or heading, in the text, or nowhere. */
  readonly found: 'heading' | 'text' | null;
}

/** What a publication shows: the names of its fields and its headings, and its text. */
export interface PublishedContent {
  readonly headings: readonly string[];
  readonly text: string;
}

const bare = (text: string): string =>
  plainText(text).replaceAll(/[（(][^（）()]*[)）]|[，。；：、“”"《》:;,.]/g, '');

/** The parts of an element that all have to be there: 办理依据、条件和程序 → 办理依据, 条件, 程序. */
const partsOf = (element: string): readonly string[] =>
  plainText(element)
    .replaceAll(/[（(][^（）()]*[)）]/g, '')
    .split(/[、，,/]|及其|以及|和|与|及|等$/)
    .map(bare)
    .filter((part) => part.length >= 2);

/**
 * Looks for each element of an item in what was published. It only compares words: what is not found is to be looked at
 * by a person, never a fault by itself. An element whose every part is found counts as found.
 */
export function checkElements(
  elements: readonly string[],
  { headings, text }: PublishedContent,
): readonly ElementCheck[] {
  const names = headings.map(bare).join('\n');
  const all = `${names}\n${bare(text)}`;
  return elements.map((element) => {
    const parts = partsOf(element);
    const needed = parts.length === 0 ? [bare(element)] : parts;
    const isIn = (where: string): boolean =>
      where.includes(bare(element)) || needed.every((part) => where.includes(part));
    return { element, found: isIn(names) ? 'heading' : isIn(all) ? 'text' : null };
  });
}

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

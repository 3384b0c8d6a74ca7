import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';

/** Pages named one by one; further ones are reached step by step. */
const NAMED = 2;

/** The first and the last page and those around the present one. */
function pageNumbers(page: number, count: number): readonly number[] {
  const wanted = [1, count];
  for (let number = page - NAMED; number <= page + NAMED; number++) wanted.push(number);
  return [...new Set(wanted.filter((number) => number >= 1 && number <= count))].toSorted((a, b) => a - b);
}

/** From one page of a list to the others; nothing where there is only one. */
export function pager({
  page: current,
  pages,
}: {
  readonly page: number;
  /** Path of every page, the first one first. */
  readonly pages: readonly string[];
}): SafeHtml | null {
  if (pages.length <= 1) return null;
  const link = (number: number, words: string): SafeHtml => {
    const path = pages[number - 1];
    return path === undefined ? html`` : html`<li><a href="${path}">${words}</a></li>`;
  };
  const numbers = pageNumbers(current, pages.length).map((number) =>
    number === current
      ? html`<li><a href="${pages[number - 1] ?? ''}" aria-current="page">${number}</a></li>`
      : link(number, String(number)),
  );
  return html`<nav class="pager" aria-label="分页"><ul>${current > 1 ? link(current - 1, '上一页') : null}${numbers}${link(current + 1, '下一页')}</ul></nav>
`;
}

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentListPage } from '../document-views.ts';
import { endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { applyToPath, blockPath, subscribePath } from '../paths.ts';
import { beTold } from './be-told.ts';
import { blockNavigation, organCrumbs } from './block.ts';
import { documentList } from './document-list-items.ts';

/** Pages named one by one; further ones are reached step by step. */
const NAMED = 2;

/** The first and the last page and those around the present one. */
function pageNumbers(page: number, count: number): readonly number[] {
  const wanted = [1, count];
  for (let number = page - NAMED; number <= page + NAMED; number++) wanted.push(number);
  return [...new Set(wanted.filter((number) => number >= 1 && number <= count))].toSorted((a, b) => a - b);
}

function pager({ page: current, pages }: DocumentListPage): SafeHtml | null {
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

/** What the page has of the list, or why it has nothing; and the other way to the information (条例27). */
function listCard({ organ, items, empty, total, page: current, pages, asOf }: DocumentListPage): SafeHtml {
  if (empty !== null) {
    return html`<div class="card"><p class="none">${empty}</p>
${
  organ.endedOn === null
    ? html`<p>需要的信息没有公开的，可以<a href="${applyToPath(organ.path)}">依法申请公开</a>。</p>
`
    : null
}</div>
`;
  }
  const count =
    pages.length > 1 ? `共 ${total} 件，第 ${current} 页，共 ${pages.length} 页。` : `共 ${total} 件。`;
  return html`<div class="card"><p>${count}${asOf === null ? null : `有效性截至 ${asOf}。`}</p>
${documentList(items, false)}</div>
`;
}

/** One page of an organ's documents by item of the catalogue, kind or year. */
export function documentListPage(frame: PageFrame, list: DocumentListPage): SafeHtml {
  const { organ, title, law, page: current } = list;
  const [first] = list.pages;
  return page(frame, {
    title: `${organ.name}${title}${current > 1 ? `（第 ${current} 页）` : ''}`,
    column: title,
    columnType: '政府信息公开',
    ...(law !== null && { description: law }),
    ...(list.empty === null ? first !== undefined && { feeds: first } : { noIndex: true }),
    crumbs: [
      ...organCrumbs(organ, true),
      { name: '法定主动公开内容', path: blockPath(organ.path, 'proactive') },
      { name: title },
    ],
    main: html`<h1>${organ.name}<br>${title}</h1>
${endedNotice(organ)}${blockNavigation(frame, organ.path, 'proactive')}${listCard(list)}${pager(list)}${
  organ.endedOn === null
    ? beTold(subscribePath(organ.path, list.list), list.empty === null ? (first ?? null) : null)
    : null
}${
  law === null
    ? null
    : html`<p class="law">${law}</p>
`
}`,
  });
}

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentListPage } from '../document-views.ts';
import { endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { applyToPath, blockPath, subscribePath } from '../paths.ts';
import { beTold } from './be-told.ts';
import { blockNavigation, organCrumbs } from './block.ts';
import { documentList } from './document-list-items.ts';
import { pager } from './pager.ts';

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
    ...(first !== undefined && { feeds: first }),
    ...(list.empty !== null && { noIndex: true }),
    crumbs: [
      ...organCrumbs(organ, true),
      { name: '法定主动公开内容', path: blockPath(organ.path, 'proactive') },
      { name: title },
    ],
    main: html`<h1>${organ.name}<br>${title}</h1>
${endedNotice(organ)}${blockNavigation(frame, organ.path, 'proactive')}${listCard(list)}${pager(list)}${
  organ.endedOn === null ? beTold(subscribePath(organ.path, list.list), first ?? null) : null
}${
  law === null
    ? null
    : html`<p class="law">${law}</p>
`
}`,
  });
}

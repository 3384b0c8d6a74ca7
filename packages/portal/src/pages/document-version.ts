import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { documentBodyHtml } from '../document-html.ts';
import type { VersionPage } from '../document-views.ts';
import { endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { blockPath } from '../paths.ts';
import { organCrumbs } from './block.ts';
import { editionCard, proofCard } from './document-record.ts';

const BLOCK = '法定主动公开内容';

/** An earlier edition, which says above its text that it is one; search engines are led to the one that holds. */
export function documentVersionPage(frame: PageFrame, version: VersionPage): SafeHtml {
  const { organ, title, edition, documentPath, body, pictures, editions } = version;
  return page(frame, {
    title: `${title}（第 ${edition} 版）`,
    column: BLOCK,
    columnType: '政府信息公开',
    canonical: documentPath,
    feeds: organ.path,
    crumbs: [
      ...organCrumbs(organ, true),
      { name: BLOCK, path: blockPath(organ.path, 'proactive') },
      { name: '正文', path: documentPath },
      { name: `第 ${edition} 版` },
    ],
    main: html`${endedNotice(organ)}<p class="card ended"><strong>历史版本</strong>　这是第 ${edition} 版，已被后来的版本代替，仅供查考。请看<a href="${documentPath}">现行版本</a>。</p>
<article class="card report">
<h1>${title}</h1>
<div class="text">
${documentBodyHtml(body, pictures)}</div>
</article>
${editionCard(editions)}${proofCard(version)}`,
  });
}

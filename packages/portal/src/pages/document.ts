import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { documentBodyHtml } from '../document-html.ts';
import type { DocumentPage, WithdrawnPage } from '../document-views.ts';
import { endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { blockPath } from '../paths.ts';
import { organCrumbs } from './block.ts';

const BLOCK = '法定主动公开内容';

function fileList({ files }: DocumentPage): SafeHtml | null {
  if (files.length === 0) return null;
  const rows = files.map(
    ({ name, path, size }) =>
      html`<li><a href="${path}" download>${name}</a>（${Math.max(1, Math.round(size / 1024))} KB）</li>
`,
  );
  return html`<section class="card" aria-labelledby="files"><h2 id="files">附件</h2>
<ul class="downloads">
${rows}</ul></section>
`;
}

function recordCard({ edition, changeNote, contentSha256, checkCode }: DocumentPage): SafeHtml {
  const note = changeNote === '' ? null : html`<dt>修改说明</dt><dd>${changeNote}</dd>`;
  return html`<section class="card proof" aria-labelledby="proof"><h2 id="proof">发布记录</h2>
<dl><dt>版本</dt><dd>第 ${edition} 版</dd>${note}<dt>核验码</dt><dd><code>${checkCode}</code></dd><dt>内容的校验值（SHA-256）</dt><dd><code>${contentSha256}</code></dd></dl></section>
`;
}

/** A published document: what it is, whether it is in force, its text and files, and what proves it. */
export function documentPage(frame: PageFrame, document: DocumentPage): SafeHtml {
  const { organ, title, details, validity } = document;
  const rows = details.map(
    ({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>
`,
  );
  const mark =
    validity === null
      ? null
      : html`<p class="validity">${validity}</p>
`;
  return page(frame, {
    title,
    column: BLOCK,
    columnType: '政府信息公开',
    ...(document.abstract !== '' && { description: document.abstract }),
    article: {
      publishedAt: document.publishedAt,
      source: organ.name,
      keywords: document.keywords.join(','),
    },
    feeds: organ.path,
    crumbs: [
      ...organCrumbs(organ, true),
      { name: BLOCK, path: blockPath(organ.path, 'proactive') },
      { name: '正文' },
    ],
    main: html`${endedNotice(organ)}<dl class="details card" aria-label="信息属性">
${rows}</dl>
<article class="card report">
<h1>${title}</h1>
${mark}<div class="text">
${documentBodyHtml(document.body, document.pictures)}</div>
</article>
${fileList(document)}${recordCard(document)}`,
  });
}

/** The notice at the address of something withdrawn, instead of the text (publication.md §10). */
export function withdrawnPage(
  frame: PageFrame,
  { organ, kind, notice, withdrawnAt }: WithdrawnPage,
): SafeHtml {
  return page(frame, {
    title: '信息已撤回',
    column: BLOCK,
    columnType: '政府信息公开',
    feeds: organ.path,
    crumbs: [
      ...organCrumbs(organ, true),
      { name: BLOCK, path: blockPath(organ.path, 'proactive') },
      { name: '已撤回' },
    ],
    main: html`<article class="card">
<h1>信息已撤回</h1>
<p>${notice}</p>
<dl class="details"><dt>撤回原因</dt><dd>${kind}</dd><dt>撤回时间</dt><dd><time>${withdrawnAt}</time></dd><dt>发布机构</dt><dd>${organ.name}</dd></dl>
</article>
`,
  });
}

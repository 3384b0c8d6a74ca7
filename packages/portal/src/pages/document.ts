import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { documentBodyHtml } from '../document-html.ts';
import type { DocumentPage, QuickCode, RelatedLink, WithdrawnPage } from '../document-views.ts';
import { endedNotice } from '../ending.ts';
import { type Crumb, type PageFrame, page } from '../layout.ts';
import {
  blockPath,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  documentPosterPath,
  documentTextPath,
  errorReportPath,
  POSTER_PAPERS,
  subscribePath,
  VOICE_REPLY,
} from '../paths.ts';
import type { ColumnOwner } from '../view-models.ts';
import { detailList, organCrumbs } from './block.ts';
import { editionCard, proofCard } from './document-record.ts';
import { voicesCard } from './document-voices.ts';

const BLOCK = '法定主动公开内容';

/** 当前位置 of what stands below an organ's documents. */
const documentCrumbs = (organ: ColumnOwner, ...last: readonly Crumb[]): readonly Crumb[] => [
  ...organCrumbs(organ, true),
  { name: BLOCK, path: blockPath(organ.path, 'proactive') },
  ...last,
];

function fileCard({ files }: DocumentPage): SafeHtml | null {
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

const FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'Word 文档（docx）',
  pdf: 'PDF 文档',
  txt: '纯文本（txt）',
};

function downloadCard({ path }: DocumentPage): SafeHtml {
  const rows = DOCUMENT_FORMATS.map(
    (format) => html`<li><a href="${documentTextPath(path, format)}" download>${FORMAT_NAMES[format]}</a></li>
`,
  );
  return html`<section class="card" aria-labelledby="downloads"><h2 id="downloads">下载</h2>
<ul class="downloads">
${rows}${POSTER_PAPERS.map(
  (
    paper,
  ) => html`<li><a href="${documentPosterPath(path, paper)}" download>公示件（${paper.toUpperCase()}，PDF）</a></li>
`,
)}</ul>
<p class="law">下载的文本和公示件由平台按网页正文生成，不含印章；内容以发布时的校验值为准。公示件带二维码和核验码，可以直接打印张贴。</p></section>
`;
}

const relatedItem = ({
  words,
  title,
  documentNumber,
  path,
}: RelatedLink): SafeHtml => html`<li>${words}：${path === null ? title : html`<a href="${path}">${title}</a>`}${documentNumber === '' ? null : `（${documentNumber}）`}</li>
`;

function relatedCard({ related }: DocumentPage): SafeHtml | null {
  if (related.length === 0) return null;
  return html`<section class="card" aria-labelledby="related"><h2 id="related">相关文件</h2>
<ul class="reports">
${related.map(relatedItem)}</ul></section>
`;
}

/** An SVG without script and without anything from elsewhere. */
const codeFigure = ({
  side,
  path,
}: QuickCode): SafeHtml => html`<figure class="quick-code"><svg viewBox="0 0 ${side} ${side}" role="img" aria-label="本页地址的二维码" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg><figcaption>手机扫码查看本页</figcaption></figure>
`;

/** Words to be copied; nothing is sent to anybody. */
function shareCard({ site }: PageFrame, document: DocumentPage): SafeHtml {
  const { title, path, organ, publishedAt, quickCode } = document;
  const words = `${title}（${organ.name}，${publishedAt} 发布）${site.origin}${path}`;
  return html`<section class="card share" aria-labelledby="share"><h2 id="share">分享、报错</h2>
<div><p><label for="share-text">复制下面的文字分享</label><textarea id="share-text" rows="3" readonly>${words}</textarea></p>
<p><a href="${errorReportPath(path)}" rel="nofollow">报告本页错误</a>，<a href="${VOICE_REPLY}" rel="nofollow">查看答复</a></p>${
    organ.endedOn === null
      ? html`
<p><a href="${subscribePath(organ.path)}" rel="nofollow">邮件订阅本机关新公开的信息</a></p>`
      : null
  }</div>
${quickCode === null ? null : codeFigure(quickCode)}</section>
`;
}

/** 有效性 under the title, with the day on which it is so. */
const validityMark = ({ validity, asOf }: DocumentPage): SafeHtml | null =>
  validity === null
    ? null
    : html`<p class="validity">有效性：<strong>${validity}</strong>（截至 ${asOf}）</p>
`;

/** A published document: what it is, whether it is in force, its text and files, and what proves it. */
export function documentPage(frame: PageFrame, document: DocumentPage): SafeHtml {
  const { organ, title, details } = document;
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
    crumbs: documentCrumbs(organ, document.list, { name: '正文' }),
    main: html`${endedNotice(organ)}${detailList(details, '信息属性')}<article class="card report">
<h1>${title}</h1>
${validityMark(document)}<div class="text">
${documentBodyHtml(document.body, document.pictures)}</div>
</article>
${fileCard(document)}${voicesCard(document.voices)}${relatedCard(document)}${downloadCard(document)}${editionCard(document.editions)}${shareCard(frame, document)}${proofCard(document)}`,
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
    noIndex: true,
    crumbs: documentCrumbs(organ, { name: '已撤回' }),
    main: html`<article class="card">
<h1>信息已撤回</h1>
<p>${notice}</p>
<dl class="details"><dt>撤回原因</dt><dd>${kind}</dd><dt>撤回时间</dt><dd><time>${withdrawnAt}</time></dd><dt>发布机构</dt><dd>${organ.name}</dd></dl>
</article>
`,
  });
}

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentPage, EditionLink } from '../document-views.ts';
import { verifyPath, verifyProofPath } from '../paths.ts';

type Proof = Pick<DocumentPage, 'edition' | 'changeNote' | 'contentSha256' | 'checkCode' | 'publishedAt'>;

/** What proves an edition: its number, its minute, the check code and the hash of all of it. */
export function proofCard({ edition, changeNote, contentSha256, checkCode, publishedAt }: Proof): SafeHtml {
  const note = changeNote === '' ? null : html`<dt>修改说明</dt><dd>${changeNote}</dd>`;
  return html`<section class="card proof" aria-labelledby="proof"><h2 id="proof">发布记录</h2>
<dl><dt>版本</dt><dd>第 ${edition} 版</dd><dt>发布时间</dt><dd><time>${publishedAt}</time></dd>${note}<dt>核验码</dt><dd><a href="${verifyPath(checkCode)}" rel="nofollow"><code>${checkCode}</code></a></dd><dt>内容的校验值（SHA-256）</dt><dd><code>${contentSha256}</code></dd></dl>
<ul class="downloads"><li><a href="${verifyPath(checkCode)}" rel="nofollow">核验手中的文件是不是这一份</a></li><li><a href="${verifyProofPath(checkCode)}" rel="nofollow" download>下载发布证明（离线核验用）</a></li></ul></section>
`;
}

const editionItem = ({
  edition,
  path,
  publishedAt,
  changeNote,
  isCurrent,
}: EditionLink): SafeHtml => html`<li><a href="${path}">第 ${edition} 版</a>${isCurrent ? ' 现行版本' : ''}
<span class="about"><span>发布日期：<time>${publishedAt}</time></span>${changeNote === '' ? null : html`<span>修改说明：${changeNote}</span>`}</span></li>
`;

/** All editions of a document, as soon as there is more than one. */
export function editionCard(editions: readonly EditionLink[]): SafeHtml | null {
  if (editions.length < 2) return null;
  return html`<section class="card" aria-labelledby="editions"><h2 id="editions">历次版本</h2>
<ul class="reports">
${editions.map(editionItem)}</ul></section>
`;
}

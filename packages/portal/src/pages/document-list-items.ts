import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentLink } from '../document-views.ts';

/** Documents as a list of links, each with what tells it from others. */
export function documentList(documents: readonly DocumentLink[], withOrgan: boolean): SafeHtml {
  const items = documents.map(
    ({
      title,
      path,
      kind,
      documentNumber,
      organName,
      publishedAt,
      validity,
    }) => html`<li><a href="${path}">${title}</a>
<span class="about">${withOrgan ? html`<span>${organName}</span>` : null}${documentNumber === '' ? null : html`<span>${documentNumber}</span>`}<span>${kind}</span>${validity === null ? null : html`<span>${validity}</span>`}<span>发布日期：<time>${publishedAt}</time></span></span></li>
`,
  );
  return html`<ul class="reports">
${items}</ul>
`;
}

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { blockOf, emptyText } from '../blocks.ts';
import type { PageFrame } from '../layout.ts';
import type { OrganPage, ReportLink } from '../view-models.ts';
import { blockFrame } from './block.ts';

/** Reports as a list of links with the minute of publication. */
export function reportList(reports: readonly ReportLink[], withOrgan: boolean): SafeHtml {
  const items = reports.map(
    ({ title, path, publishedAt, organName }) => html`<li><a href="${path}">${title}</a>
<span class="about">${withOrgan ? html`<span>${organName}</span>` : null}<span>发布日期：<time>${publishedAt}</time></span></span></li>
`,
  );
  return html`<ul class="reports">
${items}</ul>
`;
}

/** All annual reports of an organ, the newest year first. */
export function reportListPage(frame: PageFrame, organ: OrganPage): SafeHtml {
  const { reports, unitsPath } = organ;
  return blockFrame(
    frame,
    organ,
    'annual-reports',
    html`<div class="card">
${reports.length === 0 ? html`<p class="none">${emptyText(blockOf('annual-reports'), organ)}</p>` : reportList(reports, false)}</div>
${
  unitsPath === null
    ? null
    : html`<p><a href="${unitsPath}">年度报告报送单位名单</a></p>
`
}`,
  );
}

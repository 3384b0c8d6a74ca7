import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';
import type { OrganPage, ReportLink } from '../view-models.ts';

/** Reports as a list of links with the day of publication. */
export function reportList(reports: readonly ReportLink[], withOrgan: boolean): SafeHtml {
  const items = reports.map(
    ({ title, path, publishedOn, organName }) => html`<li><a href="${path}">${title}</a>
<span class="about">${withOrgan ? html`<span>${organName}</span>` : null}<span>发布日期：<time>${publishedOn}</time></span></span></li>
`,
  );
  return html`<ul class="reports">
${items}</ul>
`;
}

/** All annual reports of an organ, the newest year first. */
export function reportListPage(frame: PageFrame, organ: OrganPage): SafeHtml {
  return page(frame, {
    title: `${organ.name}政府信息公开工作年度报告`,
    column: '政府信息公开工作年度报告',
    crumbs: [{ name: organ.name, path: organ.path }, { name: '年度报告' }],
    main: html`<h1>${organ.name}<br>政府信息公开工作年度报告</h1>
<div class="card">
${organ.reports.length === 0 ? html`<p class="none">本机关还没有在本平台发布年度报告。</p>` : reportList(organ.reports, false)}</div>
`,
  });
}

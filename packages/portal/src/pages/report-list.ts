import { RESTATED_MARK } from '@zhaoshi/domain/annual-report/compare/restated-cells';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { blockOf, emptyText } from '../blocks.ts';
import type { PageFrame } from '../layout.ts';
import { openDataPath, yearFiguresPath } from '../paths.ts';
import type { OrganPage, ReportLink } from '../view-models.ts';
import { blockFrame } from './block.ts';

/** Reports as a list of links with the minute of publication. */
export function reportList(reports: readonly ReportLink[], withOrgan: boolean): SafeHtml {
  const items = reports.map(
    ({
      title,
      path,
      publishedAt,
      organName,
      isRestated,
    }) => html`<li><a href="${path}">${title}</a>${isRestated ? html` <span class="count">${RESTATED_MARK}</span>` : null}
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
  reports.length === 0
    ? null
    : html`<p><a href="${yearFiguresPath(organ.path)}">各年数据对比</a>　<a href="${openDataPath(organ.path)}">表格数据的开放数据</a></p>
`
}${
  unitsPath === null
    ? null
    : html`<p><a href="${unitsPath}">年度报告报送单位名单</a></p>
`
}`,
  );
}

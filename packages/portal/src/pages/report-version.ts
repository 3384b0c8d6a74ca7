import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { reportsPath } from '../paths.ts';
import type { ReportVersionPage } from '../report-views.ts';
import { organCrumbs } from './block.ts';
import { downloadCard, reportProofCard, versionCard } from './report-parts.ts';

const COLUMN = '政府信息公开年报';

/** A version that was restated, which says so above its text; search engines are led to the one that holds. */
export function reportVersionPage(frame: PageFrame, report: ReportVersionPage): SafeHtml {
  const { organ, title, reportYear, path, ownPath, version, publishedAt, body, versions } = report;
  return page(frame, {
    title: `${title}（第 ${version} 版）`,
    column: COLUMN,
    columnType: '政府信息公开',
    canonical: path,
    feeds: organ.path,
    crumbs: [
      ...organCrumbs(organ, true),
      { name: COLUMN, path: reportsPath(organ.path) },
      { name: `${reportYear}年`, path },
      { name: `第 ${version} 版` },
    ],
    main: html`${endedNotice(organ)}<p class="card ended"><strong>更正前的版本</strong>　这是第 ${version} 版，其中的数据已经更正，仅供查考。请看<a href="${path}">现行版本和更正记录</a>。</p>
<article class="card report">
<h1>${title}</h1>
<p class="about"><span>发布机构：${organ.name}</span><span>统计年度：${reportYear}年</span><span>发布日期：<time>${publishedAt}</time></span></p>
<div class="text">
${body}</div>
</article>
${downloadCard(ownPath)}${versionCard(versions)}${reportProofCard(report)}`,
  });
}

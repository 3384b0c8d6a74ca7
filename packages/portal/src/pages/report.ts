import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { chartFigure } from '../charts/bar-chart.ts';
import { reportCharts } from '../charts/report-charts.ts';
import { endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { reportsPath } from '../paths.ts';
import type { ReportPage } from '../report-views.ts';
import { organCrumbs } from './block.ts';
import { downloadCard, reportProofCard, restatedNotice, restatementCard } from './report-parts.ts';

function charts({ cells, formVersion }: ReportPage): SafeHtml | null {
  const figures = reportCharts(cells, formVersion).flatMap((chart) => chartFigure(chart) ?? []);
  if (figures.length === 0) return null;
  return html`<section class="card" aria-labelledby="charts"><h2 id="charts">图表</h2>
${figures}<p class="law">图表由平台按报告中的“总计”列绘制；报告中没有填写的，图表中也不填。</p></section>
`;
}

/** One annual report: its text and tables, what was restated, downloads, and what proves that this was published. */
export function reportPage(frame: PageFrame, report: ReportPage): SafeHtml {
  const { organ, title, reportYear, path, restatements } = report;
  return page(frame, {
    title,
    column: '政府信息公开年报',
    columnType: '政府信息公开',
    article: {
      publishedAt: report.publishedAt,
      source: organ.name,
      keywords: `政府信息公开,年度报告,${organ.name},${reportYear}年`,
    },
    feeds: organ.path,
    crumbs: [
      ...organCrumbs(organ, true),
      { name: '政府信息公开年报', path: reportsPath(organ.path) },
      { name: `${reportYear}年` },
    ],
    main: html`${endedNotice(organ)}${restatedNotice(restatements)}<article class="card report">
<h1>${title}</h1>
<p class="about"><span>发布机构：${organ.name}</span><span>统计年度：${reportYear}年</span><span>发布日期：<time>${report.publishedAt}</time></span>${report.untitled ? html`<span>原件没有标题，页面标题由平台拟写</span>` : ''}</p>
<div class="text">
${report.body}</div>
</article>
${restatementCard(restatements)}${charts(report)}${downloadCard(path)}${reportProofCard(report)}`,
  });
}

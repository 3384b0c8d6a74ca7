import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type BarChart, chartFigure } from '../charts/bar-chart.ts';
import { endedNotice } from '../ending.ts';
import type { FigureLine, FiguresPage } from '../figure-views.ts';
import { type PageFrame, page } from '../layout.ts';
import { figuresFilePath } from '../paths.ts';
import { blockNavigation, organCrumbs } from './block.ts';

/** Longer drawings say nothing any more; the table has every line. */
const MOST_BARS = 30;

const NO_FIGURE = '未填';
const NOT_PUBLISHED = '本平台尚未公布';

function lineRow({ name, path, values }: FigureLine, width: number): SafeHtml {
  if (path === null) {
    return html`<tr><th scope="row">${name}</th><td class="absent" colspan="${width}">${NOT_PUBLISHED}</td></tr>
`;
  }
  const cells = values.map((value) => html`<td>${value === null ? NO_FIGURE : String(value)}</td>`);
  return html`<tr><th scope="row"><a href="${path}">${name}</a></th>${cells}</tr>
`;
}

function table({ title, lineTitle, columns, lines }: FiguresPage): SafeHtml {
  const head = columns.map((name) => html`<th scope="col">${name}</th>`);
  return html`<div class="table" tabindex="0" role="region" aria-label="${title}"><table aria-labelledby="figures">
<colgroup><col span="1">${columns.map(() => html`<col>`)}</colgroup>
<thead><tr><th scope="col">${lineTitle}</th>${head}</tr></thead>
<tbody>
${lines.map((line) => lineRow(line, columns.length))}</tbody></table></div>
`;
}

/** The first figure of each line that has a report. */
function chartOf({ columns, lines, lineTitle }: FiguresPage): BarChart {
  const [title = ''] = columns;
  const bars = lines
    .filter(({ path }) => path !== null)
    .slice(0, MOST_BARS)
    .map(({ name, values }) => ({ label: name, value: values[0] ?? null }));
  return { id: 'chart-figures', title: `${title}政府信息公开申请`, labels: lineTitle, unit: '件', bars };
}

function chartCard(figures: FiguresPage): SafeHtml | null {
  const figure = chartFigure(chartOf(figures));
  return (
    figure &&
    html`<section class="card" aria-labelledby="chart"><h2 id="chart">图表</h2>
${figure}</section>
`
  );
}

/** Figures of published reports side by side: the table first, then a drawing of one of them, and the files. */
export function reportFiguresPage(frame: PageFrame, figures: FiguresPage): SafeHtml {
  const { organ, title, parents, path, lines } = figures;
  const files = (['csv', 'json'] as const).map(
    (format) => html`<li><a href="${figuresFilePath(path, format)}" download>${format.toUpperCase()}</a></li>
`,
  );
  return page(frame, {
    title,
    column: '政府信息公开年报',
    columnType: '政府信息公开',
    description: title,
    feeds: organ.path,
    crumbs: [...organCrumbs(organ, true), ...parents, { name: '数据对比' }],
    main: html`<h1>${title}</h1>
${endedNotice(organ)}${blockNavigation(frame, organ.path, null)}<section class="card" aria-labelledby="figures"><h2 id="figures">主要数据</h2>
${lines.some(({ path: report }) => report !== null) ? table(figures) : html`<p class="none">还没有公布可以对比的年度报告。</p>`}<p class="law">数字取自已公布年度报告现行版本的表三、表四；报告中没有填写的写“未填”，不当作零。</p></section>
${chartCard(figures)}<section class="card" aria-labelledby="downloads"><h2 id="downloads">下载数据</h2>
<ul class="downloads">
${files}</ul></section>
`,
  });
}

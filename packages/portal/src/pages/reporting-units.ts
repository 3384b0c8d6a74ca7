import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { endedMark, endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { reportsPath, unitsPath } from '../paths.ts';
import type {
  ColumnOwner,
  ReportingUnitLink,
  ReportingUnitsPage,
  ReportingUnitYearsPage,
} from '../view-models.ts';
import { blockNavigation, organCrumbs } from './block.ts';

const TITLE = '政府信息公开年度报告报送单位名单';

const LAW =
  '条例第二十七条、第四十九条：对外以自己名义履行行政管理职能的机关每年编制年度报告并向社会公布；名单由本级政府信息公开工作主管部门公布。';

function unitsFrame(
  frame: PageFrame,
  organ: ColumnOwner,
  reportYear: number | null,
  content: SafeHtml,
): SafeHtml {
  const name = reportYear === null ? TITLE : `${reportYear}年度${TITLE}`;
  const crumbs =
    reportYear === null
      ? [{ name: '报送单位名单' }]
      : [{ name: '报送单位名单', path: unitsPath(organ.path) }, { name: `${reportYear}年` }];
  return page(frame, {
    title: `${organ.region.name}${name}`,
    column: '政府信息公开年报',
    columnType: '政府信息公开',
    description: LAW,
    feeds: organ.path,
    crumbs: [
      ...organCrumbs(organ, true),
      { name: '政府信息公开年报', path: reportsPath(organ.path) },
      ...crumbs,
    ],
    main: html`<h1>${organ.region.name}<br>${name}</h1>
${endedNotice(organ)}${blockNavigation(frame, organ.path, null)}${content}<p class="law">${LAW}</p>
`,
  });
}

/** The years that have a list; or that there is none. */
export function unitYearsPage(frame: PageFrame, { organ, years }: ReportingUnitYearsPage): SafeHtml {
  const items = years.map(
    ({ reportYear, path }) => html`<li><a href="${path}">${reportYear}年度报送单位名单</a></li>
`,
  );
  return unitsFrame(
    frame,
    organ,
    null,
    html`<div class="card">
${
  items.length === 0
    ? html`<p class="none">本级政府信息公开工作主管部门还没有在本平台公布年度报告报送单位名单。</p>`
    : html`<ul class="organs">
${items}</ul>`
}</div>
`,
  );
}

const unitName = ({ name, path, hasEnded }: ReportingUnitLink): SafeHtml =>
  html`<a href="${path}">${name}</a>${endedMark(hasEnded)}`;

const reportOf = ({ name, reportPath }: ReportingUnitLink, year: number): SafeHtml =>
  reportPath === null
    ? html`本平台尚未公布`
    : html`<a href="${reportPath}" aria-label="${name}${year}年度报告">${year}年度报告</a>`;

function includedTable({ included, reportYear }: ReportingUnitsPage): SafeHtml | null {
  if (included.length === 0) return null;
  const rows = included.map(
    (unit) => html`<tr><th scope="row">${unitName(unit)}</th><td>${reportOf(unit, reportYear)}</td></tr>
`,
  );
  return html`<section class="card" aria-labelledby="included"><h2 id="included">报送年度报告的单位（${included.length} 个）</h2>
<table aria-labelledby="included"><thead><tr><th scope="col">单位</th><th scope="col">年度报告</th></tr></thead>
<tbody>
${rows}</tbody></table></section>
`;
}

function leftOutTable({ leftOut }: ReportingUnitsPage): SafeHtml | null {
  if (leftOut.length === 0) return null;
  const rows = leftOut.map(
    ({ unit, reason }) => html`<tr><th scope="row">${unitName(unit)}</th><td>${reason}</td></tr>
`,
  );
  return html`<section class="card" aria-labelledby="left-out"><h2 id="left-out">不报送年度报告的单位（${leftOut.length} 个）</h2>
<table aria-labelledby="left-out"><thead><tr><th scope="col">单位</th><th scope="col">理由</th></tr></thead>
<tbody>
${rows}</tbody></table></section>
`;
}

/** Who reports for a year with the reports, and who does not and why. */
export const unitListPage = (frame: PageFrame, list: ReportingUnitsPage): SafeHtml =>
  unitsFrame(frame, list.organ, list.reportYear, html`${includedTable(list)}${leftOutTable(list)}`);

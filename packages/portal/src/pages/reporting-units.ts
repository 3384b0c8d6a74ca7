import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { endedMark, endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { reportsPath, unitsOfYearPath, unitsPath, yearFiguresPath } from '../paths.ts';
import type {
  ColumnOwner,
  ReportingUnitLevel,
  ReportingUnitLink,
  ReportingUnitsPage,
  ReportingUnitYearsPage,
} from '../view-models.ts';
import { blockNavigation, organCrumbs } from './block.ts';
import { pager } from './pager.ts';

const TITLE = '政府信息公开年度报告报送单位名单';

const LAW =
  '条例第二十七条、第四十九条：对外以自己名义履行行政管理职能的机关每年编制年度报告并向社会公布；名单由本级政府信息公开工作主管部门公布。';

interface ShownPart {
  readonly reportYear: number;
  /** What of the year's list is shown, such as 部门，第 2 页; '': its beginning. */
  readonly part: string;
  readonly isEmpty: boolean;
}

function unitsFrame(
  frame: PageFrame,
  organ: ColumnOwner,
  shown: ShownPart | null,
  content: SafeHtml,
): SafeHtml {
  const part = shown === null || shown.part === '' ? '' : `（${shown.part}）`;
  const name = shown === null ? TITLE : `${shown.reportYear}年度${TITLE}${part}`;
  const crumbs =
    shown === null
      ? [{ name: '报送单位名单' }]
      : [
          { name: '报送单位名单', path: unitsPath(organ.path) },
          ...(shown.part === ''
            ? [{ name: `${shown.reportYear}年` }]
            : [
                { name: `${shown.reportYear}年`, path: unitsOfYearPath(organ.path, shown.reportYear) },
                { name: shown.part },
              ]),
        ];
  return page(frame, {
    title: `${organ.region.name}${name}`,
    column: '政府信息公开年报',
    columnType: '政府信息公开',
    description: LAW,
    feeds: organ.path,
    ...(shown?.isEmpty === true && { noIndex: true }),
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

function includedTable({
  included,
  reportYear,
  total,
  page: current,
  pages,
}: ReportingUnitsPage): SafeHtml | null {
  if (included.length === 0) return null;
  const place = pages.length > 1 ? html`<p>第 ${current} 页，共 ${pages.length} 页。</p>` : null;
  const rows = included.map(
    (unit) => html`<tr><th scope="row">${unitName(unit)}</th><td>${reportOf(unit, reportYear)}</td></tr>
`,
  );
  return html`<section class="card" aria-labelledby="included"><h2 id="included">报送年度报告的单位（${total} 个）</h2>${place}
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

const countsOf = ({ units, published }: ReportingUnitLevel): string => `${units} 个，已公布 ${published} 份`;

/** 层级 as plain links: the list of the year, narrowed to one level, with how many there are. */
const levelFilter = ({
  levels,
  reportYear,
}: ReportingUnitsPage): SafeHtml => html`<nav class="unit-filter" aria-label="按层级查看"><h2>${reportYear}年度，按层级和类别</h2>
<ul>
${levels.map(
  (
    level,
  ) => html`<li><a href="${level.path}"${level.isChosen ? html` aria-current="true"` : null}>${level.name} <small>${countsOf(level)}</small></a></li>
`,
)}</ul></nav>
`;

/** The same level in other years. */
function yearFilter({ years, reportYear }: ReportingUnitsPage): SafeHtml | null {
  if (years.length <= 1) return null;
  const items = years.map(
    ({
      reportYear: year,
      path,
    }) => html`<li><a href="${path}"${year === reportYear ? html` aria-current="true"` : null}>${year}年度</a></li>
`,
  );
  return html`<nav class="unit-filter" aria-label="按年度查看"><h2>年度</h2>
<ul>
${items}</ul></nav>
`;
}

/** Who reports for a year with the reports, and who does not and why; all of them, or those of a level. */
export function unitListPage(frame: PageFrame, list: ReportingUnitsPage): SafeHtml {
  const { organ, reportYear, levelName, page: current, included, leftOut } = list;
  const isEmpty = included.length === 0 && leftOut.length === 0;
  const parts = [levelName, current > 1 ? `第 ${current} 页` : null].filter((part) => part !== null);
  return unitsFrame(
    frame,
    organ,
    { reportYear, part: parts.join('，'), isEmpty },
    html`${yearFilter(list)}${levelFilter(list)}<p><a href="${yearFiguresPath(organ.path, reportYear)}">各单位数据对比</a></p>
${includedTable(list)}${leftOutTable(list)}${
  isEmpty
    ? html`<div class="card"><p class="none">${reportYear}年度的名单上没有${levelName}。</p></div>
`
    : null
}${pager(list)}`,
  );
}

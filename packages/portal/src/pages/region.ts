import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { DocumentLink } from '../document-views.ts';
import { type Crumb, type PageFrame, page } from '../layout.ts';
import { groupOf, ORGAN_GROUPS, type OrganGroup } from '../organ-groups.ts';
import { APPLY, FOLLOW, HOME, regionOpenDataPath } from '../paths.ts';
import type { OrganLink, RegionLink, RegionPage } from '../view-models.ts';
import { documentList } from './document-list-items.ts';
import { reportList } from './report-list.ts';

/** How many organs of a group a home page names; the list of organs has them all. */
const SHOWN = 24;

export function organItem({ name, path, reportCount, endedOn }: OrganLink): SafeHtml {
  const count = reportCount === 0 ? null : html` <span class="count">年报 ${reportCount} 份</span>`;
  const ended = endedOn === null ? null : html` <span class="count">${chineseDate(endedOn)}撤销</span>`;
  return html`<li><a href="${path}">${name}</a>${count}${ended}</li>
`;
}

function groupList(region: RegionPage, group: OrganGroup): SafeHtml | null {
  const organs = region.organs.filter(({ kind }) => groupOf(kind) === group);
  if (organs.length === 0) return null;
  const more = organs.length - SHOWN;
  return html`<h3>${group.name}</h3>
<ul class="organs">
${organs.slice(0, SHOWN).map(organItem)}</ul>
${
  more <= 0
    ? null
    : html`<p><a href="${region.path}/organs?group=${group.id}">全部${group.name}（${organs.length} 个）</a></p>
`
}`;
}

const regionItem = ({
  name,
  path,
  organCount,
}: RegionLink): SafeHtml => html`<li><a href="${path}">${name}</a> <span class="count">机关 ${organCount} 个</span></li>
`;

const regionList = ({ regions }: RegionPage): SafeHtml | null =>
  regions.length === 0
    ? null
    : html`<section class="card" aria-labelledby="regions"><h2 id="regions">下级行政区域</h2>
<ul class="organs">
${regions.map(regionItem)}</ul></section>
`;

/** Regions above a region for 当前位置; the highest is the home page and stands first by itself. */
export function regionCrumbs(
  { name, path, above }: Pick<RegionPage, 'name' | 'path' | 'above'>,
  linked: boolean,
): readonly Crumb[] {
  if (above.length === 0) return linked ? [] : [{ name }];
  return [...above.slice(1), linked ? { name, path } : { name }];
}

/** For whoever wants something that is not published: the organs of this region first. */
const services = ({
  path,
  above,
}: RegionPage): SafeHtml => html`<section class="card" aria-labelledby="services"><h2 id="services">依申请公开</h2>
<p>需要的信息没有公开的，可以向制作或者保存它的机关申请。</p>
<p class="actions"><a class="button" href="${APPLY}${above.length === 0 ? '' : `?region=${path.slice(1)}`}">网上申请</a><a href="${FOLLOW}">查询办理进度、接收答复</a></p></section>
`;

/** The newest documents; nothing at all before the first one. */
const documentsCard = (documents: readonly DocumentLink[]): SafeHtml | null =>
  documents.length === 0
    ? null
    : html`<section class="card" aria-labelledby="newest"><h2 id="newest">最新公开</h2>
${documentList(documents, true)}</section>
`;

/** Home of a region: its newest documents, newest reports, its organs, the regions below. The highest region's is the site's home. */
export function regionPage(
  frame: PageFrame,
  region: RegionPage,
  documents: readonly DocumentLink[],
): SafeHtml {
  const { name, path, organs, latestReports } = region;
  const isHome = region.above.length === 0;
  const isRoot = frame.path === HOME;
  return page(frame, {
    title: isHome ? '首页' : `${name}政府信息公开`,
    column: isHome ? '首页' : '政府信息公开',
    columnType: '政府信息公开',
    description: `${name}各机关政府信息公开专栏和年度报告`,
    feeds: isHome ? HOME : path,
    ...(isHome && { canonical: HOME }),
    crumbs: isRoot ? [] : regionCrumbs(region, false),
    main: html`<h1>${name}政府信息公开</h1>
${services(region)}${documentsCard(documents)}<div class="regions">
<section class="card" aria-labelledby="organs"><h2 id="organs">各机关公开专栏</h2>
${
  organs.length === 0
    ? html`<p class="none">还没有登记机关。</p>`
    : html`${ORGAN_GROUPS.flatMap((group) => groupList(region, group) ?? [])}<p><a href="${path}/organs">${name}机关名录</a>　<a href="${regionOpenDataPath(path.slice(1))}">公开目录的开放数据</a></p>
`
}</section>
${regionList(region)}</div>
<section class="card" aria-labelledby="latest">
<h2 id="latest">最新年度报告</h2>
${latestReports.length === 0 ? html`<p class="none">还没有发布年度报告。</p>` : reportList(latestReports, true)}${
  region.unitsPath === null
    ? null
    : html`<p><a href="${region.unitsPath}">${name}各单位年度报告（按年度集中公布）</a></p>
`
}</section>
`,
  });
}

/** The site before anything is set up. */
export function emptySitePage(frame: PageFrame): SafeHtml {
  return page(frame, {
    title: '首页',
    column: '首页',
    crumbs: [],
    main: html`<h1>政府信息公开</h1>
<div class="card"><p class="none">本站还没有登记行政区域和机关。</p></div>
`,
  });
}

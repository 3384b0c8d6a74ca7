import type { OrganKind } from '@zhaoshi/domain/annual-report/report';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';
import type { HomePage, OrganLink, RegionOrgans } from '../view-models.ts';
import { reportList } from './report-list.ts';

/** The groups in which a region's organs are listed. */
const GROUPS: readonly { readonly name: string; readonly kinds: readonly OrganKind[] }[] = [
  { name: '政府', kinds: ['provinceGovernment', 'cityGovernment', 'countyGovernment', 'governmentOrgan'] },
  { name: '部门', kinds: ['department'] },
  { name: '乡镇、街道', kinds: ['township', 'subdistrictOffice'] },
];

function organItem({ name, path, reportCount }: OrganLink): SafeHtml {
  const count = reportCount === 0 ? null : html` <span class="count">年报 ${reportCount} 份</span>`;
  return html`<li><a href="${path}">${name}</a>${count}</li>
`;
}

function group(region: RegionOrgans, { name, kinds }: (typeof GROUPS)[number]): SafeHtml | null {
  const organs = region.organs.filter(({ kind }) => kinds.includes(kind));
  if (organs.length === 0) return null;
  return html`<h3>${name}</h3>
<ul class="organs">
${organs.map(organItem)}</ul>
`;
}

function regionSection(region: RegionOrgans): SafeHtml {
  return html`<section class="card" id="${region.slug}" aria-labelledby="${region.slug}-name">
<h2 id="${region.slug}-name">${region.name}</h2>
${GROUPS.flatMap((found) => group(region, found) ?? [])}</section>
`;
}

/** Home of a region's site: the newest reports and every organ that has a column. */
export function homePage(frame: PageFrame, { regions, latestReports }: HomePage): SafeHtml {
  return page(frame, {
    title: '首页',
    column: '首页',
    crumbs: [],
    main: html`<h1>${frame.site.name}政府信息公开</h1>
<section class="card" aria-labelledby="latest">
<h2 id="latest">最新年度报告</h2>
${latestReports.length === 0 ? html`<p class="none">还没有发布年度报告。</p>` : reportList(latestReports, true)}</section>
<section aria-labelledby="organs"><h2 class="outer" id="organs">各机关公开专栏</h2>
<div class="regions">
${regions.map(regionSection)}</div></section>
`,
  });
}

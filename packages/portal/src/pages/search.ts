import { LAST_CIVIL_DATE } from '@zhaoshi/domain/kernel/civil-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { endedMark } from '../ending.ts';
import { LONGEST_QUERY, type PageFrame, page } from '../layout.ts';
import { APPLY, SEARCH, SEARCH_SUGGESTIONS, subscribeSearchPath } from '../paths.ts';
import type {
  FacetGroup,
  FacetValue,
  NearSearch,
  OrganHit,
  SearchHit,
  SearchPage,
  SnippetPart,
} from '../view-models.ts';
import { beTold } from './be-told.ts';

const part = ({ text, marked }: SnippetPart): SafeHtml =>
  marked ? html`<mark>${text}</mark>` : html`${text}`;

const hit = (found: SearchHit): SafeHtml => html`<li><a href="${found.path}">${found.title.map(part)}</a>
${
  found.snippet.length === 0
    ? null
    : html`<p class="snippet">${found.snippet.map(part)}</p>
`
}<span class="about"><span>${found.genre}</span><span>${found.organName}</span>${found.about.map(
  ({ name, value }) => html`<span>${name}：${value}</span>`,
)}<span>发布日期：<time>${found.publishedAt}</time></span></span></li>
`;

const organHit = ({
  name,
  path,
  regionName,
  hasEnded,
}: OrganHit): SafeHtml => html`<li><a href="${path}">${name.map(part)}</a> <span class="count">${regionName}</span>${endedMark(hasEnded)}</li>
`;

function organResults({ organs }: SearchPage): SafeHtml | null {
  if (organs.length === 0) return null;
  return html`<section class="card" aria-labelledby="organs"><h2 id="organs">机关</h2>
<ul class="organs">
${organs.map(organHit)}</ul></section>
`;
}

const near = ({ words, path }: NearSearch): SafeHtml => html`<li><a href="${path}">${words}</a></li>
`;

/** Nothing found: what comes near it, and the other way to the information (条例27). */
const nothing = ({
  query,
  continued,
  nearest,
  notice,
  narrowings,
}: SearchPage): SafeHtml => html`<div class="card">
<p class="none" role="status">${
  continued
    ? '没有更多结果。'
    : `${Object.keys(narrowings).length > 0 ? '在所选的范围内' : ''}没有找到含有“${query}”的内容。${notice ?? ''}`
}</p>
${
  nearest.length === 0
    ? html`<p>可以换用较短的词，或者用空格分开几个词；多个词须同时出现。</p>
`
    : html`<p>少写一些可以找到：</p>
<ul class="organs">
${nearest.map(near)}</ul>
`
}<p>没有公开的政府信息，可以<a href="${APPLY}">依法申请公开</a>。</p></div>
`;

function results(search: SearchPage): SafeHtml | null {
  const { message, notice, hits, organs, next, continued, total } = search;
  if (message !== null)
    return html`<div class="card"><p class="none" role="status">${message}</p></div>
`;
  if (hits.length === 0) return organs.length > 0 ? null : nothing(search);
  const counted = next === null && !continued ? `共 ${hits.length} 条结果` : `本页 ${hits.length} 条结果`;
  return html`<section class="card" aria-labelledby="results"><h2 id="results">${
    next !== null && total !== null ? `${total}，${counted}` : counted
  }，标题含有的在前，最近发布的在前</h2>
${
  notice === null
    ? null
    : html`<p class="none" role="status">${notice}</p>
`
}<ol class="reports hits">
${hits.map(hit)}</ol>
${
  next === null
    ? null
    : html`<p><a href="${next}" rel="next">下一页</a></p>
`
}</section>
`;
}

const facetValue = ({ name, count, path, isChosen }: FacetValue): SafeHtml =>
  isChosen
    ? html`<li><a href="${path}" aria-current="true">${name} <span class="count">取消</span></a></li>
`
    : html`<li><a href="${path}">${name}</a> <span class="count">${count}</span></li>
`;

const facetGroup = ({ title, values }: FacetGroup): SafeHtml => html`<h3>${title}</h3>
<ul class="organs facet">
${values.map(facetValue)}</ul>
`;

const facetCard = ({ facets }: SearchPage): SafeHtml | null =>
  facets.length === 0
    ? null
    : html`<nav class="card" aria-labelledby="facets"><h2 id="facets">按下列各项筛选</h2>
${facets.map(facetGroup)}</nav>
`;

/** What the links of the facets have chosen goes along with the form. */
const carried = ({ narrowings }: SearchPage): readonly SafeHtml[] =>
  Object.entries(narrowings)
    .filter(([name]) => name !== 'from' && name !== 'to')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

const searchForm = (
  search: SearchPage,
): SafeHtml => html`<form class="card entry" role="search" aria-label="搜索和按日期筛选" action="${SEARCH}" method="get">
<div class="field"><label for="words">要找的词、文号或者索引号</label>
<input type="search" id="words" name="q" value="${search.query}" maxlength="${LONGEST_QUERY}" autocomplete="off" data-suggestions="${SEARCH_SUGGESTIONS}"></div>
<div id="suggestions" aria-live="polite"></div>
<div class="filter"><label for="from">发布日期从</label><input type="date" max="${LAST_CIVIL_DATE}" id="from" name="from" value="${search.narrowings['from'] ?? ''}">
<label for="to">到</label><input type="date" max="${LAST_CIVIL_DATE}" id="to" name="to" value="${search.narrowings['to'] ?? ''}">
${carried(search)}<button type="submit">查找</button></div>
</form>
`;

/** For whoever waits for something; also where nothing was found yet. */
const tellMe = ({ message, query, narrowings }: SearchPage): SafeHtml | null =>
  message === null
    ? beTold(subscribeSearchPath({ q: query, ...narrowings }), null, '有符合这次搜索的新信息')
    : null;

/** What was found: organs first, then what they published. */
export const searchResults = (search: SearchPage): SafeHtml =>
  html`${organResults(search)}${results(search)}`;

/** Search over everything that is published. */
export function searchPage(frame: PageFrame, search: SearchPage, script: string): SafeHtml {
  return page(frame, {
    title: search.query === '' ? '搜索' : `搜索“${search.query}”`,
    column: '搜索',
    noIndex: true,
    query: search.query,
    crumbs: [{ name: '搜索' }],
    script,
    main: html`<h1>搜索</h1>
${searchForm(search)}${searchResults(search)}${tellMe(search)}${facetCard(search)}`,
  });
}

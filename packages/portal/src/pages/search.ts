import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { endedMark } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import type { OrganHit, SearchHit, SearchPage, SnippetPart } from '../view-models.ts';

const part = ({ text, marked }: SnippetPart): SafeHtml =>
  marked ? html`<mark>${text}</mark>` : html`${text}`;

const hit = ({
  title,
  snippet,
  path,
  organName,
  publishedAt,
}: SearchHit): SafeHtml => html`<li><a href="${path}">${title.map(part)}</a>
${
  snippet.length === 0
    ? null
    : html`<p class="snippet">${snippet.map(part)}</p>
`
}<span class="about"><span>${organName}</span><span>发布日期：<time>${publishedAt}</time></span></span></li>
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

function results({ query, message, hits, organs, next, continued }: SearchPage): SafeHtml | null {
  if (message !== null)
    return html`<div class="card"><p class="none" role="status">${message}</p></div>
`;
  if (hits.length === 0 && organs.length > 0) return null;
  if (hits.length === 0) {
    return html`<div class="card"><p class="none" role="status">${continued ? '没有更多结果。' : `没有找到含有“${query}”的内容。`}</p>
<p>可以换用较短的词，或者用空格分开几个词；多个词须同时出现。</p></div>
`;
  }
  const counted = next === null && !continued ? `共 ${hits.length} 条结果` : `本页 ${hits.length} 条结果`;
  return html`<section class="card" aria-labelledby="results"><h2 id="results">${counted}，最近发布的在前</h2>
<ol class="reports hits">
${hits.map(hit)}</ol>
${
  next === null
    ? null
    : html`<p><a href="${next}" rel="next">下一页</a></p>
`
}</section>
`;
}

/** What was found: organs first, then what they published. */
export const searchResults = (search: SearchPage): SafeHtml =>
  html`${organResults(search)}${results(search)}`;

/** Search over everything that is published. */
export function searchPage(frame: PageFrame, search: SearchPage): SafeHtml {
  return page(frame, {
    title: search.query === '' ? '搜索' : `搜索“${search.query}”`,
    column: '搜索',
    noIndex: true,
    query: search.query,
    crumbs: [{ name: '搜索' }],
    main: html`<h1>搜索</h1>
${searchResults(search)}`,
  });
}

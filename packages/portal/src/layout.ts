import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { metaTags, type PageMeta } from './meta.ts';
import { ACCESSIBILITY, APPLY, COMPLAINT, DISPLAY, HOME, SEARCH, SITE_MAP, SURVEY, VERIFY } from './paths.ts';
import type { Display, Site } from './view-models.ts';

/** A step of 当前位置; the last one, the page itself, has no path. */
export interface Crumb {
  readonly name: string;
  readonly path?: string;
}

export interface PageFrame {
  readonly site: Site;
  readonly display: Display;
  /** Path of this page, to come back to after a change of the display; `null` on error pages. */
  readonly path: string | null;
}

export interface PageContent extends PageMeta {
  readonly crumbs: readonly Crumb[];
  readonly main: SafeHtml;
  /** What stands in the search box. */
  readonly query?: string;
  /** Path of the one script of a page that has one; the page works without it. */
  readonly script?: string;
}

function displayLink(frame: PageFrame, change: Partial<Display>, words: string): SafeHtml {
  const wanted = { ...frame.display, ...change };
  const query = new URLSearchParams({
    text: wanted.largeText ? 'large' : 'standard',
    contrast: wanted.highContrast ? 'high' : 'standard',
    back: frame.path ?? HOME,
  });
  return html`<a href="${DISPLAY}?${query.toString()}" rel="nofollow">${words}</a>`;
}

function crumb({ name, path }: Crumb): SafeHtml {
  return path === undefined
    ? html`<li aria-current="page">${name}</li>`
    : html`<li><a href="${path}">${name}</a></li>`;
}

function crumbTrail(crumbs: readonly Crumb[]): SafeHtml | null {
  if (crumbs.length === 0) return null;
  return html`<nav class="crumbs" aria-label="当前位置"><span>当前位置：</span><ol><li><a href="${HOME}">首页</a></li>${crumbs.map(crumb)}</ol></nav>
`;
}

/** The longest text that is searched for; the box takes no more. */
export const LONGEST_QUERY = 60;

function searchForm(query: string): SafeHtml {
  return html`<form class="search" role="search" action="${SEARCH}" method="get">
<label for="q">搜索</label><input type="search" id="q" name="q" value="${query}" maxlength="${LONGEST_QUERY}" autocomplete="off"><button type="submit">搜索</button>
</form>`;
}

function footerItems({ site }: PageFrame): readonly string[] {
  const { sponsor, contactPhone, identificationCode, icpNumber, publicSecurityNumber } = site.registration;
  const items: readonly (readonly [string, string])[] = [
    ['主办单位', sponsor],
    ['联系电话', contactPhone],
    ['网站标识码', identificationCode],
    ['ICP备案号', icpNumber],
    ['公安备案号', publicSecurityNumber],
  ];
  return items.filter(([, value]) => value !== '').map(([name, value]) => `${name}：${value}`);
}

/** 国办发〔2017〕47号: 主办单位、联系方式、网站标识码、ICP备案号、公安备案号、站点地图; what was not entered is left out. */
function footer(frame: PageFrame): SafeHtml {
  const items = footerItems(frame);
  const registration =
    items.length === 0
      ? null
      : html`<ul class="registration">${items.map((item) => html`<li>${item}</li>`)}</ul>
`;
  return html`<footer class="colophon"><div class="wide">
<p>${frame.site.name}政府信息公开平台</p>
<ul><li><a href="${HOME}">首页</a></li><li><a href="${APPLY}">依申请公开</a></li><li><a href="${VERIFY}">核验公开文件</a></li><li><a href="${COMPLAINT}">投诉箱</a></li><li><a href="${SURVEY}">社会评议</a></li><li><a href="${SITE_MAP}">网站地图</a></li><li><a href="${ACCESSIBILITY}">无障碍说明</a></li></ul>
${registration}</div></footer>`;
}

/** The frame around every page: skip link, masthead with display switches, place, content, footer. */
export function page(frame: PageFrame, content: PageContent): SafeHtml {
  const { site, display } = frame;
  const modes = [display.largeText ? 'large-text' : '', display.highContrast ? 'high-contrast' : '']
    .filter((mode) => mode !== '')
    .join(' ');
  return html`<!doctype html>
<html lang="zh-CN" class="${modes}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title} - ${site.name}政府信息公开</title>
${metaTags(site, frame.path, content)}<link rel="stylesheet" href="${site.styleSheet}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${
  content.script === undefined
    ? null
    : html`<script src="${content.script}" defer></script>
`
}</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="masthead"><div class="wide">
<p class="site"><a href="${HOME}"><span>${site.name}</span> 政府信息公开</a></p>
${searchForm(content.query ?? '')}
<nav class="switches" aria-label="显示方式"><ul>
<li>${displayLink(frame, { largeText: !display.largeText }, display.largeText ? '标准字号' : '长者模式（大字）')}</li>
<li>${displayLink(frame, { highContrast: !display.highContrast }, display.highContrast ? '标准配色' : '高对比度')}</li>
<li><a href="${ACCESSIBILITY}">无障碍说明</a></li>
</ul></nav>
</div></header>
${
  site.isDemonstration
    ? html`<aside class="demonstration" aria-label="演示说明"><p class="wide">演示站点：市、县和部门均为虚构。五个乡镇2021年以前的年度报告是已公开的真实文本，照原样刊载，其中的差错未作改动；以后各年的报告均为虚构。</p></aside>
`
    : null
}<div class="wide">
${crumbTrail(content.crumbs)}<main id="main" tabindex="-1">
${content.main}</main>
</div>
${footer(frame)}
</body>
</html>
`;
}

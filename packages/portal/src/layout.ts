import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { ACCESSIBILITY, DISPLAY, HOME } from './paths.ts';
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

export interface PageContent {
  readonly title: string;
  /** 栏目 for the `<meta>` names that government sites use. */
  readonly column: string;
  readonly crumbs: readonly Crumb[];
  readonly main: SafeHtml;
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
<meta name="SiteName" content="${site.name}政府信息公开">
<meta name="ColumnName" content="${content.column}">
<meta name="ArticleTitle" content="${content.title}">
<link rel="stylesheet" href="${site.styleSheet}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="masthead"><div class="wide">
<p class="site"><a href="${HOME}"><span>${site.name}</span> 政府信息公开</a></p>
<nav class="switches" aria-label="显示方式"><ul>
<li>${displayLink(frame, { largeText: !display.largeText }, display.largeText ? '标准字号' : '长者模式（大字）')}</li>
<li>${displayLink(frame, { highContrast: !display.highContrast }, display.highContrast ? '标准配色' : '高对比度')}</li>
<li><a href="${ACCESSIBILITY}">无障碍说明</a></li>
</ul></nav>
</div></header>
${
  site.isDemonstration
    ? html`<aside class="demonstration" aria-label="演示说明"><p class="wide">演示站点：市、县和部门均为虚构。五个乡镇的年度报告是已公开的真实文本，照原样刊载，其中的差错未作改动。</p></aside>
`
    : null
}<div class="wide">
${crumbTrail(content.crumbs)}<main id="main" tabindex="-1">
${content.main}</main>
</div>
<footer class="colophon"><div class="wide">
<p>${site.name}政府信息公开平台</p>
<p><a href="${HOME}">首页</a><a href="${ACCESSIBILITY}">无障碍说明</a></p>
</div></footer>
</body>
</html>
`;
}

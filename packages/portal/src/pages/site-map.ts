import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';
import {
  ACCESSIBILITY,
  APPLY,
  COMPLAINT,
  FOLLOW,
  feedPath,
  HOME,
  SEARCH,
  SITEMAP_INDEX,
  SURVEY,
  VERIFY,
  VOICE_REPLY,
} from '../paths.ts';
import type { SiteMapRegion } from '../view-models.ts';

const regionRow = ({
  name,
  path,
  organsPath,
  organCount,
  depth,
}: SiteMapRegion): SafeHtml => html`<li class="depth-${Math.min(depth, 3)}"><a href="${path}">${name}</a> <a href="${organsPath}">${name}机关名录（${organCount} 个）</a></li>
`;

/** 网站地图: the fixed pages and every region with the list of its organs. */
export function siteMapPage(frame: PageFrame, regions: readonly SiteMapRegion[]): SafeHtml {
  return page(frame, {
    title: '网站地图',
    column: '网站地图',
    crumbs: [{ name: '网站地图' }],
    main: html`<h1>网站地图</h1>
<section class="card" aria-labelledby="regions"><h2 id="regions">行政区域和机关</h2>
${
  regions.length === 0
    ? html`<p class="none">还没有登记行政区域。</p>`
    : html`<ul class="organs">
${regions.map(regionRow)}</ul>`
}</section>
<section class="card" aria-labelledby="others"><h2 id="others">其他页面</h2>
<ul class="organs">
<li><a href="${HOME}">首页</a></li>
<li><a href="${SEARCH}">搜索</a></li>
<li><a href="${APPLY}">网上申请公开政府信息</a></li>
<li><a href="${FOLLOW}">查询办理进度、接收答复</a></li>
<li><a href="${VERIFY}">核验公开文件</a></li>
<li><a href="${COMPLAINT}">投诉箱</a></li>
<li><a href="${SURVEY}">社会评议</a></li>
<li><a href="${ACCESSIBILITY}">无障碍说明</a></li>
<li><a href="${VOICE_REPLY}">查看报错、提问、意见的答复</a></li>
<li><a href="${feedPath(HOME, 'atom')}">最新发布（Atom 订阅）</a></li>
<li><a href="${feedPath(HOME, 'json')}">最新发布（JSON 订阅）</a></li>
<li><a href="${SITEMAP_INDEX}">供搜索引擎使用的网站地图（XML）</a></li>
</ul></section>
`,
  });
}

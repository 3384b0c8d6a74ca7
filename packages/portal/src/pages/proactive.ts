import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { blockOf, emptyText } from '../blocks.ts';
import type { CatalogGroup, CatalogNode, ListLink, ProactiveColumn } from '../document-views.ts';
import type { PageFrame } from '../layout.ts';
import { openDataPath, subscribePath } from '../paths.ts';
import type { OrganPage } from '../view-models.ts';
import { beTold } from './be-told.ts';
import { blockFrame, detailList } from './block.ts';
import { documentList } from './document-list-items.ts';

function node({ title, column, path, count, empty }: CatalogNode): SafeHtml {
  const words = title === column ? null : html`<span class="about">${title}</span>`;
  return empty === null
    ? html`<li><a href="${path}">${column}</a> <span class="count">${count} 件</span>${words}</li>
`
    : html`<li>${column} <span class="count">${empty}</span>${words}</li>
`;
}

function groupCard({ title, nodes }: CatalogGroup, index: number): SafeHtml | null {
  if (nodes.length === 0) return null;
  return html`<section class="card" aria-labelledby="catalog-${index}"><h2 id="catalog-${index}">${title}</h2>
<ul class="reports catalog">
${nodes.map(node)}</ul></section>
`;
}

const linkList = (links: readonly ListLink[]): SafeHtml => html`<ul class="downloads">
${links.map(
  ({
    name,
    path,
    count,
  }) => html`<li><a href="${path}">${name}</a> <span class="count">${count} 件</span></li>
`,
)}</ul>
`;

function waysCard({ kinds, years }: ProactiveColumn): SafeHtml | null {
  if (kinds.length === 0) return null;
  return html`<section class="card" aria-labelledby="ways"><h2 id="ways">按体裁、年份查找</h2>
<h3>体裁</h3>
${linkList(kinds)}<h3>发布年份</h3>
${linkList(years)}</section>
`;
}

function newestCard({ newest, total, allPath }: ProactiveColumn, organ: OrganPage): SafeHtml {
  const content =
    newest.length === 0
      ? html`<p class="none">${emptyText(blockOf('proactive'), organ)}</p>`
      : html`${documentList(newest, false)}<p><a href="${allPath}">全部信息（${total} 件）</a></p>
${organ.endedOn === null ? beTold(subscribePath(organ.path), organ.path) : null}`;
  return html`<section class="card" aria-labelledby="newest"><h2 id="newest">最新公开</h2>
${content}</section>
`;
}

function contactCard({ contact }: OrganPage): SafeHtml | null {
  if (contact.length === 0) return null;
  return html`<section class="card" aria-labelledby="contact"><h2 id="contact">机构信息</h2>
${detailList(contact)}<p class="law">条例第二十条第二项：机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名。</p></section>
`;
}

/** 法定主动公开内容: what is newest, the catalogue of 条例20 and 21 with its counts, and 机构信息 as it was entered. */
export const proactivePage = (frame: PageFrame, organ: OrganPage, column: ProactiveColumn): SafeHtml =>
  blockFrame(
    frame,
    organ,
    'proactive',
    html`${newestCard(column, organ)}${contactCard(organ)}<div class="blocks">
${column.groups.flatMap((group, index) => groupCard(group, index) ?? [])}</div>
${waysCard(column)}<p><a href="${openDataPath(organ.path)}">本机关公开目录的开放数据（CSV、JSON）</a></p>
`,
  );

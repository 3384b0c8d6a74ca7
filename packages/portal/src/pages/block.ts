import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { BLOCKS, blockOf } from '../blocks.ts';
import { type Crumb, type PageFrame, page } from '../layout.ts';
import { type BlockId, blockPath } from '../paths.ts';
import type { DisclosureOffice, OrganPage } from '../view-models.ts';

type Column = Pick<OrganPage, 'name' | 'path' | 'region' | 'above'>;

/** 当前位置 down to the organ's column. The highest region is the site's home, which stands first anyway. */
export function organCrumbs({ name, path, region, above }: Column, linked: boolean): readonly Crumb[] {
  const regions = [...above.slice(1), ...(above.length === 0 ? [] : [region])];
  return [...regions, linked ? { name, path } : { name }];
}

/** The blocks of a column as a list of links, the current one marked. */
export function blockNavigation(organPath: string, current: BlockId | null): SafeHtml {
  const items = BLOCKS.map(({ id, name }) =>
    id === current
      ? html`<li><a href="${blockPath(organPath, id)}" aria-current="page">${name}</a></li>`
      : html`<li><a href="${blockPath(organPath, id)}">${name}</a></li>`,
  );
  return html`<nav class="tabs" aria-label="专栏栏目"><ul>${items}</ul></nav>
`;
}

/** A page of a block: its name, the law behind it, the way to the other blocks, and what stands in it. */
export function blockFrame(frame: PageFrame, organ: Column, id: BlockId, content: SafeHtml): SafeHtml {
  const { name, law } = blockOf(id);
  return page(frame, {
    title: `${organ.name}${name}`,
    column: name,
    columnType: '政府信息公开',
    description: law,
    feeds: organ.path,
    crumbs: [...organCrumbs(organ, true), { name }],
    main: html`<h1>${organ.name}<br>${name}</h1>
${blockNavigation(organ.path, id)}${content}<p class="law">${law}</p>
`,
  });
}

/** What 条例12 wants to be told of the office; what the organ has not entered is left out. */
export function officeDetails(office: DisclosureOffice | null): SafeHtml {
  if (office === null)
    return html`<p class="none">本机关还没有在本平台登记政府信息公开工作机构的联系方式。</p>
`;
  const rows: readonly (readonly [string, string])[] = [
    ['工作机构', office.name],
    ['办公地址', office.address],
    ['办公时间', office.officeHours],
    ['联系电话', office.phone],
    ['传真号码', office.fax],
    ['电子邮箱', office.email],
  ];
  return html`<dl class="details">
${rows
  .filter(([, value]) => value !== '')
  .map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>
`,
  )}</dl>
`;
}

const officeCard = (
  organ: OrganPage,
): SafeHtml => html`<section class="card" aria-labelledby="office"><h2 id="office">政府信息公开工作机构</h2>
${officeDetails(organ.disclosureOffice)}</section>
`;

const emptyCard = (
  id: BlockId,
): SafeHtml => html`<div class="card"><p class="none">${blockOf(id).empty}</p></div>
`;

/** 指南: the office's contact data, which 条例12 wants in every guide; the guide itself is not there yet. */
export const guidePage = (frame: PageFrame, organ: OrganPage): SafeHtml =>
  blockFrame(frame, organ, 'guide', html`${emptyCard('guide')}${officeCard(organ)}`);

/** 制度 and 法定主动公开内容: nothing is published in them on this platform yet, and the page says so. */
export const emptyBlockPage = (frame: PageFrame, organ: OrganPage, id: 'rules' | 'proactive'): SafeHtml =>
  blockFrame(frame, organ, id, emptyCard(id));

/** 依申请公开: where an application can be sent today. */
export const applicationPage = (frame: PageFrame, organ: OrganPage): SafeHtml =>
  blockFrame(
    frame,
    organ,
    'application',
    html`<div class="card"><p class="none">${blockOf('application').empty}</p>
<p>申请应写明申请人的姓名或者名称、身份证明、联系方式，所申请信息的名称、文号或者便于查询的其他特征，以及获取信息的方式和形式（条例第二十九条）。</p></div>
${officeCard(organ)}`,
  );

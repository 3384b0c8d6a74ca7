import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { BLOCKS, blockOf, emptyText } from '../blocks.ts';
import type { DocumentLink } from '../document-views.ts';
import { endedNotice, successorList } from '../ending.ts';
import { type Crumb, type PageFrame, page } from '../layout.ts';
import { amendAtPath, applyToPath, type BlockId, blockPath, FOLLOW } from '../paths.ts';
import type { ColumnOwner, Detail, DisclosureOffice, OrganPage } from '../view-models.ts';
import { documentList } from './document-list-items.ts';

/** 当前位置 down to the organ's column. The highest region is the site's home, which stands first anyway. */
export function organCrumbs({ name, path, region, above }: ColumnOwner, linked: boolean): readonly Crumb[] {
  const regions = [...above.slice(1), ...(above.length === 0 ? [] : [region])];
  return [...regions, linked ? { name, path } : { name }];
}

/** The blocks of a column as a list of links, the current one marked; 依申请公开 by itself where the site has it so. */
export function blockNavigation({ site }: PageFrame, organPath: string, current: BlockId | null): SafeHtml {
  const items = BLOCKS.map(({ id, name }) => {
    const apart = id === 'application' && site.applicationStands === 'apart' ? html` class="apart"` : null;
    const here = id === current ? html` aria-current="page"` : null;
    return html`<li${apart}><a href="${blockPath(organPath, id)}"${here}>${name}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="专栏栏目"><ul>${items}</ul></nav>
`;
}

/** A page of a block: its name, the law behind it, the way to the other blocks, and what stands in it. */
export function blockFrame(frame: PageFrame, organ: ColumnOwner, id: BlockId, content: SafeHtml): SafeHtml {
  const { name, law } = blockOf(id);
  return page(frame, {
    title: `${organ.name}${name}`,
    column: name,
    columnType: '政府信息公开',
    description: law,
    feeds: organ.path,
    crumbs: [...organCrumbs(organ, true), { name }],
    main: html`<h1>${organ.name}<br>${name}</h1>
${endedNotice(organ)}${blockNavigation(frame, organ.path, id)}${content}<p class="law">${law}</p>
`,
  });
}

/** Values longer than this have a line of their own where others stand side by side. */
const LONGEST_BESIDE = 24;

/** Short names with their values, side by side where there is room. */
export function detailList(details: readonly Detail[], label?: string): SafeHtml {
  const rows = details.map(({ name, value }) => {
    const whole = value.length > LONGEST_BESIDE ? html` class="whole"` : null;
    return html`<div${whole}><dt>${name}</dt><dd>${value}</dd></div>
`;
  });
  return html`<dl class="facts${label === undefined ? '' : ' card'}"${
    label === undefined ? null : html` aria-label="${label}"`
  }>
${rows}</dl>
`;
}

/** What 条例12 wants to be told of the office; what the organ has not entered is left out. */
export const officeDetails = ({ details }: DisclosureOffice): SafeHtml => detailList(details);

const NO_OFFICE = '本机关还没有在本平台登记政府信息公开工作机构的联系方式。';

function officeCard({ disclosureOffice, endedOn }: OrganPage): SafeHtml | null {
  if (endedOn !== null) return null;
  return html`<section class="card" aria-labelledby="office"><h2 id="office">政府信息公开工作机构</h2>
${disclosureOffice === null ? html`<p class="none">${NO_OFFICE}</p>` : officeDetails(disclosureOffice)}</section>
`;
}

const emptyCard = (
  id: BlockId,
  organ: OrganPage,
): SafeHtml => html`<div class="card"><p class="none">${emptyText(blockOf(id), organ)}</p></div>
`;

/** The documents of a block; what the block says without any where there is none. */
function documentsCard(id: BlockId, organ: OrganPage, documents: readonly DocumentLink[]): SafeHtml {
  if (documents.length === 0) return emptyCard(id, organ);
  return html`<section class="card" aria-labelledby="documents"><h2 id="documents">${blockOf(id).name}</h2>
${documentList(documents, false)}</section>
`;
}

/** 指南: the published guides, and the office's contact data, which 条例12 wants in every guide. */
export const guidePage = (frame: PageFrame, organ: OrganPage, documents: readonly DocumentLink[]): SafeHtml =>
  blockFrame(frame, organ, 'guide', html`${documentsCard('guide', organ, documents)}${officeCard(organ)}`);

function dutiesCard({ disclosureOffice }: OrganPage): SafeHtml | null {
  if (disclosureOffice === null || disclosureOffice.duties.length === 0) return null;
  const duties = disclosureOffice.duties.map((duty) => html`<li>${duty}</li>`);
  return html`<section class="card" aria-labelledby="duties"><h2 id="duties">政府信息公开工作机构的职能</h2>
<ul>${duties}</ul></section>
`;
}

function groupCard({ leadingGroup }: OrganPage): SafeHtml | null {
  if (leadingGroup === null) return null;
  const { name, details, members } = leadingGroup;
  const rows = members.map(
    (
      member,
    ) => html`<tr><th scope="row">${member.duty}</th><td>${member.name}</td><td>${member.post}</td></tr>
`,
  );
  return html`<section class="card" aria-labelledby="group"><h2 id="group">${name}</h2>
${details.length === 0 ? null : detailList(details)}${
  rows.length === 0
    ? null
    : html`<table><caption>组成人员</caption><thead><tr><th scope="col">分工</th><th scope="col">姓名</th><th scope="col">职务</th></tr></thead>
<tbody>
${rows}</tbody></table>
`
}</section>
`;
}

/** 制度: the published rules, and who is in charge of the work (条例4). */
export const rulesPage = (frame: PageFrame, organ: OrganPage, documents: readonly DocumentLink[]): SafeHtml =>
  blockFrame(
    frame,
    organ,
    'rules',
    html`${documentsCard('rules', organ, documents)}${groupCard(organ)}${dutiesCard(organ)}`,
  );

const HOW_TO_APPLY =
  '申请应写明申请人的姓名或者名称、身份证明、联系方式，所申请信息的名称、文号或者便于查询的其他特征，以及获取信息的方式和形式（条例第二十九条）。';

function howToApply(organ: OrganPage): SafeHtml {
  return html`<div class="card"><p>${emptyText(blockOf('application'), organ)}</p>
<p class="actions"><a class="button" href="${applyToPath(organ.path)}">网上申请</a></p>
<ul>
<li><a href="${FOLLOW}">查询办理进度、接收答复</a></li>
<li><a href="${amendAtPath(organ.path)}">申请更正本人信息</a>（条例第四十一条）</li>
</ul>
<p>${HOW_TO_APPLY}</p></div>
${officeCard(organ)}`;
}

/** Whoever exercises the powers today handles the applications (国办公开办函〔2019〕14号). */
function endedApplication(organ: OrganPage): SafeHtml {
  const { successors } = organ;
  if (successors.length === 0) return emptyCard('application', organ);
  return html`${emptyCard('application', organ)}<section class="card" aria-labelledby="heirs"><h2 id="heirs">可以向下列机关提出申请</h2>
${successorList(successors)}<p>${HOW_TO_APPLY}</p></section>
`;
}

/** 依申请公开: where an application can be sent today. */
export const applicationPage = (frame: PageFrame, organ: OrganPage): SafeHtml =>
  blockFrame(
    frame,
    organ,
    'application',
    organ.endedOn === null ? howToApply(organ) : endedApplication(organ),
  );

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { BLOCKS, type Block, emptyText } from '../blocks.ts';
import { chartFigure } from '../charts/bar-chart.ts';
import { yearsChart } from '../charts/report-charts.ts';
import type { DocumentLink } from '../document-views.ts';
import { endingOf } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { applyToPath, type BlockId, blockPath, FOLLOW, subscribePath } from '../paths.ts';
import type { OrganPage } from '../view-models.ts';
import { beTold } from './be-told.ts';
import { officeDetails, organCrumbs } from './block.ts';
import { documentList } from './document-list-items.ts';
import { reportList } from './report-list.ts';

const LATEST = 3;

/** Documents that the blocks of a column name on its first page. */
export interface BlockDocuments {
  readonly guide: readonly DocumentLink[];
  readonly rules: readonly DocumentLink[];
  readonly proactive: readonly DocumentLink[];
}

const NO_DOCUMENTS: readonly DocumentLink[] = [];

const documentsIn = (id: BlockId, documents: BlockDocuments): readonly DocumentLink[] =>
  id === 'guide' || id === 'rules' || id === 'proactive' ? documents[id] : NO_DOCUMENTS;

function blockContent(block: Block, organ: OrganPage, documents: BlockDocuments): SafeHtml {
  const { id } = block;
  const found = documentsIn(id, documents);
  if (found.length > 0) {
    const told =
      id === 'proactive' && organ.endedOn === null ? beTold(subscribePath(organ.path), organ.path) : null;
    return html`${documentList(found, false)}<p><a href="${blockPath(organ.path, id)}">全部${block.name}</a></p>
${told}`;
  }
  const { reports, disclosureOffice, path } = organ;
  if (id === 'annual-reports' && reports.length > 0) {
    return html`${reportList(reports.slice(0, LATEST), false)}<p><a href="${blockPath(path, id)}">全部年度报告（${reports.length} 份）</a></p>
`;
  }
  if (id === 'guide' && disclosureOffice !== null) return officeDetails(disclosureOffice);
  return html`<p class="none">${emptyText(block, organ)}</p>
`;
}

/** The lists of who reports, and results of assessments, at the reports of the government and its office. */
function unitsLink({ id }: Block, { unitsPath, assessmentsPath }: OrganPage): SafeHtml | null {
  if (id !== 'annual-reports') return null;
  return html`${unitsPath === null ? null : html`<p><a href="${unitsPath}">年度报告报送单位名单</a></p>`}${
    assessmentsPath === null ? null : html`<p><a href="${assessmentsPath}">政府信息公开工作考核结果</a></p>`
  }
`;
}

function blockCard(block: Block, organ: OrganPage, documents: BlockDocuments): SafeHtml {
  const { id, name, law } = block;
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}"><a href="${blockPath(organ.path, id)}">${name}</a></h2>
${blockContent(block, organ, documents)}${unitsLink(block, organ)}<p class="law">${law}</p></section>
`;
}

function years({ years: found }: OrganPage): SafeHtml | null {
  const figure = chartFigure(yearsChart(found));
  return (
    figure &&
    html`<section class="card" aria-labelledby="years"><h2 id="years">办理申请的情况</h2>
${figure}<p class="law">数字取自本机关已公布的年度报告；报告中没有填写的，图表中也不填。</p></section>
`
  );
}

/** The way to the villages: their own affairs, beside the column and no part of it (村组法35). */
const villages = ({ villagesPath }: OrganPage): SafeHtml | null =>
  villagesPath === null
    ? null
    : html`<p><a href="${villagesPath}">各村村务公开</a>（由村民委员会负责，不属于政府信息公开）</p>
`;

/** 依申请公开 as an entry by itself, before the four blocks. */
const applicationEntry = ({
  path,
}: OrganPage): SafeHtml => html`<section class="card" aria-labelledby="application"><h2 id="application"><a href="${blockPath(path, 'application')}">依申请公开</a></h2>
<p>需要的信息没有公开的，可以向本机关申请。</p>
<p class="actions"><a class="button" href="${applyToPath(path)}">网上申请</a><a href="${FOLLOW}">查询办理进度、接收答复</a></p></section>
`;

/** An organ's column 政府信息公开 with its statutory blocks; a block without content says so. */
export function organPage(frame: PageFrame, organ: OrganPage, documents: BlockDocuments): SafeHtml {
  const { name, region, path } = organ;
  const hasEntry = frame.site.applicationStands === 'apart' && organ.endedOn === null;
  const blocks = hasEntry ? BLOCKS.filter(({ id }) => id !== 'application') : BLOCKS;
  return page(frame, {
    title: `${name}政府信息公开专栏`,
    column: '政府信息公开',
    columnType: '政府信息公开',
    description: `${name}的政府信息公开指南、制度、法定主动公开内容、年报和依申请公开`,
    feeds: path,
    crumbs: organCrumbs(organ, false),
    main: html`<h1>${name}<br>政府信息公开专栏</h1>
<p class="lead">${region.name}</p>
${endingOf(organ)}${hasEntry ? applicationEntry(organ) : null}<div class="blocks">
${blocks.map((block) => blockCard(block, organ, documents))}</div>
${years(organ)}${villages(organ)}`,
  });
}

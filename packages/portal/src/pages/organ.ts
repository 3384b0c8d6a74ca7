import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';
import { reportsPath } from '../paths.ts';
import type { OrganPage } from '../view-models.ts';
import { reportList } from './report-list.ts';

/** The column's statutory blocks that have no content on this platform yet, with what the law says of each. */
const EMPTY_BLOCKS = [
  {
    id: 'guide',
    name: '政府信息公开指南',
    article: '条例第十二条：指南应载明信息的分类、编排体系、获取方式和公开工作机构的联系方式。',
  },
  { id: 'rules', name: '政府信息公开制度', article: '条例第四条：各机关应建立健全本机关的公开工作制度。' },
  {
    id: 'proactive',
    name: '法定主动公开内容',
    article: '条例第二十条、第二十一条：应主动公开的十五类信息及各级政府的补充内容。',
  },
] as const;

const LATEST = 3;

function emptyBlock({ id, name, article }: (typeof EMPTY_BLOCKS)[number]): SafeHtml {
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
<p class="none">本机关还没有在本平台发布这部分内容。</p>
<p class="law">${article}</p></section>
`;
}

/** An organ's column 政府信息公开 with its statutory blocks; a block without content says so. */
export function organPage(frame: PageFrame, organ: OrganPage): SafeHtml {
  const { name, regionName, path, reports } = organ;
  const all = reportsPath(path);
  return page(frame, {
    title: `${name}政府信息公开专栏`,
    column: '政府信息公开',
    crumbs: [{ name }],
    main: html`<h1>${name}<br>政府信息公开专栏</h1>
<p class="lead">${regionName}</p>
<div class="blocks">
${EMPTY_BLOCKS.map(emptyBlock)}<section class="card" aria-labelledby="reports"><h2 id="reports">政府信息公开工作年度报告</h2>
${
  reports.length === 0
    ? html`<p class="none">本机关还没有在本平台发布年度报告。</p>`
    : html`${reportList(reports.slice(0, LATEST), false)}<p><a href="${all}">全部年度报告（${reports.length} 份）</a></p>`
}
<p class="law">条例第四十九条、第五十条：按年编制并向社会公布，内容法定。</p></section>
<section class="card" aria-labelledby="application"><h2 id="application">依申请公开</h2>
<p class="none">本平台还不能在线提交申请。</p>
<p class="law">条例第二十九条：申请向本机关的政府信息公开工作机构提出，采用信件、数据电文等书面形式；书面确有困难的，可以口头提出。</p></section>
</div>
`,
  });
}

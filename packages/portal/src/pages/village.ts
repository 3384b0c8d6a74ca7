import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { tableRows } from '@zhaoshi/domain/village/village-post';
import { type Crumb, type PageFrame, page } from '../layout.ts';
import { complaintPath, pastVillagePath, villagesPath } from '../paths.ts';
import type {
  ShownVillagePost,
  ShownVillageQuestion,
  TownshipPlace,
  VillageListPage,
  VillagePage,
  VillagePastPage,
  VillagePicture,
} from '../village-views.ts';
import { pager } from './pager.ts';

const COLUMN = '村务公开';

const crumbsOf = ({ crumbs, name, path }: TownshipPlace): readonly Crumb[] => [
  ...crumbs,
  { name, path },
  { name: COLUMN, path: villagesPath(path) },
];

/** The villages of a township, which is no organ's column: 村务公开 is the village's own (村组法35). */
export function villageListPage(frame: PageFrame, { township, villages }: VillageListPage): SafeHtml {
  return page(frame, {
    title: `${township.name}各村村务公开`,
    column: COLUMN,
    description: `${township.name}各村（居）民委员会公布的村务`,
    crumbs: [...crumbsOf(township).slice(0, -1), { name: COLUMN }],
    main: html`<h1>${township.name}<br>各村村务公开</h1>
<section class="card" aria-labelledby="villages"><h2 id="villages">村（居）民委员会</h2>
<ul class="reports">
${villages.map(
  ({
    name,
    path,
    shown,
  }) => html`<li><a href="${path}">${name}</a> <span class="count">${shown === 0 ? '现在没有公示的村务' : `正在公示 ${shown} 项`}</span></li>
`,
)}</ul>
<p class="law">村务公开是村民自治的内容，由村（居）民委员会负责，不属于政府信息公开。</p></section>
`,
  });
}

function table(title: string, body: string): SafeHtml {
  const [head = [], ...rows] = tableRows(body);
  return html`<div class="table" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${head.map((_, column) => html`<td>${row[column] ?? ''}</td>`)}</tr>
`,
  )}</tbody></table></div>
`;
}

const figure = (title: string, { path, boardOn }: VillagePicture, number: number): SafeHtml => {
  const words = boardOn === null ? `照片 ${number}` : `村务公开栏，${chineseDate(boardOn)}拍摄`;
  return html`<figure><a href="${path}"><img src="${path}" alt="${title}，第 ${number} 张图片" loading="lazy"></a><figcaption>${words}</figcaption></figure>
`;
};

function content({ title, kind, body, pictures }: ShownVillagePost): SafeHtml {
  const words =
    body.trim() === ''
      ? null
      : kind === 'table'
        ? table(title, body)
        : html`<p class="typed">${body}</p>
`;
  const shown = pictures.map((picture, index) => figure(title, picture, index + 1));
  return html`${words}${shown.length === 0 ? null : html`<div class="photos">${shown}</div>`}`;
}

const facts = (
  post: ShownVillagePost,
): SafeHtml => html`<p class="law">${chineseDate(post.from)}公布，至少展示到${chineseDate(post.until)}。村民委员会：${post.committeeSigner}；村务监督委员会：${post.supervisorSigner}。${post.reason === '' ? null : html`本次为更正后的内容，更正原因：${post.reason}。`}</p>
`;

const currentPost = (
  post: ShownVillagePost,
): SafeHtml => html`<article class="card" aria-labelledby="p-${post.id}"><h2 id="p-${post.id}">${post.title}</h2>
${content(post)}${facts(post)}</article>
`;

const pastPost = (
  post: ShownVillagePost,
): SafeHtml => html`<li><details><summary>${post.title} <span class="count">${chineseDate(post.from)}公布</span></summary>
${content(post)}${facts(post)}</details></li>
`;

const question = ({ receivedOn, text, reply }: ShownVillageQuestion): SafeHtml => html`<li>
<p class="law">${chineseDate(receivedOn)}，村民提问</p>
<p class="typed">${text}</p>
<p class="typed"><strong>答复：</strong>${reply}</p>
</li>
`;

/** A village's page: what is shown now, what villagers asked, and where to turn when something is not published. */
export function villagePage(
  frame: PageFrame,
  { village, law, posts, past, questions, questionPath }: VillagePage,
): SafeHtml {
  const { name, path, township } = village;
  return page(frame, {
    title: `${name}村务公开`,
    column: COLUMN,
    description: `${name}公布的村务`,
    crumbs: [...crumbsOf(township), { name }],
    main: html`<h1>${name}<br>村务公开</h1>
<p class="lead">${township.name}</p>
${
  posts.length === 0
    ? html`<section class="card"><p class="none">现在没有正在公示的村务。</p></section>
`
    : posts.map(currentPost)
}${
  past === 0
    ? null
    : html`<p><a href="${pastVillagePath(path)}">往期公布的村务（${past} 项）</a></p>
`
}<section class="card" aria-labelledby="questions"><h2 id="questions">村民提问和答复</h2>
${
  questions.length === 0
    ? html`<p>还没有公开展示的提问。</p>
`
    : html`<ul class="voices">
${questions.map(question)}</ul>
`
}<p><a href="${questionPath}" rel="nofollow">向村民委员会提问</a>（审核后同答复一起展示，不展示姓名）</p></section>
<section class="card" aria-labelledby="rights"><h2 id="rights">不公布、不真实的怎么办</h2>
<p>村务不及时公布或者公布的事项不真实的，村民可以向${township.name}或者县级人民政府及其有关主管部门反映，由其调查核实，责令依法公布（村民委员会组织法第三十六条）。</p>
<p><a href="${complaintPath(path)}" rel="nofollow">向${township.name}投诉</a>（可以匿名）</p>
<p class="law">依据：${law}。村务公开由村（居）民委员会负责，不属于政府信息公开。</p></section>
`,
  });
}

/** What was shown for its time. */
export function villagePastPage(
  frame: PageFrame,
  { village, posts, page: number, pages }: VillagePastPage,
): SafeHtml {
  const { name, path, township } = village;
  return page(frame, {
    title: `${name}往期公布的村务${number === 1 ? '' : `（第${number}页）`}`,
    column: COLUMN,
    description: `${name}以前公布的村务`,
    crumbs: [...crumbsOf(township), { name, path }, { name: '往期公布' }],
    main: html`<h1>${name}<br>往期公布的村务</h1>
<section class="card">${
      posts.length === 0
        ? html`<p class="none">没有往期公布的村务。</p>`
        : html`<ul class="reports">
${posts.map(pastPost)}</ul>
`
    }</section>
${pager({ page: number, pages })}`,
  });
}

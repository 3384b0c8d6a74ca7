import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';

/** A register with the files that it can be had in. */
export interface RegisterLink {
  readonly title: string;
  readonly count: number;
  readonly files: readonly { readonly format: string; readonly path: string }[];
}

/** 开放数据 of a region or an organ. */
export interface OpenDataPage {
  readonly name: string;
  /** Of the region or the organ. */
  readonly path: string;
  readonly registers: readonly RegisterLink[];
  /** Names by which programs read the fields, and what they mean. */
  readonly fields: readonly { readonly name: string; readonly meaning: string }[];
  /** The same of the registers with the cells of annual reports. */
  readonly cellFields: OpenDataPage['fields'];
}

const fileLink = (title: string, { format, path }: RegisterLink['files'][number]): SafeHtml =>
  html`<li><a href="${path}" download>${format.toUpperCase()}<span class="unseen">：${title}</span></a></li>`;

const registerRow = ({
  title,
  count,
  files,
}: RegisterLink): SafeHtml => html`<tr><th scope="row">${title}</th><td>${count}</td><td><ul class="downloads">${files.map((file) => fileLink(title, file))}</ul></td></tr>
`;

const fieldRow = ({ name, meaning }: OpenDataPage['fields'][number]): SafeHtml =>
  html`<dt><code>${name}</code></dt><dd>${meaning}</dd>
`;

/** The registers that there are, and the names and meanings of their fields. */
export function openDataPage(
  frame: PageFrame,
  { name, path, registers, fields, cellFields }: OpenDataPage,
): SafeHtml {
  return page(frame, {
    title: `${name}公开目录的开放数据`,
    column: '开放数据',
    columnType: '政府信息公开',
    description: `${name}主动公开信息目录和年度报告表格数据，CSV 和 JSON 格式`,
    feeds: path,
    crumbs: [{ name, path }, { name: '开放数据' }],
    main: html`<h1>${name}<br>公开目录的开放数据</h1>
<section class="card" aria-labelledby="registers"><h2 id="registers">目录文件</h2>
<table><thead><tr><th scope="col">目录</th><th scope="col">件数</th><th scope="col">下载</th></tr></thead>
<tbody>
${registers.map(registerRow)}</tbody></table>
<p class="law">CSV 文件采用 UTF-8 编码、逗号分隔，第一行是字段名；以等号、加号、减号、@ 开头的文字前加了单引号，以免被表格软件当作公式。只列现在公开的信息；已撤回的不列。可以自由使用，请注明来源。</p></section>
<section class="card" aria-labelledby="fields"><h2 id="fields">公开目录的字段</h2>
<dl class="details">
${fields.map(fieldRow)}</dl>
<p class="law">字段名和含义保持不变，新增的字段排在最后。JSON 文件中，<code>rows</code> 是各条信息，<code>asOf</code> 是有效性所截至的日期。</p></section>
<section class="card" aria-labelledby="cell-fields"><h2 id="cell-fields">年度报告表格数据的字段</h2>
<dl class="details">
${cellFields.map(fieldRow)}</dl>
<p class="law">每行是一份已公布的年度报告的一个栏目，只列现行版本；更正前的版本见各报告的网页。</p></section>
`,
  });
}

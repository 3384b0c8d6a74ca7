import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { downloadPath } from '../paths.ts';
import type { ReportPage, ReportRestatement, ReportVersionLink } from '../report-views.ts';

/** Formats in which a report can be taken home, with the words a reader knows. */
export const DOWNLOADS = [
  { format: 'docx', name: 'Word 文档（docx）' },
  { format: 'pdf', name: 'PDF 文档' },
  { format: 'xlsx', name: 'Excel 表格（xlsx）' },
  { format: 'json', name: '开放数据（JSON）' },
] as const;

/** @param path of the version whose files are meant */
export function downloadCard(path: string): SafeHtml {
  const downloads = DOWNLOADS.map(
    ({ format, name }) => html`<li><a href="${downloadPath(path, format)}" download>${name}</a></li>
`,
  );
  return html`<section class="card" aria-labelledby="downloads"><h2 id="downloads">下载本报告</h2>
<ul class="downloads">
${downloads}</ul></section>
`;
}

/** What proves that this is what was published; the hash of the figures is the same in every format. */
export const reportProofCard = ({
  version,
  contentSha256,
  cellsSha256,
}: ReportPage): SafeHtml => html`<section class="card proof" aria-labelledby="proof"><h2 id="proof">发布记录</h2>
<dl><dt>版本</dt><dd>第 ${version} 版</dd><dt>表格数据的校验值（SHA-256）</dt><dd><code>${cellsSha256}</code></dd><dt>JSON 文件的校验值（SHA-256）</dt><dd><code>${contentSha256}</code></dd></dl>
<p class="law">网页和 Word、PDF、Excel、JSON 文件载有同一份表格数据；Word、PDF、Excel 文件的属性中写有表格数据的校验值，可与上面的比对。</p></section>
`;

function changedCells(restatement: ReportRestatement): SafeHtml {
  const { version, cells } = restatement;
  if (cells.length === 0) return html`<p>表格数据没有变化。</p>`;
  const rows = cells.map(
    ({ name, before, after }) => html`<tr><th scope="row">${name}</th><td>${before}</td><td>${after}</td></tr>
`,
  );
  return html`<div class="table" tabindex="0" role="region" aria-labelledby="restated-${version}"><table aria-labelledby="restated-${version}"><thead><tr><th scope="col">栏目</th><th scope="col">更正前</th><th scope="col">更正后</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}

function restatementItem(restatement: ReportRestatement): SafeHtml {
  const { version, publishedAt, reason, before, hasTextChanges } = restatement;
  return html`<h3 id="restated-${version}">${publishedAt.slice(0, 10)} 更正（第 ${version} 版）</h3>
<p>更正的原因：${reason ?? '没有记载。'}</p>
${changedCells(restatement)}${
  hasTextChanges
    ? html`<p>表格以外的文字也有改动，改动前的文字见<a href="${before.path}">第 ${before.version} 版</a>。</p>
`
    : null
}<p><a href="${before.path}">查看更正前的报告（第 ${before.version} 版）</a></p>
`;
}

/** The public list of what was put right after publication: day, reason, old and new figures (AR-PUB-04). */
export function restatementCard(restatements: readonly ReportRestatement[]): SafeHtml | null {
  if (restatements.length === 0) return null;
  return html`<section class="card" aria-labelledby="restatements"><h2 id="restatements">更正记录</h2>
${restatements.map(restatementItem)}<p class="law">已公布的数据只更正重报，不直接改动；更正前的报告继续保留，可以照常查阅、下载。</p></section>
`;
}

/** Above a report that was restated. */
export function restatedNotice([newest]: readonly ReportRestatement[]): SafeHtml | null {
  if (newest === undefined) return null;
  const day = newest.publishedAt.slice(0, 10);
  return html`<p class="card ended"><strong>已更正</strong>　本报告已于 ${day} 更正重报，以下是更正后的内容。更正的原因和更正前后的数字见<a href="#restatements">更正记录</a>。</p>
`;
}

const versionItem = ({
  version,
  path,
  publishedAt,
  isCurrent,
}: ReportVersionLink): SafeHtml => html`<li><a href="${path}">第 ${version} 版</a>${isCurrent ? ' 现行版本' : ''}
<span class="about"><span>发布日期：<time>${publishedAt}</time></span></span></li>
`;

/** All versions of a report. */
export const versionCard = (
  versions: readonly ReportVersionLink[],
): SafeHtml => html`<section class="card" aria-labelledby="versions"><h2 id="versions">历次版本</h2>
<ul class="reports">
${versions.map(versionItem)}</ul></section>
`;

import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ColumnOwner, OrganPage, PowerTransfer } from './view-models.ts';

/** Behind the name of an organ that has ended. */
export const endedMark = (hasEnded: boolean): SafeHtml | null =>
  hasEnded ? html` <span class="count">已撤销</span>` : null;

/** On every page of an ended organ's column but the first: when it ended, and where more is said. */
export function endedNotice({ endedOn, path }: ColumnOwner): SafeHtml | null {
  if (endedOn === null) return null;
  return html`<p class="card ended"><strong>已撤销</strong>　本机关已于${chineseDate(endedOn)}撤销，撤销情况见<a href="${path}">本机关专栏首页</a>。</p>
`;
}

const transfer = ({ organName, path, hasEnded, since, matters, documentNumber }: PowerTransfer): SafeHtml => {
  const number = documentNumber === null ? '' : `，${documentNumber}`;
  return html`<li><a href="${path}">${organName}</a>${endedMark(hasEnded)}<br>承接事项：${matters ?? '全部职权'}（自${chineseDate(since)}起${number}）</li>
`;
};

/** Those who exercise the organ's powers now. */
export const successorList = (successors: readonly PowerTransfer[]): SafeHtml => html`<ul class="reports">
${successors.map(transfer)}</ul>
`;

const TRANSFER_LAW = '职权划转后，政府信息公开事项由现行使该职权的机关办理（国办公开办函〔2019〕14号）。';

function endedCard({ endedOn, closingStatement, successors }: OrganPage): SafeHtml | null {
  if (endedOn === null) return null;
  return html`<section class="card ended" aria-labelledby="ended"><h2 id="ended">已撤销</h2>
<p>本机关已于${chineseDate(endedOn)}撤销。已经公布的政府信息继续保留，可以照常查阅、下载。</p>
${
  closingStatement === null
    ? null
    : html`<p>撤销说明：${closingStatement}</p>
`
}${
  successors.length === 0
    ? null
    : html`<h3>承接职权的机关</h3>
${successorList(successors)}<p>${TRANSFER_LAW}</p>
`
}</section>
`;
}

function movedCard({ endedOn, successors }: OrganPage): SafeHtml | null {
  if (endedOn !== null || successors.length === 0) return null;
  return html`<section class="card" aria-labelledby="moved"><h2 id="moved">划出的职权</h2>
${successorList(successors)}<p class="law">${TRANSFER_LAW}</p></section>
`;
}

function takenOverCard({ predecessors }: OrganPage): SafeHtml | null {
  if (predecessors.length === 0) return null;
  return html`<section class="card" aria-labelledby="taken-over"><h2 id="taken-over">承接的职权</h2>
<ul class="reports">
${predecessors.map(transfer)}</ul>
<p class="law">${TRANSFER_LAW}</p></section>
`;
}

/** That the organ has ended, who exercises its powers, and whose powers it took over; nothing for most organs. */
export const endingOf = (organ: OrganPage): SafeHtml =>
  html`${endedCard(organ)}${movedCard(organ)}${takenOverCard(organ)}`;

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { ACT_PAGES } from '../applicant/acts.ts';
import type {
  OwnCase,
  OwnFile,
  OwnLetter,
  OwnOutcome,
  OwnPeriod,
  OwnSilence,
  OwnTask,
} from '../applicant/own-case.ts';
import { type PageFrame, page } from '../layout.ts';
import { FOLLOW_END } from '../paths.ts';

function taskCard({ title, words, until, act }: OwnTask, index: number): SafeHtml {
  const id = `task-${index + 1}`;
  return html`<section class="card ended" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${words.map(
  ({ name, text }) => html`<h3>${name}</h3>
<p class="typed">${text}</p>
`,
)}${
  until === null
    ? null
    : html`<p>期限：<strong>${until}</strong></p>
`
}${act === null ? null : html`<p class="actions"><a class="button" href="${act.path}">${ACT_PAGES[act.act].title}</a></p>`}</section>
`;
}

/** How the last day comes about, day by day: what everybody can count after. */
function periodCard({ due, isProjected, from, days }: OwnPeriod): SafeHtml {
  const rows = days.map(
    ({
      date,
      words,
      count,
      counts,
    }) => html`<tr${counts ? null : html` class="skipped"`}><th scope="row">${date}</th><td>${words}</td><td>${count}</td></tr>
`,
  );
  return html`<section class="card" aria-labelledby="period"><h2 id="period">答复期限</h2>
<p>最后一日：<strong>${due}</strong>${isProjected ? '（征求意见期间，按现在的情况推算）' : null}</p>
<details><summary>逐日计算</summary>
<table><caption>从${from}的次日起逐日计算</caption><thead><tr><th scope="col">日期</th><th scope="col">是什么日子</th><th scope="col">是否计入</th></tr></thead>
<tbody>
${rows}</tbody></table></details>
<p class="law">条例第三十三条：自收到申请之日起20个工作日内答复；需要延长的，延长的期限最长不超过20个工作日；征求意见所需时间不计算在内。</p></section>
`;
}

function letterItem({ title, documentNumber, issuedOn, path, downloads, confirm }: OwnLetter): SafeHtml {
  return html`<li><a href="${path}">${title}</a>
<span class="about">${documentNumber === null ? null : html`<span>${documentNumber}</span>`}<span>${issuedOn}</span>${downloads.map(
    (file) =>
      html`<span><a href="${file.path}">${file.name}<span class="unseen">：${title}</span></a></span>`,
  )}${
    confirm === null
      ? html`<span>已确认收到</span>`
      : html`<span><a href="${confirm.path}">确认收到<span class="unseen">${title}</span></a></span>`
  }</span></li>
`;
}

const fileItem = ({
  name,
  size,
  path,
}: OwnFile): SafeHtml => html`<li><a href="${path}">${name}</a> <span class="count">${size}</span></li>
`;

function lettersCard({ letters, files }: OwnCase): SafeHtml | null {
  if (letters.length === 0 && files.length === 0) return null;
  return html`<section class="card" aria-labelledby="letters"><h2 id="letters">文书和提供的信息</h2>
${
  letters.length === 0
    ? null
    : html`<ul class="reports">
${letters.map(letterItem)}</ul>
`
}${
  files.length === 0
    ? null
    : html`<h3>机关提供的信息</h3>
<ul class="reports">
${files.map(fileItem)}</ul>
`
}<p class="help">下载链接15分钟内有效，只能在本次查询中使用；过期的，重新打开本页即可。</p></section>
`;
}

function timelineCard({ timeline }: OwnCase): SafeHtml {
  return html`<section class="card" aria-labelledby="timeline"><h2 id="timeline">办理经过</h2>
<ol class="timeline">
${timeline.map(
  ({ on, words }) => html`<li><time>${on}</time> ${words}</li>
`,
)}</ol></section>
`;
}

function actsCard({ acts, phone }: OwnCase): SafeHtml {
  return html`<section class="card" aria-labelledby="acts"><h2 id="acts">您还可以</h2>
<ul>
${acts.map(
  ({ act, path }) => html`<li><a href="${path}">${ACT_PAGES[act].title}</a></li>
`,
)}<li>${phone === '' ? '与受理机关联系' : `电话联系受理机关：${phone}`}</li>
</ul></section>
`;
}

/** The result first, then why, what to do, and until when one may object. */
function outcomeCard({ result, why, next, remedies }: OwnOutcome): SafeHtml {
  return html`<section class="card" aria-labelledby="outcome"><h2 id="outcome">办理结果：${result}</h2>
<p>${why}</p>
<p>${next}</p>
${
  remedies.length === 0
    ? null
    : html`<h3>不服这个结果的</h3>
<ul>
${remedies.map(
  (text) => html`<li>${text}</li>
`,
)}</ul>
<p class="help">向哪个机关、哪个法院提出，写在答复书（告知书）的最后一段；期限以依法计算的为准。</p>
`
}</section>
`;
}

/** No reply in time is something one may object to as well; nobody's letter says so, so this page does. */
function silenceCard({ due, remedies, source }: OwnSilence): SafeHtml {
  return html`<section class="card ended" aria-labelledby="silence"><h2 id="silence">答复期限已过，机关还没有答复</h2>
<p>答复期限的最后一日是<strong>${due}</strong>。逾期不予答复的：</p>
<ul>
${remedies.map(
  (text) => html`<li>${text}</li>
`,
)}</ul>
<p class="help">依据：${source}。申请复议、起诉的期限一般从答复期限届满之日起计算，以行政复议机关、人民法院依法计算的为准。也可以先与受理机关联系；机关以后答复的，本页会显示结果。</p></section>
`;
}

/** The case of the applicant: where it stands, what is to be done, how long it may take, what there is to read. */
export function followCasePage(frame: PageFrame, own: OwnCase, token: string): SafeHtml {
  const { number, organName, status, now, next, submittedAt, receiptDate, description, period } = own;
  return page(frame, {
    title: '我的申请',
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: '我的申请' }],
    main: html`<h1>我的申请</h1>
${own.tasks.map(taskCard)}${own.silence === null ? null : silenceCard(own.silence)}<section class="card" aria-labelledby="state"><h2 id="state">现在：${status}</h2>
<p>${now}</p>
<p>${next}</p>
<dl class="details">
<dt>登记号</dt><dd>${number}</dd>
<dt>受理机关</dt><dd>${organName}</dd>
<dt>登记时间</dt><dd>${submittedAt}</dd>
<dt>收到申请之日</dt><dd>${receiptDate ?? '等待双方确认'}</dd>
<dt>申请内容</dt><dd class="typed">${description}</dd>
</dl></section>
${own.outcome === null ? null : outcomeCard(own.outcome)}${period === null ? null : periodCard(period)}${lettersCard(own)}${timelineCard(own)}${actsCard(own)}${endForm(token)}`,
  });
}

/** On a computer of a library nobody else shall go on reading. */
export const endForm = (
  token: string,
): SafeHtml => html`<form class="card entry" action="${FOLLOW_END}" method="post">
<input type="hidden" name="token" value="${token}">
<p class="actions"><button type="submit">结束查询</button></p>
<p class="help">30分钟没有操作会自动结束。在公用电脑上请点“结束查询”。</p>
</form>
`;

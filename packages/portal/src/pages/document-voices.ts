import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { CommentPeriodView, DocumentVoices, ShownVoice } from '../voice-views.ts';

const shownItem = ({ kind, receivedOn, text, reply, adoption }: ShownVoice): SafeHtml => html`<li>
<p class="law">${kind === 'comment' ? '公众意见' : '网友提问'}，${receivedOn}</p>
<p class="typed">${text}</p>
${
  reply === ''
    ? null
    : html`<p class="typed"><strong>答复：</strong>${reply}</p>
`
}${
  adoption === null
    ? null
    : html`<p><strong>采纳情况：</strong>${adoption}</p>
`
}</li>
`;

function periodCard({ until, isOpen, reason, comments }: CommentPeriodView, path: string | null): SafeHtml {
  const state = isOpen ? html`征集中，截止到 <strong>${until}</strong>（含当日）` : html`已于 ${until} 结束`;
  return html`<section class="card" aria-labelledby="collecting"><h2 id="collecting">意见征集</h2>
<p>${state}。已收到意见 ${comments} 条。</p>
${
  reason === null
    ? null
    : html`<p>征求意见期限少于30日的理由：${reason}</p>
`
}${
  path === null
    ? null
    : html`<p><a href="${path}" rel="nofollow">提交意见</a></p>
`
}</section>
`;
}

/** 意见征集, and what the public said and was answered; nothing where there is nothing. */
export function voicesCard({ period, commentPath, questionPath, shown }: DocumentVoices): SafeHtml | null {
  const said =
    shown.length === 0 && questionPath === null
      ? null
      : html`<section class="card" aria-labelledby="voices"><h2 id="voices">公众的意见和提问</h2>
${
  shown.length === 0
    ? html`<p>还没有公开展示的提问。</p>
`
    : html`<ul class="voices">
${shown.map(shownItem)}</ul>
`
}${
  questionPath === null
    ? null
    : html`<p><a href="${questionPath}" rel="nofollow">提问、评论</a>（审核后展示）</p>
`
}</section>
`;
  if (period === null) return said;
  return html`${periodCard(period, commentPath)}${said}`;
}

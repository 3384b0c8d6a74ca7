import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ApplyChoice, ApplyOrgan } from '../applicant/models.ts';
import { type PageFrame, page } from '../layout.ts';
import { APPLY, applyToPath, blockPath, FOLLOW } from '../paths.ts';

function lines({ office, phone, hours, address }: ApplyOrgan): SafeHtml {
  const known = [
    ['工作机构', office],
    ['电话', phone],
    ['时间', hours],
    ['地址', address],
  ].filter(([, value]) => value !== '');
  if (known.length === 0) return html`<p class="count">还没有登记联系方式</p>`;
  return html`<p class="about">${known.map(([name, value]) => html`<span>${name ?? ''}：${value ?? ''}</span>`)}</p>`;
}

const organItem = (
  organ: ApplyOrgan,
): SafeHtml => html`<li><a href="${applyToPath(organ.path)}">${organ.name}</a> <a class="count" href="${blockPath(organ.path, 'guide')}">公开指南<span class="unseen">（${organ.name}）</span></a>
${lines(organ)}</li>
`;

function regionLinks({ regions }: ApplyChoice): SafeHtml | null {
  if (regions.length < 2) return null;
  const items = regions.map(({ name, slug, isChosen }) =>
    isChosen
      ? html`<li><a href="${APPLY}?region=${slug}" aria-current="true">${name}</a></li>`
      : html`<li><a href="${APPLY}?region=${slug}">${name}</a></li>`,
  );
  return html`<nav class="tabs" aria-label="行政区域"><ul>${items}</ul></nav>
`;
}

/** Whom to ask: the organ that made or keeps the information (条例10). Villages are no organs; organs that ended are not there. */
export function applyChoosePage(frame: PageFrame, choice: ApplyChoice): SafeHtml {
  const { regionName, organs } = choice;
  return page(frame, {
    title: '网上申请公开政府信息：选择机关',
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: '网上申请' }],
    main: html`<h1>网上申请公开政府信息</h1>
<div class="card"><p>请选择机关。信息由哪个机关制作，就向哪个机关申请；机关从其他单位获取的信息，由制作或者最初获取的机关公开（条例第十条）。</p>
<p>已经申请过的，可以<a href="${FOLLOW}">查询办理进度、接收答复</a>。</p></div>
${regionLinks(choice)}<section class="card" aria-labelledby="organs"><h2 id="organs">${regionName}：选择机关</h2>
${
  organs.length === 0
    ? html`<p class="none">还没有登记可以受理申请的机关。</p>`
    : html`<ul class="reports">
${organs.map(organItem)}</ul>`
}</section>
<p class="law">条例第二十九条：申请向行政机关的政府信息公开工作机构提出。村（居）民委员会不是行政机关，不受理政府信息公开申请。</p>
`,
  });
}

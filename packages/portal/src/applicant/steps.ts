import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type Crumb, type PageFrame, page } from '../layout.ts';
import { APPLY, APPLY_STEP_IDS, type ApplyStepId, applyStepPath, DISPLAY } from '../paths.ts';
import { errorSummary, type ShownForm, titleOf } from './form.ts';
import type { ApplyPlace } from './models.ts';

const TITLES: Readonly<Record<ApplyStepId, string>> = {
  kind: '申请人类型',
  applicant: '申请人信息',
  request: '申请内容',
  identity: '身份证明',
  confirm: '核对并提交',
};

const COUNT = APPLY_STEP_IDS.length;

function trail(current: ApplyStepId): SafeHtml {
  const at = APPLY_STEP_IDS.indexOf(current);
  const items = APPLY_STEP_IDS.map((step, index) => {
    const name = `${index + 1}. ${TITLES[step]}`;
    if (index === at) return html`<li aria-current="step">${name}</li>`;
    return index < at ? html`<li><a href="${applyStepPath(step)}">${name}</a></li>` : html`<li>${name}</li>`;
  });
  return html`<nav class="steps" aria-label="填写步骤"><ol>${items}</ol></nav>
`;
}

export const applyCrumbs = (organ: ApplyPlace): readonly Crumb[] => [
  { name: organ.name, path: organ.path },
  { name: '依申请公开', path: `${organ.path}/application` },
  { name: '网上申请' },
];

/** For whoever cannot read, write or see well: by word of mouth, or larger (条例29, 43). */
export function helpCard({ phone, address, hours }: ApplyPlace, back: string): SafeHtml {
  const large = `${DISPLAY}?${new URLSearchParams({ text: 'large', contrast: 'standard', back }).toString()}`;
  const call = phone === '' ? null : html`拨打 <strong>${phone}</strong>，或者`;
  const place = [address, hours].filter((text) => text !== '').join('，');
  return html`<aside class="card help-card" aria-labelledby="need-help"><h2 id="need-help">填写有困难？</h2>
<p>看不清、写不了或者不会使用电脑的，可以口头申请：${call}到政府信息公开工作机构当面提出，由工作人员代为填写（条例第二十九条、第四十三条）。${place === '' ? null : `地址和时间：${place}。`}</p>
<p><a href="${large}">换成大字显示</a></p></aside>
`;
}

/** A step of the form: where one is, what was wrong, the form, and the way to help. */
export function stepPage(
  frame: PageFrame,
  organ: ApplyPlace,
  step: ApplyStepId,
  form: ShownForm,
  content: SafeHtml,
): SafeHtml {
  const title = `第${APPLY_STEP_IDS.indexOf(step) + 1}步，共${COUNT}步：${TITLES[step]}`;
  return page(frame, {
    title: titleOf(form, `${title} - 向${organ.name}申请公开信息`),
    column: '依申请公开',
    noIndex: true,
    crumbs: applyCrumbs(organ),
    main: html`<h1>${title}</h1>
<p class="lead">向${organ.name}申请公开政府信息。已填的内容自动保存在本站，${organ.draftDays}天内没有提交的自动清除。</p>
<div class="narrow">${trail(step)}${errorSummary(form)}${content}${helpCard(organ, applyStepPath(step))}</div>
`,
  });
}

/** A page that only says something, and where to go on. */
export function messagePage(
  frame: PageFrame,
  {
    title,
    words,
    path = APPLY,
    link = '重新开始',
  }: {
    readonly title: string;
    readonly words: readonly string[];
    readonly path?: string;
    readonly link?: string;
  },
): SafeHtml {
  return page(frame, {
    title,
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: title }],
    main: html`<h1>${title}</h1>
<div class="card prose">
${words.map(
  (text) => html`<p>${text}</p>
`,
)}<p><a href="${path}">${link}</a></p>
</div>
`,
  });
}

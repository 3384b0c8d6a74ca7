import {
  LONGEST_VOICE,
  VOICE_FIELDS,
  VOICE_KINDS,
  VOICE_TEXT,
  type VoiceKind,
} from '@zhaoshi/domain/disclosure/voice/voice';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { errorSummary, formFrame, type ShownForm, textArea, textField, titleOf } from '../applicant/form.ts';
import type { AskedQuestion, Receipt } from '../applicant/models.ts';
import { questionField } from '../applicant/question.ts';
import { receiptForm } from '../applicant/receipt-fields.ts';
import { type PageFrame, page } from '../layout.ts';
import { VOICE_REPLY, voicePath } from '../paths.ts';
import type { OwnVoice, VoiceSubject } from '../voice-views.ts';
import { spokenCode } from './apply-receipt.ts';

const COLUMN = '互动交流';

const LEADS: Readonly<Record<VoiceKind, string>> = {
  errorReport: '发现错别字、错误的数字、打不开的链接或者附件、不应公开的个人信息等，请告诉我们。可以匿名。',
  question: '对已经公开的信息有疑问或者意见的，可以在这里提出；审核后同答复一起展示，不展示姓名。可以匿名。',
  comment: '您的意见由起草机关研究，采纳情况向社会反馈；审核后展示的只有意见本身，不展示姓名。可以匿名。',
};

const TEXT_LABELS: Readonly<Record<VoiceKind, string>> = {
  errorReport: '哪里有错误，应当怎样',
  question: '提问或者评论',
  comment: '意见',
};

/** Who handles what is typed, and what becomes of it (个人信息保护法17). */
const privacy = ({
  organName,
  phone,
}: VoiceSubject): SafeHtml => html`<section class="notice" aria-labelledby="privacy"><h2 id="privacy">个人信息处理告知</h2>
<ul>
<li>处理者：${organName}${phone === '' ? '' : `，电话 ${phone}`}。姓名和联系方式可以不填，只用于与您联系、答复您，加密保存，不公开，不写入网址和搜索。</li>
<li>请不要在内容里写身份证号码、电话、住址等个人信息。</li>
</ul></section>
`;

/** The form for an error, a question or a comment. */
export function voiceFormPage(
  frame: PageFrame,
  subject: VoiceSubject,
  form: ShownForm,
  question: AskedQuestion,
): SafeHtml {
  const { kind, organName, title, until, page: about } = subject;
  const name = VOICE_KINDS[kind].title;
  const content = html`${textArea(form, {
    name: VOICE_TEXT,
    label: TEXT_LABELS[kind],
    longest: LONGEST_VOICE,
    rows: 8,
    required: true,
  })}${VOICE_FIELDS.map((field) => textField(form, field))}${questionField(form, question)}${privacy(subject)}`;
  return page(frame, {
    title: titleOf(form, `${name} - ${title ?? organName}`),
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: organName }, { name }],
    main: html`<h1>${name}</h1>
<p class="lead">${title === null ? html`页面：<a href="${about}">${about}</a>` : html`关于：<a href="${about}">${title}</a>`}。${until === null ? null : html`截止到 ${until}（含当日）。`}</p>
<p class="lead">${LEADS[kind]}</p>
${errorSummary(form)}${formFrame(form, { action: voicePath(kind, about), button: '提交' }, content)}`,
  });
}

/** Number and code; they are shown here only. */
export function voiceReceiptPage(frame: PageFrame, { organName, number, code, at }: Receipt): SafeHtml {
  return page(frame, {
    title: '已经收到',
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '已经收到' }],
    main: html`<h1>已经收到</h1>
<section class="card" aria-labelledby="receipt"><h2 id="receipt">回执</h2>
<dl class="details receipt">
<dt>办理机关</dt><dd>${organName}</dd>
<dt>编号</dt><dd><strong>${number}</strong></dd>
<dt>查询码</dt><dd><strong>${spokenCode(code)}</strong></dd>
<dt>提交时间</dt><dd>${at}</dd>
</dl>
<p>请打印本页或者抄下编号和查询码，凭这两项<a href="${VOICE_REPLY}">查看答复</a>。查询码只在这里显示，本页一小时后不能再打开。</p></section>
`,
  });
}

/** Asks for number and code. */
export function voiceReplyFormPage(frame: PageFrame, form: ShownForm): SafeHtml {
  return page(frame, {
    title: titleOf(form, '查看答复'),
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '查看答复' }],
    main: html`<h1>查看答复</h1>
<p class="lead">报错、提问、意见提交后，凭编号和查询码查看答复。</p>
${receiptForm(form, VOICE_REPLY)}`,
  });
}

const answered = ({ answer, dueOn }: OwnVoice): SafeHtml =>
  answer === null
    ? html`<p>正在办理，至迟${chineseDate(dueOn)}办理。</p>
`
    : html`<p>${chineseDate(answer.on)}办理。</p>
${answer.outcomes.map(
  (words) => html`<p>${words}</p>
`,
)}${
  answer.reply === ''
    ? null
    : html`<p class="typed"><strong>答复：</strong>${answer.reply}</p>
`
}`;

/** What was said, and what came of it. */
export function ownVoicePage(frame: PageFrame, own: OwnVoice): SafeHtml {
  const { kind, number, organName, page: about, receivedOn, text } = own;
  return page(frame, {
    title: `${VOICE_KINDS[kind].noun} ${number}`,
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '查看答复', path: VOICE_REPLY }, { name: number }],
    main: html`<h1>${VOICE_KINDS[kind].noun} ${number}</h1>
<section class="card" aria-labelledby="reply"><h2 id="reply">办理情况</h2>
${answered(own)}</section>
<section class="card" aria-labelledby="said"><h2 id="said">您提交的内容</h2>
<dl class="details"><dt>办理机关</dt><dd>${organName}</dd><dt>收到日期</dt><dd>${chineseDate(receivedOn)}</dd><dt>页面</dt><dd><a href="${about}">${about}</a></dd></dl>
<p class="typed">${text}</p></section>
`,
  });
}

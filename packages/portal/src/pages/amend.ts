import { AMENDMENT_FIELDS, FAULT_FIELD, LONGEST_FAULT } from '@zhaoshi/domain/application/record-amendment';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import {
  errorSummary,
  fileField,
  formFrame,
  type ShownForm,
  textArea,
  textField,
  titleOf,
} from '../applicant/form.ts';
import type { ApplyPlace, AskedQuestion } from '../applicant/models.ts';
import type { OwnAmendment, OwnLetter } from '../applicant/own-case.ts';
import { AMENDMENT_PROCESSING, privacyNotice } from '../applicant/privacy.ts';
import { questionField } from '../applicant/question.ts';
import { helpCard } from '../applicant/steps.ts';
import { type PageFrame, page } from '../layout.ts';
import { amendAtPath } from '../paths.ts';
import type { ReceiptWords } from './apply-receipt.ts';
import { endForm } from './follow-case.ts';

export const EVIDENCE_FIELD = 'evidence';

const LAW =
  '条例第四十一条：有证据证明行政机关提供的与自身相关的政府信息记录不准确的，可以要求行政机关更正；有权更正且经审核属实的，应当更正并告知；不属于本机关职能范围的，可以转送有权更正的机关处理并告知，或者告知申请人向有权更正的机关提出。';

export const AMENDMENT_RECEIPT: ReceiptWords = {
  title: '更正申请已提交',
  numberName: '受理号',
  next: [
    '机关核实您提交的证据；有权更正且属实的，更正并告知您（条例第四十一条）。',
    '不属于该机关职能范围的，转送有权更正的机关并告知您，或者告知您向该机关提出。',
    '处理的期限和结果可以凭受理号和查询码在网上查看。',
  ],
};

/** One form: who, which record, what is wrong, and the evidence. */
export function amendPage(
  frame: PageFrame,
  organ: ApplyPlace,
  form: ShownForm,
  { question, megabytes }: { readonly question: AskedQuestion; readonly megabytes: number },
): SafeHtml {
  const path = amendAtPath(organ.path);
  const content = html`${AMENDMENT_FIELDS.map((field) => textField(form, field))}${textArea(form, {
    name: FAULT_FIELD,
    label: '不准确的内容，正确的内容',
    longest: LONGEST_FAULT,
    rows: 6,
    required: true,
  })}${questionField(form, question)}${fileField(form, {
    name: EVIDENCE_FIELD,
    label: '证据材料和身份证件（放在一个文件中）',
    help: `PDF、JPG 或者 PNG 文件，不超过 ${megabytes} MB。`,
    required: true,
  })}${privacyNotice(organ, AMENDMENT_PROCESSING)}`;
  return page(frame, {
    title: titleOf(form, `申请更正本人信息 - ${organ.name}`),
    column: '依申请公开',
    noIndex: true,
    crumbs: [
      { name: organ.name, path: organ.path },
      { name: '依申请公开', path: `${organ.path}/application` },
      { name: '更正本人信息' },
    ],
    main: html`<h1>申请更正本人信息</h1>
<p class="lead">${organ.name}记录的与您自身相关的政府信息不准确的，可以要求更正。不收费。</p>
${errorSummary(form)}${formFrame(form, { action: path, button: '提交', upload: true }, content)}${helpCard(organ, path)}<p class="law">${LAW}</p>
`,
  });
}

/** The letter that tells what was decided. */
const letterCard = ({ title, documentNumber, issuedOn, path, downloads }: OwnLetter): SafeHtml =>
  html`<section class="card" aria-labelledby="letters"><h2 id="letters">文书</h2>
<ul class="reports">
<li><a href="${path}">${title}</a>
<span class="about">${documentNumber === null ? null : html`<span>${documentNumber}</span>`}<span>${issuedOn}</span>${downloads.map(
    (file) =>
      html`<span><a href="${file.path}">${file.name}<span class="unseen">：${title}</span></a></span>`,
  )}</span></li>
</ul></section>
`;

/** Where such a request stands. */
export function followAmendmentPage(frame: PageFrame, own: OwnAmendment, token: string): SafeHtml {
  const { number, organName, status, receivedOn, due, record, organInCharge, letter } = own;
  return page(frame, {
    title: '我的更正申请',
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: '我的更正申请' }],
    main: html`<h1>我的更正申请</h1>
<section class="card" aria-labelledby="state"><h2 id="state">现在：${status}</h2>
<dl class="details">
<dt>受理号</dt><dd>${number}</dd>
<dt>受理机关</dt><dd>${organName}</dd>
<dt>收到日期</dt><dd>${receivedOn}</dd>
<dt>处理期限</dt><dd>${due}</dd>
<dt>哪一项信息</dt><dd class="typed">${record}</dd>
${
  organInCharge === null
    ? null
    : html`<dt>有权更正的机关</dt><dd>${organInCharge}</dd>
`
}</dl></section>
${letter === null ? null : letterCard(letter)}${endForm(token)}<p class="law">${LAW}</p>
`,
  });
}

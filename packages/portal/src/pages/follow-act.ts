import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import {
  ACT_PAGES,
  type ActText,
  type ApplicantAct,
  ATTACHMENT_FIELD,
  longestText,
  MOST_ATTACHMENTS,
  SCORES,
} from '../applicant/acts.ts';
import {
  errorSummary,
  fileField,
  formFrame,
  radioField,
  type ShownForm,
  textArea,
  textField,
  titleOf,
} from '../applicant/form.ts';
import { type PageFrame, page } from '../layout.ts';
import { FOLLOW_CASE, followActPath } from '../paths.ts';

/** Names of the fields that say which case was seen, and which letter is meant. */
export const VERSION_FIELD = 'version';
export const LETTER_FIELD = 'letter';
export const SCORE_FIELD = 'score';

function actText(form: ShownForm, act: ApplicantAct, text: ActText): SafeHtml {
  const longest = longestText(act, text);
  if (text.rows > 1) return textArea(form, { ...text, longest });
  return textField(form, { ...text, longest, autocomplete: 'off', input: 'text' });
}

const attachmentField = (form: ShownForm, label: string, megabytes: number): SafeHtml =>
  fileField(form, {
    name: ATTACHMENT_FIELD,
    label,
    help: `可以上传最多${MOST_ATTACHMENTS}个 PDF、JPG 或者 PNG 文件，每个不超过 ${megabytes} MB；每次提交都要重新选择文件。`,
    required: false,
    multiple: true,
  });

export interface ActPage {
  readonly act: ApplicantAct;
  readonly version: number;
  /** What the organ asked, where the act answers it. */
  readonly asked: readonly { readonly name: string; readonly text: string }[];
  /** Of one attached file. */
  readonly megabytes: number;
  /** The letter that is taken or confirmed. */
  readonly letter: { readonly id: string; readonly title: string } | null;
}

const hidden = (name: string, value: string): SafeHtml =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** One act of the applicant: what it does, the law, and its form; nothing is done before the button. */
export function followActPage(
  frame: PageFrame,
  form: ShownForm,
  { act, version, asked, letter, megabytes }: ActPage,
): SafeHtml {
  const { title, words, button, texts, attachments } = ACT_PAGES[act];
  const choices = Object.entries(SCORES).map(([value, label]) => ({ value, label }));
  const content = html`${hidden(VERSION_FIELD, String(version))}${letter === null ? null : hidden(LETTER_FIELD, letter.id)}${words.map(
    (text) => html`<p>${text}</p>
`,
  )}${
    letter === null
      ? null
      : html`<p>文书：${letter.title}</p>
`
  }${act === 'rate' ? radioField(form, { name: SCORE_FIELD, label: '您对办理的评价', choices: choices.toSorted((a, b) => b.value.localeCompare(a.value)) }) : null}${texts.map((text) => actText(form, act, text))}${
    attachments === undefined ? null : attachmentField(form, attachments, megabytes)
  }`;
  return page(frame, {
    title: titleOf(form, title),
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: '我的申请', path: FOLLOW_CASE }, { name: title }],
    main: html`<h1>${title}</h1>
${errorSummary(form)}${
  asked.length === 0
    ? null
    : html`<section class="card" aria-labelledby="asked"><h2 id="asked">机关告知</h2>
${asked.map(
  ({ name, text }) => html`<h3>${name}</h3>
<p class="typed">${text}</p>
`,
)}</section>
`
}${formFrame(form, { action: followActPath(act), button, upload: attachments !== undefined }, content)}<p><a href="${FOLLOW_CASE}">不操作，返回我的申请</a></p>
<p class="law">${TRANSITIONS[act].law}</p>
`,
  });
}

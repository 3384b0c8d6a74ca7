import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { enclosureLines, type Letter } from '@zhaoshi/domain/letter/letter';
import type { OwnLetter } from '../applicant/own-case.ts';
import { type PageFrame, page } from '../layout.ts';
import { FOLLOW_CASE } from '../paths.ts';

function replyForm({ replyForm: form }: Letter): SafeHtml | null {
  if (form === null) return null;
  return html`<section aria-labelledby="reply-form"><h2 id="reply-form">${form.title}</h2>
${form.paragraphs.map(
  (text) => html`<p>${text}</p>
`,
)}${form.rows.map(
  ({ label, text }) => html`<p>${label}：${text}</p>
`,
)}</section>
`;
}

/** A letter as it was composed, to be read on the screen; its files are what counts as the original. */
export function followLetterPage(frame: PageFrame, letter: Letter, { downloads }: OwnLetter): SafeHtml {
  const { issuer, title, documentNumber, addressee, paragraphs, rows, remedy, contact, seal, dateText } =
    letter;
  return page(frame, {
    title,
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: '我的申请', path: FOLLOW_CASE }, { name: title }],
    main: html`<article class="card report letter"><h1>${issuer}<br>${title}</h1>
${
  documentNumber === null
    ? null
    : html`<p class="about">${documentNumber}</p>
`
}<div class="text">
${
  addressee === null
    ? null
    : html`<p class="addressee">${addressee}：</p>
`
}${paragraphs.map(
  ({ text }) => html`<p>${text}</p>
`,
)}${rows.map(
  ({ label, text }) => html`<p>${label}：${text}</p>
`,
)}${
  remedy.text === ''
    ? null
    : html`<p>${remedy.text}</p>
`
}${enclosureLines(letter.enclosures).map(
  (line) => html`<p>${line}</p>
`,
)}${contact.map(
  (line) => html`<p>${line}</p>
`,
)}${
  seal === null
    ? null
    : html`<footer><p>${issuer}</p><p>${dateText}</p></footer>
`
}${replyForm(letter)}</div></article>
<p class="downloads">${downloads.map(({ name, path }) => html`<a href="${path}">${name}</a> `)}</p>
<p><a href="${FOLLOW_CASE}">返回我的申请</a></p>
`,
  });
}

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { choicesOf, type SurveyQuestion } from '@zhaoshi/domain/survey/survey';
import { LEAST_SHEETS, LONGEST_ANSWER, type QuestionResult } from '@zhaoshi/domain/survey/survey-box';
import {
  checkBox,
  errorSummary,
  formFrame,
  radioField,
  type ShownForm,
  textArea,
  textField,
  titleOf,
} from '../applicant/form.ts';
import type { AskedQuestion } from '../applicant/models.ts';
import { questionField } from '../applicant/question.ts';
import { type PageFrame, page } from '../layout.ts';
import { SURVEY } from '../paths.ts';
import type { ListedSurvey, SurveyForm, SurveyNotice } from '../survey-views.ts';

const COLUMN = '互动交流';

/** Name of the field of a question; of a choice of several each has its place behind it. */
export const questionFieldName = (index: number, place?: number): string =>
  place === undefined ? `q${index}` : `q${index}-${place}`;

export const CODE_FIELD = 'code';

const CODE = {
  name: CODE_FIELD,
  label: '邀请码',
  longest: 40,
  required: true,
  autocomplete: 'off',
  input: 'text',
  help: '一个邀请码只能用一次。系统不记录哪个邀请码填了什么。',
} as const;

const LAW =
  '政府信息公开条例第四十六条：各级人民政府应当建立健全政府信息公开工作考核制度、社会评议制度和责任追究制度，定期对政府信息公开工作进行考核、评议。';

const errorAt = ({ errors }: ShownForm, name: string): SafeHtml | null => {
  const found = errors.find(({ field }) => field === name);
  return found === undefined ? null : html`<p class="error" id="${name}-error">错误：${found.message}</p>`;
};

function severalField(form: ShownForm, { question, options }: SurveyQuestion, index: number): SafeHtml {
  const name = questionFieldName(index);
  const boxes = options.map((label, place) =>
    checkBox(form, { name: questionFieldName(index, place), label }),
  );
  const wrong = errorAt(form, name);
  return html`<fieldset class="${wrong === null ? 'field' : 'field wrong'}" id="${name}"><legend>${index + 1}．${question}（可以选几项）</legend>${wrong}
${boxes}</fieldset>
`;
}

function answerField(form: ShownForm, asked: SurveyQuestion, index: number): SafeHtml {
  const name = questionFieldName(index);
  const label = `${index + 1}．${asked.question}`;
  if (asked.kind === 'multiple') return severalField(form, asked, index);
  if (asked.kind === 'text') {
    const help = '请不要写姓名、电话等能认出您的内容。';
    return textArea(form, { name, label, help, longest: LONGEST_ANSWER, rows: 4, required: false });
  }
  const choices = choicesOf(asked).map((words, place) => ({ value: String(place), label: words }));
  return radioField(form, { name, label, choices });
}

const anonymity = (
  mode: SurveyForm['mode'],
): SafeHtml => html`<section class="notice" aria-labelledby="anonymity"><h2 id="anonymity">不记名</h2>
<ul>
<li>不保存单张答卷，只累计每个选项的次数；文字不按先后混放在一起。不记录网络地址、设备和提交的时刻。</li>
<li>${mode === 'invited' ? '邀请码用过即销毁，不与内容一起保存。' : '没有登录，认不出谁已经填过；同一网络地址每天提交的份数有限制。'}</li>
<li>结束以后才汇总；少于 ${LEAST_SHEETS} 份的不公布。</li>
</ul></section>
`;

/** The form of a survey. */
export function surveyFormPage(
  frame: PageFrame,
  survey: SurveyForm,
  form: ShownForm,
  question: AskedQuestion,
): SafeHtml {
  const { title, intro, organName, path, mode, closesOn, questions } = survey;
  const content = html`${mode === 'invited' ? textField(form, CODE) : null}${questions.map((asked, index) =>
    answerField(form, asked, index),
  )}${anonymity(mode)}${questionField(form, question)}`;
  return page(frame, {
    title: titleOf(form, title),
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '社会评议', path: SURVEY }, { name: title }],
    main: html`<h1>${title}</h1>
<p class="lead">${organName}，${closesOn}结束。</p>
${intro === '' ? null : html`<div class="card"><p class="typed">${intro}</p></div>`}
${errorSummary(form)}${formFrame(form, { action: path, button: '提交' }, content)}<p class="law">${LAW}</p>
`,
  });
}

/** After a sheet was taken in. */
export const surveyThanksPage = (frame: PageFrame, { title }: Pick<SurveyForm, 'title'>): SafeHtml =>
  page(frame, {
    title: '已经收到，谢谢',
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '社会评议', path: SURVEY }, { name: title }],
    main: html`<h1>已经收到，谢谢</h1>
<div class="card"><p>您的答卷已经计入“${title}”。结束以后汇总，结果在<a href="${SURVEY}">社会评议</a>里公布。</p></div>
`,
  });

const percent = (permille: number): string => `${(permille / 10).toFixed(1)}%`;

function resultTable({ question, choices, average }: QuestionResult, index: number): SafeHtml | null {
  if (choices.length === 0) return null;
  const rows = choices.map(
    ({ label, count, permille }) =>
      html`<tr><th scope="row">${label}</th><td>${count}</td><td>${percent(permille)}</td></tr>
`,
  );
  return html`<section class="card" aria-labelledby="question-${index}"><h2 id="question-${index}">${index + 1}．${question}</h2>
${average === null ? null : html`<p>平均 ${(average / 100).toFixed(2)} 分（满分 5 分）。</p>`}
<table><thead><tr><th scope="col">选项</th><th scope="col">份数</th><th scope="col">占答卷</th></tr></thead>
<tbody>${rows}</tbody></table></section>
`;
}

/** A survey that takes no answers now, with its result where it is public. */
export function surveyNoticePage(frame: PageFrame, survey: SurveyNotice): SafeHtml {
  const { title, organName, words, result } = survey;
  return page(frame, {
    title,
    column: COLUMN,
    noIndex: result === null,
    crumbs: [{ name: '社会评议', path: SURVEY }, { name: title }],
    main: html`<h1>${title}</h1>
<p class="lead">${organName}。${words}</p>
${
  result === null
    ? null
    : html`<div class="card"><p>收到答卷 ${result.sheets} 份，其中纸质 ${result.paper} 份。文字意见不逐条公布。</p></div>
${result.questions.flatMap((one, index) => resultTable(one, index) ?? [])}<section class="card" aria-labelledby="response"><h2 id="response">对评议意见的回应</h2><p class="typed">${result.response}</p></section>
`
}<p class="law">${LAW}</p>
`,
  });
}

/** Surveys that run, and those that are over. */
export function surveyListPage(frame: PageFrame, surveys: readonly ListedSurvey[]): SafeHtml {
  const items = surveys.map(
    ({ title, organName, path, period, state }) =>
      html`<li><a href="${path}">${title}</a><p>${organName}，${period}，${state}</p></li>
`,
  );
  return page(frame, {
    title: '社会评议',
    column: COLUMN,
    crumbs: [{ name: '社会评议' }],
    main: html`<h1>社会评议</h1>
<p class="lead">各机关政府信息公开工作的社会评议，不记名。</p>
<section class="card" aria-label="社会评议">${
      surveys.length === 0
        ? html`<p class="none">现在没有社会评议。</p>`
        : html`<ul class="reports">${items}</ul>`
    }</section>
<p class="law">${LAW}</p>
`,
  });
}

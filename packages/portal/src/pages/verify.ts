import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { errorSummary, formFrame, textArea, textField, titleOf } from '../applicant/form.ts';
import { type PageFrame, page } from '../layout.ts';
import { VERIFY, verifyProofPath } from '../paths.ts';
import type { EditionStanding, VerifyAnswer, VerifyPage } from '../verify-views.ts';

export const VERIFY_FIELDS = { code: 'code', date: 'date', sha256: 'sha256', text: 'text' } as const;

/** The longest text that is compared. */
export const LONGEST_VERIFIED = 100_000;

const LINE = { required: false, autocomplete: 'off' } as const;

const answerItem = ({
  question,
  isRight,
  words,
}: VerifyAnswer): SafeHtml => html`<li><strong>${question}：${isRight ? '一致' : '不一致'}</strong> ${words}</li>
`;

function answerList(answers: readonly VerifyAnswer[]): SafeHtml | null {
  if (answers.length === 0) return null;
  return html`<ul class="answers">
${answers.map(answerItem)}</ul>
`;
}

function standingCard(standing: EditionStanding): SafeHtml {
  switch (standing.kind) {
    case 'unknown':
      return html`<p><strong>没有公布过使用这个核验码的文件。</strong></p>
<p>请对照纸面或者网页逐位核对（核验码里没有字母 O、I、L、U）。核对无误仍然查不到的，这份文件不是从本平台公布的。</p>
`;
    case 'withdrawn':
      return html`<p><strong>这个核验码对应的文件已经撤回，不再有效。</strong></p>
<dl class="details"><dt>发布机构</dt><dd>${standing.organName}</dd><dt>撤回时间</dt><dd><time>${standing.withdrawnAt}</time></dd></dl>
<p><a href="${standing.path}">查看撤回公告</a></p>
`;
    default:
      return html`<p><strong>${
        standing.supersededAt === null
          ? '这是本平台公布的文件，是现行版本。'
          : `这是本平台公布过的版本，已于 ${standing.supersededAt} 被新的版本代替。`
      }</strong></p>
<dl class="details"><dt>标题</dt><dd><a href="${standing.path}">${standing.title}</a></dd><dt>发布机构</dt><dd>${standing.organName}</dd><dt>版本</dt><dd>第 ${standing.edition} 版</dd><dt>发布时间</dt><dd><time>${standing.publishedAt}</time></dd></dl>
${answerList(standing.answers)}<p><a href="${verifyProofPath(standing.checkCode)}" rel="nofollow">下载发布证明</a>（不经本平台也能核对的文件，方法：zhaoshi document verify 文件 --against 发布证明）</p>
`;
  }
}

/** By the code alone, or with the text, the hash or the date at hand; without a script. */
export function verifyPage(frame: PageFrame, { form, standing }: VerifyPage): SafeHtml {
  const result =
    standing === null
      ? null
      : html`<section class="card" aria-labelledby="result"><h2 id="result">核验结果</h2>
${standingCard(standing)}</section>
`;
  return page(frame, {
    title: titleOf(form, '核验公开文件'),
    column: '政府信息公开',
    noIndex: true,
    crumbs: [{ name: '核验公开文件' }],
    main: html`<h1>核验公开文件</h1>
${errorSummary(form)}${result}${formFrame(form, { action: VERIFY, button: '核验' }, [
  textField(form, {
    ...LINE,
    name: VERIFY_FIELDS.code,
    label: '核验码',
    input: 'text',
    required: true,
    longest: 20,
    help: '印在公示件上，也在网页的“发布记录”里；12 位字母和数字，不分大小写，短横线可以不写。',
  }),
  textField(form, {
    ...LINE,
    name: VERIFY_FIELDS.date,
    label: '手中文件上的发布日期',
    input: 'date',
    longest: 10,
  }),
  textField(form, {
    ...LINE,
    name: VERIFY_FIELDS.sha256,
    label: '附件或者内容的校验值（SHA-256）',
    input: 'text',
    longest: 64,
    help: '64 位字母和数字。',
  }),
  textArea(form, {
    name: VERIFY_FIELDS.text,
    label: '手中文件的文字',
    rows: 8,
    longest: LONGEST_VERIFIED,
    required: false,
    help: '把文字粘贴在这里，与公布的正文逐字比较；空格和换行不计。粘贴的文字不保存。',
  }),
])}`,
  });
}

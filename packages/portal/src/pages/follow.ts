import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { errorSummary, formFrame, type ShownForm, textField, titleOf } from '../applicant/form.ts';
import { type PageFrame, page } from '../layout.ts';
import { APPLY, FOLLOW } from '../paths.ts';

export const NUMBER_FIELD = 'number';
export const CODE_FIELD = 'code';

const LINE = { required: true, autocomplete: 'off', input: 'text' } as const;

/** Number and code open one case; nobody needs an account. */
export function followPage(frame: PageFrame, form: ShownForm): SafeHtml {
  return page(frame, {
    title: titleOf(form, '查询办理进度'),
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: '查询办理进度' }],
    main: html`<h1>查询办理进度、接收答复</h1>
${errorSummary(form)}${formFrame(
  form,
  { action: FOLLOW, button: '查询' },
  html`${textField(form, { ...LINE, name: NUMBER_FIELD, label: '登记号（更正申请为受理号）', longest: 40 })}${textField(
    form,
    {
      ...LINE,
      name: CODE_FIELD,
      label: '查询码',
      longest: 20,
      help: '提交时得到的10位字母和数字，不分大小写，中间的短横线可以不写。',
    },
  )}`,
)}<div class="card"><p>当面或者邮寄提交的申请，登记号和查询码写在机关给您的回执上。遗失的，请带本人证件与受理机关联系。</p>
<p>还没有申请的，可以<a href="${APPLY}">网上申请</a>。</p></div>
`,
  });
}

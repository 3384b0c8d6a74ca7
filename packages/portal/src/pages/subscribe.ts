import type { WebField } from '@zhaoshi/domain/application/web-fields';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { errorSummary, formFrame, type ShownForm, textField, titleOf } from '../applicant/form.ts';
import type { AskedQuestion } from '../applicant/models.ts';
import { questionField } from '../applicant/question.ts';
import { type PageFrame, page } from '../layout.ts';

export const SUBSCRIBE_FIELDS: readonly WebField[] = [
  {
    name: 'email',
    label: '电子邮箱',
    longest: 100,
    required: true,
    autocomplete: 'email',
    input: 'email',
    help: '先收到一封确认邮件，点击其中的链接确认后才开始发送；每封邮件都可以退订。',
  },
];

export interface SubscribePage {
  /** What is subscribed to. */
  readonly words: string;
  /** Where it stands on the site. */
  readonly path: string;
  readonly action: string;
}

/** The form for a subscription by mail. */
export function subscribePage(
  frame: PageFrame,
  { words, path, action }: SubscribePage,
  form: ShownForm,
  question: AskedQuestion,
): SafeHtml {
  const content = html`${SUBSCRIBE_FIELDS.map((field) => textField(form, field))}${questionField(form, question)}<p class="law">邮箱地址加密保存，只用于发送订阅的邮件；退订后立即删除。</p>
`;
  return page(frame, {
    title: titleOf(form, '邮件订阅'),
    column: '邮件订阅',
    noIndex: true,
    crumbs: [{ name: '邮件订阅' }],
    main: html`<h1>邮件订阅</h1>
<p class="lead">订阅的是：<a href="${path}">${words}</a>。每日汇总一次发到您的邮箱，只有标题和链接；没有新的，不发邮件。</p>
${errorSummary(form)}${formFrame(form, { action, button: '订阅' }, content)}`,
  });
}

const STEP_WORDS = {
  confirm: { title: '确认订阅', words: '点击下面的按钮，开始接收订阅的邮件。', button: '确认订阅' },
  end: { title: '退订', words: '点击下面的按钮，不再接收订阅的邮件，邮箱地址随即删除。', button: '退订' },
} as const;

/** A button after the link of a mail: programs that look at links in mails follow them, and press nothing. */
export function subscriptionStepPage(
  frame: PageFrame,
  step: keyof typeof STEP_WORDS,
  form: ShownForm,
  action: string,
): SafeHtml {
  const { title, words, button } = STEP_WORDS[step];
  return page(frame, {
    title,
    column: '邮件订阅',
    noIndex: true,
    crumbs: [{ name: title }],
    main: html`<h1>${title}</h1>
<p class="lead">${words}</p>
${errorSummary(form)}${formFrame(form, { action, button }, [])}`,
  });
}

import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type ShownForm, textField } from './form.ts';
import type { AskedQuestion } from './models.ts';

/** Names of the fields that carry the question. */
export const TICKET_FIELD = 'ticket';
export const ANSWER_FIELD = 'answer';

/** A question in words, so that it can be heard; a new one each time. */
export function questionField(form: ShownForm, question: AskedQuestion | null): SafeHtml | null {
  if (question === null) return null;
  return html`<input type="hidden" name="${TICKET_FIELD}" value="${question.ticket}">
${textField(
  // An old answer never fits the new question.
  { ...form, values: {} },
  {
    name: ANSWER_FIELD,
    label: `请回答：${question.text}`,
    longest: 20,
    required: true,
    autocomplete: 'off',
    input: 'text',
    help: '确认不是程序自动填写。数字写成汉字或者阿拉伯数字都可以；答错了会换一个问题，其余内容保留。',
  },
)}`;
}

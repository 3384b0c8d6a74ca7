import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { errorSummary, formFrame, type ShownForm, textField } from './form.ts';

const NUMBER_FIELD = {
  name: 'number',
  label: '编号',
  longest: 40,
  required: true,
  autocomplete: 'off',
  input: 'text',
} as const;
const CODE_FIELD = { ...NUMBER_FIELD, name: 'code', label: '查询码' } as const;

/** Asks for what a receipt has: number and code. */
export const receiptForm = (form: ShownForm, action: string): SafeHtml =>
  html`${errorSummary(form)}${formFrame(form, { action, button: '查看' }, html`${textField(form, NUMBER_FIELD)}${textField(form, CODE_FIELD)}`)}`;

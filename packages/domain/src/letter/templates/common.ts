import type { ChoiceField, PlainField } from '../letter-field.ts';
import type { TemplateParagraph } from '../letter-template.ts';

export const LAW = '《中华人民共和国政府信息公开条例》';

/** The wording follows the nation-wide reference; the regulation itself has no forms. */
export const PRACTICE = '苏政办函〔2019〕98号（2020-01-10 转发各地参考）';

type FieldText = Omit<PlainField, 'kind' | 'required'>;

const field =
  (kind: PlainField['kind'], required: boolean) =>
  (text: FieldText): PlainField => ({ kind, required, ...text });

export const line = field('line', true);
export const optionalLine = field('line', false);
export const text = field('text', true);
export const optionalText = field('text', false);
export const date = field('date', true);
export const number = field('number', true);
export const yuan = field('yuan', true);
export const list = field('list', true);

export const choice = ({ key, label, help }: FieldText, options: ChoiceField['options']): ChoiceField => ({
  kind: 'choice',
  required: true,
  key,
  label,
  help,
  options,
});

/** One or more of the answers. */
export const choices = (texts: FieldText, options: ChoiceField['options']): ChoiceField => ({
  ...choice(texts, options),
  several: true,
});

/** 申请事实, as every letter to an applicant begins. */
export const REQUEST: TemplateParagraph = {
  role: 'request',
  text: '本机关于{receiptDate}收到{you}提出的政府信息公开申请（登记号：{registrationNumber}），申请公开“{asked}”[，补正为“{corrected}”]，要求的提供形式为{form}，获取方式为{way}。',
};

export const CLOSING: TemplateParagraph = { role: 'closing', text: '特此告知。' };

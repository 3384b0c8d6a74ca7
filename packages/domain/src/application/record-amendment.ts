import type { CivilDate } from '../kernel/civil-date.ts';
import type { WebField } from './web-fields.ts';
import { checkField, type FieldError, type FormValues, valueOf } from './web-form.ts';

/** Where a request to have one's own record put right stands (条例41). */
export const AMENDMENT_STATUSES = {
  received: '已收到，正在核实',
  amended: '已更正并告知',
  forwarded: '已转送有权更正的机关并告知',
  referred: '不属于本机关职能范围，已告知向有权更正的机关提出',
  declined: '经核实不予更正并告知理由',
} as const;

export type AmendmentStatus = keyof typeof AMENDMENT_STATUSES;

/** How a request came, and which day is the one of its receipt: as 条例31 has it for applications, 条例41 being silent. */
export const AMENDMENT_CHANNELS = {
  portal: { title: '公开网站', received: '提交之日' },
  counter: { title: '当面提交', received: '提交之日' },
  post: { title: '邮寄', received: '签收之日' },
} as const;

export type AmendmentChannel = keyof typeof AMENDMENT_CHANNELS;

/** Channels by which the office itself enters a request. */
export const DESK_CHANNELS = ['counter', 'post'] as const satisfies readonly AmendmentChannel[];

/** What is wrong with the day on which the office got a request; `null` when nothing is. */
export const receiptFault = (receivedOn: CivilDate, today: CivilDate): string | null =>
  receivedOn > today ? '收到日期不能晚于今天。' : null;

/** Somebody shows that a record of theirs is wrong; nobody else's may be asked for. */
export interface AmendmentRequest {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  /** Which record: name, number, date. */
  readonly record: string;
  /** What is wrong in it, and what is right. */
  readonly fault: string;
}

const field = (
  name: keyof AmendmentRequest,
  label: string,
  longest: number,
  rest: Partial<WebField> = {},
): WebField => ({ name, label, longest, required: true, autocomplete: 'off', input: 'text', ...rest });

export const AMENDMENT_FIELDS: readonly WebField[] = [
  field('name', '姓名或者名称', 100, { autocomplete: 'name' }),
  field('identityNumber', '证件号码或者统一社会信用代码', 40),
  field('phone', '联系电话', 40, { autocomplete: 'tel', input: 'tel' }),
  field('record', '哪一项信息', 200, { help: '写明信息的名称、文号或者日期等，便于查找。' }),
];

export const LONGEST_FAULT = 2000;

export const FAULT_FIELD: keyof AmendmentRequest = 'fault';

/** What is wrong with the form. */
export function checkAmendment(values: FormValues): readonly FieldError[] {
  const fault = valueOf(values, FAULT_FIELD);
  return [
    ...AMENDMENT_FIELDS.flatMap((one) => checkField(values, one)),
    ...(fault === '' ? [{ field: FAULT_FIELD, message: '请写明哪里不准确、正确的内容是什么。' }] : []),
    ...(Array.from(fault).length > LONGEST_FAULT
      ? [{ field: FAULT_FIELD, message: `不准确的内容不能超过${LONGEST_FAULT}个字。` }]
      : []),
  ];
}

/** @returns `null` while something is wrong */
export function amendmentOf(values: FormValues): AmendmentRequest | null {
  if (checkAmendment(values).length > 0) return null;
  return {
    name: valueOf(values, 'name'),
    identityNumber: valueOf(values, 'identityNumber'),
    phone: valueOf(values, 'phone'),
    record: valueOf(values, 'record'),
    fault: valueOf(values, 'fault'),
  };
}

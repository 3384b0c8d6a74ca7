import type { ActType } from '@zhaoshi/domain/application/act';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { type Fen, yuanText } from '@zhaoshi/domain/fee/tariff';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { ActField } from './act-fields.ts';
import { dayOf } from './entered.ts';

/** What the day of an act is called, where it is not simply the day it was done. */
const DAY_LABELS: Readonly<Partial<Record<ActType, string>>> = {
  logContact: '联系日期',
  confirmReceipt: '双方确认之日',
  correctReceipt: '正确的收到申请之日',
  noticeCorrection: '告知书日期',
  acceptCorrection: '收到补正之日',
  sendConsultation: '征求意见书发出日期',
  endConsultation: '收到意见（或者期满）之日',
  approveExtension: '同意并告知之日',
  tellDue: '告知书日期',
  requestReasons: '告知书日期',
  recordReasons: '收到说明之日',
  deferReply: '告知书日期',
  noticeFee: '收费通知书日期',
  recordPayment: '缴费日期',
  logSearch: '检索日期',
  requestAssistance: '协办函日期',
  answerAssistance: '收到答复之日',
  notifyThirdParty: '告知书日期',
  deliverLetter: '送达日期',
  deliverReply: '送达日期',
  redeliverReply: '再次送达日期',
  noteReturnedMail: '退回日期',
  confirmDelivery: '确认日期',
  withdraw: '撤回日期',
  approveReply: '批准日期',
};

const DAY_HELP: Readonly<Partial<Record<ActType, string>>> = {
  deliverLetter: '直接送达的为签收之日。补正、缴费、征求意见的期限从这一天起算。',
  deliverReply: '直接送达为签收之日，邮寄为交邮当日，电子方式为发出之日。是否按期以这一天为准。',
  acceptCorrection: '答复期限从这一天起重新计算20个工作日。',
  confirmReceipt: '恢复联络的，填写恢复联络之日。',
};

const EVIDENCE =
  '邮寄的写明邮政企业和邮件号，如“EMS 1234567890123”；直接送达的写明签收人；电子方式的写明发送记录。';

/** What to write into the words of an act, where its name does not say enough. */
const TEXT_HELP: Readonly<Partial<Record<ActType, Readonly<Record<string, string>>>>> = {
  deliverLetter: { evidence: EVIDENCE },
  deliverReply: { evidence: EVIDENCE },
  redeliverReply: { evidence: EVIDENCE },
  logSearch: { result: '查到了什么；没有查到的，写明检索的范围。' },
  endConsultation: { judgement: '第三方不同意公开的理由是否合理，由本机关判断（条例第三十二条）。' },
};

export const textHelp = (type: ActType, key: string): string | undefined => TEXT_HELP[type]?.[key];
export const dayLabel = (type: ActType): string => DAY_LABELS[type] ?? '日期';
export const dayHelp = (type: ActType): string | undefined => DAY_HELP[type];

const dateText = (value: unknown): string | null => {
  const date = dayOf(value);
  return date === undefined ? null : chineseDate(date);
};

/** A fact of an act or event in words; `null` where it says nothing to a reader, such as an id. */
export function factText(field: ActField, value: unknown): string | null {
  switch (field.kind) {
    case 'date':
      return dateText(value);
    case 'yuan':
    case 'charge':
      return typeof value === 'number' ? `${yuanText(value as Fen)}元` : null;
    case 'counted':
      return typeof value === 'number' ? String(value) : null;
    case 'choice':
      return typeof value === 'string' ? (field.options[value] ?? null) : null;
    case 'yesNo':
      return value === true ? field.yes : field.no;
    case 'number':
      return typeof value === 'number' ? `${value}${field.unit}` : null;
    case 'outcome':
      return Object.entries(OUTCOMES).find(([id]) => id === value)?.[1].title ?? null;
    default:
      return null;
  }
}

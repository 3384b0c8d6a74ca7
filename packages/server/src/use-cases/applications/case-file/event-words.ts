import {
  type ApplicationEvent,
  type CaseRelation,
  type Opinion,
  REVIEWS,
  type ReopenCause,
  SEARCH_PLACES,
} from '@zhaoshi/domain/application/act';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { applicantKindName } from '@zhaoshi/domain/application/applicant';
import type { ConsultationKind } from '@zhaoshi/domain/application/clock/clock-event';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { DELIVERY_WAYS } from '@zhaoshi/domain/delivery/delivery';
import { type Fen, yuanText } from '@zhaoshi/domain/fee/tariff';
import { LETTER_TEXT } from '@zhaoshi/domain/letter/act-letters';
import { type LetterField, printField } from '@zhaoshi/domain/letter/letter-field';
import { isLetterKind, LETTER_KINDS, replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';

const CONSULTED: Readonly<Record<ConsultationKind, string>> = {
  thirdPartyConsultation: '第三方',
  coMakerConsultation: '共同制作机关',
  organConsultation: '其他机关',
};
const OPINIONS: Readonly<Record<Opinion, string>> = {
  agrees: '同意公开',
  refuses: '不同意公开',
  partly: '部分同意公开',
  none: '没有提出意见',
};
const CAUSES: Readonly<Record<ReopenCause, string>> = {
  reconsideration: '行政复议决定',
  judgment: '法院判决',
  ownCorrection: '本机关自行纠正',
};
const RELATIONS: Readonly<Record<CaseRelation, string>> = {
  duplicateOf: '重复申请',
  sameMatter: '相同内容',
  jointReply: '合并答复',
  splitInto: '拆分',
};

/** What was decided or found, of events that say one thing in their own way. */
function decidedWords(event: ApplicationEvent): string {
  switch (event.type) {
    case 'logContact':
      return event.reached ? '已联系上' : '没有联系上';
    case 'recordReasons':
      return event.given ? '已说明' : '没有说明';
    case 'judgeReasons':
      return event.reasonable ? '理由合理' : '理由不合理';
    case 'reviewReply':
      return REVIEWS[event.review];
    case 'decidePromotion':
      return event.accepted ? '转为主动公开' : '不转为主动公开';
    case 'sendConsultation':
      return CONSULTED[event.kind];
    case 'endConsultation':
      return OPINIONS[event.opinion];
    case 'correctApplicantKind':
      return `更正为${applicantKindName(event.applicantKind)}`;
    case 'linkCase':
      return RELATIONS[event.relation];
    case 'reopen':
      return CAUSES[event.cause];
    case 'rate':
      return `${event.score}分`;
    default:
      return '';
  }
}

/** Facts of an event in words, where they are no ids. */
export function factWords(event: ApplicationEvent): string {
  const words = [decidedWords(event)];
  if ('days' in event) words.push(`${event.days}个工作日`);
  if ('dueOn' in event && event.dueOn !== null) words.push(`期限${event.dueOn}`);
  if ('outcome' in event) words.push(OUTCOMES[event.outcome].title);
  if ('amount' in event) words.push(`${yuanText(event.amount as Fen)}元`);
  if ('way' in event) words.push(DELIVERY_WAYS[event.way].title);
  if ('minutes' in event)
    words.push(`${SEARCH_PLACES[event.place]}，${event.minutes}分钟，命中${event.hits}条`);
  return words.filter((text) => text !== '').join('；');
}

/** The fields of the letter that went with an event, or that it drafted. */
function fieldsOf(event: ApplicationEvent, sentKind: string): readonly LetterField[] {
  const kind = 'outcome' in event ? replyLetterOf(event.outcome) : sentKind;
  return isLetterKind(kind) ? LETTER_KINDS[kind].templates.flatMap(({ fields }) => fields) : [];
}

const NUMBERS: Readonly<Record<string, string>> = {
  documentNumber: '发文字号',
  noticeNumber: '告知申请人的文书的发文字号',
};

/** What was written with an event, as a reader of the file understands it: no key and no id of a choice. */
export function textWords(
  event: ApplicationEvent,
  texts: Readonly<Record<string, string>>,
  sentKind: string,
): readonly string[] {
  const fields = fieldsOf(event, sentKind);
  return Object.entries(texts).map(([key, written]) => {
    const name = key.startsWith(LETTER_TEXT) ? key.slice(LETTER_TEXT.length) : key;
    const field = fields.find((one) => one.key === name);
    const own = event.type === 'register' ? undefined : ACT_TEXTS[event.type][key]?.title;
    const label = NUMBERS[name] ?? own ?? field?.label ?? '文书内容';
    const printed = field?.kind === 'choice' ? printField(field, written) : null;
    return `${label}：${printed?.ok === true ? printed.value : written}`;
  });
}

import type { CivilDate } from '../../kernel/civil-date.ts';
import type { LetterTemplate } from '../letter-template.ts';
import { date, LAW, line, yuan } from './common.ts';
import { reasonField, reply } from './reply-template.ts';

/** Closed without a decision on the information: the row 其他处理 of table three. */
export const CLOSED_REPLIES = {
  'otherHandling.correctionLapsed': reply({
    basis: `${LAW}第三十条`,
    decision: '{you}无正当理由逾期不补正，视为放弃申请，本机关不再处理该政府信息公开申请。',
    fields: [
      date({ key: 'noticeReceivedOn', label: '收到补正告知书的日期', help: '以送达凭证为准。' }),
      date({
        key: 'endedOn',
        label: '补正期限届满的日期',
        help: '条例第三十条：无正当理由逾期不补正的，视为放弃申请。',
      }),
    ],
    reason:
      '理由：{you}于{noticeReceivedOn}收到补正告知书，补正期限于{endedOn}届满，本机关没有收到补正的申请。',
  }),
  'otherHandling.feeUnpaid': reply({
    basis: `${LAW}第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）`,
    validFrom: '2021-01-01' as CivilDate,
    decision: '{you}逾期未按收费通知要求缴纳费用，视为放弃申请，本机关不再处理该政府信息公开申请。',
    fields: [
      date({ key: 'noticeReceivedOn', label: '收到收费通知书的日期', help: '以送达凭证为准。' }),
      yuan({ key: 'amount', label: '应缴金额（元）', help: '收费通知书的数额。' }),
      date({ key: 'endedOn', label: '缴纳期限届满的日期', help: '收到收费通知次日起20个工作日。' }),
    ],
    reason:
      '理由：{you}于{noticeReceivedOn}收到收费通知书，应当缴纳信息处理费{amount}元，缴纳期限于{endedOn}届满，本机关没有收到缴费。',
  }),
  'otherHandling.withdrawn': reply({
    basis: '{basis}',
    decision: '{you}已撤回申请，本机关不再处理。',
    fields: [
      line({
        key: 'basis',
        label: '依据',
        help: '条例没有规定撤回；写明所依据的规定名称和条款。',
        printed: ['', '的规定'],
      }),
      date({ key: 'withdrawnOn', label: '撤回的日期', help: '本机关收到撤回申请的日期。' }),
    ],
    reason: '理由：{you}于{withdrawnOn}撤回申请。',
  }),
  'otherHandling.partyInformation': reply({
    basis: '《中国共产党党务公开条例（试行）》',
    decision: '申请信息适用《中国共产党党务公开条例（试行）》，本机关不予公开，特此告知。',
    fields: [reasonField('信息的制作主体和性质，为何属于党务信息。')],
    reason: '理由：{reason}',
  }),
} as const satisfies Readonly<Record<string, LetterTemplate>>;

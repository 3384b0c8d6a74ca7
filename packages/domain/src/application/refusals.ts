import { CLOCK_REJECTIONS, type ClockRejection } from './clock/refuse-clock-event.ts';

/** Why the case does not take an act, beside the clock's own reasons. */
const CASE_REFUSALS = {
  'not-in-status': '案件现在的状态不能这样办理。',
  'not-your-role': '您的角色不能办理这一步。',
  'future-date': '日期不能晚于今天。',
  'text-missing': '还没有填写。',
  'receipt-not-asked':
    '收到申请之日由双方确认（条例第三十一条），机关还没有与您联系。机关会联系您，联系以后可以在本页确认；申请已经保存，不用重新提交。',
  'correction-late':
    '补正期限已过，不能直接提交补正；可以说明逾期的原因后提交，由机关决定是否接受（条例第三十条）。',
  'correction-not-late': '补正期限还没有届满，请直接提交补正。',
  'late-correction-known': '已经提交过逾期的补正，机关还没有决定是否接受。',
  'correction-came-before': '申请人已经在网上提交补正，收到补正之日不能晚于提交之日（条例第三十条）。',
  'receipt-fixed': '已经按收到申请之日办理过，不能再更正；请登记说明。',
  'letter-known': '这份文书已经登记。',
  'letter-unknown': '没有这份文书，或者它不是这一步的文书。',
  'letter-replaced': '这份答复批准后已退回，由后来批准的答复代替；请登记后者的送达。',
  'letter-delivered': '这份文书的送达已经登记。',
  'mail-not-returned': '没有登记过这份答复被退回，不需要再次送达；被退回的，先登记退件。',
  'redelivery-before-delivery': '再次送达的日期早于首次送达的日期。',
  'delivery-before-letter': '送达日期早于文书日期。',
  'nothing-proposed': '没有提请延期。',
  'already-proposed': '已经提请延期，正在等待决定。',
  'assistance-known': '这份协办函已经登记。',
  'assistance-unknown': '没有这份协办函，或者已经答复。',
  'reasons-not-judged': '尚未登记申请人是否说明了理由。',
  'reasons-not-reasonable': '只有理由合理的，才能确定延迟答复（条例第三十五条）。',
  'opinion-without-answer': '逾期未提出意见的，意见只能是“没有提出意见”；收到了意见的，选“收到了意见”。',
  'fee-before-tariff':
    '收到申请之日早于收费办法施行的日期，不能收费（国办函〔2020〕109号，2021年1月1日起施行）。',
  'fee-none': '按收费标准不需要缴费。',
  'fee-amount': '金额与收费标准不一致（国办函〔2020〕109号）。',
  'payment-amount': '缴费金额与收费通知不一致。',
  'linked-already': '这件申请已经关联。',
  'outcome-elsewhere': '这种结果由相应的步骤登记，不拟写答复。',
  'search-missing': '答复“信息不存在”以前，检索记录须覆盖足够的检索地点（法释〔2025〕8号第六条）。',
  'correction-missing': '没有告知过补正，不能以内容仍不明确答复（条例第三十条）。',
  'reasons-missing': '没有要求说明理由并判断为不合理，不能以大量反复申请答复（条例第三十五条）。',
  'duplicate-unlinked': '没有关联先前的申请，不能以重复申请答复（条例第三十六条第（六）项）。',
  'consultation-missing': '没有征求第三方意见，不能以保护第三方合法权益为由不予公开（条例第三十二条）。',
  'partial-consultation-missing':
    '以保护第三方合法权益为由不公开一部分（条例第十五条），没有征求过第三方意见，也没有写明为什么不需要征求（条例第三十二条）。',
  'public-interest-missing':
    '第三方不同意公开的，只有其理由不合理，或者不公开可能对公共利益造成重大影响，才能决定公开；请在拟稿中写明（条例第三十二条）。',
  'third-party-not-told':
    '第三方不同意而决定公开的，送达答复以前应当将公开的内容和理由分别书面告知第三方（条例第三十二条）。',
  'third-party-agrees': '这个第三方没有不同意，或者答复不予公开，不需要告知。',
  'third-party-told': '已经告知这个第三方；告知书被退回的，先登记退件。',
  'third-party-not-reached':
    '告知第三方的文书还没有登记送达，等候的日数从其收到之日起计算（条例第三十二条）。',
  'third-party-waiting': '第三方寻求救济的等候期还没有届满（条例第三十二条）。',
  'reviewed-already': '这项审核已经通过。',
  'review-missing': '还有审核没有完成。',
  'approval-before-submission': '批准日期早于提交审核的日期。',
  'same-person': '拟稿或者提交的人不能审核、批准同一答复（先审查、后公开）。',
  'retention-too-short': '保管期限短于本机关的设置。',
  'promoted-already': '已经建议过转为主动公开。',
  'promotion-not-proposed': '没有建议转为主动公开，或者已经决定。',
  'promotion-plan-missing': '纳入主动公开的，写明何时、在哪里公开（条例第四十四条：及时主动公开）。',
  'not-imported': '只有从旧台账导入的申请才能导入结果。',
} as const;

export type RefusalCode = keyof typeof CASE_REFUSALS | ClockRejection;

export interface Refusal {
  readonly code: RefusalCode;
  /** What the office is told. */
  readonly message: string;
  /** The field it speaks of: a key of the act or, after `texts.`, of its texts. */
  readonly field?: string;
}

const words: Readonly<Record<RefusalCode, string>> = { ...CLOCK_REJECTIONS, ...CASE_REFUSALS };

export const refusal = (code: RefusalCode, field?: string): Refusal => ({
  code,
  message: words[code],
  ...(field !== undefined && { field }),
});

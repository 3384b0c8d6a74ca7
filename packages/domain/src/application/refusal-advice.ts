import type { RefusalCode } from './refusals.ts';

const DATE = '请改正日期后再办理。';
const PICK = '请重新选择文书；现在可选的都已列出。';
const DRAFT = '请点“拟写答复”改正后再提交；已经提交审核的，先退回修改。';
const NONE_OPEN = '请看“办理经过”：这一步可能已经办过。';

/** What to do about a refusal, where its own words do not say so already. */
const ADVICE: Readonly<Partial<Record<RefusalCode | 'draft', string>>> = {
  // What the draft lacks, or does not say of the files that go out with it.
  draft: DRAFT,
  'not-in-status': '案件现在的状态写在页面上方，请办理现在可以办理的步骤。',
  'not-your-role': '请转给有这项职责的人办理，或者请系统管理员核对您的角色。',
  'future-date': DATE,
  'text-missing': '请填写后再办理。',
  'receipt-fixed': '请用“记事”写明实际情况。',
  'letter-known': NONE_OPEN,
  'letter-unknown': PICK,
  'letter-replaced': PICK,
  'letter-delivered': NONE_OPEN,
  'redelivery-before-delivery': DATE,
  'delivery-before-letter': DATE,
  'nothing-proposed': '请由经办人先提请延期；负责人也可以直接“同意延期”。',
  'already-proposed': '请等政府信息公开工作机构负责人决定。',
  'assistance-known': NONE_OPEN,
  'assistance-unknown': NONE_OPEN,
  'reasons-not-judged': '请先用“登记说明的理由”登记申请人是否说明了理由。',
  'reasons-not-reasonable': '请先用“判断理由是否合理”登记判断；不合理的，答复不予处理。',
  'fee-none': '不需要告知缴费，请继续办理。',
  'fee-amount': '请核对件次或者页数，数额由系统按标准算出。',
  'payment-amount': '请核对缴费凭证；数额确有出入的，请与申请人联系后再登记。',
  'linked-already': '不需要再关联。',
  'outcome-elsewhere': '请办理“逾期未补正”“逾期未缴费”或者“撤回申请”。',
  'search-missing': '每一处检索登记一次；拟好的稿子还在。',
  'correction-missing': '请先告知补正，或者换一种办理结果。',
  'reasons-missing': '请先要求说明理由并登记判断，或者换一种办理结果。',
  'duplicate-unlinked': '请先用“关联其他申请”关联先前的申请，或者换一种办理结果。',
  'consultation-missing': '请先办理“征求意见”，或者换一种办理结果。',
  'partial-consultation-missing':
    '请先办理“征求意见”；只遮盖与申请无关的个人信息等、不需要征求的，在拟稿中写明理由。',
  'public-interest-missing': DRAFT,
  'third-party-not-told': '请先办理“告知第三方决定公开”。',
  'third-party-agrees': '请直接登记答复送达。',
  'reviewed-already': '请选择另一项审核；都已通过的，等待批准。',
  'review-missing': '请由拟写人以外的人办理“审核通过”，合法性审核和保密审查都要通过。',
  'approval-before-submission': DATE,
  'same-person': '请由没有参与拟写、提交的人办理。',
  'promoted-already': '不需要再建议。',
  'not-received': '请先确认收到申请之日。',
  'before-receipt': DATE,
  suspended: '请等申请人补正或者缴费；期满的，办理逾期的步骤。',
  'not-suspended': NONE_OPEN,
  'correction-used': '仍不明确的，请与申请人沟通；还不能明确的，答复无法提供。',
  'extension-used': '请在现在的期限以内答复。',
  'fee-used': NONE_OPEN,
  'extension-length': '请改正延长的工作日数。',
  'past-due': '请尽快作出答复并送达。',
  'deferral-not-later': DATE,
  'not-delivered': '请先登记告知书的送达。',
  'already-delivered': NONE_OPEN,
  'before-notice': DATE,
  'period-length': '请改正补正期限。',
  'period-not-over': '请等期限届满的次日再登记。',
  'consultation-known': NONE_OPEN,
  'consultation-unknown': NONE_OPEN,
  'consultation-before-sent': DATE,
  'consultation-over': '请把“怎样结束”改为“逾期未提出意见”。',
  'lapse-day': DATE,
};

/** What to do about refusals, each advice once; empty where their own words say it. */
export const refusalAdvice = (codes: readonly string[]): string =>
  [
    ...new Set(
      codes.flatMap((code) =>
        Object.entries(ADVICE).flatMap(([one, words]) => (one === code ? [words] : [])),
      ),
    ),
  ].join('');

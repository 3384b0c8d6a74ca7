import type { ActType } from '@zhaoshi/domain/application/act';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';

/** What the applicant may do on the portal; the table of transitions says when. */
export const APPLICANT_ACTS = [
  'confirmReceipt',
  'receiveLetter',
  'acceptCorrection',
  'offerCorrection',
  'recordReasons',
  'reportPayment',
  'confirmDelivery',
  'rate',
  'proposePromotion',
  'withdraw',
] as const satisfies readonly ActType[];

export type ApplicantAct = (typeof APPLICANT_ACTS)[number];

export const isApplicantAct = (text: string): text is ApplicantAct =>
  APPLICANT_ACTS.some((act) => act === text);

/** A text that goes with an act. */
export interface ActText {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly rows: number;
}

export interface ApplicantActPage {
  readonly title: string;
  /** What it does, and what follows from it. */
  readonly words: readonly string[];
  readonly button: string;
  readonly texts: readonly ActText[];
  /** What may be attached to it. */
  readonly attachments?: string;
}

const CORRECTION: ActText = { name: 'content', label: '补正的内容', required: true, rows: 8 };
const ATTACHMENTS = '补正的材料';

/** Files that go with one act at most. */
export const MOST_ATTACHMENTS = 5;

/** Name of the field for them. */
export const ATTACHMENT_FIELD = 'attachments';

/** In the applicant's words; the office's own stand in the table of transitions. */
export const ACT_PAGES: Readonly<Record<ApplicantAct, ApplicantActPage>> = {
  confirmReceipt: {
    title: '确认收到申请之日',
    words: ['确认以后，今天是机关收到申请之日，20个工作日的答复期限从明天起计算。'],
    button: '确认今天为收到申请之日',
    texts: [],
  },
  acceptCorrection: {
    title: '提交补正',
    words: ['请按告知的事项补充或者说明。提交以后，答复期限从明天起重新计算。'],
    button: '提交补正',
    texts: [CORRECTION],
    attachments: ATTACHMENTS,
  },
  offerCorrection: {
    title: '逾期提交补正',
    words: [
      '补正期限已过。请说明逾期的原因并提交补正，由机关决定是否接受（条例第三十条）。',
      '接受的，答复期限从本次提交的次日起重新计算20个工作日。不接受的，视为放弃申请，机关不再处理，并书面告知；您仍可以重新申请。',
    ],
    button: '提交，由机关决定',
    texts: [{ name: 'reason', label: '逾期的原因', required: true, rows: 4 }, CORRECTION],
    attachments: ATTACHMENTS,
  },
  receiveLetter: {
    title: '在网上接收文书',
    words: [
      '接收以后可以立即查看、下载。今天为送达之日，文书中的期限从明天起计算；机关不再用其他方式送达的，以这一次为准。',
      '只表示收到，不表示同意其内容，不影响申请复议或者提起诉讼的权利。',
    ],
    button: '接收并查看',
    texts: [],
  },
  recordReasons: {
    title: '说明申请理由',
    words: ['请说明申请这些信息的理由。理由不合理的，机关可以告知不予处理；是否合理由机关判断。'],
    button: '提交理由',
    texts: [{ name: 'reasons', label: '理由', required: true, rows: 8 }],
  },
  reportPayment: {
    title: '告知已缴费',
    words: ['机关核实到账以后继续办理。'],
    button: '告知已缴费',
    texts: [{ name: 'receipt', label: '缴款凭证号', required: false, rows: 1 }],
  },
  confirmDelivery: {
    title: '确认收到文书',
    words: ['只表示收到，不表示同意其内容，不影响申请复议或者提起诉讼的权利。'],
    button: '确认收到',
    texts: [],
  },
  rate: {
    title: '评价',
    words: ['评价只用于改进工作，不影响申请复议或者提起诉讼的权利。'],
    button: '提交评价',
    texts: [{ name: 'comment', label: '意见和建议', required: false, rows: 4 }],
  },
  proposePromotion: {
    title: '建议转为主动公开',
    words: ['认为这项信息应当向社会主动公开的，可以建议机关纳入主动公开，机关应当审核。'],
    button: '提交建议',
    texts: [{ name: 'reason', label: '理由', required: true, rows: 4 }],
  },
  withdraw: {
    title: '撤回申请',
    words: [
      '撤回以后本件不再处理，不能恢复；以后仍需要这项信息的，可以重新申请。',
      '已经缴纳的费用如何处理，请与机关联系。',
    ],
    button: '确认撤回申请',
    texts: [{ name: 'reason', label: '撤回的说明', required: false, rows: 3 }],
  },
};

/** The longest text of an act, as the office's own interface takes it. */
export const longestText = (act: ApplicantAct, { name }: ActText): number =>
  ACT_TEXTS[act][name]?.longest ?? 0;

/** What a score means. */
export const SCORES = {
  '5': '非常满意',
  '4': '满意',
  '3': '基本满意',
  '2': '不满意',
  '1': '非常不满意',
} as const;

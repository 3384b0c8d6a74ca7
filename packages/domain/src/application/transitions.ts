import type { Role } from '../permission/roles.ts';
import type { ActType } from './act.ts';
import { OPEN_STATUSES, type Status } from './status.ts';

/** Who acts: an officer in a role, or the applicant through the portal. */
export type ActorRole = Role | 'applicant';

/**
 * Where an act leads: a status; `stays`; `resumes`: back to work, which is `consulting` as long as somebody asked has not
 * answered; or `restarts`: to work from the beginning, which waits for the day of receipt where that was never fixed.
 */
export type NextStatus = Status | 'stays' | 'resumes' | 'restarts';

export interface Transition {
  /** What the button says. */
  readonly title: string;
  readonly from: readonly Status[];
  readonly by: readonly ActorRole[];
  readonly to: NextStatus;
  /** What the law asks here, in one sentence, with the article. */
  readonly law: string;
}

const DESK = ['drafter', 'disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];
const OFFICERS = [...DESK, 'unitHead'] as const satisfies readonly Role[];
const HEAD = ['disclosureOfficeHead'] as const satisfies readonly Role[];
const APPROVERS = ['disclosureOfficeHead', 'leader'] as const satisfies readonly Role[];
const REVIEWERS = [
  'unitHead',
  'disclosureOfficer',
  'disclosureOfficeHead',
  'leader',
] as const satisfies readonly Role[];

const WORK = ['registered', 'processing', 'consulting', 'drafting'] as const satisfies readonly Status[];
const RUNNING = [...WORK, 'underReview'] as const satisfies readonly Status[];
const DONE = ['delivered', 'closed'] as const satisfies readonly Status[];
/**
 * An archived file stands as it is (一申请一卷, 条例45). What it still takes is being reopened, a suggestion that the
 * information be published, which has no time limit, with its decision and letter (条例44), and the applicant's own
 * rating.
 */
const DONE_OR_ARCHIVED = [...DONE, 'archived'] as const satisfies readonly Status[];
/** A case has letters at the earliest when its day of receipt is known. */
const WITH_LETTERS = OPEN_STATUSES.filter((status) => status !== 'awaitingConfirmation');
const BEFORE_APPROVAL = OPEN_STATUSES.filter((status) => status !== 'approved');

/** The one table of what may be done to a case, when, by whom, and where it leads (applications.md §16). */
export const TRANSITIONS: Readonly<Record<ActType, Transition>> = {
  logContact: {
    title: '登记联系情况',
    from: OPEN_STATUSES,
    by: OFFICERS,
    to: 'stays',
    law: '无法联系申请人的，如实登记每次联系，自恢复联络之日起计算期限（国办公开办函〔2015〕207号）。',
  },
  confirmReceipt: {
    title: '确认收到申请之日',
    from: ['awaitingConfirmation'],
    by: [...DESK, 'applicant'],
    to: 'registered',
    law: '平常信函、互联网渠道或者传真提交的，以双方确认之日为收到申请之日（条例第三十一条）。',
  },
  correctReceipt: {
    title: '更正收到申请之日',
    from: ['registered'],
    by: ['disclosureOfficer', 'disclosureOfficeHead'],
    to: 'stays',
    law: '收到申请之日由提交方式决定，不是登记之日（条例第三十一条）。',
  },
  takeUp: {
    title: '开始办理',
    from: ['registered'],
    by: OFFICERS,
    to: 'processing',
    law: '能够当场答复的应当当场答复（条例第三十三条第一款）。',
  },
  assign: {
    title: '指定经办人',
    from: BEFORE_APPROVAL,
    by: ['unitHead', 'disclosureOfficer', 'disclosureOfficeHead'],
    to: 'stays',
    law: '登记、审核、办理、答复、归档各环节应有人负责（条例第四十五条）。',
  },
  noticeCorrection: {
    title: '告知补正',
    from: ['registered', 'processing'],
    by: DESK,
    to: 'awaitingCorrection',
    law: '申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正事项和合理期限（条例第三十条）。',
  },
  acceptCorrection: {
    title: '收到补正',
    from: ['awaitingCorrection'],
    by: [...DESK, 'applicant'],
    to: 'registered',
    law: '答复期限自收到补正的申请之日起计算（条例第三十条）。',
  },
  offerCorrection: {
    title: '逾期提交补正',
    from: ['awaitingCorrection'],
    by: ['applicant'],
    to: 'stays',
    law: '无正当理由逾期不补正的，视为放弃申请，不再处理；有正当理由的，由行政机关决定是否接受（条例第三十条）。',
  },
  lapseCorrection: {
    title: '逾期未补正，不再处理',
    from: ['awaitingCorrection'],
    by: DESK,
    to: 'closed',
    law: '无正当理由逾期不补正的，视为放弃申请，不再处理（条例第三十条）。',
  },
  sendConsultation: {
    title: '征求意见',
    from: ['processing', 'consulting'],
    by: DESK,
    to: 'consulting',
    law: '公开会损害第三方合法权益的，应当书面征求意见，所需时间不计算在期限内（条例第三十二条、第三十三条第三款）。',
  },
  endConsultation: {
    title: '登记征求意见结果',
    from: ['consulting'],
    by: DESK,
    to: 'resumes',
    law: '第三方自收到征求意见书之日起15个工作日内提出意见，逾期未提出的由行政机关决定（条例第三十二条）。',
  },
  proposeExtension: {
    title: '提请延期',
    from: RUNNING,
    by: ['drafter', 'unitHead', 'disclosureOfficer'],
    to: 'stays',
    law: '需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人（条例第三十三条第二款）。',
  },
  approveExtension: {
    title: '同意延期',
    from: RUNNING,
    by: HEAD,
    to: 'stays',
    law: '延长的期限最长不得超过20个工作日（条例第三十三条第二款）。',
  },
  declineExtension: {
    title: '不同意延期',
    from: RUNNING,
    by: HEAD,
    to: 'stays',
    law: '延长答复期限由政府信息公开工作机构负责人决定（条例第三十三条第二款）。',
  },
  tellDue: {
    title: '告知变动后的答复期限',
    from: [...RUNNING, 'awaitingReasons', 'approved'],
    by: DESK,
    to: 'stays',
    law: '国务院办公厅公布或者调整节假日安排，使已经告知的答复期限变动的，告知申请人新的日期（条例第三十三条；告知的方式没有规定）。',
  },
  requestReasons: {
    title: '要求说明理由',
    from: ['processing'],
    by: DESK,
    to: 'awaitingReasons',
    law: '申请数量、频次明显超过合理范围的，可以要求申请人说明理由（条例第三十五条）。',
  },
  recordReasons: {
    title: '登记说明的理由',
    from: ['awaitingReasons'],
    by: [...DESK, 'applicant'],
    to: 'processing',
    law: '答复期限照常计算，本机关设置为扣除说明理由时间的除外（条例第三十五条没有规定，待确认）。',
  },
  judgeReasons: {
    title: '判断理由是否合理',
    from: ['processing'],
    by: HEAD,
    to: 'stays',
    law: '理由不合理的，告知申请人不予处理；理由合理但不能按期答复的，可以确定延迟答复的合理期限（条例第三十五条）。',
  },
  deferReply: {
    title: '确定延迟答复日期',
    from: ['processing', 'drafting'],
    by: HEAD,
    to: 'stays',
    law: '理由合理但无法在规定期限内答复的，可以确定延迟答复的合理期限并告知申请人（条例第三十五条）。',
  },
  noticeFee: {
    title: '告知缴费',
    from: ['processing'],
    by: DESK,
    to: 'awaitingPayment',
    law: '提供信息不收费；数量、频次明显超过合理范围的，可以收取信息处理费（条例第四十二条，国办函〔2020〕109号）。',
  },
  reportPayment: {
    title: '告知已缴费',
    from: ['awaitingPayment'],
    by: ['applicant'],
    to: 'stays',
    law: '收到收费通知次日起20个工作日内缴费（国办函〔2020〕109号）。',
  },
  recordPayment: {
    title: '登记缴费',
    from: ['awaitingPayment'],
    by: DESK,
    to: 'processing',
    law: '缴费后继续办理；答复期限重新计算还是接着计算，国办函〔2020〕109号没有规定，按设置执行（待确认）。',
  },
  lapsePayment: {
    title: '逾期未缴费，不再处理',
    from: ['awaitingPayment'],
    by: DESK,
    to: 'closed',
    law: '逾期未缴纳的，视为放弃申请，不再处理（国办函〔2020〕109号）。',
  },
  logSearch: {
    title: '登记检索',
    from: WORK,
    by: OFFICERS,
    to: 'stays',
    law: '答复信息不存在的，应当能够说明已经合理检索（法释〔2025〕8号第六条）。',
  },
  requestAssistance: {
    title: '发出协办函',
    from: WORK,
    by: DESK,
    to: 'stays',
    law: '需要机关内部科室协助的，确定内部办理时间，不影响对申请人的答复期限（条例第四十五条的工作制度）。',
  },
  answerAssistance: {
    title: '登记协办答复',
    from: RUNNING,
    by: OFFICERS,
    to: 'stays',
    law: '协办单位的意见留存备查。',
  },
  linkCase: {
    title: '关联其他申请',
    from: WORK,
    by: DESK,
    to: 'stays',
    law: '同一申请人向同一机关就同一内容反复申请的，不予重复处理（条例第三十六条第（六）项）。',
  },
  proposePromotion: {
    title: '建议转为主动公开',
    from: [...WORK, ...DONE_OR_ARCHIVED],
    by: [...OFFICERS, 'applicant'],
    to: 'stays',
    law: '多个申请人就相同信息提出申请且可以公开的，可以纳入主动公开；申请人建议的应当审核（条例第四十四条）。',
  },
  decidePromotion: {
    title: '决定是否转为主动公开',
    from: [...WITH_LETTERS, ...DONE_OR_ARCHIVED],
    by: HEAD,
    to: 'stays',
    law: '审核认为属于主动公开范围的，应当及时主动公开；申请人建议的，告知审核结果（条例第四十四条）。',
  },
  draftReply: {
    title: '拟写答复',
    from: ['registered', 'processing', 'drafting'],
    by: OFFICERS,
    to: 'drafting',
    law: '根据情况分别作出答复（条例第三十六条）。',
  },
  discardDraft: {
    title: '放弃拟稿，继续办理',
    from: ['drafting'],
    by: OFFICERS,
    to: 'processing',
    law: '根据情况分别作出答复（条例第三十六条）。',
  },
  submitReply: {
    title: '提交审核',
    from: ['drafting'],
    by: OFFICERS,
    to: 'underReview',
    law: '公开前应当依法进行保密等审查（条例第十七条）。',
  },
  reviewReply: {
    title: '审核通过',
    from: ['underReview'],
    by: ['unitHead', 'disclosureOfficer', 'disclosureOfficeHead'],
    to: 'stays',
    law: '拟公开的信息依照保密法等规定审查（条例第十七条）。',
  },
  returnReply: {
    title: '退回修改',
    from: ['underReview', 'approved'],
    by: REVIEWERS,
    to: 'drafting',
    law: '审核不通过的说明理由。',
  },
  approveReply: {
    title: '批准答复',
    from: ['underReview'],
    by: APPROVERS,
    to: 'approved',
    law: '答复以本机关名义作出，写明依据、理由和救济途径（条例第三十六条）。',
  },
  notifyThirdParty: {
    title: '告知第三方决定公开',
    from: ['approved'],
    by: DESK,
    to: 'stays',
    law: '第三方不同意而决定公开的，将决定公开的政府信息内容和理由书面告知第三方（条例第三十二条）。',
  },
  deliverLetter: {
    title: '登记送达',
    from: [...WITH_LETTERS, ...DONE_OR_ARCHIVED],
    by: DESK,
    to: 'stays',
    law: '补正、收费、征求意见的期限自收到之日起计算。',
  },
  deliverReply: {
    title: '登记答复送达',
    from: ['approved'],
    by: DESK,
    to: 'delivered',
    law: '是否按期以送达的时点为准：直接送达为签收之日，邮寄为交邮当日（国办公开办函〔2016〕235号）。',
  },
  redeliverReply: {
    title: '登记答复再次送达',
    from: ['delivered', 'closed'],
    by: DESK,
    to: 'stays',
    law: '答复被退回的，核对地址后再次送达并留存凭证；是否按期仍以首次送达的时点为准（国办公开办函〔2016〕235号）。',
  },
  noteReturnedMail: {
    title: '登记退件',
    from: [...WITH_LETTERS, ...DONE],
    by: DESK,
    to: 'stays',
    law: '退回的邮件留存，再次送达。',
  },
  receiveLetter: {
    title: '网上接收文书',
    from: [...WITH_LETTERS, ...DONE_OR_ARCHIVED],
    by: ['applicant'],
    to: 'stays',
    law: '申请人选择在网上接收的，接收之日为送达之日，补正、缴费的期限从次日起计算（条例第四十条）。',
  },
  confirmDelivery: {
    title: '申请人确认收到',
    from: [...WITH_LETTERS, ...DONE],
    by: [...DESK, 'applicant'],
    to: 'stays',
    law: '申请人确认收到后，送达凭证更完整。',
  },
  close: {
    title: '办结',
    from: ['delivered'],
    by: DESK,
    to: 'closed',
    law: '办结须有且只有一个办理结果、依据、文书和送达凭证。',
  },
  archive: {
    title: '归档',
    from: ['closed'],
    by: DESK,
    to: 'archived',
    law: '登记、审核、办理、答复、归档的工作制度（条例第四十五条）；一申请一卷，归档以后不再记事、登记退件和送达。',
  },
  withdraw: {
    title: '撤回申请',
    from: BEFORE_APPROVAL,
    by: [...DESK, 'applicant'],
    to: 'closed',
    law: '申请人撤回的，登记后不再处理。',
  },
  reopen: {
    title: '重新办理',
    from: ['closed', 'archived'],
    by: HEAD,
    to: 'restarts',
    law: '复议决定、判决要求重新处理或者本机关自行纠正的，重新作出答复；首次结果仍计入其年度。',
  },
  rate: {
    title: '评价',
    from: DONE_OR_ARCHIVED,
    by: ['applicant'],
    to: 'stays',
    law: '评价不影响救济权利。',
  },
  note: {
    title: '记事',
    from: [...OPEN_STATUSES, ...DONE],
    by: [...OFFICERS, 'leader'],
    to: 'stays',
    law: '记事只在内部可见，随案卷归档。',
  },
  importResult: {
    title: '导入办理结果',
    from: ['registered'],
    by: DESK,
    to: 'closed',
    law: '旧台账的结果照原样导入。',
  },
};

export const ACT_TYPES = Object.keys(TRANSITIONS) as readonly ActType[];

/** Acts that the roles may do in a status, before looking at the case itself. */
export const actsFor = (status: Status, roles: readonly ActorRole[]): readonly ActType[] =>
  ACT_TYPES.filter((type) => {
    const { from, by } = TRANSITIONS[type];
    return from.includes(status) && by.some((role) => roles.includes(role));
  });

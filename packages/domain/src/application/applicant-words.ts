import type { ApplicationEvent } from './act.ts';
import type { Status } from './status.ts';

/**
 * What the applicant is told of each event, in plain words; `null` for what stays inside the organ: who works on the
 * case, what was searched and drafted, what others answered.
 */
const EVENT_WORDS: Readonly<Record<ApplicationEvent['type'], string | null>> = {
  register: '申请已经登记。',
  logContact: null,
  confirmReceipt: '双方确认了收到申请之日，办理期限从次日开始计算。',
  correctReceipt: '收到申请之日已经更正，办理期限重新计算。',
  correctApplicantKind: null,
  takeUp: '机关开始办理。',
  assign: null,
  noticeCorrection: '机关告知申请内容需要补正，等待您补正。',
  acceptCorrection: '机关收到了补正，办理期限从次日起重新计算。',
  offerCorrection: '补正期限已过以后收到了补正，等待机关决定是否接受。',
  lapseCorrection: '补正期限已过，没有收到补正，本件不再处理。',
  sendConsultation: '机关书面征求第三方或者其他机关的意见，等待答复的时间不计入办理期限。',
  endConsultation: '一次征求意见已经结束。',
  proposeExtension: null,
  approveExtension: '机关延长了答复期限。',
  declineExtension: null,
  tellDue: '机关告知了变动后的答复期限。',
  requestReasons: '机关要求说明申请理由，等待您说明。',
  recordReasons: '说明的理由已经登记。',
  judgeReasons: null,
  deferReply: '机关确定了延迟答复的日期。',
  noticeFee: '机关告知收取信息处理费，等待您缴费。',
  reportPayment: '您告知已经缴费，等待机关核实。',
  recordPayment: '机关确认已经缴费，继续办理。',
  lapsePayment: '缴费期限已过，没有收到缴费，本件不再处理。',
  logSearch: null,
  requestAssistance: null,
  answerAssistance: null,
  linkCase: null,
  proposePromotion: null,
  decidePromotion: '机关决定了这项信息是否转为主动公开。',
  draftReply: null,
  discardDraft: null,
  submitReply: null,
  reviewReply: null,
  returnReply: null,
  approveReply: null,
  notifyThirdParty: null,
  deliverLetter: null,
  deliverReply: '机关作出答复并送达。',
  redeliverReply: '机关再次送达了答复。',
  noteReturnedMail: '寄给您的邮件被退回，请核对联系方式。',
  receiveLetter: '文书已在网上接收。',
  confirmDelivery: '已确认收到文书。',
  close: '本件办结。',
  archive: null,
  withdraw: '申请已经撤回，不再处理。',
  reopen: '本件重新办理。',
  rate: '您作出了评价。',
  note: null,
  importResult: '从旧登记簿转入。',
};

/** Of what the applicant did, also where the same act of the organ stays inside. */
const OWN_WORDS: Readonly<Partial<Record<ApplicationEvent['type'], string>>> = {
  confirmReceipt: '您确认了收到申请之日，办理期限从次日开始计算。',
  acceptCorrection: '您提交了补正，办理期限从次日起重新计算。',
  offerCorrection: '您在补正期限已过以后提交了补正，等待机关决定是否接受。',
  receiveLetter: '您在网上接收了文书，当日为送达之日。',
  recordReasons: '您说明了申请理由。',
  confirmDelivery: '您确认收到文书。',
  withdraw: '您撤回了申请，本件不再处理。',
  proposePromotion: '您建议将这项信息转为主动公开。',
};

/** @param byApplicant whether the applicant did it on the portal */
export const eventWords = (type: ApplicationEvent['type'], byApplicant: boolean): string | null =>
  (byApplicant ? OWN_WORDS[type] : undefined) ?? EVENT_WORDS[type];

/** What a status means for the applicant, and what comes next. */
export const STATUS_WORDS: Readonly<Record<Status, { readonly now: string; readonly next: string }>> = {
  awaitingConfirmation: {
    now: '机关收到了申请，还没有与您确认收到申请之日。',
    next: '机关会联系您确认；联系以后，您也可以在本页确认。确认之日是收到申请之日，从次日起计算20个工作日的答复期限（条例第三十一条、第三十三条）。',
  },
  registered: {
    now: '收到申请之日已经确定，正在审核申请内容。',
    next: '内容不明确的，机关会在7个工作日内一次性告知补正（条例第三十条）；否则直接办理。',
  },
  awaitingCorrection: {
    now: '需要您补正申请内容。',
    next: '请在期限内补正；没有正当理由逾期不补正的，视为放弃申请（条例第三十条）。',
  },
  processing: { now: '正在办理。', next: '机关在期限内答复（条例第三十三条）。' },
  consulting: {
    now: '正在征求第三方或者其他机关的意见。',
    next: '等待意见的时间不计入期限；意见到了以后继续办理（条例第三十二条、第三十三条）。',
  },
  awaitingReasons: {
    now: '需要您说明申请理由。',
    next: '申请的数量、频次明显超过合理范围时，机关可以要求说明理由（条例第三十五条）。',
  },
  awaitingPayment: {
    now: '需要您缴纳信息处理费。',
    next: '收到通知次日起20个工作日内没有缴费的，视为放弃申请（国办函〔2020〕109号）。',
  },
  drafting: { now: '正在拟写答复。', next: '答复经审核后送达（条例第十七条、第三十六条）。' },
  underReview: { now: '答复正在审核。', next: '审核通过后送达（条例第十七条）。' },
  approved: { now: '答复已经批准。', next: '机关按您选择的方式送达。' },
  delivered: {
    now: '机关已经答复。',
    next: '答复书写明了不服答复时的救济途径和期限。',
  },
  closed: { now: '本件已经办结。', next: '办结的申请仍可在本页查看。' },
  archived: { now: '本件已经办结并归档。', next: '办结的申请仍可在本页查看。' },
};

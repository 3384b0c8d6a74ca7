import type { ActType } from './act.ts';

interface ActText {
  readonly title: string;
  readonly required: boolean;
  /** Longest text, in characters. */
  readonly longest: number;
}

const line = (title: string, required = true): ActText => ({ title, required, longest: 200 });
const text = (title: string, required = true): ActText => ({ title, required, longest: 4000 });

/** The 文号 of the act's letter, where the system does not count by the organ's 机关代字. */
const NUMBERED = { 'letter.documentNumber': line('发文字号（由系统编号的不填）', false) };

/**
 * What is written with each act. Acts that send a letter may carry the fields of the letter's template as well; those
 * are checked where the letter is composed.
 */
export const ACT_TEXTS: Readonly<Record<ActType, Readonly<Record<string, ActText>>>> = {
  logContact: { person: line('联系人', false), way: line('联系方式'), result: text('联系结果') },
  confirmReceipt: { way: line('确认方式'), person: line('与谁确认', false) },
  correctReceipt: { reason: text('更正理由') },
  correctApplicantKind: { reason: text('更正理由') },
  takeUp: { note: text('说明', false) },
  assign: { note: text('交办意见', false) },
  noticeCorrection: { matters: text('需要补正的事项'), guidance: text('指导和释明'), ...NUMBERED },
  acceptCorrection: { content: text('补正后的内容') },
  offerCorrection: { reason: text('逾期的原因'), content: text('补正后的内容') },
  lapseCorrection: { reason: text('说明', false), ...NUMBERED },
  sendConsultation: {
    consultee: line('征求意见对象'),
    contact: line('联系方式', false),
    content: text('征求意见的内容'),
    ...NUMBERED,
    'letter.noticeNumber': line('告知申请人的文书的发文字号（由系统编号的不填）', false),
  },
  endConsultation: { opinion: text('意见内容', false), judgement: text('本机关的判断', false) },
  proposeExtension: { reason: text('延期理由') },
  approveExtension: { reason: text('延期理由'), ...NUMBERED },
  declineExtension: { reason: text('不同意的理由') },
  tellDue: { reason: text('变动的原因'), ...NUMBERED },
  requestReasons: { facts: text('数量、频次的事实'), ...NUMBERED },
  recordReasons: { reasons: text('申请人说明的理由', false) },
  judgeReasons: { judgement: text('判断') },
  deferReply: { reason: text('延迟答复的理由'), ...NUMBERED },
  noticeFee: { payment: text('缴纳方式'), ...NUMBERED },
  reportPayment: { receipt: line('缴款凭证号', false) },
  recordPayment: { receipt: line('财政票据号', false) },
  lapsePayment: { reason: text('说明', false), ...NUMBERED },
  logSearch: {
    terms: text('检索词（名称、文号、时间段、关键词、曾用名）'),
    person: line('检索人'),
    result: text('检索结果'),
  },
  requestAssistance: { unit: line('协办单位'), question: text('需要协助的事项'), ...NUMBERED },
  answerAssistance: { answer: text('协办意见') },
  linkCase: { note: text('说明', false) },
  proposePromotion: { reason: text('理由') },
  decidePromotion: {
    reason: text('理由'),
    plan: text('公开的安排（何时、在哪里公开），纳入主动公开的必须填写', false),
    ...NUMBERED,
  },
  draftReply: {
    note: text('拟办意见', false),
    publicInterest: text('第三方不同意仍予公开的：不公开会对公共利益造成什么重大影响', false),
    unconsulted: text('部分公开、以第十五条不公开一部分而没有征求第三方意见的：为什么不需要征求', false),
    unfoundedObjection: text('第三方不同意仍予公开的：第三方的理由为什么不合理', false),
  },
  discardDraft: { reason: text('原因', false) },
  submitReply: { opinion: text('经办意见', false) },
  reviewReply: { opinion: text('审核意见', false) },
  returnReply: { reason: text('退回理由') },
  approveReply: { opinion: text('批准意见', false), ...NUMBERED },
  notifyThirdParty: {
    consultee: line('第三方'),
    content: text('决定公开的政府信息'),
    reason: text('公开的理由'),
    ...NUMBERED,
  },
  deliverLetter: { evidence: line('凭证（邮件号、签收人等）') },
  deliverReply: { evidence: line('凭证（邮件号、签收人等）') },
  redeliverReply: { evidence: line('凭证（邮件号、签收人等）') },
  noteReturnedMail: { reason: text('退件原因') },
  receiveLetter: {},
  confirmDelivery: { note: text('说明', false) },
  close: { note: text('说明', false) },
  archive: { archiveNumber: line('档号') },
  withdraw: { reason: text('撤回说明', false), ...NUMBERED },
  reopen: { document: line('复议决定、判决文号或者纠正依据'), reason: text('理由') },
  rate: { comment: text('意见', false) },
  note: { text: text('内容') },
  importResult: { documentNumber: line('答复文号', false) },
};

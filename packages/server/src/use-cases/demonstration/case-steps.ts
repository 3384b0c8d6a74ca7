import type { ApplicationActInput } from '@zhaoshi/contract/routes/application-acts';
import type { ActTexts } from '@zhaoshi/domain/application/act';
import type { ApplicationState, LetterPurpose } from '@zhaoshi/domain/application/application-state';
import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import { retentionYearsOf } from '@zhaoshi/domain/application/retention-years';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';

/** Whose desk does a step. */
export type DeskRole = 'disclosureOfficer' | 'unitHead' | 'disclosureOfficeHead' | 'leader';

/** One act of an invented case. */
export interface Step {
  /** Working days after the step before. */
  readonly after: number;
  readonly by: DeskRole;
  readonly act: (on: CivilDate, state: ApplicationState) => ApplicationActInput;
  readonly texts: ActTexts | ((on: CivilDate) => ActTexts);
}

type PlainAct = 'takeUp' | 'submitReply' | 'close' | 'withdraw' | 'acceptCorrection';

const plain = (after: number, type: PlainAct, texts: ActTexts = {}): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on) => ({ type, on }),
  texts,
});

function letterFor(state: ApplicationState, purpose: LetterPurpose): string {
  const letter = state.letters.findLast((one) => one.purpose === purpose);
  if (letter === undefined) throw new Error(`no letter of ${purpose} in the demonstration`);
  return letter.letterId;
}

/** The addressee signs for a letter that is no reply. */
const handOver = (after: number, purpose: LetterPurpose): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on, state) => ({
    type: 'deliverLetter',
    on,
    letterId: letterFor(state, purpose),
    way: 'direct',
    receivedOn: on,
  }),
  texts: { evidence: '送达回证已由收件人签名' },
});

export const takeUp = (after: number): Step => plain(after, 'takeUp');

export const withdraw = (after: number): Step =>
  plain(after, 'withdraw', {
    reason: '申请人来电说明已经取得所需信息',
    'letter.basis': '申请人的书面撤回说明',
  });

/** A notice of correction, and the applicant has it on the next day. */
export const askCorrection = (after: number): readonly Step[] => [
  {
    after,
    by: 'disclosureOfficer',
    act: (on) => ({ type: 'noticeCorrection', on, days: 15 }),
    texts: {
      matters: '请写明所需信息的名称、文号，或者能够据以检索的年度和事项。',
      guidance: '可以到本机关网站的主动公开栏目查找文件名称，也可以来电咨询。',
      'letter.grounds': 'description',
    },
  },
  handOver(1, 'correction'),
];

export const correct = (after: number): Step =>
  plain(after, 'acceptCorrection', { content: '补充了所需信息的年度和项目名称。' });

/** A third party is asked, and has the letter on the next day. */
export const consult = (after: number): readonly Step[] => [
  {
    after,
    by: 'disclosureOfficer',
    act: (on) => ({ type: 'sendConsultation', on, kind: 'thirdPartyConsultation' }),
    texts: { consultee: '昭示示例工程有限公司（演示）', content: '是否同意公开中标合同中的报价明细。' },
  },
  handOver(1, 'consultation'),
];

export const endConsultation = (after: number): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on, state) => ({
    type: 'endConsultation',
    on,
    consultationId: state.clock.open[0]?.consultationId ?? '',
    how: 'opinion',
    opinion: 'refuses',
  }),
  texts: { opinion: '报价明细属于商业秘密，不同意公开。', judgement: '第三方的理由合理。' },
});

export const proposeExtension = (after: number): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on) => ({ type: 'proposeExtension', on, days: 10 }),
  texts: { reason: '所需资料涉及多个年度，需要逐项核对。' },
});

export const extend = (after: number): Step => ({
  after,
  by: 'disclosureOfficeHead',
  act: (on) => ({ type: 'approveExtension', on, days: 10 }),
  texts: { reason: '所需资料涉及多个年度，需要逐项核对' },
});

const DAYS_FOR_REASONS = 14;

export const askReasons = (after: number): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on) => ({ type: 'requestReasons', on }),
  texts: (on) => ({
    facts: '您本月已提出12件内容相近的申请。',
    'letter.replyBy': addDays(on, DAYS_FOR_REASONS),
  }),
});

/** The eleventh application of the month, at 100 yuan. */
export const askFee = (after: number): readonly Step[] => [
  {
    after,
    by: 'disclosureOfficer',
    act: (on) => ({ type: 'noticeFee', on, basis: 'perItem', count: 11, amount: 10_000 }),
    texts: { payment: '凭缴款码到本机关财务室或者通过非税收入平台缴纳。' },
  },
  handOver(1, 'fee'),
];

const search = (after: number, place: 'archiveRoom' | 'responsibleUnit'): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on) => ({ type: 'logSearch', on, place, minutes: 40, hits: 0 }),
  texts: { terms: '按文件名称、文号、年度检索', person: '演示经办人', result: '没有找到' },
});

export const searchTwice = (after: number): readonly Step[] => [
  search(after, 'archiveRoom'),
  search(0, 'responsibleUnit'),
];

/** Outcomes of the demonstration with what their letters need. */
const REPLIES = {
  'granted.provided': { suppliedAs: '电子文件', enclosures: '相关文件一份，共12页' },
  'granted.alreadyPublic': { accessWay: '本机关网站“政府信息公开”专栏' },
  partiallyGranted: {
    grounds: 'article15',
    part: '联系人的姓名和电话',
    cause: '涉及个人隐私',
    reason: '公开会对他人的合法权益造成损害。',
    suppliedAs: '电子文件',
    enclosures: '项目资料一份，共8页',
  },
  'refused.thirdPartyRights': {
    secret: 'tradeSecret',
    opinion: 'refuses',
    reason: '公开报价明细会损害第三方的合法权益。',
  },
  'refused.internalAffairs': { affairs: 'personnel', reason: '申请的内容是本机关内部的人事安排。' },
  'refused.deliberativeProcess': { processKind: 'discussionRecord', reason: '申请的内容是会议的讨论记录。' },
  'refused.enforcementFile': { reason: '申请的内容是行政处罚案卷中的询问笔录。' },
  'unavailable.nonExistent': { reason: '经检索档案室和承办科室，没有制作或者保存过您所需的信息。' },
  'unavailable.otherOrgan': {
    organInCharge: '昭示市统计局（演示）',
    organContact: '0000-1000099',
    reason: '您所需的统计资料不由本机关负责公开。',
  },
  'notProcessed.petitionOrComplaint': { petitionKind: 'complaint', reason: '您反映的是对物业服务的投诉。' },
} as const satisfies Readonly<Partial<Record<OutcomeId, Readonly<Record<string, string>>>>>;

export type RepliedOutcome = keyof typeof REPLIES;

export const draft = (after: number, outcome: RepliedOutcome): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on) => ({ type: 'draftReply', on, outcome }),
  texts: {
    note: '拟按此答复。',
    ...(outcome === 'partiallyGranted' && {
      unconsulted: '只遮盖联系人的姓名和电话，提供的其余内容不涉及第三方的合法权益。',
    }),
    ...Object.fromEntries(Object.entries(REPLIES[outcome]).map(([key, value]) => [`letter.${key}`, value])),
  },
});

export const submit = (after: number): Step => plain(after, 'submitReply');

export const review = (after: number): readonly Step[] =>
  (['legal', 'secrecy'] as const).map((kind, place) => ({
    after: place === 0 ? after : 0,
    by: 'unitHead',
    act: (on) => ({ type: 'reviewReply', on, review: kind }),
    texts: { opinion: '同意。' },
  }));

export const approve = (after: number): Step => ({
  after,
  by: 'leader',
  act: (on) => ({ type: 'approveReply', on }),
  texts: { opinion: '同意。' },
});

const deliver = (after: number, delivery: { readonly way: 'post' | 'direct'; evidence: string }): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on, state) => ({
    type: 'deliverReply',
    on,
    letterId: letterFor(state, 'reply'),
    ...(delivery.way === 'post'
      ? { way: 'post', sentOn: on, carrier: 'ems' }
      : { way: 'direct', receivedOn: on }),
  }),
  texts: { evidence: delivery.evidence },
});

export const close = (after: number): Step => plain(after, 'close');

/** As the settings are before anybody changes them. */
const RETENTION = { retentionYears: 10, retentionYearsDisputed: 30 };

export const archive = (after: number): Step => ({
  after,
  by: 'disclosureOfficer',
  act: (on, state) => ({ type: 'archive', on, retentionYears: retentionYearsOf(state, RETENTION) }),
  texts: { archiveNumber: '演示档-依申请-001' },
});

/** From the draft to the letter's signature. */
const signed = (after: number, outcome: RepliedOutcome): readonly Step[] => [
  draft(after, outcome),
  submit(0),
  ...review(1),
  approve(1),
];

/** From the draft to the letter's leaving. */
export const reply = (after: number, outcome: RepliedOutcome): readonly Step[] => [
  ...signed(after, outcome),
  deliver(1, { way: 'post', evidence: '邮政特快专递 1000000000000（演示）' }),
];

/** The same, and the applicant comes and signs for it: from when it was known is beyond dispute. */
export const replyByHand = (after: number, outcome: RepliedOutcome): readonly Step[] => [
  ...signed(after, outcome),
  deliver(1, { way: 'direct', evidence: '申请人到窗口领取，送达回证已签名（演示）' }),
];

/** Taken up again because a decision orders a new reply. */
export const reopen = (document: string): Step => ({
  after: 1,
  by: 'disclosureOfficeHead',
  act: (on) => ({ type: 'reopen', on, cause: 'reconsideration' }),
  texts: { document, reason: '行政复议决定撤销原答复，责令重新作出答复。' },
});

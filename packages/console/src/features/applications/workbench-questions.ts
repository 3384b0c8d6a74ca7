import { type ActType, REVIEWS } from '@zhaoshi/domain/application/act';
import { type RefusalCode, refusal } from '@zhaoshi/domain/application/refusals';
import { STATUSES, type Status } from '@zhaoshi/domain/application/status';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { ROLES } from '@zhaoshi/domain/permission/roles';
import type { ShownCase } from './shown-application.ts';
import { openLetters, replyLetters, sentLetters } from './workbench-case.ts';

export interface Question {
  readonly id: string;
  /** "1", … "7"; empty for what stands beside the seven questions. */
  readonly number: string;
  readonly title: string;
  /** What is decided here, for somebody who does it for the first time. */
  readonly asks: string;
  readonly acts: readonly ActType[];
}

/** The seven questions of the working order (applications.md §3), with what comes before and beside them. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'receive',
    number: '',
    title: '收件与分办',
    asks: '哪一天算收到申请？由谁经办？',
    acts: ['confirmReceipt', 'takeUp', 'assign', 'logContact', 'correctReceipt', 'correctApplicantKind'],
  },
  {
    id: 'correct',
    number: '1',
    title: '补不补',
    asks: '申请人是谁、要什么信息、要什么形式，是否清楚？不清楚的，7个工作日内一次性告知补正。',
    acts: ['noticeCorrection', 'acceptCorrection', 'lapseCorrection'],
  },
  {
    id: 'scope',
    number: '2',
    title: '该不该',
    asks: '是不是政府信息公开申请？是不是本机关负责？是不是重复申请、数量频次明显超过合理范围？',
    acts: ['linkCase', 'requestReasons', 'recordReasons', 'judgeReasons', 'deferReply'],
  },
  {
    id: 'exists',
    number: '3',
    title: '有没有',
    asks: '本机关有没有这份信息？在哪里找过、用什么词找的，逐次登记。',
    acts: ['logSearch', 'requestAssistance', 'answerAssistance'],
  },
  {
    id: 'give',
    number: '4',
    title: '给不给',
    asks: '是否涉及国家秘密、商业秘密、个人隐私等？涉及第三方的，先书面征求意见；能区分的，区分处理。',
    acts: ['sendConsultation', 'endConsultation'],
  },
  {
    id: 'supply',
    number: '5',
    title: '怎么给',
    asks: '按申请人要求的形式和方式提供；数量频次明显超过合理范围的，可以收取信息处理费。',
    acts: ['noticeFee', 'recordPayment', 'lapsePayment'],
  },
  {
    id: 'reply',
    number: '6',
    title: '当不当',
    asks: '结果、条款、理由、救济途径对不对？拟写的人不能审核、批准自己写的答复。',
    acts: ['draftReply', 'discardDraft', 'submitReply', 'reviewReply', 'returnReply', 'approveReply'],
  },
  {
    id: 'deliver',
    number: '7',
    title: '送达归档',
    asks: '按期送达并留存凭证，办结、归档；多人申请的，考虑转为主动公开。',
    acts: [
      'notifyThirdParty',
      'deliverReply',
      'confirmDelivery',
      'noteReturnedMail',
      'redeliverReply',
      'close',
      'archive',
      'proposePromotion',
      'decidePromotion',
      'reopen',
    ],
  },
  {
    id: 'period',
    number: '',
    title: '期限',
    asks: '不能按期答复的，在期限届满前提请延期，由工作机构负责人同意并告知申请人，只能延长一次。',
    acts: ['proposeExtension', 'approveExtension', 'declineExtension', 'tellDue'],
  },
  {
    id: 'other',
    number: '',
    title: '文书送达和其他',
    asks: '登记补正、征求意见、延期、收费等文书的送达；申请人撤回；内部记事。',
    acts: ['deliverLetter', 'withdraw', 'note'],
  },
];

/** Where the case stands in the working order. */
const PLACE: Readonly<Record<Status, string>> = {
  awaitingConfirmation: 'receive',
  registered: 'correct',
  awaitingCorrection: 'correct',
  processing: 'exists',
  consulting: 'give',
  awaitingReasons: 'scope',
  awaitingPayment: 'supply',
  drafting: 'reply',
  underReview: 'reply',
  approved: 'deliver',
  delivered: 'deliver',
  closed: 'deliver',
  archived: 'deliver',
};

export const currentQuestion = (status: Status): string => PLACE[status];

/** What to do next, in a sentence. */
const NEXT: Readonly<Record<Status, string>> = {
  awaitingConfirmation: '请与申请人确认收到申请之日；联系不上的，如实登记每次联系。',
  registered: '请先看申请是否清楚（补正只能告知一次），清楚的开始办理。',
  awaitingCorrection: '等待申请人补正。收到补正的，登记收到之日；期满没有补正的，不再处理。',
  processing: '请依次判断该不该、有没有、给不给、怎么给，再拟写答复。',
  consulting: '等待对方的意见。收到意见或者期满的，登记结果；所用时间不计入答复期限。',
  awaitingReasons: '等待申请人说明理由。答复期限照常计算，本机关设置为扣除的除外。',
  awaitingPayment: '等待申请人缴费，期限中止。',
  drafting: '请写完答复并提交审核。',
  underReview: '请审核：合法性审核、保密审查都通过后，由工作机构负责人或者分管领导批准。',
  approved: '答复已经批准，请在答复的最后一日以前送达并登记。',
  delivered: '答复已经送达。凭证齐全的，可以办结。',
  closed: '已经办结，请归档。',
  archived: '已经归档，案卷不再变动。复议、诉讼要求重新处理或者本机关自行纠正的，可以重新办理。',
};

export const nextStep = (status: Status): string => NEXT[status];

const REVIEW_COUNT = Object.keys(REVIEWS).length;

const USED = '已经延期一次，不能再次延期。';

const wordsOf = (code: RefusalCode): string => refusal(code).message;

const rolesOf = (type: ActType): readonly string[] =>
  TRANSITIONS[type].by.flatMap((role) => (role === 'applicant' ? [] : [ROLES[role]]));

/** What the act rests on and the case has not, or has already; the server refuses for the same reason. */
const LACKS: Readonly<Partial<Record<ActType, (shown: ShownCase) => string | false>>> = {
  noticeCorrection: ({ clock }) => clock.correctionUsed && '已经告知过补正，补正只能一次性告知。',
  judgeReasons: ({ reasons }) => !['given', 'notGiven'].includes(reasons) && wordsOf('reasons-not-judged'),
  deferReply: ({ reasons }) => reasons !== 'reasonable' && wordsOf('reasons-not-reasonable'),
  answerAssistance: ({ openAssistance }) => openAssistance.length === 0 && '没有等待答复的协办函。',
  proposeExtension: ({ clock }) =>
    (clock.extensionUsed && USED) ||
    (clock.deferredTo !== null && wordsOf('reply-deferred')) ||
    (clock.extensionProposed !== null && wordsOf('already-proposed')),
  tellDue: ({ movedDue }) => movedDue === null && '答复期限没有变动，或者已经告知。',
  approveExtension: ({ clock }) =>
    (clock.extensionUsed && USED) || (clock.deferredTo !== null && wordsOf('reply-deferred')),
  declineExtension: ({ clock }) => clock.extensionProposed === null && wordsOf('nothing-proposed'),
  reviewReply: ({ draft }) => draft?.reviews.length === REVIEW_COUNT && '各项审核都已通过，等待批准。',
  decidePromotion: ({ events }) => {
    const lastOf = (act: ActType): number => events.findLastIndex(({ type }) => type === act);
    return lastOf('proposePromotion') <= lastOf('decidePromotion') && wordsOf('promotion-not-proposed');
  },
  deliverLetter: (shown) => openLetters(shown).length === 0 && '没有尚未送达的文书。',
  notifyThirdParty: ({ overruled }) => overruled.length === 0 && wordsOf('third-party-agrees'),
  redeliverReply: (shown) =>
    replyLetters(shown).every(({ afterReturn }) => afterReturn === null) && wordsOf('mail-not-returned'),
  noteReturnedMail: (shown) => sentLetters(shown).length === 0 && '还没有发出文书。',
  confirmDelivery: (shown) => sentLetters(shown).length === 0 && '还没有发出文书。',
};

const lackOf = (type: ActType, shown: ShownCase): string | false => LACKS[type]?.(shown) ?? false;

/** Whether the act can be thought of now, whoever does it: its status, and what it rests on. */
export const isNow = (type: ActType, shown: ShownCase): boolean =>
  TRANSITIONS[type].from.includes(shown.status) && lackOf(type, shown) === false;

/** Why the person cannot do it now; `undefined` when they can. */
export function hindranceOf(type: ActType, shown: ShownCase): string | undefined {
  const { from } = TRANSITIONS[type];
  if (!from.includes(shown.status)) {
    const names = from.map((status) => `“${STATUSES[status]}”`).join('、');
    return `案件现在是“${STATUSES[shown.status]}”；${names}的案件才能办理这一步。`;
  }
  const lack = lackOf(type, shown);
  if (lack !== false) return lack;
  return shown.acts.includes(type) ? undefined : `这一步由${rolesOf(type).join('、')}办理。`;
}

import { APPLICANT_KINDS } from '@zhaoshi/domain/annual-report/ids';
import { type ActType, REVIEWS, SEARCH_PLACES } from '@zhaoshi/domain/application/act';
import { applicantKindName } from '@zhaoshi/domain/application/applicant';
import { DELIVERY_WAYS } from '@zhaoshi/domain/delivery/delivery';

/** What is picked from the case itself: one of its letters, consultations, requests, or from outside it. */
type PickKind =
  | 'letter'
  | 'replyLetter'
  | 'anyLetter'
  | 'consultation'
  | 'overruled'
  | 'assistance'
  | 'officer'
  | 'joint'
  | 'case';

interface Field {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
}

/** A field of an act, by how it is entered. */
export type ActField = Field &
  (
    | { readonly kind: 'date' }
    /** A whole number with the word behind it. */
    | {
        readonly kind: 'number';
        readonly unit: string;
        readonly least: number;
        readonly most: number;
        readonly initial?: number;
      }
    /** Entered in 元, sent in 分. */
    | { readonly kind: 'yuan' }
    /** The place in the month, or the pages; the organ's rules make it of the printed sides that are entered. */
    | { readonly kind: 'counted' }
    /** Worked out by the organ's tariff, in 分. */
    | { readonly kind: 'charge' }
    | {
        readonly kind: 'choice';
        readonly options: Readonly<Record<string, string>>;
        readonly initial?: string;
      }
    | { readonly kind: 'yesNo'; readonly yes: string; readonly no: string }
    | { readonly kind: 'outcome' }
    | { readonly kind: PickKind }
  );

const EXTENSION_DAYS: ActField = {
  key: 'days',
  label: '延长的工作日数',
  kind: 'number',
  unit: '个工作日',
  least: 1,
  most: 20,
  initial: 10,
  help: '最长不得超过20个工作日，只能延长一次。',
};

export const CONSULTATION_KINDS: Readonly<Record<string, string>> = {
  thirdPartyConsultation: '第三方（条例第三十二条）',
  coMakerConsultation: '共同制作的机关（条例第三十四条）',
  organConsultation: '其他机关（条例第三十三条第三款）',
};

const WAYS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(DELIVERY_WAYS).map(([way, { title, timePoint }]) => [way, `${title}（${timePoint}）`]),
);

const WAY: ActField = {
  key: 'way',
  label: '送达方式',
  kind: 'choice',
  options: WAYS,
  help: '邮寄须通过邮政企业；电子方式以申请人选择为限。',
};

/** The facts that each act asks for beside its day, in the order of the form (contract `applicationAct`). */
export const ACT_FIELDS: Readonly<Record<ActType, readonly ActField[]>> = {
  logContact: [{ key: 'reached', label: '是否联系上', kind: 'yesNo', yes: '联系上了', no: '没有联系上' }],
  confirmReceipt: [],
  correctReceipt: [],
  correctApplicantKind: [
    {
      key: 'applicantKind',
      label: '正确的申请人类型',
      kind: 'choice',
      options: Object.fromEntries(APPLICANT_KINDS.map((kind) => [kind, applicantKindName(kind)])),
      help: '年度报告表三按申请人类型分栏统计；姓名、名称和证件信息不变。',
    },
  ],
  takeUp: [],
  assign: [{ key: 'officerId', label: '经办人', kind: 'officer' }],
  noticeCorrection: [
    {
      key: 'days',
      label: '补正期限',
      kind: 'number',
      unit: '个工作日',
      least: 1,
      most: 60,
      help: '自申请人收到告知书之日起计算；一般不超过15个工作日。',
    },
  ],
  acceptCorrection: [],
  offerCorrection: [],
  lapseCorrection: [],
  sendConsultation: [
    {
      key: 'kind',
      label: '征求谁的意见',
      kind: 'choice',
      options: CONSULTATION_KINDS,
      initial: 'thirdPartyConsultation',
      help: '征求意见须书面进行；没有书面征求的，所用时间不能扣除。',
    },
  ],
  endConsultation: [
    { key: 'consultationId', label: '哪一次征求意见', kind: 'consultation' },
    {
      key: 'how',
      label: '怎样结束',
      kind: 'choice',
      options: { opinion: '收到了意见', lapse: '逾期未提出意见' },
      initial: 'opinion',
      help: '第三方和共同制作机关自收到征求意见书之日起15个工作日未提出意见的，选“逾期未提出意见”。',
    },
    {
      key: 'opinion',
      label: '意见',
      kind: 'choice',
      options: { agrees: '同意公开', refuses: '不同意公开', partly: '部分同意公开', none: '没有提出意见' },
    },
  ],
  proposeExtension: [EXTENSION_DAYS],
  approveExtension: [EXTENSION_DAYS],
  declineExtension: [],
  tellDue: [],
  requestReasons: [],
  recordReasons: [
    { key: 'given', label: '是否说明', kind: 'yesNo', yes: '申请人说明了理由', no: '申请人没有说明理由' },
  ],
  judgeReasons: [{ key: 'reasonable', label: '理由是否合理', kind: 'yesNo', yes: '合理', no: '不合理' }],
  deferReply: [{ key: 'dueOn', label: '延迟到哪一天答复', kind: 'date' }],
  noticeFee: [
    {
      key: 'basis',
      label: '收费方式',
      kind: 'choice',
      options: { perItem: '按件计收', perPage: '按量计收' },
      initial: 'perPage',
      help: '一件申请只能选择一种，不能同时按件、按量收费（国办函〔2020〕109号第三条）。',
    },
    { key: 'count', label: '件次或者页数', kind: 'counted' },
    { key: 'amount', label: '收费数额', kind: 'charge' },
  ],
  reportPayment: [],
  recordPayment: [{ key: 'amount', label: '缴费金额', kind: 'yuan', help: '与收费通知书的数额一致。' }],
  lapsePayment: [],
  logSearch: [
    { key: 'place', label: '检索地点', kind: 'choice', options: SEARCH_PLACES },
    { key: 'minutes', label: '检索用时', kind: 'number', unit: '分钟', least: 1, most: 100_000 },
    { key: 'hits', label: '检索到', kind: 'number', unit: '条', least: 0, most: 1_000_000, initial: 0 },
  ],
  requestAssistance: [
    {
      key: 'dueOn',
      label: '请对方答复的日期',
      kind: 'date',
      help: '内部办理时间，不影响对申请人的答复期限。',
    },
  ],
  answerAssistance: [{ key: 'assistanceId', label: '哪一份协办函', kind: 'assistance' }],
  linkCase: [
    {
      key: 'relation',
      label: '关系',
      kind: 'choice',
      options: {
        duplicateOf: '本件重复了那件申请（同一申请人、同一内容）',
        sameMatter: '内容相同，申请人不同',
        jointReply: '与那件合并答复',
      },
      initial: 'sameMatter',
    },
    { key: 'otherId', label: '另一件申请', kind: 'case' },
  ],
  proposePromotion: [],
  decidePromotion: [
    { key: 'accepted', label: '是否转为主动公开', kind: 'yesNo', yes: '转为主动公开', no: '不转为主动公开' },
  ],
  draftReply: [{ key: 'outcome', label: '办理结果', kind: 'outcome' }],
  discardDraft: [],
  submitReply: [],
  reviewReply: [{ key: 'review', label: '审核事项', kind: 'choice', options: REVIEWS }],
  returnReply: [],
  approveReply: [
    {
      key: 'jointWith',
      label: '用同一份答复一并答复的申请',
      kind: 'joint',
      help: '可以不选。选中的各件与本件一并批准，共用一份文书和文号，结果各自登记；有一件不能批准的，都不批准。',
    },
  ],
  notifyThirdParty: [
    {
      key: 'consultationId',
      label: '告知哪个第三方',
      kind: 'overruled',
      help: '不同意的第三方，每个告知一次；告知书登记送达以后，才开始计算等候的日数。',
    },
  ],
  deliverLetter: [{ key: 'letterId', label: '哪一份文书', kind: 'letter' }, WAY],
  deliverReply: [{ key: 'letterId', label: '答复文书', kind: 'replyLetter' }, WAY],
  redeliverReply: [{ key: 'letterId', label: '答复文书', kind: 'replyLetter' }, WAY],
  noteReturnedMail: [{ key: 'letterId', label: '哪一份文书', kind: 'anyLetter' }],
  receiveLetter: [{ key: 'letterId', label: '文书', kind: 'anyLetter' }],
  confirmDelivery: [{ key: 'letterId', label: '哪一份文书', kind: 'anyLetter' }],
  close: [],
  archive: [
    {
      key: 'retentionYears',
      label: '保管期限',
      kind: 'number',
      unit: '年',
      least: 1,
      most: 100,
      help: '默认为本机关对这类案卷设置的年限，只能更长：不予公开、部分公开或者有争议的另有年限。',
    },
  ],
  withdraw: [],
  reopen: [
    {
      key: 'cause',
      label: '为什么重新办理',
      kind: 'choice',
      options: {
        reconsideration: '行政复议决定',
        judgment: '人民法院判决',
        ownCorrection: '本机关自行纠正',
      },
    },
  ],
  rate: [{ key: 'score', label: '评价', kind: 'number', unit: '分', least: 1, most: 5 }],
  note: [],
  importResult: [
    { key: 'outcome', label: '办理结果', kind: 'outcome' },
    { key: 'dueOn', label: '答复期限', kind: 'date' },
  ],
};

import type { OutcomeId } from '../application/outcome.ts';
import type { DisputeGround } from './dispute-ground.ts';

/** Where the file of a case holds what can be shown. */
export const PROOF_SOURCES = {
  form: '申请表、来信',
  receipt: '收到申请的凭证（接收回执、信封）',
  reply: '答复书',
  delivery: '送达回证',
  approval: '审查呈批单',
  notice: '办理中的通知（延期、征求意见等）',
  search: '检索记录',
  searchPlaces: '两处以上的检索记录',
  searchFile: '检索材料',
  secrecyReview: '保密审查记录',
  consultation: '征求第三方意见书',
  opinion: '第三方意见，或者逾期没有回复的记录',
  organConsultation: '征求其他机关意见的记录',
  publicInterest: '对公共利益的衡量',
  redaction: '遮盖记录（区分处理）',
  supplied: '已经提供的信息',
  correction: '补正告知书、补正材料',
  reasons: '说明理由告知书和对理由的判断',
  fee: '收费通知',
  earlierCase: '先前申请的关联记录',
  evidenceFile: '案卷中的办理依据',
  publication: '公开信息的网页和日期',
  ownEvidence: '本案登记的证据材料',
  course: '办理过程',
} as const;

export type ProofSource = keyof typeof PROOF_SOURCES;

export const PROOF_SOURCE_NAMES = Object.keys(PROOF_SOURCES) as readonly ProofSource[];

/** One thing that the organ has to show. */
export interface ProofNeed {
  readonly words: string;
  readonly source: string;
  /** One of them is enough. */
  readonly anyOf: readonly ProofSource[];
  /** What goes with it, where there is any. */
  readonly also?: readonly ProofSource[];
}

const COURT = '法释〔2025〕8号第五条';

/** That the procedure was kept, whatever was replied. */
const RECEIVED: ProofNeed = {
  words: '收到申请的日期和申请的内容',
  source: '条例第二十九条、第三十一条',
  anyOf: ['form'],
  also: ['receipt', 'correction'],
};
const REPLIED: ProofNeed = {
  words: '在法定期限内答复，延期的已经批准并告知',
  source: '条例第三十三条',
  anyOf: ['reply'],
  also: ['notice', 'approval', 'fee'],
};
const DELIVERED: ProofNeed = {
  words: '答复已经送达申请人',
  source: '条例第三十六条、第四十条',
  anyOf: ['delivery'],
};
const COURSE: ProofNeed = { words: '办理的全过程', source: '条例第四条', anyOf: ['course'] };

const OTHER_MATERIAL = ['evidenceFile', 'ownEvidence'] as const;

const need = (
  words: string,
  source: string,
  anyOf: readonly ProofSource[],
  also: readonly ProofSource[] = [],
): ProofNeed => ({ words, source, anyOf, also });

const GIVEN = need('已经提供了申请公开的信息', '条例第三十六条第（二）项、第四十条', [
  'supplied',
  ...OTHER_MATERIAL,
]);
const SEGREGATED = need('能够公开的部分已经区分处理', '条例第三十七条', ['redaction', ...OTHER_MATERIAL]);
const INTERNAL = (words: string): readonly ProofNeed[] => [need(words, '条例第十六条', [...OTHER_MATERIAL])];

/** What must be shown for each ground (applications.md §10; 法释〔2025〕8号5, 6). */
const GROUND_NEEDS: Readonly<Record<OutcomeId, readonly ProofNeed[]>> = {
  'granted.alreadyPublic': [
    need('信息已经主动公开：网址、日期和截取的页面', COURT, ['publication', ...OTHER_MATERIAL]),
  ],
  'granted.provided': [GIVEN],
  'granted.soonPublic': [need('公开的方式、途径和时间安排', '条例第三十六条第（二）项', [...OTHER_MATERIAL])],
  partiallyGranted: [GIVEN, SEGREGATED],
  'refused.stateSecret': [
    need('密级标识、保密期限或者其他说明', COURT, ['secrecyReview', ...OTHER_MATERIAL]),
  ],
  'refused.prohibitedByLaw': [need('禁止公开的法律、行政法规条款', '条例第十四条', [...OTHER_MATERIAL])],
  'refused.securityAndStability': [
    need('公开可能造成危害的证据或者合理说明，《风险评估报告》', COURT, [...OTHER_MATERIAL]),
    need('征求有关机关意见的记录', '答复规范（供参考）', ['organConsultation', 'ownEvidence']),
  ],
  'refused.thirdPartyRights': [
    need('书面征求了第三方意见，并且送达', '条例第三十二条', ['consultation']),
    need('第三方的意见，或者逾期没有回复', '条例第三十二条', ['opinion']),
    need('衡量了不公开会不会对公共利益造成重大影响', '条例第十五条、第三十二条', [
      'publicInterest',
      ...OTHER_MATERIAL,
    ]),
  ],
  'refused.internalAffairs': INTERNAL('属于人事管理、后勤管理、内部工作流程信息中的哪一类'),
  'refused.deliberativeProcess': INTERNAL(
    '在作出决定以前形成，属于讨论记录、过程稿、磋商信函、请示报告中的哪一类',
  ),
  'refused.enforcementFile': INTERNAL('在执法中形成并且记入案卷'),
  'refused.administrativeInquiry': INTERNAL('有特别规定的法律、行政法规条款和办理途径'),
  'unavailable.nonExistent': [
    need('合理检索：检索的地点、用的词、经过和结果', '法释〔2025〕8号第六条', ['search']),
    need(
      '在两处以上检索过（登记机构和承办科室）',
      '法释〔2025〕8号第六条；处数按本机关的设置',
      ['searchPlaces'],
      ['searchFile'],
    ),
  ],
  'unavailable.otherOrgan': [
    need('职责依据，负责公开的机关的名称和联系方式', '条例第三十六条第（五）项', [
      'reply',
      ...OTHER_MATERIAL,
    ]),
  ],
  'unavailable.requiresCreation': [
    need(
      '现有信息的状况，需要加工、分析的内容',
      '条例第三十八条',
      ['search', ...OTHER_MATERIAL],
      ['searchFile'],
    ),
  ],
  'unavailable.stillUnclear': [
    need('要求补正的内容、指导和释明，补正的情况', '条例第三十条', ['correction']),
  ],
  'notProcessed.petitionOrComplaint': [need('申请内容是信访、投诉、举报', '条例第三十九条第一款', ['form'])],
  'notProcessed.duplicate': [
    need('先前的申请和答复，内容相同', '条例第三十六条第（六）项', ['earlierCase', ...OTHER_MATERIAL]),
  ],
  'notProcessed.publication': [
    need('出版物的名称和获取途径', '条例第三十九条第二款', ['reply', ...OTHER_MATERIAL]),
  ],
  'notProcessed.excessive': [
    need('要求说明理由，并且对理由作出判断', '条例第三十五条', ['reasons']),
    need('该申请人的申请登记', '条例第三十五条', [...OTHER_MATERIAL, 'earlierCase']),
  ],
  'notProcessed.reconfirmation': [
    need('先前提供的记录', '答复规范（供参考）', ['earlierCase', ...OTHER_MATERIAL]),
  ],
  'otherHandling.correctionLapsed': [
    need('补正告知书和它的送达，逾期没有补正', '条例第三十条', ['correction']),
  ],
  'otherHandling.feeUnpaid': [need('收费通知和它的送达，逾期没有缴费', '国办函〔2020〕109号', ['fee'])],
  'otherHandling.withdrawn': [need('申请人撤回的意思表示', '条例第二十九条', ['form', ...OTHER_MATERIAL])],
  'otherHandling.partyInformation': [
    need('属于党务信息', '《中国共产党党务公开条例（试行）》', [...OTHER_MATERIAL]),
  ],
};

const SILENT_NEEDS: readonly ProofNeed[] = [
  RECEIVED,
  need('没有超过答复期限，或者超过的正当理由（补正、征求意见、延期）', '条例第三十条、第三十三条', [
    'correction',
    'consultation',
    'organConsultation',
    'notice',
    'reply',
    ...OTHER_MATERIAL,
  ]),
  COURSE,
];

const PROACTIVE_NEEDS: readonly ProofNeed[] = [
  need('信息已经公开：网页、公开日期', '条例第十九条至第二十六条', ['publication', ...OTHER_MATERIAL]),
  need('公开以前经过审查', '条例第十七条', ['ownEvidence']),
];

/** What the organ adds to the file of the case itself goes with what is its own to show, where nothing asks for it. */
function withOwnEvidence(needs: readonly ProofNeed[]): readonly ProofNeed[] {
  const isAsked = needs.some(({ anyOf, also = [] }) => [...anyOf, ...also].includes('ownEvidence'));
  if (isAsked) return needs;
  return needs.map((one, index) =>
    index === needs.length - 1 ? { ...one, also: [...(one.also ?? []), ...OTHER_MATERIAL] } : one,
  );
}

const isOutcome = (ground: DisputeGround): ground is OutcomeId => !ground.startsWith('act.');

/** Everything that the organ has to show for a ground, in the order in which it is handed in. */
export function proofNeeds(ground: DisputeGround): readonly ProofNeed[] {
  if (ground === 'act.silence') return SILENT_NEEDS;
  if (ground === 'act.proactive') return PROACTIVE_NEEDS;
  const own = isOutcome(ground)
    ? GROUND_NEEDS[ground]
    : [need('作出行为的事实和依据', '行政诉讼法第三十四条', [...OTHER_MATERIAL])];
  return [RECEIVED, ...withOwnEvidence(own), REPLIED, DELIVERED];
}

/** What must be shown, and what there is of it. */
export interface Proof extends ProofNeed {
  readonly found: readonly ProofSource[];
  readonly isMissing: boolean;
}

/** Holds what must be shown against what is there. */
export const proofsOf = (ground: DisputeGround, there: ReadonlySet<ProofSource>): readonly Proof[] =>
  proofNeeds(ground).map((one) => ({
    ...one,
    found: [...one.anyOf, ...(one.also ?? [])].filter((source) => there.has(source)),
    isMissing: !one.anyOf.some((source) => there.has(source)),
  }));

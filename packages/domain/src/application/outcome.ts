import type { RowId } from '../annual-report/ids.ts';

interface OutcomeRow {
  /** Row of table three that counts it. */
  readonly leaf: RowId;
  /** What the workbench calls it. */
  readonly title: string;
  /** 条、款、项 of the 条例 unless another law is named. */
  readonly article: string;
  /** The operative words of the letter; `…` stands for what the officer writes. */
  readonly words: string;
  /** Name of the letter (applications.md §11.2). */
  readonly letter: string;
  /** What the office must be able to show (applications.md §10; 法释〔2025〕8号 arts 5–6). */
  readonly evidence: string;
}

/** Every way an application can end: leaf, article, words, evidence (applications.md §§9–10). */
export const OUTCOMES = {
  'granted.alreadyPublic': {
    leaf: 't3.granted',
    title: '已主动公开，告知获取方式',
    article: '第三十六条第（一）项',
    words: '您申请公开的信息已主动公开，获取方式、途径为…。',
    letter: '政府信息公开告知书',
    evidence: '公开的网址、日期和截取的页面，以及已告知获取方式。',
  },
  'granted.provided': {
    leaf: 't3.granted',
    title: '予以公开，提供信息',
    article: '第三十六条第（二）项',
    words: '经审查，予以公开，现将该政府信息提供给您。',
    letter: '政府信息公开告知书',
    evidence: '所提供信息的原样留存。',
  },
  'granted.soonPublic': {
    leaf: 't3.granted',
    title: '将要公开，告知方式、途径和时间',
    article: '第三十六条第（二）项',
    words: '经审查，予以公开，获取的方式、途径为…，时间为…。',
    letter: '政府信息公开告知书',
    evidence: '公开的时间安排。',
  },
  partiallyGranted: {
    leaf: 't3.partiallyGranted',
    title: '部分公开（区分处理）',
    article: '第三十七条，并引不公开部分所依据的条款',
    words: '现提供可以公开的内容；其中…部分因…，不予公开。',
    letter: '政府信息部分公开告知书',
    evidence: '每处遮盖的依据和理由。',
  },
  'refused.stateSecret': {
    leaf: 't3.refused.stateSecret',
    title: '属于国家秘密',
    article: '第十四条',
    words: '您申请公开的信息属于依法确定为国家秘密的政府信息，不予公开。',
    letter: '政府信息不予公开告知书',
    evidence: '密级标识、保密期限或者其他说明。',
  },
  'refused.prohibitedByLaw': {
    leaf: 't3.refused.prohibitedByLaw',
    title: '其他法律、行政法规禁止公开',
    article: '第十四条',
    words: '依据《…》第…条，您申请的信息禁止公开，不予公开。',
    letter: '政府信息不予公开告知书',
    evidence: '所依据的法律、行政法规条款。',
  },
  'refused.securityAndStability': {
    leaf: 't3.refused.securityAndStability',
    title: '危及“三安全一稳定”',
    article: '第十四条',
    words: '您申请的信息公开后可能危及…，不予公开。',
    letter: '政府信息不予公开告知书',
    evidence: '可能造成危害的证据或者合理说明；征求意见记录、《风险评估报告》。',
  },
  'refused.thirdPartyRights': {
    leaf: 't3.refused.thirdPartyRights',
    title: '保护第三方合法权益',
    article: '第十五条、第三十二条',
    words: '您申请的信息涉及商业秘密（个人隐私），第三方不同意公开且理由合理，不予公开。',
    letter: '政府信息不予公开告知书',
    evidence: '征求意见书、送达凭证、第三方意见或者逾期未复的事实，以及本机关的判断。',
  },
  'refused.internalAffairs': {
    leaf: 't3.refused.internalAffairs',
    title: '三类内部事务信息',
    article: '第十六条第一款',
    words: '您申请的信息属于人事管理（后勤管理、内部工作流程）方面的信息，不予公开。',
    letter: '政府信息不予公开告知书',
    evidence: '属于三类中的哪一类。',
  },
  'refused.deliberativeProcess': {
    leaf: 't3.refused.deliberativeProcess',
    title: '四类过程性信息',
    article: '第十六条第二款',
    words: '您申请的信息属于讨论记录（过程稿、磋商信函、请示报告），不予公开。',
    letter: '政府信息不予公开告知书',
    evidence: '在作出决定以前形成，以及属于四类中的哪一类。',
  },
  'refused.enforcementFile': {
    leaf: 't3.refused.enforcementFile',
    title: '行政执法案卷信息',
    article: '第十六条第二款',
    words: '您申请的信息属于行政执法案卷信息，不予公开；可以按…规定查阅案卷。',
    letter: '政府信息不予公开告知书',
    evidence: '在执法中形成并记入案卷（当事人信息、调查笔录、询问笔录等）。',
  },
  'refused.administrativeInquiry': {
    leaf: 't3.refused.administrativeInquiry',
    title: '行政查询事项',
    article: '第三十六条第（七）项',
    words: '法律、行政法规对您申请信息的获取有特别规定，请依照…规定到…查询。',
    letter: '行政查询事项告知书',
    evidence: '有特别规定的法律、行政法规条款。',
  },
  'unavailable.nonExistent': {
    leaf: 't3.unavailable.notHeld',
    title: '本机关不掌握：信息不存在',
    article: '第三十六条第（四）项',
    words: '经检索，您申请公开的政府信息不存在。',
    letter: '政府信息不存在告知书',
    evidence: '合理检索的事实或者说明：检索记录。',
  },
  'unavailable.otherOrgan': {
    leaf: 't3.unavailable.notHeld',
    title: '本机关不掌握：不属于本机关负责公开',
    article: '第三十六条第（五）项',
    words: '您申请公开的信息不属于本机关负责公开；建议向…（联系方式：…）申请。',
    letter: '非本机关政府信息告知书',
    evidence: '职责依据；能够确定负责公开的机关的，其名称和联系方式。',
  },
  'unavailable.requiresCreation': {
    leaf: 't3.unavailable.requiresCreation',
    title: '没有现成信息需要另行制作',
    article: '第三十八条',
    words: '您申请的内容需要对现有政府信息进行加工、分析，不予提供。',
    letter: '加工分析信息告知书',
    evidence: '现有信息的状况和需要加工、分析的内容。',
  },
  'unavailable.stillUnclear': {
    leaf: 't3.unavailable.stillUnclear',
    title: '补正后申请内容仍不明确',
    article: '第三十条、第三十六条',
    words: '经补正，仍不能明确您所指的政府信息，无法提供。',
    letter: '申请内容不明确告知书',
    evidence: '补正告知书、补正材料和沟通记录。',
  },
  'notProcessed.petitionOrComplaint': {
    leaf: 't3.notProcessed.petitionOrComplaint',
    title: '信访举报投诉类申请',
    article: '第三十九条第一款',
    words: '您以政府信息公开申请的形式进行信访（投诉、举报），不作为政府信息公开申请处理；请通过…渠道提出。',
    letter: '信访投诉举报类申请告知书',
    evidence: '申请内容本身。',
  },
  'notProcessed.duplicate': {
    leaf: 't3.notProcessed.duplicate',
    title: '重复申请',
    article: '第三十六条第（六）项',
    words: '您申请的信息本机关已于…答复，不予重复处理。',
    letter: '重复申请告知书',
    evidence: '先前的申请和答复。',
  },
  'notProcessed.publication': {
    leaf: 't3.notProcessed.publication',
    title: '要求提供公开出版物',
    article: '第三十九条第二款',
    words: '您申请的内容属于公开出版物，可以通过…获取。',
    letter: '公开出版物告知书',
    evidence: '出版物的名称和获取途径。',
  },
  'notProcessed.excessive': {
    leaf: 't3.notProcessed.excessive',
    title: '无正当理由大量反复申请',
    article: '第三十五条',
    words: '您申请公开政府信息的数量、频次明显超过合理范围，所说明的理由不合理，不予处理。',
    letter: '大量反复申请告知书',
    evidence: '该申请人的申请登记、说明理由告知书、对理由的判断。',
  },
  'notProcessed.reconfirmation': {
    leaf: 't3.notProcessed.reconfirmation',
    title: '要求确认或重新出具已获取信息',
    article: '',
    words: '您要求确认（重新出具）已经获取的政府信息，不予处理。',
    letter: '已获取信息告知书',
    evidence: '先前的提供记录。',
  },
  'otherHandling.correctionLapsed': {
    leaf: 't3.otherHandling.correctionLapsed',
    title: '逾期不补正，不再处理',
    article: '第三十条',
    words: '您无正当理由逾期不补正，视为放弃申请，本机关不再处理该政府信息公开申请。',
    letter: '不再处理告知书',
    evidence: '补正告知书及其送达凭证。',
  },
  'otherHandling.feeUnpaid': {
    leaf: 't3.otherHandling.feeUnpaid',
    title: '逾期未缴费，不再处理',
    article: '第四十二条；国办函〔2020〕109号',
    words: '您逾期未按收费通知要求缴纳费用，视为放弃申请，本机关不再处理该政府信息公开申请。',
    letter: '不再处理告知书',
    evidence: '收费通知书及其送达凭证。',
  },
  'otherHandling.withdrawn': {
    leaf: 't3.otherHandling.other',
    title: '申请人撤回',
    article: '',
    words: '您已撤回申请，本机关不再处理。',
    letter: '不再处理告知书',
    evidence: '撤回申请的记录。',
  },
  'otherHandling.partyInformation': {
    leaf: 't3.otherHandling.other',
    title: '党务信息',
    article: '《中国共产党党务公开条例（试行）》',
    words: '申请信息适用《中国共产党党务公开条例（试行）》，本机关不予公开，特此告知。',
    letter: '党务信息告知书',
    evidence: '信息的制作主体和性质。',
  },
} as const satisfies Readonly<Record<string, OutcomeRow>>;

export type OutcomeId = keyof typeof OUTCOMES;

export const OUTCOME_IDS = Object.keys(OUTCOMES) as readonly OutcomeId[];

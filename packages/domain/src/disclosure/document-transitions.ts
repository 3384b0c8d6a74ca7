import type { Role } from '../permission/roles.ts';
import type { DocumentActType } from './document-act.ts';
import { DOCUMENT_STATUS_IDS, type DocumentStatus } from './document-status.ts';

/** The system itself notes that a scheduled minute has come. */
export type DocumentActor = Role | 'system';

/**
 * Where an act leads: a status; `stays`; `reviewStart`: the first step of the organ's own chain; `concluded`: where a
 * document rests whose class is decided; `resting`: back to where it rested before it was changed.
 */
export type NextDocumentStatus = DocumentStatus | 'stays' | 'reviewStart' | 'concluded' | 'resting';

export interface DocumentTransition {
  /** What the button says. */
  readonly title: string;
  readonly from: readonly DocumentStatus[];
  readonly by: readonly DocumentActor[];
  readonly to: NextDocumentStatus;
  /** What the law asks here, in one sentence, with its source. */
  readonly law: string;
}

const WRITERS = [
  'drafter',
  'unitHead',
  'disclosureOfficer',
  'disclosureOfficeHead',
] as const satisfies readonly Role[];
const OFFICE = ['disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];
const HEADS = ['disclosureOfficeHead', 'leader'] as const satisfies readonly Role[];
const EVERYBODY = [...WRITERS, 'leader'] as const satisfies readonly Role[];

const BEFORE_SIGNING = [
  'draft',
  'inUnitReview',
  'inReview',
  'inApproval',
] as const satisfies readonly DocumentStatus[];
const IN_REVIEW = ['inReview'] as const satisfies readonly DocumentStatus[];
/** Something may be public while anything is done to its next edition. */
const WHILE_PUBLIC = DOCUMENT_STATUS_IDS.filter(
  (status) => !['withdrawn', 'filed', 'discarded'].includes(status),
);

/** The one table of what may be done to a document, when, by whom, and where it leads (publication.md §§2, 3, 10). */
export const DOCUMENT_TRANSITIONS: Readonly<Record<DocumentActType, DocumentTransition>> = {
  submit: {
    title: '提请审核',
    from: ['draft'],
    by: WRITERS,
    to: 'reviewStart',
    law: '拟制公文时应当明确公开属性，随公文一并报批；不予公开的说明理由（国办发〔2016〕80号）。',
  },
  takeBack: {
    title: '撤回送审',
    from: ['inUnitReview', 'inReview'],
    by: WRITERS,
    to: 'draft',
    law: '审查以前可以取回继续修改；重新提交后重新审查（一事一审）。',
  },
  agreeInUnit: {
    title: '站所（科室）审核同意',
    from: ['inUnitReview'],
    by: ['unitHead', ...HEADS],
    to: 'inReview',
    law: '谁公开、谁审查、谁负责：先由站所（科室）负责人提出意见。',
  },
  sendBack: {
    title: '退回修改',
    from: ['inUnitReview', 'inReview', 'reported', 'inApproval', 'approved'],
    by: ['unitHead', ...OFFICE, 'leader'],
    to: 'draft',
    law: '没有明确公开属性，或者不予公开没有说明理由的，退文（国办发〔2016〕80号）。',
  },
  recordSecrecyReview: {
    title: '登记保密审查',
    from: IN_REVIEW,
    by: OFFICE,
    to: 'stays',
    law: '公开政府信息以前应当依照保密法等规定审查；先审查、后公开，逐项审查（条例第十七条、保密法实施条例第四十二条）。',
  },
  justifyFinding: {
    title: '说明保留的理由',
    from: IN_REVIEW,
    by: ['disclosureOfficer', ...HEADS],
    to: 'stays',
    law: '处理个人信息应当有法定依据，公开以前评估影响（个人信息保护法第二十五条、第五十五条）。',
  },
  askCoordination: {
    title: '与其他机关协商',
    from: IN_REVIEW,
    by: OFFICE,
    to: 'stays',
    law: '公开的信息涉及其他机关的，应当与有关机关协商、确认，保证信息准确一致（条例第十一条）。',
  },
  endCoordination: {
    title: '登记协商结果',
    from: IN_REVIEW,
    by: OFFICE,
    to: 'stays',
    law: '协商不一致的，由本级政府信息公开工作主管部门确定。',
  },
  passReview: {
    title: '公开审查通过',
    from: IN_REVIEW,
    by: OFFICE,
    to: 'inApproval',
    law: '行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任（条例第十七条第一款）。',
  },
  report: {
    title: '报请确定能否公开',
    from: IN_REVIEW,
    by: OFFICE,
    to: 'reported',
    law: '不能确定能否公开的，报有关主管部门或者保密行政管理部门确定（条例第十七条第三款）。',
  },
  resolveReport: {
    title: '登记确定结果',
    from: ['reported'],
    by: OFFICE,
    to: 'inReview',
    law: '能否公开由有关主管部门或者保密行政管理部门确定（条例第十七条第三款）。',
  },
  approve: {
    title: '签发',
    from: ['inApproval'],
    by: HEADS,
    to: 'concluded',
    law: '公开属性由签发人最终确定；提交和批准不能是同一人（先审查、后公开）。',
  },
  publish: {
    title: '立即发布',
    from: ['approved'],
    by: OFFICE,
    to: 'published',
    law: '自信息形成或者变更之日起20个工作日内及时公开，法律、法规另有规定的从其规定（条例第二十六条）。',
  },
  schedule: {
    title: '定时发布',
    from: ['approved'],
    by: OFFICE,
    to: 'scheduled',
    law: '到时自动公开，在此以前任何出口都看不到。',
  },
  cancelSchedule: {
    title: '取消定时',
    from: ['scheduled'],
    by: [...OFFICE, 'leader'],
    to: 'approved',
    law: '未到时间的可以取消；已经公开的只能撤回并公告。',
  },
  becomePublic: {
    title: '到时公开',
    from: ['scheduled'],
    by: ['system'],
    to: 'published',
    law: '发布时间以服务器记录为准，不得倒签（条例第二十六条）。',
  },
  publishUrgently: {
    title: '紧急发布',
    from: BEFORE_SIGNING,
    by: HEADS,
    to: 'published',
    law: '突发事件等须立即公开的，负责人可以先发布，由第三人及时补审；第三人不同意的撤回。',
  },
  approveAfterwards: {
    title: '补审同意',
    from: ['published'],
    by: HEADS,
    to: 'stays',
    law: '紧急发布由起草人、发布人以外的第三人补审。',
  },
  declineAfterwards: {
    title: '补审不同意，撤回',
    from: ['published'],
    by: HEADS,
    to: 'withdrawn',
    law: '补审不同意的，立即撤回并公告。',
  },
  withdraw: {
    title: '撤回',
    from: WHILE_PUBLIC,
    by: HEADS,
    to: 'stays',
    law: '发现不应公开或者有误的立即撤下，原地址显示公告和理由；处罚决定被撤销的三个工作日内撤回（行政处罚法第四十八条）。',
  },
  followUpLeak: {
    title: '登记泄露后的通知和报告',
    // The next edition may be at any step meanwhile, or public.
    from: DOCUMENT_STATUS_IDS,
    by: [...OFFICE, 'leader'],
    to: 'stays',
    law: '个人信息泄露的，应当立即补救，并通知履行个人信息保护职责的部门和个人，能够有效避免危害的可以不通知个人（个人信息保护法第五十七条）；泄露国家秘密的，及时报告保密行政管理部门。',
  },
  revise: {
    title: '修改',
    from: ['published', 'withdrawn', 'filed'],
    by: WRITERS,
    to: 'draft',
    law: '每次变更重新审查；修改期间已公开的版本继续公开（一事一审）。',
  },
  discard: {
    title: '作废',
    from: ['draft'],
    by: WRITERS,
    to: 'resting',
    law: '未提交的草稿可以作废，已公开的版本不受影响。',
  },
  reevaluate: {
    title: '登记评估结果',
    from: ['filed'],
    by: OFFICE,
    to: 'stays',
    law: '对不予公开的政府信息定期评估审查，因情势变化可以公开的应当公开（条例第十八条）。',
  },
  handOver: {
    title: '登记移交',
    from: WHILE_PUBLIC,
    by: EVERYBODY,
    to: 'stays',
    law: '及时向国家档案馆、公共图书馆提供主动公开的政府信息（条例第二十五条第三款）。',
  },
};

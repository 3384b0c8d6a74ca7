import type { Role } from '../../permission/roles.ts';
import type { ReportActType } from './report-act.ts';
import type { ReportStatus } from './report-status.ts';

/**
 * How a person stands to a report. `own`: in the organ that reports, or in the office of the government that does;
 * `receiver`: in the competent department that receives it (条例49, 30号二(二)). Others above only read.
 */
export type ReportStanding = 'own' | 'receiver';

export interface ReportTransition {
  /** What the button says. */
  readonly title: string;
  readonly from: readonly ReportStatus[];
  readonly by: Readonly<Partial<Record<ReportStanding, readonly Role[]>>>;
  /** `signed`: to whoever receives it, or straight on where nobody does; `resting`: back to what is public. */
  readonly to: ReportStatus | 'stays' | 'signed' | 'resting' | 'asEntered';
  /** What the law asks here, in one sentence, with its source. */
  readonly law: string;
}

/** The supervisor stands among them for the report of the region, which the office draws up. */
const AUTHORS = [
  'drafter',
  'unitHead',
  'disclosureOfficer',
  'disclosureOfficeHead',
  'supervisor',
] as const satisfies readonly Role[];
const OFFICE = ['disclosureOfficer', 'disclosureOfficeHead', 'supervisor'] as const satisfies readonly Role[];
const RECEIVERS = ['supervisor'] as const satisfies readonly Role[];

/** The one table of what may be done to a report, when, by whom, and where it leads (annual-report.md §§2, 9.13). */
export const REPORT_TRANSITIONS: Readonly<Record<ReportActType, ReportTransition>> = {
  recordSecrecyReview: {
    title: '登记保密审查',
    from: ['drafting', 'returned'],
    by: { own: OFFICE },
    to: 'stays',
    law: '公开政府信息以前应当依照保密法等规定审查（条例第十七条、保密法实施条例第四十二条）；文字改动以后重新审查。',
  },
  askSignature: {
    title: '提请签发',
    from: ['drafting', 'returned'],
    by: { own: AUTHORS },
    to: 'inSignature',
    law: '数据应当统得出、报得准、可核查；存在勾稽错误的不得报送（国办公开办函〔2021〕30号）。提请签发时各表数字和所计案件一并封存。',
  },
  takeBack: {
    title: '撤回送签',
    from: ['inSignature'],
    by: { own: AUTHORS },
    to: 'drafting',
    law: '签发以前可以取回继续修改；封存的数字随之解除。',
  },
  sendBack: {
    title: '退回修改',
    from: ['inSignature'],
    by: { own: ['leader', 'disclosureOfficeHead'] },
    to: 'drafting',
    law: '分管负责人是年度报告的第一责任人（国办公开办函〔2021〕30号三（四））。',
  },
  sign: {
    title: '签发并报送',
    from: ['inSignature'],
    by: { own: ['leader'] },
    to: 'signed',
    law: '分管负责人是第一责任人；每年1月31日前向本级主管部门提交并公布（条例第四十九条）。',
  },
  returnForMending: {
    title: '退回更正',
    from: ['submitted', 'accepted'],
    by: { receiver: RECEIVERS },
    to: 'returned',
    law: '主管部门应当加强对年度报告的审核把关（国办公开办函〔2021〕30号三（四））。',
  },
  accept: {
    title: '审核接收',
    from: ['submitted'],
    by: { receiver: RECEIVERS },
    to: 'accepted',
    law: '主管部门应当加强对年度报告的审核把关（国办公开办函〔2021〕30号三（四））。',
  },
  publish: {
    title: '公布',
    from: ['accepted'],
    by: { own: OFFICE, receiver: RECEIVERS },
    to: 'published',
    law: '在本级政府门户网站“政府信息公开”专栏集中公布（国办公开办函〔2021〕30号二（一））。',
  },
  restate: {
    title: '更正已公布的报告',
    from: ['published'],
    by: { own: OFFICE },
    to: 'drafting',
    law: '已公布的数据只能更正重报，写明日期、原因和更正前后的数字，不得直接改动。',
  },
  discardRestatement: {
    title: '放弃更正',
    from: ['drafting', 'returned'],
    by: { own: OFFICE },
    to: 'resting',
    law: '没有签发的更正可以放弃，已公布的报告不受影响。',
  },
  enterFile: {
    title: '录入报告文件',
    from: ['drafting', 'returned'],
    by: { own: OFFICE, receiver: RECEIVERS },
    to: 'asEntered',
    law: '没有使用本系统的单位报送的文件、以往年度已公布的报告，照原件录入，不作改动。',
  },
};

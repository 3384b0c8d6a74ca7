import type { CivilDate } from '../kernel/civil-date.ts';
import type { Permission } from '../permission/permissions.ts';
import { ASSESSMENT_TODO } from './assessment-todo.ts';
import { COMPLAINT_TODO } from './complaint-todo.ts';

interface DutyTodoRow {
  readonly permission: Permission;
  readonly law: string;
  readonly title: (count: number) => string;
}

/** What an organ owes the public by itself, without anybody having asked (publication.md §§8, 11, 12). */
export const DUTY_TODO = {
  ...COMPLAINT_TODO,
  ...ASSESSMENT_TODO,
  itemsOverdue: {
    permission: 'coverage.state',
    law: '条例第二十六条；国办发〔2019〕54号：按标准目录规定的时限公开',
    title: (count) => `公开标准目录中逾期的 ${count} 个事项`,
  },
  itemsMissing: {
    permission: 'coverage.state',
    law: '条例第二十条、第二十一条；没有产生的，在栏目中说明',
    title: (count) => `补齐标准目录中本年度还没有公开的 ${count} 个事项`,
  },
  columnsEmpty: {
    permission: 'coverage.state',
    law: '国办秘函〔2019〕19号：空白栏目达到5个的，单项否决',
    title: (count) => `充实 ${count} 个空白或者超期未更新的栏目`,
  },
  casesToReevaluate: {
    permission: 'reevaluation.record',
    law: '条例第十八条：对不予公开的政府信息定期评估审查',
    title: (count) => `评估 ${count} 项不予公开的信息`,
  },
  interpretationsOwed: {
    permission: 'document.handle',
    law: '国办发〔2016〕19号：政策解读在文件公开后3个工作日内发布；同步组织、同步审签、同步部署',
    title: (count) => `补发 ${count} 份已公开政策文件的解读`,
  },
  feedbackOwed: {
    permission: 'document.handle',
    law: '重大行政决策程序暂行条例第十六条；优化营商环境条例第六十二条：反馈意见采纳情况',
    title: (count) => `公开 ${count} 份征求意见稿的意见采纳情况`,
  },
  linksDead: {
    permission: 'document.handle',
    law: '国办发〔2017〕47号：网站链接应当有效',
    title: (count) => `改正 ${count} 份已公开文件中打不开的链接`,
  },
  guideOutdated: {
    permission: 'guide.edit',
    law: '条例第十二条、第五十三条第二项：及时更新公开指南',
    title: () => '更新政府信息公开指南：机关信息有变化',
  },
  statisticsMissing: {
    permission: 'statistics.write',
    law: '条例第五十条；国办公开办函〔2021〕30号：数据统得出、报得准、可核查',
    title: (count) => `填报 ${count} 个月度统计数字`,
  },
  statisticsReturned: {
    permission: 'statistics.write',
    law: '国办公开办函〔2021〕30号：加强审核把关；被退回的数字修改后由另一人再签核',
    title: (count) => `修改被退回的 ${count} 个统计数字`,
  },
  statisticsToSignOff: {
    permission: 'statistics.signOff',
    law: '国办公开办函〔2021〕30号：加强审核把关；由填报人以外的人签核',
    title: (count) => `签核 ${count} 个统计数字`,
  },
  disputesOwed: {
    permission: 'dispute.write',
    law: '行政复议法第四十八条、第五十四条、第七十六条；法释〔2025〕8号第十一条',
    title: (count) => `答复、履行或者报告 ${count} 件复议、诉讼案件`,
  },
  judgmentsToFollow: {
    permission: 'dispute.write',
    law: '行政诉讼法第八十五条：判决15日、裁定10日内可以上诉；生效以后年报表四才计结果',
    title: (count) => `登记 ${count} 件一审裁判是否生效、有没有上诉`,
  },
  opinionsToAnswer: {
    permission: 'opinion.write',
    law: '国办发〔2016〕80号：5小时内发布权威信息、24小时内举行新闻发布会；国办发〔2016〕61号：其他政务舆情48小时内回应',
    title: (count) => `回应 ${count} 件政务舆情（按小时计）`,
  },
  opinionsToAssess: {
    permission: 'opinion.write',
    law: '国办发〔2016〕80号：加强政务舆情监测、研判、回应、评估',
    title: (count) => `研判 ${count} 件政务舆情`,
  },
  villageItemsDue: {
    permission: 'village.write',
    law: '村民委员会组织法第三十五条：一般事项至少每季度公布一次，财务往来较多的每月公布一次',
    title: (count) => `公布本村 ${count} 项村务`,
  },
  villageQuestions: {
    permission: 'village.write',
    law: '村民委员会组织法第三十五条：村民委员会应当接受村民的查询',
    title: (count) => `答复村民的 ${count} 个提问`,
  },
  villagesLate: {
    permission: 'village.remind',
    law: '村民委员会组织法第三十六条：不及时公布的，乡镇人民政府应当调查核实，责令依法公布',
    title: (count) => `督促 ${count} 个村公布逾期的村务`,
  },
  workDue: {
    permission: 'work.write',
    law: '年度政务公开工作要点；条例第四十六条、第四十八条',
    title: (count) => `完成、登记 ${count} 项到期的工作（工作台账）`,
  },
  rhythmOwed: {
    permission: 'work.write',
    law: '条例第四十六条、第四十八条；保守国家秘密法第二十四条；各地的年度工作安排',
    title: (count) => `完成或者登记 ${count} 项每年要做的公开工作`,
  },
  itemsUnassigned: {
    permission: 'catalog.manage',
    law: '国办发〔2019〕54号：标准目录应当写明公开主体',
    title: (count) => `为标准目录的 ${count} 个事项确定公开主体`,
  },
} as const satisfies Readonly<Record<string, DutyTodoRow>>;

export type DutyTodoKind = keyof typeof DUTY_TODO;

export const DUTY_TODO_KINDS = Object.keys(DUTY_TODO) as readonly DutyTodoKind[];

export interface AssessedUnitIds {
  readonly regionId: string;
  readonly assessmentId: string;
  readonly unitOrganId: string;
}

export interface WaitingDuty {
  readonly count: number;
  readonly dueOn: CivilDate | null;
  /** The document, where it is a single one. */
  readonly document?: { readonly regionId: string; readonly documentId: string } | null;
  /** Of an assessment the unit that is seen to first. */
  readonly assessedUnit?: AssessedUnitIds | null;
}

/** How many of each wait, and since or until when the first; none is left out. */
export type DutyTodoFacts = Readonly<Partial<Record<DutyTodoKind, WaitingDuty>>>;

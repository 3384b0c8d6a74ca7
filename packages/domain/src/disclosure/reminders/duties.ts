import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Role } from '../../permission/roles.ts';
import type { TodoKind } from '../../todo/todo-items.ts';

/**
 * When somebody is told: before the last day (first, second, last), once it is over or the thing is owed, and a week
 * after that word if nothing has happened (oversight.md §9: stages before due, escalation to the leader).
 */
export const DUTY_STAGES = ['first', 'second', 'last', 'owed', 'escalated'] as const;

export type DutyStage = (typeof DUTY_STAGES)[number];

interface DutyRow {
  /** The entry of the to-do list where it is dealt with. */
  readonly todo: TodoKind;
  /** Who sees to it. */
  readonly who: readonly Role[];
  /** Who is told besides when nothing has happened. */
  readonly escalatesTo: readonly Role[];
  /** What they are told of so many things, of which the first is due on a day; nothing in it names one. */
  readonly ahead: ((count: number, due: CivilDate) => string) | null;
  readonly owed: ((count: number) => string) | null;
}

const OFFICE = ['disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];
const LEADER = ['leader'] as const satisfies readonly Role[];
/** What leads to a single veto (国办秘函〔2019〕19号) is the competent department's matter too (条例47). */
const LEADER_AND_DEPARTMENT = ['leader', 'supervisor'] as const satisfies readonly Role[];

/** What an organ owes the public by itself, and what is said when it is forgotten. */
export const DUTIES = {
  item: {
    todo: 'itemsOverdue',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: (count, due) =>
      `标准目录有${count}个事项的公开时限将到，最早的${due}届满（国办发〔2019〕54号、条例第二十六条）。`,
    owed: (count) => `标准目录有${count}个事项已过公开时限，请立即公开或者说明没有产生（条例第二十六条）。`,
  },
  itemOfYear: {
    todo: 'itemsMissing',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: (count, due) =>
      `标准目录有${count}个事项本年度还没有公开，也没有说明没有产生，请在${due}以前补齐（条例第二十条、第二十一条）。`,
    owed: null,
  },
  column: {
    todo: 'columnsEmpty',
    who: OFFICE,
    escalatesTo: LEADER_AND_DEPARTMENT,
    ahead: (count, due) =>
      `有${count}个栏目将超过更新时限，最早的${due}届满（国办秘函〔2019〕19号：超期栏目达到5个的，单项否决）。`,
    owed: (count) => `有${count}个栏目超过更新时限，请更新（国办秘函〔2019〕19号：达到5个的，单项否决）。`,
  },
  emptyColumn: {
    todo: 'columnsEmpty',
    who: OFFICE,
    escalatesTo: LEADER_AND_DEPARTMENT,
    ahead: null,
    owed: (count) =>
      `有${count}个栏目没有信息，也没有说明没有产生（国办秘函〔2019〕19号：空白栏目达到5个的，单项否决）。`,
  },
  interpretation: {
    todo: 'interpretationsOwed',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: (count, due) => `有${count}份政策文件的解读应在${due}以前发布（国办发〔2016〕19号）。`,
    owed: (count) => `有${count}份政策文件已经公开，仍无解读，请及时发布（国办发〔2016〕19号）。`,
  },
  reevaluation: {
    todo: 'casesToReevaluate',
    who: ['disclosureOfficeHead'],
    escalatesTo: LEADER,
    ahead: (count, due) => `有${count}项不予公开的信息将到评估日期，最早的是${due}（条例第十八条）。`,
    owed: (count) => `有${count}项不予公开的信息须评估审查，因情势变化可以公开的应当公开（条例第十八条）。`,
  },
  poster: {
    todo: 'postersToTakeDown',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: (count, due) => `公示栏上有${count}份文件的张贴期将满，最早的计划${due}撤下。`,
    owed: (count) => `公示栏上有${count}份文件已过计划撤下日期，请撤下或者改订日期。`,
  },
  withdrawnPoster: {
    todo: 'postersToTakeDown',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: null,
    owed: (count) => `公示栏上有${count}份文件已经撤回或者有新版本，请立即撤下、更换。`,
  },
  voice: {
    todo: 'voicesToAnswer',
    who: OFFICE,
    escalatesTo: LEADER_AND_DEPARTMENT,
    ahead: (count, due) =>
      `公众的${count}件报错、提问、意见将到办理期限，最早的${due}届满（国办秘函〔2019〕19号）。`,
    owed: (count) =>
      `公众的${count}件报错、提问、意见已过办理期限，请立即答复（国办秘函〔2019〕19号：超过三个月未答复的，单项否决）。`,
  },
  feedback: {
    todo: 'feedbackOwed',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: (count, due) => `有${count}份征求意见稿将结束征集，最早的${due}结束，请准备公开采纳情况。`,
    owed: (count) =>
      `有${count}份征求意见稿已经结束征集，还没有公开意见采纳情况和不采纳的理由（重大行政决策程序暂行条例第十六条、优化营商环境条例第六十二条）。`,
  },
  annualReport: {
    todo: 'reportsToWrite',
    who: OFFICE,
    escalatesTo: LEADER_AND_DEPARTMENT,
    ahead: (count, due) => `上一年度的${count}份年度报告应在${due}以前报送并公布（条例第四十九条）。`,
    owed: (count) => `上一年度的${count}份年度报告已过报送期限，请立即报送（条例第四十九条）。`,
  },
  villageItem: {
    todo: 'villageItemsDue',
    who: ['drafter', 'unitHead'],
    escalatesTo: LEADER,
    ahead: (count, due) =>
      `本村有${count}项村务还没有公布，最早的应在${due}以前公布（村民委员会组织法第三十五条）。`,
    owed: (count) => `本村有${count}项村务逾期没有公布，请立即公布（村民委员会组织法第三十五条）。`,
  },
  rhythm: {
    todo: 'rhythmOwed',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: (count, due) => `有${count}项每年（每季度）要做的公开工作还没有登记完成，最早的应在${due}以前。`,
    owed: (count) => `有${count}项每年（每季度）要做的公开工作已过期限，还没有登记完成。`,
  },
  link: {
    todo: 'linksDead',
    who: OFFICE,
    escalatesTo: LEADER,
    ahead: null,
    owed: (count) => `已公开的文件有${count}处链接打不开，请改正（国办发〔2017〕47号）。`,
  },
} as const satisfies Readonly<Record<string, DutyRow>>;

export type Duty = keyof typeof DUTIES;

export const DUTY_NAMES = Object.keys(DUTIES) as readonly Duty[];

export const isDuty = (text: string): text is Duty => Object.hasOwn(DUTIES, text);

/** What may still be owed for a document that is public or was, as lists narrow to it. */
export const DOCUMENT_DUTIES = {
  interpretation: '没有解读',
  feedback: '没有公开意见采纳情况',
  link: '有打不开的链接',
  leak: '因泄露撤回，没有通知、报告完',
} as const satisfies Readonly<Partial<Record<Duty | 'leak', string>>>;

export type DocumentDuty = keyof typeof DOCUMENT_DUTIES;

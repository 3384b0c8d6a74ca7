import { type CivilDate, parseCivilDate } from '../kernel/civil-date.ts';
import type { Permission } from '../permission/permissions.ts';
import {
  APPLICATION_TODO,
  APPLICATION_TODO_KINDS,
  type ApplicationTodoFacts,
  type WaitingCases,
} from './application-todo.ts';
import { CHANNEL_TODO, CHANNEL_TODO_KINDS, type ChannelTodoFacts } from './channel-todo.ts';
import {
  DOCUMENT_TODO,
  DOCUMENT_TODO_KINDS,
  type DocumentTodoFacts,
  type WaitingDocuments,
} from './document-todo.ts';
import { type AssessedUnitIds, DUTY_TODO, DUTY_TODO_KINDS, type DutyTodoFacts } from './duty-todo.ts';
import { REPORT_TODO, REPORT_TODO_KINDS, type ReportTodoFacts } from './report-todo.ts';

/** What waits for somebody: what it is, who may do it, and the rule behind it. */
export const TODO_KINDS = {
  ...APPLICATION_TODO,
  ...DOCUMENT_TODO,
  amendmentsToDecide: {
    permission: 'recordAmendment.decide',
    law: '条例第四十一条：审核属实的，应当予以更正并告知申请人；办理期限由本机关设置',
  },
  voicesToAnswer: {
    permission: 'voice.handle',
    law: '国办秘函〔2019〕19号：有效留言超过三个月未答复的，单项否决',
  },
  ...CHANNEL_TODO,
  ...DUTY_TODO,
  ...REPORT_TODO,
  calendarMissing: {
    permission: 'calendar.edit',
    law: '国务院办公厅每年公布的节假日安排；期限按工作日计算（条例第三十三条等）',
  },
  calendarToConfirm: {
    permission: 'calendar.edit',
    law: '修改工作日历会移动法定期限，须由另一人确认（GB/T 22239-2019：职责分离）',
  },
  reportingUnitsUnset: {
    permission: 'reportingUnit.manage',
    law: '条例第四十九条：1月31日前向主管部门提交并公布年度报告，3月31日前公布本级年度报告',
  },
  disclosureOfficeIncomplete: {
    permission: 'organ.edit',
    law: '条例第十二条：指南须写明工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式',
  },
  jobsFailed: { permission: 'job.retry', law: '' },
  accountsLocked: { permission: 'account.manage', law: 'GB/T 22239-2019 8.1.4：登录失败处理' },
} as const satisfies Readonly<Record<string, { readonly permission: Permission; readonly law: string }>>;

export type TodoKind = keyof typeof TODO_KINDS;

export interface TodoItem {
  readonly kind: TodoKind;
  readonly title: string;
  readonly count: number;
  /** The year that it is about. */
  readonly year: number | null;
  /** `null`: as soon as possible. */
  readonly dueOn: CivilDate | null;
  /** The case, where it is about a single one. */
  readonly application: WaitingCases['only'];
  /** The document, where it is about a single one. */
  readonly document?: WaitingDocuments['only'];
  /** The unit of an assessment where it is seen to, the first of several. */
  readonly assessedUnit?: AssessedUnitIds | null;
  /** The organ, where it is about a single one that may not be the person's own. */
  readonly organ?: { readonly regionId: string; readonly organId: string };
}

/** A change of an organ's working calendar that somebody else proposed. */
export interface CalendarToConfirm {
  readonly regionId: string;
  readonly organId: string;
  readonly organName: string;
  readonly year: number;
}

/** What the registers say; only what the person's rights reach. */
export interface TodoFacts {
  /** Years for which a working calendar holds in the organ. */
  readonly calendarYears: ReadonlySet<number>;
  readonly calendarsToConfirm: readonly CalendarToConfirm[];
  /** Years whose list of reporting units is set; `null` where the organ keeps no such list. */
  readonly reportingYears: ReadonlySet<number> | null;
  readonly incompleteOffices: number;
  readonly failedJobs: number;
  readonly lockedAccounts: number;
  readonly applications: ApplicationTodoFacts;
  readonly documents: DocumentTodoFacts;
  readonly amendments: WaitingAmendments;
  readonly channels: ChannelTodoFacts;
  readonly duties: DutyTodoFacts;
  readonly reports: ReportTodoFacts;
  /** Errors, questions and comments of the public. */
  readonly voices: WaitingAmendments;
}

/** Open requests, and until when the first of them. */
export interface WaitingAmendments {
  readonly count: number;
  readonly dueOn: CivilDate | null;
}

function day(year: number, monthAndDay: string): CivilDate {
  const date = parseCivilDate(`${year}-${monthAndDay}`);
  if (date === undefined) throw new RangeError(`${year}-${monthAndDay}`);
  return date;
}

/** From 1 October on, the notices having come between late October and 8 December; the alarm is on 1 December. */
const NOTICE_MONTH = 10;
/** In December the list for the year's reports is made, before the reports themselves are due. */
const LIST_MONTH = 12;

function calendarItems({ calendarYears }: TodoFacts, year: number, month: number): readonly TodoItem[] {
  const wanted = month >= NOTICE_MONTH ? [year, year + 1] : [year];
  return wanted
    .filter((wantedYear) => !calendarYears.has(wantedYear))
    .map((wantedYear) => ({
      kind: 'calendarMissing' as const,
      title: `录入${wantedYear}年工作日历`,
      count: 1,
      year: wantedYear,
      dueOn: day(wantedYear - 1, '12-01'),
      application: null,
    }));
}

const confirmItems = ({ calendarsToConfirm }: TodoFacts): readonly TodoItem[] =>
  calendarsToConfirm.map(({ organName, year, ...organ }) => ({
    kind: 'calendarToConfirm',
    title: `确认${organName}${year}年工作日历的修改`,
    count: 1,
    year,
    dueOn: null,
    application: null,
    organ,
  }));

function reportingItems({ reportingYears }: TodoFacts, year: number, month: number): readonly TodoItem[] {
  if (reportingYears === null) return [];
  const reportYear = month >= LIST_MONTH ? year : year - 1;
  const isSeason = month >= LIST_MONTH || month === 1;
  if (!isSeason || reportingYears.has(reportYear)) return [];
  return [
    {
      kind: 'reportingUnitsUnset',
      title: `确定${reportYear}年度年度报告报送单位名单`,
      count: 1,
      year: reportYear,
      dueOn: day(reportYear, '12-31'),
      application: null,
    },
  ];
}

const counted = (kind: TodoKind, count: number, title: string): readonly TodoItem[] =>
  count === 0 ? [] : [{ kind, title, count, year: null, dueOn: null, application: null }];

const applicationItems = ({ applications }: TodoFacts): readonly TodoItem[] =>
  APPLICATION_TODO_KINDS.flatMap((kind) => {
    const { count = 0, dueOn = null, only = null } = applications[kind] ?? {};
    if (count === 0) return [];
    return [
      { kind, title: APPLICATION_TODO[kind].title(count), count, year: null, dueOn, application: only },
    ];
  });

const documentItems = ({ documents }: TodoFacts): readonly TodoItem[] =>
  DOCUMENT_TODO_KINDS.flatMap((kind) => {
    const { count = 0, dueOn = null, only = null } = documents[kind] ?? {};
    if (count === 0) return [];
    const title = DOCUMENT_TODO[kind].title(count);
    return [{ kind, title, count, year: null, dueOn, application: null, document: only }];
  });

const amendmentItems = ({ amendments: { count, dueOn } }: TodoFacts): readonly TodoItem[] =>
  counted('amendmentsToDecide', count, `办理 ${count} 件更正本人信息的申请`).map((item) => ({
    ...item,
    dueOn,
  }));

const voiceItems = ({ voices: { count, dueOn } }: TodoFacts): readonly TodoItem[] =>
  counted('voicesToAnswer', count, `办理公众的 ${count} 件报错、提问、意见`).map((item) => ({
    ...item,
    dueOn,
  }));

const dutyItems = ({ duties }: TodoFacts): readonly TodoItem[] =>
  DUTY_TODO_KINDS.flatMap((kind) => {
    const { count = 0, dueOn = null, document = null, assessedUnit = null } = duties[kind] ?? {};
    return counted(kind, count, DUTY_TODO[kind].title(count)).map((item) => ({
      ...item,
      dueOn,
      document,
      assessedUnit,
    }));
  });

const reportItems = ({ reports }: TodoFacts): readonly TodoItem[] =>
  REPORT_TODO_KINDS.flatMap((kind) => {
    const found = reports[kind];
    if (found === undefined) return [];
    const { count, year, dueOn } = found;
    return counted(kind, count, REPORT_TODO[kind].title(count, year)).map((item) => ({
      ...item,
      year,
      dueOn,
    }));
  });

/**
 * What waits for a person, the nearest date first, what has no date last.
 *
 * @param may whether the person has the right that a kind needs
 */
export function todoItems(
  facts: TodoFacts,
  today: CivilDate,
  may: (permission: Permission) => boolean,
): readonly TodoItem[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const { incompleteOffices, failedJobs, lockedAccounts } = facts;
  return [
    ...applicationItems(facts),
    ...documentItems(facts),
    ...amendmentItems(facts),
    ...voiceItems(facts),
    ...dutyItems(facts),
    ...reportItems(facts),
    ...CHANNEL_TODO_KINDS.flatMap((kind) => {
      const waiting = facts.channels[kind] ?? 0;
      return counted(kind, waiting, CHANNEL_TODO[kind].title(waiting));
    }),
    ...calendarItems(facts, year, month),
    ...confirmItems(facts),
    ...reportingItems(facts, year, month),
    ...counted(
      'disclosureOfficeIncomplete',
      incompleteOffices,
      `补全 ${incompleteOffices} 个机关的信息公开工作机构联系信息`,
    ),
    ...counted('jobsFailed', failedJobs, `处理 ${failedJobs} 个执行失败的后台任务`),
    ...counted('accountsLocked', lockedAccounts, `查看 ${lockedAccounts} 个因多次输错而锁定的账号`),
  ]
    .filter(({ kind }) => may(TODO_KINDS[kind].permission))
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

import type { CivilDate } from '../kernel/civil-date.ts';
import type { Permission } from '../permission/permissions.ts';

interface ReportTodoRow {
  readonly permission: Permission;
  readonly law: string;
  readonly title: (count: number, year: number) => string;
}

/** What waits of the annual reports of the year that is over (annual-report.md §2). */
export const REPORT_TODO = {
  reportsToWrite: {
    permission: 'report.write',
    law: '条例第四十九条：1月31日前向主管部门提交并公布上一年度的年度报告',
    title: (count, year) => `编写、报送${year}年度报告${count > 1 ? ` ${count} 份` : ''}`,
  },
  reportsToSign: {
    permission: 'report.handle',
    law: '国办公开办函〔2021〕30号三（四）：分管负责人是第一责任人',
    title: (count, year) => `签发${year}年度报告${count > 1 ? ` ${count} 份` : ''}`,
  },
  reportsToPublish: {
    permission: 'report.write',
    law: '条例第四十九条：1月31日前向主管部门提交并向社会公布；国办公开办函〔2021〕30号二（一）',
    title: (count, year) => `公布已经接收的${year}年度报告${count > 1 ? ` ${count} 份` : ''}`,
  },
  reportCopiesOff: {
    permission: 'report.write',
    law: '已公布的数据只能更正重报：网页、各种文件和数据接口应当与封存的数据一致（AR-PUB-02）',
    title: (count, year) =>
      count > 1
        ? `核对 ${count} 份网上内容与封存数据不一致的年度报告`
        : `核对网上内容与封存数据不一致的${year}年度报告`,
  },
  reportsToReview: {
    permission: 'report.receive',
    law: '国办公开办函〔2021〕30号三（四）：主管部门加强审核把关',
    title: (count, year) => `审核 ${count} 个单位报送的${year}年度报告`,
  },
  reportsOverdue: {
    permission: 'report.receive',
    law: '条例第四十七条、第四十九条：没有按要求开展工作的，督促整改',
    title: (count, year) => `催报 ${count} 个逾期没有报送的${year}年度报告`,
  },
} as const satisfies Readonly<Record<string, ReportTodoRow>>;

export type ReportTodoKind = keyof typeof REPORT_TODO;

export const REPORT_TODO_KINDS = Object.keys(REPORT_TODO) as readonly ReportTodoKind[];

/** How many of each wait, of which year, and until when. */
export type ReportTodoFacts = Readonly<
  Partial<
    Record<
      ReportTodoKind,
      { readonly count: number; readonly year: number; readonly dueOn: CivilDate | null }
    >
  >
>;

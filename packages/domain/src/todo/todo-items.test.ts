import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type TodoFacts, todoItems } from './todo-items.ts';

const NOTHING: TodoFacts = {
  calendarYears: new Set([2025, 2026, 2027]),
  reportingYears: new Set([2024, 2025, 2026]),
  incompleteOffices: 0,
  failedJobs: 0,
  lockedAccounts: 0,
  applications: {},
  documents: {},
  channels: {},
  duties: {},
  reports: {},
  amendments: { count: 0, dueOn: null },
  voices: { count: 0, dueOn: null },
  calendarsToConfirm: [],
};

const titles = (facts: Partial<TodoFacts>, today: string) =>
  todoItems({ ...NOTHING, ...facts }, today as CivilDate, () => true).map(({ title, dueOn }) => [
    title,
    dueOn,
  ]);

describe('what waits', () => {
  it('is nothing when everything is done', () => {
    expect(titles({}, '2026-12-15')).toEqual([]);
  });

  it.each([
    ['2026-09-30', []],
    ['2026-10-01', [['录入2027年工作日历', '2026-12-01']]],
    ['2027-01-02', [['录入2027年工作日历', '2026-12-01']]],
  ])('the next year’s calendar from October on: %s', (today, expected) => {
    expect(titles({ calendarYears: new Set([2025, 2026]) }, today)).toEqual(expected);
  });

  it.each([
    ['2026-11-30', []],
    ['2026-12-01', [['确定2026年度年度报告报送单位名单', '2026-12-31']]],
    ['2027-01-31', [['确定2026年度年度报告报送单位名单', '2026-12-31']]],
    ['2027-02-01', []],
  ])('the list of reporting units in December and January: %s', (today, expected) => {
    expect(titles({ reportingYears: new Set([2025]) }, today)).toEqual(expected);
    expect(titles({ reportingYears: null }, today)).toEqual([]);
  });

  it('the reports of a year, to write, to sign, to review, to ask for', () => {
    const reports = {
      reportsToWrite: { count: 1, year: 2025, dueOn: '2026-01-31' as CivilDate },
      reportsToPublish: { count: 1, year: 2025, dueOn: '2026-01-31' as CivilDate },
      reportCopiesOff: { count: 2, year: 2024, dueOn: null },
      reportsToReview: { count: 3, year: 2025, dueOn: null },
      reportsOverdue: { count: 0, year: 2025, dueOn: null },
    };
    expect(titles({ reports }, '2026-01-20')).toEqual([
      ['编写、报送2025年度报告', '2026-01-31'],
      ['公布已经接收的2025年度报告', '2026-01-31'],
      ['核对 2 份网上内容与封存数据不一致的年度报告', null],
      ['审核 3 个单位报送的2025年度报告', null],
    ]);
  });

  it('is nothing for whoever may do none of it', () => {
    const facts = { ...NOTHING, calendarYears: new Set<number>(), failedJobs: 1 };
    expect(todoItems(facts, '2026-12-05' as CivilDate, () => false)).toEqual([]);
    const ofJobs = todoItems(facts, '2026-12-05' as CivilDate, (permission) => permission === 'job.retry');
    expect(ofJobs.map(({ kind }) => kind)).toEqual(['jobsFailed']);
  });

  it('stands in the order of its dates, what has none last', () => {
    const facts = {
      calendarYears: new Set([2025]),
      reportingYears: new Set<number>(),
      incompleteOffices: 3,
      failedJobs: 1,
      lockedAccounts: 2,
      applications: {
        applicationsOverdue: { count: 2, dueOn: '2026-11-30' as CivilDate, only: null },
        repliesToApprove: { count: 1, dueOn: null, only: { regionId: 'r', applicationId: 'a' } },
        datesToTell: { count: 0, dueOn: null, only: null },
      },
      documents: {
        documentsToSign: { count: 3, dueOn: '2026-12-08' as CivilDate, only: null },
        documentsToPublish: { count: 0, dueOn: null, only: null },
      },
      amendments: { count: 2, dueOn: '2026-12-18' as CivilDate },
    };
    expect(titles(facts, '2026-12-05')).toEqual([
      ['录入2026年工作日历', '2025-12-01'],
      ['督办或者立即办理已逾期的 2 件申请', '2026-11-30'],
      ['录入2027年工作日历', '2026-12-01'],
      ['签发 3 份文件', '2026-12-08'],
      ['办理 2 件更正本人信息的申请', '2026-12-18'],
      ['确定2026年度年度报告报送单位名单', '2026-12-31'],
      ['批准 1 件答复', null],
      ['补全 3 个机关的信息公开工作机构联系信息', null],
      ['处理 1 个执行失败的后台任务', null],
      ['查看 2 个因多次输错而锁定的账号', null],
    ]);
  });
});

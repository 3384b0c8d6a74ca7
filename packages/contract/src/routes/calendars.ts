import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, line, moment, organKey, organParams, version } from '../fields.ts';

const year = z.coerce.number('应为年份').int('应为年份').min(2008, '不早于 2008').max(2100, '不晚于 2100');
const params = organParams.extend({ year });
const proposalParams = params.extend({ proposalId: id });

const notice = z.object({
  number: z.string(),
  publishedOn: civilDate,
  source: z.string(),
  rest: z.array(z.object({ from: civilDate, to: civilDate, name: z.string() })),
  work: z.array(civilDate),
});

/** The file of a year, as it is also read from disk. */
const yearFile = z.object({
  year: z.int(),
  notices: z.array(notice),
  expected: z.array(z.object({ date: civilDate, name: z.string() })),
});

const regionalHoliday = z.object({ date: civilDate, name: line(50), source: line(200) });

const yearSummary = {
  year: z.int(),
  /** `official`: a notice of 国务院办公厅 is loaded; `provisional`: 暂定, only fixed and expected holidays. */
  status: z.enum(['official', 'provisional']),
  notices: z.array(notice.pick({ number: true, publishedOn: true, source: true })),
  workingDays: z.int(),
  /** Whose copy of the notices holds; `null` for the one that comes with the program. */
  loadedBy: z.object({ ...organKey, name: z.string(), loadedAt: moment }).nullable(),
};

const day = z.object({
  date: civilDate,
  working: z.boolean(),
  reason: z.enum([
    'weekday',
    'weekend',
    'publicHoliday',
    'makeUpWorkday',
    'regionalHoliday',
    'expectedHoliday',
  ]),
  name: z.string().nullable(),
  source: z.string().nullable(),
  /** 暂定: a notice that is not out may change it. */
  provisional: z.boolean(),
});

/** A running period whose last day moves. */
const movedDeadline = z.object({
  deadlineId: id,
  ...organKey,
  organName: z.string(),
  subject: z.string(),
  kind: z.string(),
  before: civilDate,
  after: civilDate,
});

export const calendarChange = z
  .object({
    days: z.array(z.object({ before: day, after: day })),
    openDeadlines: z.int(),
    moved: z.array(movedDeadline),
    /** Deadlines that move beside those listed. */
    movedUnlisted: z.int(),
  })
  .meta({ id: 'CalendarChange' });

const waitingProposal = z.object({
  proposalId: id,
  proposedBy: z.string(),
  proposedAt: moment,
  /** Proposed by the person who asks, who cannot confirm it. */
  isOwn: z.boolean(),
  /** What it would change; for those who may confirm. */
  change: calendarChange.nullable(),
});

export const calendarYear = z
  .object({
    ...yearSummary,
    organName: z.string(),
    days: z.array(day),
    /** The file that holds, to start a change from. */
    file: yearFile,
    /** Holidays of the area, set by this organ or one above (放假办法4). */
    regionalHolidays: z.array(regionalHoliday.extend({ setBy: z.object(organKey) })),
    /** What the organ itself loaded for the year. */
    own: z.object({ file: yearFile.nullable(), regionalHolidays: z.array(regionalHoliday) }).nullable(),
    /** A change that another person has to confirm before it holds. */
    proposal: waitingProposal.nullable(),
    version,
    abilities,
  })
  .meta({ id: 'CalendarYear' });

const body = z.strictObject({
  /** A year's file as JSON, checked in full; `null` to take the notices from above. */
  file: z.unknown(),
  regionalHolidays: z.array(regionalHoliday).max(60, '不超过 60 天'),
});

export const calendarRoutes = {
  listYears: defineRoute({
    id: 'calendar.listYears',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/calendar',
    summary: '工作日历的各年度：依据的通知，正式还是暂定',
    permission: 'calendar.read',
    params: organParams,
    response: z.object({ years: z.array(z.object(yearSummary)), abilities }),
    problems: ['not-found'],
  }),
  readYear: defineRoute({
    id: 'calendar.readYear',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/calendar/:year',
    summary: '一个年度的工作日历，逐日列出',
    permission: 'calendar.read',
    params,
    response: calendarYear,
    versioned: true,
    problems: ['not-found'],
  }),
  previewYear: defineRoute({
    id: 'calendar.previewYear',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/calendar/:year/preview',
    summary: '预览载入后的变化：哪些日子变动，哪些未结期限移动；不做任何改动',
    permission: 'calendar.edit',
    changesNothing: true,
    params,
    body,
    response: calendarChange,
    problems: ['not-found'],
  }),
  editYear: defineRoute({
    id: 'calendar.editYear',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/calendar/:year',
    summary: '提出一个年度的工作日历，由另一人确认后生效；没有别人能确认、设置又允许的，当即生效',
    permission: 'calendar.edit',
    audit: 'calendar.edit',
    params,
    body,
    response: calendarYear.extend({ change: calendarChange }).meta({ id: 'EditedCalendarYear' }),
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'conflict'],
  }),
  confirmYear: defineRoute({
    id: 'calendar.confirmYear',
    method: 'PUT',
    path: '/api/organs/:regionId/:organId/calendar/:year/proposals/:proposalId/confirmation',
    summary: '确认别人提出的工作日历，同时重新计算未结期限；提出人自己不能确认',
    permission: 'calendar.edit',
    audit: 'calendar.edit',
    params: proposalParams,
    response: calendarYear.extend({ change: calendarChange }).meta({ id: 'ConfirmedCalendarYear' }),
    versioned: true,
    problems: ['not-found', 'state-refuses'],
  }),
  withdrawYear: defineRoute({
    id: 'calendar.withdrawYear',
    method: 'DELETE',
    path: '/api/organs/:regionId/:organId/calendar/:year/proposals/:proposalId',
    summary: '撤回或者退回等待确认的工作日历',
    permission: 'calendar.edit',
    audit: 'calendar.edit',
    params: proposalParams,
    response: 'nothing',
    problems: ['not-found', 'state-refuses'],
  }),
};

import { BOARD_STATE_IDS, type BoardState } from '@zhaoshi/domain/annual-report/work/board';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, civilDate, id, moment, organKey } from '../fields.ts';
import { reportYear } from './annual-reports.ts';

const params = z.object({ regionId: id, reportYear });
const named = z.object({ ...organKey, name: z.string() });

const boardUnit = z
  .object({
    ...organKey,
    name: z.string(),
    reportScope: z.enum(['organ', 'governmentOrgan', 'regionGovernment']),
    state: z.enum(BOARD_STATE_IDS as [BoardState, ...BoardState[]]),
    edition: z.int(),
    /** Something of it stands in the sum of the region. */
    isCounted: z.boolean(),
    dueOn: civilDate.nullable(),
    /** Negative after the last day; `null` once it was sent. */
    daysLeft: z.int().nullable(),
    /** Failing findings; `null`: not looked at since it was last saved. */
    blocks: z.int().nullable(),
    warnings: z.int().nullable(),
    signedAt: moment.nullable(),
    acceptedAt: moment.nullable(),
    /** The largest changes against the year before, of what was frozen last. */
    changes: z.array(z.object({ cell: z.string(), name: z.string(), before: z.number(), now: z.number() })),
    /** The unit of the list whose text is most like this one’s; percent with one decimal. */
    alike: named.extend({ percent: z.number() }).nullable(),
    remindedOn: civilDate.nullable(),
  })
  .meta({ id: 'ReportBoardUnit' });

export const annualReportBoardRoutes = {
  read: defineRoute({
    id: 'annualReportBoard.read',
    method: 'GET',
    path: '/api/regions/:regionId/annual-report-board/:reportYear',
    summary: '一个地区一年的年度报告报送情况：每个报送单位的状态、剩余天数、校验结果、变化和文字雷同',
    permission: 'report.receive',
    params,
    response: z
      .object({
        regionId: id,
        reportYear: z.int(),
        /** The government whose report is the sum of the units. */
        government: named,
        /** A list of reporting units was set for the year. */
        hasList: z.boolean(),
        units: z.array(boardUnit),
        /** Organs in whose registers something stands that no unit of the list reports, with why. */
        uncounted: z.array(z.string()),
        /** More alike than that two units should not be, in percent. */
        alikeLimit: z.number(),
        abilities,
      })
      .meta({ id: 'ReportBoard' }),
    problems: ['not-found'],
  }),
  remind: defineRoute({
    id: 'annualReportBoard.remind',
    method: 'POST',
    path: '/api/regions/:regionId/annual-report-board/:reportYear/reminders',
    summary: '提醒还没有报送的单位，每个单位每天最多一次',
    permission: 'report.receive',
    audit: 'annualReport.remind',
    params,
    body: z.strictObject({
      /** `null`: every unit that has not sent its report. */
      organIds: z.array(id).max(1000, '不超过 1000 个单位').nullable(),
    }),
    response: z.object({
      /** Names of those that were reminded now. */
      reminded: z.array(z.string()),
      /** Reminded today before, or without anybody to tell. */
      skipped: z.array(z.string()),
    }),
    problems: ['not-found'],
  }),
};

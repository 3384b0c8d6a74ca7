import { TABLE_THREE_COLUMNS, type TableThreeColumn } from '@zhaoshi/domain/annual-report/ids';
import { RESULT_GROUP_NAMES, type ResultGroup } from '@zhaoshi/domain/application/result-groups';
import { LONGEST_PERIOD_DAYS } from '@zhaoshi/domain/application/table-three';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { applicationRow } from './application-fields.ts';

/** Which cases are counted: an organ's, or also those of all below it, over a period. */
const scope = z.object({
  from: civilDate,
  to: civilDate,
  /** Of which form the rows are: 国办公开办函〔2019〕60号 or 〔2021〕30号. */
  form: z.enum(['2019', '2021']),
  /** With all organs below it that the right reaches. */
  below: z.enum(['true']).optional(),
});

interface Days {
  readonly from: string;
  readonly to: string;
}

const isPeriod = ({ from, to }: Days): boolean => from <= to;
const PERIOD_WORDS = { path: ['to'], message: '结束日期不能早于开始日期' };
const isShort = ({ from, to }: Days): boolean =>
  Date.parse(to) - Date.parse(from) < LONGEST_PERIOD_DAYS * DAY_MS;
const SHORT_WORDS = { path: ['to'], message: '一次最多统计十年' };

const PATH = '/api/organs/:regionId/:organId/application-statistics';

export const applicationStatisticsRoutes = {
  statistics: defineRoute({
    id: 'applications.statistics',
    method: 'GET',
    path: PATH,
    summary: '由案件实时统计的表三，和各月收到、办结的件数',
    permission: 'application.read',
    params: organParams,
    query: scope.refine(isPeriod, PERIOD_WORDS).refine(isShort, SHORT_WORDS),
    response: z
      .object({
        /** Organs whose cases are counted. */
        organs: z.int(),
        /** `<row>/<column>` of the form → figure. */
        figures: z.record(z.string(), z.int()),
        months: z.array(
          z.object({
            /** 2025-03 */
            month: z.string(),
            received: z.int(),
            results: z.record(z.enum(RESULT_GROUP_NAMES as [ResultGroup, ...ResultGroup[]]), z.int()),
          }),
        ),
      })
      .meta({ id: 'ApplicationStatistics' }),
    problems: ['not-found'],
  }),
  statisticsFile: defineRoute({
    id: 'applications.statisticsFile',
    method: 'GET',
    path: `${PATH}/table-three`,
    summary: '统计出的表三（xlsx，按年度报告的格式）',
    permission: 'application.read',
    params: organParams,
    query: scope.refine(isPeriod, PERIOD_WORDS).refine(isShort, SHORT_WORDS),
    response: 'bytes',
    problems: ['not-found'],
  }),
  cellCases: defineRoute({
    id: 'applications.cellCases',
    method: 'GET',
    path: `${PATH}/cases`,
    summary: '表三一格所计的案件，先收到的在前',
    permission: 'application.read',
    params: organParams,
    query: pageQuery
      .extend({
        ...scope.shape,
        row: z.string().regex(/^t3\.[A-Za-z.]{1,80}$/, '应为表三的行'),
        column: z.enum(TABLE_THREE_COLUMNS as [TableThreeColumn, ...TableThreeColumn[]]),
      })
      .refine(isPeriod, PERIOD_WORDS)
      .refine(isShort, SHORT_WORDS),
    response: page(applicationRow),
    problems: ['not-found'],
  }),
};

import { ANALYSIS_CHARTS } from '@zhaoshi/domain/annual-report/analysis/charts';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, organKey, organParams } from '../fields.ts';
import { reportYear } from './annual-reports.ts';

const point = z.object({
  reportYear: z.int(),
  /** `null`: the report has no figure there, which is not 0. */
  count: z.number().nullable(),
  /** Of what `share` is the share; `null` in a chart of counts. */
  of: z.number().nullable(),
  /** Percent with one decimal; `null` where there is nothing to divide by. */
  share: z.number().nullable(),
  /** The cell of the report behind the figure. */
  cell: z.string(),
});

const chart = z
  .object({
    id: z.enum(ANALYSIS_CHARTS),
    title: z.string(),
    /** What is to be seen in it, in words. */
    finding: z.string(),
    /** How the figures are made, and from where. */
    definition: z.string(),
    measure: z.enum(['count', 'share']),
    heads: z.object({ count: z.string(), of: z.string(), share: z.string() }),
    years: z.array(
      z.object({
        reportYear: z.int(),
        label: z.string(),
        /** From a report that was sent or published; else it may still change. */
        isSettled: z.boolean(),
      }),
    ),
    series: z.array(z.object({ id: z.string(), name: z.string(), points: z.array(point) })),
  })
  .meta({ id: 'ReportAnalysisChart' });

const measure = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.enum(['件', '%']),
    definition: z.string(),
    /** Where the organ stands, in words; none of the others. */
    finding: z.string(),
    own: z.number().nullable(),
    /** From the largest on; equal figures share a place. */
    place: z.int().nullable(),
    /** `null`: too few have a figure. */
    spread: z.object({ count: z.int(), lower: z.number(), median: z.number(), upper: z.number() }).nullable(),
    cell: z.string(),
  })
  .meta({ id: 'ReportPeerMeasure' });

const PATH = '/api/organs/:regionId/:organId/annual-report-analysis';

export const annualReportAnalysisRoutes = {
  read: defineRoute({
    id: 'annualReportAnalysis.read',
    method: 'GET',
    path: PATH,
    summary: '一个机关或者一级政府各年度年报数字的图表：收到和办理、结果和理由、申请人、复议诉讼和纠错率',
    permission: 'report.read',
    params: organParams,
    response: z
      .object({
        ...organKey,
        name: z.string(),
        /** The report of a region’s government, which is the sum of its units. */
        isRegion: z.boolean(),
        charts: z.array(chart),
        abilities,
      })
      .meta({ id: 'ReportAnalysis' }),
    problems: ['not-found'],
  }),
  peers: defineRoute({
    id: 'annualReportAnalysis.peers',
    method: 'GET',
    path: `${PATH}/peers/:reportYear`,
    summary:
      '一个单位一年的数字与同级同类单位的中位数、四分位数；各单位的名称和数字只给审核它们报告的主管部门',
    permission: 'report.read',
    params: organParams.extend({ reportYear }),
    response: z
      .object({
        ...organKey,
        name: z.string(),
        reportYear: z.int(),
        /** Kind and level of the organs, such as 部门（县级）. */
        kind: z.string(),
        /** The government on whose list they stand; `null`: the organ is on none. */
        list: z.string().nullable(),
        /** How many of the kind are on the list, the organ itself with them. */
        organs: z.int(),
        measures: z.array(measure),
        /** In the order of the list, their figures in the order of the measures; `null`: not for this caller. */
        units: z
          .array(z.object({ ...organKey, name: z.string(), values: z.array(z.number().nullable()) }))
          .nullable(),
      })
      .meta({ id: 'ReportPeers' }),
    problems: ['not-found'],
  }),
  file: defineRoute({
    id: 'annualReportAnalysis.file',
    method: 'GET',
    path: `${PATH}/tables`,
    summary: '图表的数字（xlsx，一张图一张工作表）；可以只要一张图的',
    permission: 'report.read',
    params: organParams,
    query: z.object({ chart: z.enum(ANALYSIS_CHARTS).optional() }),
    response: 'bytes',
    problems: ['not-found'],
  }),
};

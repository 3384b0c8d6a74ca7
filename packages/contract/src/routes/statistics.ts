import { MOST_FIGURES } from '@zhaoshi/domain/statistics/figure-sheet';
import { ENTRY_STATES, type EntryState } from '@zhaoshi/domain/statistics/statistic-entry';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, id, moment, organKey, organParams } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { enteredFigure, figure, kind, month, year } from './statistics-fields.ts';
import { statisticsImportRoutes } from './statistics-import.ts';
import { registerItem } from './statistics-normative.ts';

const state = z.enum(Object.keys(ENTRY_STATES) as [EntryState, ...EntryState[]]);

/** What was entered at one time. */
export const statisticVersion = z
  .object({
    version: z.int(),
    figure,
    source: z.string(),
    reason: z.string(),
    enteredBy: z.string(),
    enteredAt: moment,
    /** Whoever is signed in entered it, and cannot sign it off. */
    isOwn: z.boolean(),
    signedBy: z.string().nullable(),
    signedAt: moment.nullable(),
    returnedBy: z.string().nullable(),
    returnedAt: moment.nullable(),
    returnReason: z.string(),
  })
  .meta({ id: 'StatisticVersion' });

export const statisticEntry = z
  .object({
    entryId: id,
    kind,
    year: z.int(),
    month,
    /** Empty: the organ as a whole. */
    unit: z.string(),
    state,
    /** What counts in the year's total now. */
    counted: figure,
    /** Where that comes from, which a correction that waits may say otherwise. */
    countedSource: z.string(),
    latest: statisticVersion,
    /** Everything against the person's signing it off now; empty when they may. */
    hindrances: z.array(z.string()),
    /** Everything against the person's sending it back now. */
    returnHindrances: z.array(z.string()),
  })
  .meta({ id: 'StatisticEntry' });

const missing = z.array(z.object({ unit: z.string(), months: z.array(month) }));

const total = z.object({
  kind,
  /** Decisions or 分; `null`: nothing was signed off. */
  total: figure,
  awaiting: z.int(),
  returned: z.int(),
  missing,
  isComplete: z.boolean(),
});

/** Figures in the versions that the person saw. */
const seenFigures = (none: string) =>
  z
    .array(z.strictObject({ entryId: id, version: z.int().min(1) }))
    .min(1, none)
    .max(1000, '一次不超过 1000 个');

const counts = z.object({ entered: z.int(), awaiting: z.int(), missing: z.int() });

export const tableTwo = z
  .object({
    ...organKey,
    organName: z.string(),
    year: z.int(),
    cells: z.array(
      z.object({
        cell: z.string(),
        /** Documents, decisions or 万元; `null`: unknown, not 0. */
        value: z.number().nullable(),
        /** Why it is not final; empty when it is. */
        open: z.array(z.string()),
        documents: z.array(registerItem),
        entries: z.array(statisticEntry),
      }),
    ),
  })
  .meta({ id: 'TableTwo' });

export const statisticsRoutes = {
  board: defineRoute({
    id: 'statistics.board',
    method: 'GET',
    path: '/api/statistics',
    summary: '职责范围内各机关一年的统计数据：已填报、待签核、未填报各有几个',
    permission: 'statistics.read',
    query: pageQuery.extend({ year }),
    response: page(z.object({ ...organKey, organName: z.string(), counts })),
  }),
  ofYear: defineRoute({
    id: 'statistics.ofYear',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/statistics',
    summary: '一个机关一年的统计数据：逐月逐类的数字、全年合计和没有填报的月份',
    permission: 'statistics.read',
    params: organParams,
    query: z.object({ year }),
    response: z.object({
      ...organKey,
      organName: z.string(),
      year: z.int(),
      /** Months that have ended. */
      ended: z.array(month),
      /** Whether the organ keeps such figures at all. */
      isOrganInLaw: z.boolean(),
      entries: z.array(statisticEntry),
      totals: z.array(total),
      abilities,
    }),
    problems: ['not-found'],
  }),
  history: defineRoute({
    id: 'statistics.history',
    method: 'GET',
    path: '/api/statistics/:regionId/:entryId',
    summary: '一个数字从填报到签核、退回、更正的全部经过，最近的在前',
    permission: 'statistics.read',
    params: z.object({ regionId: id, entryId: id }),
    response: statisticEntry.extend({ ...organKey, versions: z.array(statisticVersion) }),
    problems: ['not-found'],
  }),
  enter: defineRoute({
    id: 'statistics.enter',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/statistics',
    summary: '填报或者更正统计数字，全部保存或者都不保存；更正在签核以前不影响合计',
    permission: 'statistics.write',
    audit: 'statistics.enter',
    params: organParams,
    body: z.strictObject({
      year,
      figures: z
        .array(enteredFigure)
        .min(1, '请至少填写一个数字')
        .max(MOST_FIGURES, `一次不超过 ${MOST_FIGURES} 个`),
    }),
    response: z.object({ entered: z.int() }),
    creates: true,
    problems: ['not-found', 'conflict', 'state-refuses'],
  }),
  signOff: defineRoute({
    id: 'statistics.signOff',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/statistics/sign-off',
    summary: '签核统计数字，全部签核或者都不签核；由填报人以外的人签核',
    permission: 'statistics.signOff',
    audit: 'statistics.signOff',
    params: organParams,
    body: z.strictObject({
      year,
      figures: seenFigures('请选择要签核的数字'),
    }),
    response: z.object({ signed: z.int() }),
    creates: true,
    problems: ['not-found', 'conflict', 'state-refuses'],
  }),
  return: defineRoute({
    id: 'statistics.return',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/statistics/return',
    summary: '退回统计数字并写明理由，全部退回或者都不退回；填报人修改后再签核',
    permission: 'statistics.signOff',
    audit: 'statistics.return',
    params: organParams,
    body: z.strictObject({
      year,
      figures: seenFigures('请选择要退回的数字'),
      reason: z.string('应为文字').trim().min(1, '请写明退回理由').max(500, '不超过 500 字'),
    }),
    response: z.object({ returned: z.int() }),
    creates: true,
    problems: ['not-found', 'conflict', 'state-refuses'],
  }),
  tableTwo: defineRoute({
    id: 'statistics.tableTwo',
    method: 'GET',
    path: '/api/organs/:regionId/:organId/table-two',
    summary: '年度报告表二各项现在的数字，每项列出所计的文件或者数据',
    permission: 'statistics.read',
    params: organParams,
    query: z.object({ year }),
    response: tableTwo,
    problems: ['not-found'],
  }),
  ...statisticsImportRoutes,
};
